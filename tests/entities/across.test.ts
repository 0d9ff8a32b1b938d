import { describe, expect, test } from '@jest/globals';
import { linkAcross } from '../../src/entities/across.js';
import { hanSoundsOf, latinSoundsOf, soundSimilarity } from '../../src/entities/sound.js';
import { hanNameOf, latinNameOf, translationSimilarity } from '../../src/entities/translation.js';
import { foreignHan, foreignLatin, foreignSimilarity } from '../../src/entities/transliterated.js';

function translated(han: string, latin: string): number {
  const [a, b] = [hanNameOf(han), latinNameOf(latin)];
  return a === null || b === null ? 0 : translationSimilarity(a, b);
}

describe('names that translate each other', () => {
  test.each([
    ['北海大学', 'Beihai University'],
    ['纸鹤基金会', 'Paper Crane Foundation'],
    ['蓝松银行', 'Blue Pine Bank'],
    ['银苇资本', 'Silverreed Capital'],
    ['东海航运', 'Tung Hai Shipping'],
    ['日内瓦大学', 'University of Geneva'],
  ])('%s and %s', (han, latin) => {
    expect(translated(han, latin)).toBeGreaterThan(0.75);
  });

  test.each([
    ['北海大学', 'Geneva University'],
    ['纸鹤基金会', 'Blue Pine Bank'],
    ['蓝松银行', 'Paper Crane Bank'],
    ['东海航运', 'Silverreed Capital'],
    ['百度', 'BYD'],
  ])('not %s and %s', (han, latin) => {
    expect(translated(han, latin)).toBeLessThan(0.58);
  });
});

describe('names that sound alike', () => {
  test.each([
    ['扎哈罗娃', 'Zakharova'],
    ['安娜·贝尔', 'Anna Bell'],
    ['门捷列夫', 'Dmitri Mendeleev'],
    ['拉尔斯·恩斯特伦', 'Lars Engström'],
  ])('%s and %s', (han, latin) => {
    const [a, b] = [foreignHan(han), foreignLatin(latin)];
    expect(a !== null && b !== null && foreignSimilarity(a, b)).toBeGreaterThan(0.7);
  });

  test.each([
    ['扎哈罗娃', 'Mendeleev'],
    ['安娜·贝尔', 'Lars Engström'],
  ])('not %s and %s', (han, latin) => {
    const [a, b] = [foreignHan(han), foreignLatin(latin)];
    expect(a !== null && b !== null && foreignSimilarity(a, b)).toBeLessThan(0.58);
  });

  test('the same sounds are 1, whatever the order', () => {
    const [a, b] = [hanSoundsOf('贝尔'), latinSoundsOf('Bell')];
    expect(soundSimilarity(a, a)).toBe(1);
    expect(soundSimilarity(a, b)).toBe(soundSimilarity(b, a));
  });
});

describe('linkAcross', () => {
  const together = () => false;

  test('joins each name to its one counterpart of the same kind', () => {
    const links = linkAcross(
      [
        { kind: 'ORG', forms: ['纸鹤基金会'] },
        { kind: 'ORG', forms: ['Paper Crane Foundation'] },
        { kind: 'PLACE', forms: ['Paper Crane Foundation'] },
      ],
      together,
    );
    expect(links).toEqual([{ han: 0, latin: 1, rule: 'translation', forms: ['纸鹤基金会', 'Paper Crane Foundation'] }]);
  });

  test('leaves apart what has two counterparts', () => {
    const forms = [['贝尔'], ['Bell'], ['Bel']];
    expect(
      linkAcross(
        forms.map((one) => ({ kind: 'PERSON', forms: one })),
        () => true,
      ),
    ).toEqual([]);
  });
});

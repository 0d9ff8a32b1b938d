import { describe, expect, test } from '@jest/globals';
import { hanNameOf } from '../../src/entities/han-name.js';
import { foreignHan, foreignLatin, foreignSimilarity } from '../../src/entities/transliterated.js';

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
});

test('names of people and of other things read the same lexicons', () => {
  expect(foreignHan('大卫·戈登')?.words[0]).toContain('david');
  expect(hanNameOf('大卫纪念馆')).not.toBeNull();
});

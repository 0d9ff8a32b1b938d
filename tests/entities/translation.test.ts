import { describe, expect, test } from '@jest/globals';
import { hanNameOf } from '../../src/entities/han-name.js';
import { latinNameOf } from '../../src/entities/latin-name.js';
import { translationSimilarity } from '../../src/entities/translation.js';

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

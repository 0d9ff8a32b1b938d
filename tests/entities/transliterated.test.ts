import { describe, expect, test } from '@jest/globals';
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

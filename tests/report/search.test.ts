import { describe, expect, test } from '@jest/globals';
import { createSearch } from '../../src/report/search.js';

const search = createSearch({
  歐: ['欧', 'ou'],
  欧: ['欧', 'ou'],
  陽: ['阳', 'yang'],
  阳: ['阳', 'yang'],
  沐: ['沐', 'mu'],
  秋: ['秋', 'qiu'],
});

describe('search', () => {
  test.each([
    ['歐陽沐秋', '歐陽', true],
    ['歐陽沐秋', '欧阳', true],
    ['欧阳沐秋', '歐陽沐', true],
    ['歐陽沐秋', 'ouyang', true],
    ['歐陽沐秋', 'Ouyang Muqiu', true],
    ['Roc Bay Power', 'bay p', true],
    ['Roc Bay Power', 'rocbay', true],
    ["Tian'an Gate", 'tianan', true],
    ['歐陽沐秋', '', true],
    ['歐陽沐秋', '沐陽', false],
    ['歐陽沐秋', 'li', false],
    ['Roc Bay Power', '.*', false],
  ])('%s under "%s": %s', (text, query, expected) => {
    expect(search.finder(query)(search.key(text))).toBe(expected);
  });
});

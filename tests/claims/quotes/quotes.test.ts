import { describe, expect, test } from '@jest/globals';
import { findQuotes } from '../../../src/claims/quotes/quotes.js';

const quotesOf = (text: string) =>
  findQuotes(text, { start: 0, end: text.length }).map((quote) => [
    text.slice(quote.inner.start, quote.inner.end),
    quote.depth,
    quote.unbalanced,
  ]);

describe('quotations of a paragraph', () => {
  test.each([
    ['他说“好”。', [['好', 0, false]]],
    [
      '“他喊‘快跑’就走了”',
      [
        ['他喊‘快跑’就走了', 0, false],
        ['快跑', 1, false],
      ],
    ],
    [
      '“甲”和“乙”',
      [
        ['甲', 0, false],
        ['乙', 0, false],
      ],
    ],
    ['He said "no" and left.', [['no', 0, false]]],
    ["It's the dogs' home, isn't it?", []], // apostrophes
    ["He said 'no' and left.", [['no', 0, false]]],
    ['It’s fine', []],
    ['“没有收尾', [['没有收尾', 0, true]]],
    ['两个”反向”的记号', [['反向', 0, false]]],
    ['多余的”记号', []],
    [
      '“It was good," said May. “It was late.”',
      [
        ['It was good,', 0, false],
        ['It was late.', 0, false],
      ],
    ],
    [
      '“He said "no" and left.”',
      [
        ['He said "no" and left.', 0, false],
        ['no', 1, false],
      ],
    ],
    ['', []],
  ])('%s', (text, expected) => {
    expect(quotesOf(text)).toEqual(expected);
  });

  test('ten thousand marks are read in one pass', () => {
    expect(findQuotes('“'.repeat(10000), { start: 0, end: 10000 }).map(({ depth }) => depth)).toEqual([
      0,
      1,
      2,
      3,
      4,
      5,
      6,
      7, // deeper ones open nothing, else each would be a copy of the rest
    ]);
    expect(findQuotes('”'.repeat(10000), { start: 0, end: 10000 })).toHaveLength(5000);
  });
});

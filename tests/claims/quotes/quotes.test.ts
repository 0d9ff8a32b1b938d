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
    // Marks that are lost: the quotation ends or begins with its sentence, its clause, the speaker's words.
    ['他说:“雨大。港口下午关了。', [['雨大。', 0, true]]],
    [
      '他说:“雨大。船长说:“开船。”',
      [
        ['雨大。', 0, true],
        ['开船。', 0, false],
      ],
    ],
    [
      '天亮了。“雨大,他说,“先停工。”',
      [
        ['雨大,', 0, true],
        ['先停工。', 0, false],
      ],
    ],
    [
      '所谓“夜班,还有“早班”',
      [
        ['夜班', 0, true],
        ['早班', 0, false],
      ],
    ],
    ['天亮了。雨大,”他说。', [['雨大,', 0, true]]],
    [
      '“雨大,”他说,先停工。”',
      [
        ['雨大,', 0, false],
        ['先停工。', 0, true],
      ],
    ],
    ['她只说一句:雨太大。先停工。”', [['雨太大。先停工。', 0, true]]],
    ['The pier shut. We are done,” she said.', [['We are done,', 0, true]]],
    ['She said, We are done.”', [['We are done.', 0, true]]],
    ['She called it “a farce, and left.', [['a farce', 0, true]]],
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

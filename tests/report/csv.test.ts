import { expect, test } from '@jest/globals';
import { toCsv } from '../../src/report/csv.js';

test.each<[string, (string | number | null)[][], string]>([
  [
    'plain',
    [
      ['a', 'b'],
      [1, null],
    ],
    'a,b\r\n1,\r\n',
  ],
  ['commas, quotes and line feeds', [['a,b', 'say "x"', 'c\nd']], '"a,b","say ""x""","c\nd"\r\n'],
  ['formulas', [['=1+1', '+x', '-y', '@z']], "'=1+1,'+x,'-y,'@z\r\n"],
  ['a negative number is a number', [[-5]], '-5\r\n'],
])('%s', (_, rows, expected) => {
  expect(toCsv(rows)).toBe(`\ufeff${expected}`);
});

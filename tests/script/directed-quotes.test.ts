import { expect, test } from '@jest/globals';
import { directQuotes } from '../../src/script/directed-quotes.js';

test.each([
  ['pairs, one after the other', '"雨太大,"他说,"先停工。"', '“雨太大,”他说,“先停工。”'],
  ['two quotations side by side', '"第一句。""第二句。"', '“第一句。”“第二句。”'],
  ['each line by itself', '"港口关了。\n"明天再开。"', '“港口关了。\n“明天再开。”'],
  ['beside directed marks', '他说“好,"但"不急"。', '他说“好,”但“不急”。'],
  [
    'the mark that closes is lost: behind a colon another one opens',
    '"关了。她说:"明天开。"',
    '“关了。她说:“明天开。”',
  ],
  ['the mark that opens is lost', '关了",他说。', '关了”,他说。'],
  ['inches', '他买了55"电视', '他买了55"电视'],
  ['English', 'He said "no". "Then go," she said.', 'He said “no”. “Then go,” she said.'],
  ['English inches', 'a 55" screen', 'a 55" screen'],
])('%s', (_, folded, directed) => {
  expect(directQuotes(folded)).toBe(directed);
  expect(directQuotes(directed)).toBe(directed);
});

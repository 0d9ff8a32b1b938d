import { expect, test } from '@jest/globals';
import { PhraseTable } from '../../src/models/phrase-table.js';
import { wordsOf } from '../../src/models/words-en.js';

test.each<[string, string]>([
  ["Mr. Lee's U.S. office", "Mr.|Lee|'s|U.S.|office"],
  ['J. K. Rowling, of AT&T Corp., left.', 'J.|K.|Rowling|,|of|AT&T|Corp.|,|left|.'],
  ["O'Brien doesn't use OpenCompass2.0.", "O'Brien|doesn't|use|OpenCompass2.0|."],
  ['the Franco-German plan (2024)', 'the|Franco|-|German|plan|(|2024|)'],
])('words of %s', (text, expected) => {
  const words = wordsOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
  expect(words.join('|')).toBe(expected);
});

test('a phrase table finds every phrase at a place, shortest first, and nothing else', () => {
  const table = new PhraseTable(4);
  table.add('上海', 1);
  table.add('上海银行', 2);
  table.add('上海', 4);
  const found: [number, number][] = [];
  const text = '在上海银行';
  for (let at = 0; at < text.length; at++)
    table.forEachAt(text, at, text.length, (end, bits) => found.push([end, bits]));
  expect(found).toEqual([
    [3, 5],
    [5, 2],
  ]);
});

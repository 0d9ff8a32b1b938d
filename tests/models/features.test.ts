import { expect, test } from '@jest/globals';
import { dictionaryKinds, dictionaryNames, markNames } from '../../src/models/dictionary-names.js';
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
    table.forEachIn(text, at, text.length, (start, end, bits) => {
      if (start === at) found.push([end, bits]);
    });
  expect(found).toEqual([
    [3, 5],
    [5, 2],
  ]);
});

test('a phrase table survives packing', () => {
  const table = new PhraseTable(4);
  table.add('上海', 1);
  table.add('上海银行', 2);
  const copy = PhraseTable.unpack(table.pack());
  const found: [number, number][] = [];
  copy.forEachIn('上海银行', 0, 4, (start, end, bits) => {
    if (start === 0) found.push([end, bits]);
  });
  expect(found).toEqual([
    [2, 1],
    [4, 2],
  ]);
  expect(copy.pack()).toEqual(table.pack());
});

test('names of the dictionary are marked whatever the words of the sentence, by part', () => {
  const place = 1 << dictionaryKinds.indexOf('place');
  const marks = markNames(dictionaryNames(), '到重庆市去', 0, 5).subarray(0, 5);
  expect([...marks].map((mark) => [mark & place, (mark >> 5) & place, (mark >> 10) & place])).toEqual([
    [0, 0, 0],
    [place, 0, 0],
    [0, place, place],
    [0, 0, place],
    [0, 0, 0],
  ]);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WordTable } from '../../src/text/word-table.js';

const words = ['大桥', '大', 'bridge', 'bridges', '@DATE', ''];
const table = new WordTable(words);

test.each([
  ['那座大桥昨天垮塌', 2, 4, '大桥'],
  ['那座大桥昨天垮塌', 2, 3, '大'],
  ['two bridges fell', 4, 11, 'bridges'],
  ['two bridges fell', 4, 10, 'bridge'],
  ['two bridges fell', 4, 9, null],
  ['two bridges fell', 0, 3, null],
  ['', 0, 0, ''],
])('%s from %i to %i', (text, start, end, word) => {
  expect(table.numberAt(text, start, end)).toBe(word === null ? 0 : words.indexOf(word) + 1);
});

test('holds what it was given and nothing else', () => {
  const word = fc.string({ maxLength: 3 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (given, other) => {
      const numbers = new WordTable(given);
      given.forEach((one, index) => {
        expect(numbers.numberAt(`x${one}y`, 1, 1 + one.length)).toBe(index + 1);
      });
      expect(numbers.numberAt(other, 0, other.length)).toBe(given.indexOf(other) + 1);
    }),
  );
});

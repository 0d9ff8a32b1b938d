import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wordsIn } from '../../../src/claims/english/words.js';

function read(lower: string): string[] {
  return wordsIn(lower, { start: 0, end: lower.length }).map(({ text }) => text);
}

test.each([
  ['the mayor’s co-owner, at&t', ['the', 'mayor’s', 'co-owner', 'at&t']],
  ['a$5 u.s. plan-', ['a$5', 'u.s', 'plan']],
  ["naïve o'árd caf-é", ['naïve', "o'árd", 'caf-é']],
  ['iPhone 𝒜b “so”', ['iPhone', '𝒜b', 'so']],
  ['', []],
])('%s has the words %p', (text, words) => {
  expect(read(text)).toEqual(words);
});

test('a word ends where the expression of words says, whatever it is made of', () => {
  const piece = fc.constantFrom('a', 'Z', '7', '$', '-', "'", '’', '.', '&', ' ', ',', 'é', '中', '“', '𝒜', '\ud835');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const text = pieces.join('');
      expect(read(text)).toEqual(text.match(/[\p{L}\p{N}$]+(?:[-'’.&][\p{L}\p{N}]+)*/gu) ?? []);
    }),
  );
});

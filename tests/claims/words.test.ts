import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findWords, scanWords, wordList } from '../../src/claims/words.js';
import { toLexicon } from '../../src/lexicons/lexicon.js';

const rows = ['说', '表示', '表', '说到底', 'say', 'said', 'at least', 'no', "n't", 'covid-19', 'a股', '3月', 'été'];
const list = wordList(() => toLexicon('words', new Map(rows.map((word) => [word, word.length]))));

function found(lower: string): string[] {
  return findWords(scanWords(lower), list, 0, lower.length).map(({ start, word }) => `${start} ${word}`);
}

test.each([
  ['他表示,说到底', ['1 表示', '4 说到底']],
  ['表', ['0 表']],
  ['she said no.', ['4 said', '9 no']],
  ['at least a股', ['0 at least', '9 a股']],
  ['covid-19 in 3月', ['0 covid-19', '12 3月']],
  ["it isn't", []],
  ['saids, nose, essay, un-said', ['23 said']],
  ['', []],
])('%s holds %p', (text, words) => {
  expect(found(text)).toEqual(words);
});

test('the scan hides no word', () => {
  const piece = fc.constantFrom(...rows, ' ', ',', '-', '。', '的', 'un', 'ing', '19', '\ud800');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const lower = pieces.join('');
      const everywhere = {
        lower,
        starts: Int32Array.from({ length: lower.length }, (_, at) => at),
        bits: new Uint8Array(lower.length).fill(255),
      };
      expect(findWords(scanWords(lower), list, 0, lower.length)).toEqual(findWords(everywhere, list, 0, lower.length));
    }),
  );
});

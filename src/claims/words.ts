import { type Lexicon, openLexicon } from '../lexicons/lexicon.js';
import { Trie } from '../lexicons/trie.js';
import { lazy } from '../text/lazy.js';
import { unitAt } from '../text/units.js';

/** A lexicon word found in a text. */
export interface Found<V> {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly value: V;
}

/** A list of words that is looked for in whole texts. */
export interface WordList<V> {
  readonly bit: number;
  readonly lexicon: () => Lexicon<V>;
}

/** A lower-cased fold, and at each offset a bit for each list of which a word may begin there. */
export interface ScannedText {
  readonly lower: string;
  readonly starts: Uint8Array;
}

const lists: WordList<unknown>[] = [];

/** Makes a lexicon one of the lists, of which there may be eight: all are looked for in one scan of a text. */
export function wordList<V>(open: () => Lexicon<V>): WordList<V> {
  const list = { bit: 1 << lists.length, lexicon: lazy(open) };
  lists.push(list);
  return list;
}

/** The words of all lists, each with the bits of those lists that have it or one that it begins with. */
const allWords = lazy(() => {
  const bits = new Map<string, number>();
  for (const { bit, lexicon } of lists)
    for (const [word] of lexicon().entries()) bits.set(word, (bits.get(word) ?? 0) | bit);
  return new Trie(Array.from(bits, ([word, own]): [string, number] => [word, own | bitsOfHeads(word, bits)]));
});

function bitsOfHeads(word: string, bits: ReadonlyMap<string, number>): number {
  let found = 0;
  for (let end = 1; end < word.length; end++) found |= bits.get(word.slice(0, end)) ?? 0;
  return found;
}

/** Finds where words of the lists may begin in a text. */
export function scanWords(lower: string): ScannedText {
  const words = allWords();
  const starts = new Uint8Array(lower.length);
  for (let at = 0; at < lower.length; at++) {
    starts[at] = words.longestAt(lower, at)?.value ?? 0;
    if (isLatin(lower, at)) while (isLatin(lower, at + 1)) at++;
  }
  return { lower, starts };
}

interface Guard {
  readonly follow: readonly string[];
  readonly precede: readonly string[];
}

const list = (cell: string): string[] => (cell === '' ? [] : cell.split(' '));

const guards = lazy(() =>
  openLexicon(
    'claim-guards',
    ['word', 'follow', 'precede'],
    (row): Guard => ({ follow: list(row.follow), precede: list(row.precede) }),
  ),
);

/**
 * Words of the list between `from` and `to`, left to right, the longest first, none overlapping another. A guarded word is dropped where its neighbours make it another word; a Latin word must stand
 * alone. `isFree` says where a word begins behind a whole word, so that what stands before cannot make it another.
 */
export function findWords<V>(
  { lower: text, starts }: ScannedText,
  { bit, lexicon }: WordList<V>,
  from: number,
  to: number,
  isFree: (at: number) => boolean = never,
): Found<V>[] {
  const found: Found<V>[] = [];
  const takes = (start: number, end: number): boolean =>
    end <= to && standsAlone(text, start, end) && isUnguarded(text, start, end, isFree);
  for (let at = from; at < to; at++) {
    if (((starts[at] ?? 0) & bit) === 0) continue;
    const match = lexicon().lastAt(text, at, takes);
    if (match === null) continue;
    found.push({ start: at, end: match.end, word: text.slice(at, match.end), value: match.value });
    at = match.end - 1;
  }
  return found;
}

const never = (): boolean => false;

/** Whether a Latin word is not the part of a longer one; Chinese words always pass. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !(isLatin(text, start) && isLatin(text, start - 1)) && !(isLatin(text, end - 1) && isLatin(text, end));
}

function isLatin(text: string, at: number): boolean {
  const code = unitAt(text, at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f);
}

/** Whether the lexicon of guards lets the word at `start`..`end` stand beside its neighbours. */
function isUnguarded(text: string, start: number, end: number, isFree: (at: number) => boolean = never): boolean {
  const length = 1 << Math.min(31, end - start);
  if ((guards().lengthsEndingWith(unitAt(text, end - 1)) & length) === 0) return true;
  const guard = guards().get(text.slice(start, end));
  if (guard === undefined) return true;
  return (
    !guard.follow.some((word) => text.startsWith(word, end)) &&
    (isFree(start) || !guard.precede.some((word) => text.startsWith(word, start - word.length)))
  );
}

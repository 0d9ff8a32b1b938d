import { type Lexicon, openLexicon } from '../lexicons/lexicon.js';
import { bisect } from '../text/bisect.js';
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

/** A lower-cased fold, and the offsets where words of the lists may begin, in order, each with a bit for each of these lists. */
export interface ScannedText {
  readonly lower: string;
  readonly starts: Int32Array;
  readonly bits: Uint8Array;
}

const lists: WordList<unknown>[] = [];

/**
 * Makes a lexicon one of the lists: all are looked for in one scan of a text.
 *
 * @throws Error for a ninth one, for which a byte has no bit.
 */
export function wordList<V>(open: () => Lexicon<V>): WordList<V> {
  if (lists.length === 8) throw new Error('claims: there are more than eight lists of words.');
  const list = { bit: 1 << lists.length, lexicon: lazy(open) };
  lists.push(list);
  return list;
}

/**
 * By how a word begins, a bit for each list that has such a word; what begins alike by chance is told apart later. A Latin word that goes on behind
 * its first letters (at least, covid-19) is known by the letters behind as well: most words of a text begin some phrase.
 */
const beginnings = lazy(() => {
  const bits = new Uint8Array(slotMask + 1);
  for (const { bit, lexicon } of lists)
    for (const [word] of lexicon().entries()) {
      const slot = slotOfKey(word);
      bits[slot] = (bits[slot] ?? 0) | bit;
    }
  return bits;
});

/** So many slots that few words share one with a beginning by chance. */
const slotMask = (1 << 20) - 1;

function slotOfKey(word: string): number {
  const end = endOfLatin(word, 0);
  if (end === 0) return slotOf(word.charCodeAt(0), unitAt(word, 1));
  return slotOf(word.charCodeAt(0), hashOf(word, 0, end === word.length ? end : endOfSecond(word, end)));
}

/** The place of a word that begins with a unit: a Latin one by its letters, any other by its second unit, 0 if it has none. */
function slotOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & slotMask;
}

function hashOf(text: string, start: number, end: number, before = 0): number {
  let hash = before;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

function endOfLatin(text: string, at: number): number {
  let end = at;
  while (isLatin(text, end)) end++;
  return end;
}

/** Where the letters end that stand one unit behind the end of a word. */
function endOfSecond(text: string, end: number): number {
  return endOfLatin(text, Math.min(text.length, end + 1));
}

/** Finds where words of the lists may begin in a text. */
export function scanWords(lower: string): ScannedText {
  const known = beginnings();
  const starts = new Int32Array(lower.length);
  const bits = new Uint8Array(lower.length);
  let count = 0;
  let [next, endOfNext] = [-1, -1];
  for (let at = 0; at < lower.length; ) {
    const unit = lower.charCodeAt(at);
    const end = at === next ? endOfNext : endOfLatin(lower, at);
    let found = 0;
    if (end > at) {
      const word = hashOf(lower, at, end);
      const marked = hashOf(lower, end, Math.min(lower.length, end + 1), word);
      next = end + 1;
      endOfNext = endOfSecond(lower, end);
      const both = hashOf(lower, next, endOfNext, marked);
      found = (known[slotOf(unit, word)] ?? 0) | (known[slotOf(unit, marked)] ?? 0) | (known[slotOf(unit, both)] ?? 0);
    } else found = (known[slotOf(unit, 0)] ?? 0) | (known[slotOf(unit, unitAt(lower, at + 1))] ?? 0);
    if (found > 0) {
      starts[count] = at;
      bits[count++] = found;
    }
    at = Math.max(at + 1, end);
  }
  return { lower, starts: starts.subarray(0, count), bits: bits.subarray(0, count) };
}

/** The words that make another one of it, and the units that those behind it begin with and those before it end with: most neighbours are none. */
interface Guard {
  readonly follow: readonly string[];
  readonly firsts: ReadonlySet<number>;
  readonly precede: readonly string[];
  readonly lasts: ReadonlySet<number>;
}

function toGuard(row: Readonly<Record<'follow' | 'precede', string>>): Guard {
  const [follow, precede] = [list(row.follow), list(row.precede)];
  const firsts = new Set(follow.map((word) => word.charCodeAt(0)));
  const lasts = new Set(precede.map((word) => word.charCodeAt(word.length - 1)));
  return { follow, firsts, precede, lasts };
}

const list = (cell: string): string[] => (cell === '' ? [] : cell.split(' '));

const guards = lazy(() => openLexicon('claim-guards', ['word', 'follow', 'precede'], toGuard));

/**
 * Words of the list between `from` and `to`, left to right, the longest first, none overlapping another. A guarded word is dropped where its neighbours make it another word; a Latin word must stand
 * alone. `isFree` says where a word begins behind a whole word, so that what stands before cannot make it another.
 */
export function findWords<V>(
  { lower: text, starts, bits }: ScannedText,
  { bit, lexicon }: WordList<V>,
  from: number,
  to: number,
  isFree: (at: number) => boolean = never,
): Found<V>[] {
  const found: Found<V>[] = [];
  const takes = (start: number, end: number): boolean =>
    end <= to && standsAlone(text, start, end) && isUnguarded(text, start, end, isFree);
  let read = from;
  for (
    let index = bisect(0, starts.length, (place) => (starts[place] ?? from) < from);
    index < starts.length;
    index++
  ) {
    const at = starts[index] ?? to;
    if (at >= to) break;
    if (at < read || ((bits[index] ?? 0) & bit) === 0) continue;
    const match = lexicon().lastAt(text, at, takes);
    if (match === null) continue;
    found.push({ start: at, end: match.end, word: text.slice(at, match.end), value: match.value });
    read = match.end;
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
  if (guard.firsts.has(unitAt(text, end)) && guard.follow.some((word) => text.startsWith(word, end))) return false;
  if (!guard.lasts.has(unitAt(text, start - 1))) return true;
  return isFree(start) || !guard.precede.some((word) => text.startsWith(word, start - word.length));
}

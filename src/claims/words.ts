import { type Lexicon, openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { unitAt } from '../text/units.js';

/** A lexicon word found in a text. */
export interface Found<V> {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly value: V;
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
 * Words of the lexicon between `from` and `to`, left to right, the longest first, none overlapping another. `text` is
 * the lower-cased fold. A guarded word is dropped where its neighbours make it another word; a Latin word must stand
 * alone. `isFree` says where a word begins behind a whole word, so that what stands before cannot make it another.
 */
export function findWords<V>(
  text: string,
  lexicon: Lexicon<V>,
  from: number,
  to: number,
  isFree: (at: number) => boolean = never,
): Found<V>[] {
  const found: Found<V>[] = [];
  const takes = (start: number, end: number): boolean =>
    end <= to && standsAlone(text, start, end) && isUnguarded(text, start, end, isFree);
  for (let at = from; ; at++) {
    at = lexicon.nextStart(text, at, to);
    if (at >= to) return found;
    if (isLatin(text, at) && isLatin(text, at - 1)) continue;
    const match = lexicon.lastAt(text, at, takes);
    if (match === null) continue;
    found.push({ start: at, end: match.end, word: text.slice(at, match.end), value: match.value });
    at = match.end - 1;
  }
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
  const guard = guards().get(text.slice(start, end));
  if (guard === undefined) return true;
  return (
    !guard.follow.some((word) => text.startsWith(word, end)) &&
    (isFree(start) || !guard.precede.some((word) => text.startsWith(word, start - word.length)))
  );
}

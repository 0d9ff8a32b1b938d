import type { Span } from '../../document/span.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { nounBefore } from '../nouns.js';
import type { Reading } from '../reading.js';
import type { Scene } from '../scene.js';
import { nounPhraseEn } from './shorten.js';
import { isFullName } from './sources.js';
import { wordsIn } from './words.js';

/** How far the name behind a verb of speech reaches, before the first of the stops; the full stop of Mr. or Coun. is none. */
export function lengthOfName(text: string, stops: RegExp): number {
  for (const { 0: stop, index } of text.matchAll(stops)) {
    if (stop === '.' && isAbbreviated(text, index)) continue;
    // Chief (Mrs) Ngozi Okonkwo
    if (stop === '(' && /^\(\p{Lu}\p{L}{1,5}\.?\)\s\p{Lu}/u.test(text.slice(index, index + 12))) continue;
    return index;
  }
  return text.length;
}

/** Whether the full stop at `at` closes an abbreviation or an initial. */
function isAbbreviated(text: string, at: number): boolean {
  const word = wordsIn(text.toLowerCase(), { start: Math.max(0, at - longestAbbreviation), end: at }).at(-1);
  const abbreviations = openLexicon('abbreviations-en', ['word', 'role'], (row) => row.role);
  return word !== undefined && word.end === at && (initials.test(word.text) || abbreviations.has(word.text));
}

/** K of K. Sasidharan, K.R of K.R. Sasidharan. */
const initials = /^[a-z](?:\.[a-z])*$/;

const longestAbbreviation = 12;

/** said the bank's governor, May Chen: the name behind the comma. */
export function apposedName({ reading }: Scene, at: number): Span | null {
  const text = reading.folded.slice(at, at + 48);
  const length = lengthOfName(text.slice(2), /[,.;:“"]/g);
  if (!/^,\s\p{Lu}/u.test(text) || length < 3 || length > 40 || !/^[,.]/.test(text.slice(length + 2))) return null;
  const segment = { start: at + 2, end: at + 2 + length };
  const isAlone = reading.mentionsIn(segment).some(({ start, end }) => start === segment.start && end === segment.end);
  if (!isAlone && isTitleBehind(reading, at, segment)) return null;
  return isAlone || isFullName(reading, segment) ? nounPhraseEn(reading, segment) : null;
}

/** said May Chen, |Chief Executive Officer|, …: behind a name a noun of somebody in capitals is no name. */
function isTitleBehind({ lower, folded }: Reading, at: number, { start, end }: Span): boolean {
  const last = wordsIn(lower, { start: Math.max(0, at - longestWord), end: at }).at(-1);
  return last !== undefined && /\p{Lu}/u.test(folded[last.start] ?? '') && nounBefore(lower, start, end) !== null;
}

const longestWord = 24;

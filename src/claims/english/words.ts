import type { Span } from '../../document/span.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { isDigitCode, isLetterCode } from '../../text/ascii.js';
import { lazy } from '../../text/lazy.js';
import { unitAt } from '../../text/units.js';

type Role =
  | 'lead'
  | 'adverb'
  | 'bar'
  | 'determiner'
  | 'paper'
  | 'subject'
  | 'deed'
  | 'refuted'
  | 'made'
  | 'seen'
  | 'issue'
  | 'aside'
  | 'joint'
  | 'place'
  | 'judge'
  | 'hearer'
  | 'doubt'
  | 'tell'
  | 'state'
  | 'degree'
  | 'modifier'
  | 'nominal'
  | 'taken'
  | 'comment'
  | 'vague'
  | 'plain'
  | 'agent'
  | 'newest'
  | 'quoted'
  | 'hidden'
  | 'habit'
  | 'adjunct'
  | 'occasion'
  | 'audience'
  | 'unheard'
  | 'mistagged'
  | 'unjudged'
  | 'outlook'
  | 'linked'
  | 'credible';

const roles = lazy(() =>
  openLexicon('claim-words-en', ['word', 'roles'], (row): ReadonlySet<string> => new Set(row.roles.split(' '))),
);

/** A word of the fold, in lower case. */
export interface Word extends Span {
  readonly text: string;
}

/** Whether the lexicon gives an English word the role. */
export function hasRole(word: string | undefined, role: Role): boolean {
  return word !== undefined && roles().get(word)?.has(role) === true;
}

const wordHere = /[\p{L}\p{N}$]+(?:[-'’.&][\p{L}\p{N}]+)*/uy;

/** The words of a stretch, or the first `most` of them; hyphens and apostrophes belong to them. */
export function wordsIn(lower: string, { start, end }: Span, most = Infinity): Word[] {
  const limit = Math.min(end, lower.length);
  const words: Word[] = [];
  for (let at = start; at < limit && words.length < most; ) {
    const behind = endOfWord(lower, at, limit);
    if (behind > at) words.push({ start: at, end: behind, text: lower.slice(at, behind) });
    at = Math.max(behind, at + 1);
  }
  return words;
}

/** Where the word ends that begins at `at`; `at` if none does. A word of ASCII alone, as most are, needs no expression. */
function endOfWord(lower: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (isPlain(lower.charCodeAt(end)) || lower.charCodeAt(end) === dollar)) end++;
  if (end > at)
    while (end + 1 < limit && joints.includes(lower.charAt(end)) && isPlain(lower.charCodeAt(end + 1))) {
      end++;
      while (end < limit && isPlain(lower.charCodeAt(end))) end++;
    }
  if (end >= limit) return end;
  const mayGoOn = joints.includes(lower.charAt(end)) && unitAt(lower, end + 1) >= firstForeign;
  if (lower.charCodeAt(end) < firstForeign && !mayGoOn) return end;
  wordHere.lastIndex = 0;
  return wordHere.test(lower.slice(at, limit)) ? at + wordHere.lastIndex : at;
}

const joints = "-'.&";
const dollar = '$'.charCodeAt(0);
const firstForeign = 0x80;

/** Whether a unit is a letter or digit of ASCII. */
function isPlain(unit: number): boolean {
  return isLetterCode(unit) || isDigitCode(unit);
}

/** The first word of a stretch, if it has one. */
export function firstWordIn(lower: string, stretch: Span): Word | undefined {
  return wordsIn(lower, stretch, 1)[0];
}

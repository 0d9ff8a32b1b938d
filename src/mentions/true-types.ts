import { type Lexicon, openLexicon } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { lazy } from '../text/lazy.js';
import type { Candidate, Reading } from './candidate.js';
import { wordEndingAt } from './context.js';

const endings = lazy(() => openLexicon('name-endings', ['ending', 'type'], (row) => row.type as Candidate['type']));

interface Collision {
  readonly before: string;
  readonly behind: string;
}

const collisions = lazy(
  (): Lexicon<Collision> => openLexicon('name-collisions', ['ending', 'before', 'behind'], (row) => row),
);
const surnames = lazy(() => openLexicon('surnames', ['surname', 'kind'], (row) => row.kind));

/** Below this a model is too unsure of a person to keep one that ends like an event or a place. */
const surePerson = 0.7;

/** A name that a model found, with the type that its last character tells where it is no country, city or person: 屯赤線. */
export function withTrueType(reading: Reading, candidate: Candidate): Candidate {
  const { type, score } = candidate;
  if (type !== 'GPE' && !(type === 'PERSON' && score < surePerson)) return candidate;
  const form = reading.text(candidate);
  const told = form.length > 2 ? endings().get(form.slice(-1)) : undefined;
  return told === undefined || knownNames(form).length > 0 ? candidate : { ...candidate, type: told };
}

/** Whether what a model took for a name is none: 第10局, a word that a title stands before (老師|公平), a part of other words (教育部|门). */
export function isNoName(reading: Reading, candidate: Candidate): boolean {
  const form = reading.text(candidate);
  return (
    numbered.test(form) ||
    collides(reading, candidate) ||
    (candidate.type === 'PERSON' && isOrdinary(reading, candidate))
  );
}

/** Innings, rounds and ends of a game; a number of stations. */
const numbered = /第[\d一二三四五六七八九十]+[局回节盘]$|(?:^|\p{Script=Han})\d+站$/u;

/** Whether the characters of a name are parts of other words: 教育部|门, 一两成|都. */
export function collides({ folded }: Reading, { start, end }: Candidate): boolean {
  const word = wordEndingAt(collisions(), folded, end);
  if (word === null || word.start < start) return false;
  const { before, behind } = word.value;
  return before.includes(folded[start - 1] || ' ') || behind.includes(folded[end] || ' ');
}

/** A word of the dictionary whose first character is hardly ever a surname. */
function isOrdinary(reading: Reading, { start, end }: Candidate): boolean {
  const token = reading.tokenAt(start);
  if (end - start !== 2 || token?.end !== end || /^(?:n[rsz]|x)/.test(token.pos)) return false;
  return surnames().get(reading.folded.charAt(start)) === 'weak';
}

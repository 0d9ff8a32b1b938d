import type { Span } from '../../document/span.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';

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
  const text = lower.slice(start, end);
  const words: Word[] = [];
  for (let at = 0; at < text.length && words.length < most; ) {
    wordHere.lastIndex = at;
    if (text[at] === ' ' || !wordHere.test(text)) {
      at++;
      continue;
    }
    const behind = wordHere.lastIndex;
    words.push({ start: start + at, end: start + behind, text: text.slice(at, behind) });
    at = behind;
  }
  return words;
}

/** The first word of a stretch, if it has one. */
export function firstWordIn(lower: string, stretch: Span): Word | undefined {
  return wordsIn(lower, stretch, 1)[0];
}

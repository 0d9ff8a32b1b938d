import type { Span } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** What a verb needs: an object (act), none (event), or an amount (measure). */
export type VerbType = 'act' | 'event' | 'measure';

export interface FactVerb {
  readonly predicate: string;
  readonly type: VerbType;
}

/** A verb of the lexicon in the text. */
export interface VerbMatch extends Span, FactVerb {}

const verbs = lazy(() =>
  openLexicon(
    'fact-verbs',
    ['word', 'predicate', 'type'],
    (row): FactVerb => ({
      predicate: row.predicate,
      type: row.type as VerbType,
    }),
  ),
);

/** The longest verb of the lexicon that begins at `at` and ends by `limit`, or null. `lower` is the lower-cased fold. */
export function verbAt(lower: string, at: number, limit: number): VerbMatch | null {
  const match = verbs()
    .allAt(lower, at)
    .findLast(({ end }) => end <= limit && !cutsWord(lower, at, end));
  return match === undefined ? null : { start: at, end: match.end, ...match.value };
}

function cutsWord(lower: string, start: number, end: number): boolean {
  const isLetter = (at: number): boolean => /[a-z]/.test(lower[at] ?? '');
  return (isLetter(start) && isLetter(start - 1)) || (isLetter(end - 1) && isLetter(end));
}

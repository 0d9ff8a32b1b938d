import type { Span } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/**
 * What a verb takes: an object (act), none (event), either, an object where the verb is marked as done (done), the amount
 * of what its subject names (measure), an amount that its subject has (total). A participle is only one behind *was*.
 */
export type VerbType = 'act' | 'event' | 'either' | 'done' | 'measure' | 'total' | 'participle';

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

/** The longest verb of the lexicon that begins at `at` and ends by `limit`, or null. Of those whose type is fit; `lower` is the lower-cased fold. */
export function verbAt(
  lower: string,
  at: number,
  limit: number,
  isFit: (type: VerbType) => boolean = () => true,
): VerbMatch | null {
  const match = verbs()
    .allAt(lower, at)
    .findLast(({ end, value }) => end <= limit && isFit(value.type) && !cutsWord(lower, at, end));
  return match === undefined ? null : { start: at, end: match.end, ...match.value };
}

/** Whether the lexicon has the verb (another one may be taken for one by what stands around it). */
export function isListed({ predicate }: FactVerb): boolean {
  return verbs().get(predicate) !== undefined;
}

const longest = 6;

/** The longest Chinese verb of the lexicon that ends at `end` and begins where `mayStart` allows it, at `floor` or later; or null. */
export function verbBefore(
  folded: string,
  end: number,
  floor: number,
  mayStart: (at: number) => boolean,
): VerbMatch | null {
  for (let start = Math.max(floor, end - longest); start < end; start++) {
    const verb = verbs().get(folded.slice(start, end));
    if (verb !== undefined && mayStart(start)) return { start, end, ...verb };
  }
  return null;
}

function cutsWord(lower: string, start: number, end: number): boolean {
  const isLetter = (at: number): boolean => /[a-z]/.test(lower[at] ?? '');
  return (isLetter(start) && isLetter(start - 1)) || (isLetter(end - 1) && isLetter(end));
}

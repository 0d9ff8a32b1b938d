import type { Span } from '../document/span.js';
import type { Hedge, Modality } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { findWords } from './words.js';

interface HedgeWord {
  readonly kind: string;
  readonly modality: Modality | null;
}

const words = lazy(() =>
  openLexicon(
    'hedges',
    ['word', 'kind', 'modality'],
    (row): HedgeWord => ({ kind: row.kind, modality: row.modality === '' ? null : (row.modality as Modality) }),
  ),
);

/** The hedges inside a content. `lower` is the lower-cased fold. */
export function findHedges(lower: string, content: Span): Hedge[] {
  return findWords(lower, words(), content.start, content.end).map(({ start, end, value }) => ({
    start,
    end,
    kind: value.kind,
  }));
}

/** How sure the source is: the weakest of the hedges, where a condition outweighs them all; a predicting cue is `probable`. */
export function modalityOf(lower: string, content: Span, predicts: boolean): Modality {
  const found = findWords(lower, words(), content.start, content.end).flatMap(({ value }) => value.modality ?? []);
  for (const modality of ['hypothetical', 'possible', 'probable'] as const)
    if (found.includes(modality)) return modality;
  return predicts ? 'probable' : 'asserted';
}

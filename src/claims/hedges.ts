import type { Span } from '../document/span.js';
import type { Hedge, Modality } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { findWords, type ScannedText, wordList } from './words.js';

interface HedgeWord {
  readonly kind: string;
  readonly modality: Modality | null;
}

const weak = wordList(() =>
  openLexicon(
    'hedges',
    ['word', 'kind', 'modality'],
    (row): HedgeWord => ({ kind: row.kind, modality: row.modality === '' ? null : (row.modality as Modality) }),
  ),
);

/** The hedges inside a content, and how sure they leave its source. */
export interface Hedging {
  readonly hedges: readonly Hedge[];
  readonly modality: Modality;
}

/**
 * Reads the hedges of a content. The weakest of them decides, where a condition
 * outweighs them all; a predicting cue is `probable`.
 */
export function readHedges(words: ScannedText, content: Span, predicts: boolean): Hedging {
  const found = findWords(words, weak, content.start, content.end);
  const hedges = found.map(({ start, end, value }) => ({ start, end, kind: value.kind }));
  const modality = weakest.find((candidate) => found.some(({ value }) => value.modality === candidate));
  return { hedges, modality: modality ?? (predicts ? 'probable' : 'asserted') };
}

const weakest: readonly Modality[] = ['hypothetical', 'possible', 'probable'];

import type { Claim } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** How a frame did on the marked texts where its source is known: how often it fired, and how often source and content were right. */
interface Measured {
  readonly hits: number;
  readonly right: number;
}

const frames = lazy(() =>
  openLexicon(
    'claim-frames',
    ['frame', 'hits', 'right', 'known_hits', 'known_right', 'what'],
    (row): Measured => ({ hits: Number(row.known_hits), right: Number(row.known_right) }),
  ),
);

const least = 0.95;

/**
 * Whether a claim is kept by `--claims strict`: its source is known, and its frame was right in 95 of 100 such cases that were measured. The
 * author's own claims are kept where they name a figure, a time or a name and are more than a state.
 */
export function isReliable(claim: Claim): boolean {
  const { rule, kinds, quantities, times, entities } = claim;
  if (rule === 'author')
    return quantities.length + times.length + entities.length > 0 && kinds.some((kind) => kind !== 'state');
  const measured = hasKnownSource(claim) ? frames().get(rule) : undefined;
  return measured !== undefined && measured.hits > 0 && measured.right / measured.hits >= least;
}

/** Whether a claim's source is a name that the article knows as somebody's, or a pronoun: nouns are cut wrongly more often. */
export function hasKnownSource({ source }: Claim): boolean {
  return source !== null && (source.entity !== null || source.status === 'pronoun');
}

import type { Claim } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** How a frame did on the marked texts: how often it fired, and how often source and content were right. */
interface Measured {
  readonly hits: number;
  readonly right: number;
}

const frames = lazy(() =>
  openLexicon(
    'claim-frames',
    ['frame', 'hits', 'right', 'what'],
    (row): Measured => ({ hits: Number(row.hits), right: Number(row.right) }),
  ),
);

const least = 0.95;

/**
 * Whether a claim is kept by `--claims strict`: its frame was right in 95 of 100 measured cases. The author's own claims
 * are kept where they name a figure, a time or a name and are more than a state.
 */
export function isReliable({ rule, kinds, quantities, times, entities }: Claim): boolean {
  if (rule === 'author')
    return quantities.length + times.length + entities.length > 0 && kinds.some((kind) => kind !== 'state');
  const measured = frames().get(rule);
  return measured !== undefined && measured.hits > 0 && measured.right / measured.hits >= least;
}

import type { ScoredSpan } from './scored-article.js';
import type { Score } from './tally.js';

type Hits = Pick<Score, 'gold' | 'found' | 'hits'>;

/** Hits by keys: what is found is right if an item of gold has its key. What equals an optional item does not count. */
export function matchExactly<G extends { readonly optional: boolean }, F>(
  gold: readonly G[],
  found: readonly F[],
  keyOfGold: (item: G) => string,
  keyOfFound: (item: F) => string,
): Hits {
  const required = new Set(gold.filter(({ optional }) => !optional).map(keyOfGold));
  const optional = new Set(gold.filter((item) => item.optional).map(keyOfGold));
  const keys = [...new Set(found.map(keyOfFound))].filter((key) => required.has(key) || !optional.has(key));
  return { gold: required.size, found: keys.length, hits: keys.filter((key) => required.has(key)).length };
}

/**
 * Hits by overlap: pairs, the one that shares most first, of which `fits` holds; each item is in one pair at most. What
 * pairs with an optional item does not count.
 */
export function matchPartly<T extends ScoredSpan>(
  gold: readonly T[],
  found: readonly T[],
  fits: (gold: T, found: T) => boolean,
): Hits {
  const pairs = gold.flatMap((one, g) =>
    found.flatMap((other, f) => (fits(one, other) ? [{ g, f, share: sharedPart(one, other) }] : [])),
  );
  pairs.sort((a, b) => b.share - a.share || a.g - b.g || a.f - b.f);
  const [usedGold, usedFound] = [new Set<number>(), new Set<number>()];
  let [hits, optional] = [0, 0];
  for (const { g, f } of pairs) {
    if (usedGold.has(g) || usedFound.has(f)) continue;
    usedGold.add(g);
    usedFound.add(f);
    if (gold[g]?.optional === true) optional++;
    else hits++;
  }
  return { gold: gold.filter((one) => !one.optional).length, found: found.length - optional, hits };
}

/** What two spans share, as a part of what they cover together: 0 to 1. */
export function sharedPart(a: Pick<ScoredSpan, 'start' | 'end'>, b: Pick<ScoredSpan, 'start' | 'end'>): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

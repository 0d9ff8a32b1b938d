import type { ClaimKind } from '../document/types.js';
import { claimKinds } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { type KindEvidence, kindFeatures } from './kind-features.js';

const weights = lazy(() =>
  openLexicon('kind-weights', ['feature', ...claimKinds], (row): readonly number[] =>
    claimKinds.map((kind) => Number(row[kind])),
  ),
);

const most = 4;
/** From here a kind counts; where none does, the likeliest alone. */
export const least = 0.37;

/** The kinds of a content, likeliest first and at most four. */
export function kindsOf(evidence: KindEvidence): ClaimKind[] {
  const chances = chancesOf(kindFeatures(evidence));
  const ranked = claimKinds
    .map((kind, index) => ({ kind, chance: chances[index] ?? 0 }))
    .filter(({ kind }) => kind !== 'statistic' || evidence.quantities.length > 0)
    .sort((a, b) => b.chance - a.chance);
  const sure = ranked.filter(({ chance }) => chance >= least);
  return (sure.length > 0 ? sure : ranked).slice(0, sure.length > 0 ? most : 1).map(({ kind }) => kind);
}

/** How likely each kind is, in the order of the kinds. */
function chancesOf(features: ReadonlyMap<string, number>): number[] {
  const sums = claimKinds.map(() => 0);
  for (const [name, value] of features) {
    const row = weights().get(name);
    if (row === undefined) continue;
    for (let index = 0; index < row.length; index++) sums[index] = (sums[index] ?? 0) + value * (row[index] ?? 0);
  }
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
}

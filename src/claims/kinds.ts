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
  const features = kindFeatures(evidence);
  const ranked = claimKinds
    .map((kind, index) => ({ kind, chance: chanceOf(features, index) }))
    .filter(({ kind }) => kind !== 'statistic' || evidence.quantities.length > 0)
    .sort((a, b) => b.chance - a.chance);
  const sure = ranked.filter(({ chance }) => chance >= least);
  return (sure.length > 0 ? sure : ranked).slice(0, sure.length > 0 ? most : 1).map(({ kind }) => kind);
}

function chanceOf(features: ReadonlyMap<string, number>, index: number): number {
  let sum = 0;
  for (const [name, value] of features) sum += value * (weights().get(name)?.[index] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

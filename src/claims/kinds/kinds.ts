import type { ClaimKind } from '../../document/types.js';
import { claimKinds } from '../../document/types.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { addSigns, type KindEvidence } from './features.js';
import { addKnownWords, wordSigns } from './words.js';

const weights = lazy(() =>
  openLexicon('kind-weights', ['feature', ...claimKinds], (row): readonly number[] =>
    claimKinds.map((kind) => Number(row[kind])),
  ),
);

/** The weights of the words among them. */
const wordWeights = lazy(() => wordSigns(weights().entries()));

const most = 4;
/** From here a kind counts; where none does, the likeliest alone. */
export const least = 0.37;

/** The kinds of a content, likeliest first and at most four. */
export function kindsOf(evidence: KindEvidence): ClaimKind[] {
  const chances = chancesOf(evidence);
  const possible = claimKinds
    .map((kind, index) => ({ kind, chance: chances[index] ?? 0 }))
    .filter(({ kind }) => kind !== 'statistic' || evidence.quantities.length > 0);
  const sure = possible.filter(({ chance }) => chance >= least);
  const ranked = (sure.length > 0 ? sure : possible).sort((a, b) => b.chance - a.chance);
  return ranked.slice(0, sure.length > 0 ? most : 1).map(({ kind }) => kind);
}

/** How likely each kind is, in the order of the kinds. */
function chancesOf(evidence: KindEvidence): number[] {
  const sums = claimKinds.map(() => 0);
  const add = (row: readonly number[], value: number): void => {
    for (let index = 0; index < row.length; index++) sums[index] = (sums[index] ?? 0) + value * (row[index] ?? 0);
  };
  const rows = weights();
  addSigns(evidence, (name, value) => {
    const row = value === 0 ? undefined : rows.get(name);
    if (row !== undefined) add(row, value);
  });
  addKnownWords({ ...evidence, lower: evidence.words.lower }, wordWeights(), add);
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
}

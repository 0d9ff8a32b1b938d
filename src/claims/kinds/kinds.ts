import { firstStartingFrom } from '../../document/span.js';
import type { ClaimKind } from '../../document/types.js';
import { claimKinds } from '../../document/types.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { addSigns, type KindEvidence } from './features.js';
import { type AspectRole, aspectsOf } from './happening.js';
import { addKnownWords, type NumberedWords, numberWords, type WordEvidence, wordSigns } from './words.js';

const weights = lazy(() =>
  openLexicon('kind-weights', ['feature', ...claimKinds], (row): readonly number[] =>
    claimKinds.map((kind) => Number(row[kind])),
  ),
);

/** The words among what is weighed. */
const words = lazy(() => wordSigns(Array.from(weights().entries(), ([name]) => name)));
/** The weights by the numbers of those signs. */
const rowsOfSigns = lazy(() => [[], ...Array.from(weights().entries(), ([, row]) => row)]);

/** The words of a document as they are weighed, and what each does to the verb beside it. */
export interface KindWords {
  readonly numbered: NumberedWords;
  readonly roles: readonly (AspectRole | undefined)[];
}

/** Looks up the words of a document, once for all its claims. */
export function kindWordsOf(document: WordEvidence): KindWords {
  return { numbered: numberWords(document, words()), roles: aspectsOf(document.lower, document.tokens) };
}

const most = 4;
/** From here a kind counts; where none does, the likeliest alone. */
export const least = 0.37;

/** The kinds of a content, likeliest first and at most four. */
export function kindsOf(evidence: KindEvidence, known: KindWords): ClaimKind[] {
  const chances = chancesOf(evidence, known);
  const possible = claimKinds
    .map((kind, index) => ({ kind, chance: chances[index] ?? 0 }))
    .filter(({ kind }) => kind !== 'statistic' || evidence.quantities.length > 0);
  const sure = possible.filter(({ chance }) => chance >= least);
  const ranked = (sure.length > 0 ? sure : possible).sort((a, b) => b.chance - a.chance);
  return ranked.slice(0, sure.length > 0 ? most : 1).map(({ kind }) => kind);
}

/** How likely each kind is, in the order of the kinds. */
function chancesOf(evidence: KindEvidence, known: KindWords): number[] {
  const sums = claimKinds.map(() => 0);
  const add = (row: readonly number[], value: number): void => {
    for (let index = 0; index < row.length; index++) sums[index] = (sums[index] ?? 0) + value * (row[index] ?? 0);
  };
  const rows = weights();
  const from = firstStartingFrom(known.numbered.tokens, evidence.content.start);
  addSigns(evidence, known.roles.slice(from, from + evidence.tokens.length), (name, value) => {
    const row = value === 0 ? undefined : rows.get(name);
    if (row !== undefined) add(row, value);
  });
  const signs = rowsOfSigns();
  addKnownWords(known.numbered, words(), evidence.content, (sign, value) => add(signs[sign] ?? none, value));
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
}

const none: readonly number[] = [];

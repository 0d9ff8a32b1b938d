import { firstStartingFrom } from '../../document/span.js';
import type { ClaimKind } from '../../document/types.js';
import { claimKinds } from '../../document/types.js';
import { openLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { addSigns, type KindEvidence } from './features.js';
import { aspects } from './happening.js';
import { addKnownWords, type NumberedWords, numberWords, type WordEvidence, wordSigns } from './words.js';

const weights = lazy(() =>
  openLexicon('kind-weights', ['feature', ...claimKinds], (row): readonly number[] =>
    claimKinds.map((kind) => Number(row[kind])),
  ),
);

/** The words among what is weighed, and those that do something to a verb. */
const words = lazy(() =>
  wordSigns(
    Array.from(weights().entries(), ([name]) => name),
    Array.from(aspects().entries(), ([word]) => word),
  ),
);
/** The weights by the names of the other signs: an object finds what it is asked for by a name in the code faster than a map. */
const rowsByName = lazy(
  (): Readonly<Record<string, readonly number[]>> =>
    Object.fromEntries(Array.from(weights().entries()).filter(([name]) => !name.includes(':'))),
);
/** The weights by the numbers of the signs, and the roles by those of the words. */
const rowsOfSigns = lazy(() => [[], ...Array.from(weights().entries(), ([, row]) => row)]);
const rolesOfWords = lazy(() => [undefined, ...Array.from(words().numbers.keys(), (word) => aspects().get(word))]);

/** Gets the words of a document ready for all its claims. */
export function kindWordsOf(document: WordEvidence): NumberedWords {
  return numberWords(document, words());
}

const most = 4;
/** From here a kind counts; where none does, the likeliest alone. */
export const least = 0.37;

/** The kinds of a content, likeliest first and at most four. */
export function kindsOf(evidence: KindEvidence, numbered: NumberedWords): ClaimKind[] {
  const chances = chancesOf(evidence, numbered);
  const possible = claimKinds
    .map((kind, index) => ({ kind, chance: chances[index] ?? 0 }))
    .filter(({ kind }) => kind !== 'statistic' || evidence.quantities.length > 0);
  const sure = possible.filter(({ chance }) => chance >= least);
  const ranked = (sure.length > 0 ? sure : possible).sort((a, b) => b.chance - a.chance);
  return ranked.slice(0, sure.length > 0 ? most : 1).map(({ kind }) => kind);
}

/** How likely each kind is, in the order of the kinds. */
function chancesOf(evidence: KindEvidence, numbered: NumberedWords): number[] {
  const sums = claimKinds.map(() => 0);
  const add = (row: readonly number[], value: number): void => {
    for (let index = 0; index < row.length; index++) sums[index] = (sums[index] ?? 0) + value * (row[index] ?? 0);
  };
  const rows = rowsByName();
  const from = firstStartingFrom(numbered.tokens, evidence.content.start);
  const roles = evidence.tokens.map((_, index) => rolesOfWords()[numbered.numberAt(from + index)]);
  addSigns(evidence, roles, (name, value) => {
    const row = value === 0 ? undefined : rows[name];
    if (row !== undefined) add(row, value);
  });
  const signs = rowsOfSigns();
  addKnownWords(numbered, words(), evidence.content, (sign, value) => add(signs[sign] ?? none, value));
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
}

const none: readonly number[] = [];

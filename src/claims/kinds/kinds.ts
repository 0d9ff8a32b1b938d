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
/** The numbers of the other signs by their names: an object finds a name that stands in the code faster than a map. */
const numbersOfSigns = lazy(
  (): Readonly<Record<string, number>> =>
    Object.fromEntries(
      Array.from(weights().entries(), ([name], index) => [name, index + 1] as const).filter(
        ([name]) => !name.includes(':'),
      ),
    ),
);
/** The weights by the numbers of the signs, row by row. */
const table = lazy(() =>
  Float64Array.from([claimKinds.map(() => 0), ...Array.from(weights().entries(), ([, row]) => row)].flat()),
);
/** What words do to a verb, by their numbers. */
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
function chancesOf(evidence: KindEvidence, numbered: NumberedWords): Float64Array {
  const sums = new Float64Array(claimKinds.length);
  const [cells, numbers, rolesOf] = [table(), numbersOfSigns(), rolesOfWords()];
  const add = (sign: number, value: number): void => {
    const row = sign * sums.length;
    for (let kind = 0; kind < sums.length; kind++) sums[kind] = (sums[kind] ?? 0) + value * (cells[row + kind] ?? 0);
  };
  const from = firstStartingFrom(numbered.tokens, evidence.content.start);
  const roles = evidence.tokens.map((_, index) => rolesOf[numbered.numberAt(from + index)]);
  addSigns(evidence, roles, (name, value) => {
    const sign = value === 0 ? undefined : numbers[name];
    if (sign !== undefined) add(sign, value);
  });
  addKnownWords(numbered, words(), evidence.content, add);
  for (let kind = 0; kind < sums.length; kind++) sums[kind] = 1 / (1 + Math.exp(-(sums[kind] ?? 0)));
  return sums;
}

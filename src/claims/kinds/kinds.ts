import { firstStartingFrom } from '../../document/span.js';
import type { ClaimKind } from '../../document/types.js';
import { claimKinds } from '../../document/types.js';
import { readLexicon } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { addSigns, type KindEvidence } from './features.js';
import { type AspectRole, aspects } from './happening.js';
import {
  addKnownWords,
  type NumberedWords,
  numberWords,
  type WordEvidence,
  type WordSigns,
  wordSigns,
} from './words.js';

/** The weights of the signs, which are numbered from 1 in the order of their file. */
interface Weights {
  /** The words among the signs, and those that do something to a verb. */
  readonly words: WordSigns;
  /** The numbers of the other signs by their names: an object finds a name that stands in the code faster than a map. */
  readonly numbers: Readonly<Record<string, number>>;
  /** A row for each number, a cell for each kind. */
  readonly table: Float64Array;
  /** What words do to a verb, by their numbers. */
  readonly roles: readonly (AspectRole | undefined)[];
}

/** The file is read into tables and not kept: as a lexicon it would take ten times the memory. */
const weights = lazy((): Weights => {
  const rows = readLexicon('kind-weights', ['feature', ...claimKinds], (row) =>
    claimKinds.map((kind) => Number(row[kind])),
  );
  const names = [...rows.keys()];
  const words = wordSigns(
    names,
    Array.from(aspects().entries(), ([word]) => word),
  );
  const others = names.flatMap((name, index) => (name.includes(':') ? [] : [[name, index + 1] as const]));
  return {
    words,
    numbers: Object.fromEntries(others),
    table: Float64Array.from([claimKinds.map(() => 0), ...rows.values()].flat()),
    roles: [undefined, ...Array.from(words.numbers.keys(), (word) => aspects().get(word))],
  };
});

/** Gets the words of a document ready for all its claims. */
export function kindWordsOf(document: WordEvidence): NumberedWords {
  return numberWords(document, weights().words);
}

const most = 4;
/** From here a kind counts; where none does, the likeliest alone. */
export const least = 0.37;

const withoutFigures = claimKinds.filter((kind) => kind !== 'statistic');

/** The kinds of a content, likeliest first and at most four. */
export function kindsOf(evidence: KindEvidence, numbered: NumberedWords): ClaimKind[] {
  const chances = chancesOf(evidence, numbered);
  const chanceOf = (kind: ClaimKind): number => chances[claimKinds.indexOf(kind)] ?? 0;
  const possible = evidence.quantities.length > 0 ? claimKinds : withoutFigures;
  const sure = possible.filter((kind) => chanceOf(kind) >= least);
  const ranked = (sure.length > 0 ? sure : [...possible]).sort((a, b) => chanceOf(b) - chanceOf(a));
  return ranked.slice(0, sure.length > 0 ? most : 1);
}

/** How likely each kind is, in the order of the kinds. */
function chancesOf(evidence: KindEvidence, numbered: NumberedWords): Float64Array {
  const sums = new Float64Array(claimKinds.length);
  const { words, numbers, table, roles: rolesOf } = weights();
  const add = (sign: number, value: number): void => {
    const row = sign * sums.length;
    for (let kind = 0; kind < sums.length; kind++) sums[kind] = (sums[kind] ?? 0) + value * (table[row + kind] ?? 0);
  };
  const from = firstStartingFrom(numbered.tokens, evidence.content.start);
  const roles = evidence.tokens.map((_, index) => rolesOf[numbered.numberAt(from + index)]);
  addSigns(evidence, roles, (name, value) => {
    const sign = value === 0 ? undefined : numbers[name];
    if (sign !== undefined) add(sign, value);
  });
  addKnownWords(numbered, words, evidence, add);
  for (let kind = 0; kind < sums.length; kind++) sums[kind] = 1 / (1 + Math.exp(-(sums[kind] ?? 0)));
  return sums;
}

import { readFileSync, writeFileSync } from 'node:fs';

/** Something that is so or not, and what speaks for it. */
export interface Example {
  readonly isTrue: boolean;
  readonly features: readonly string[];
}

const rounds = 300;
const rate = 0.3;
const decay = 0.0002;
/** What stands in fewer examples tells more of an article than of what is asked. */
const fewest = 5;
const leastWeight = 0.05;

/** Weights of features, by logistic regression: by full gradients, each weight at a rate of its own (AdaGrad). */
export function fitLogistic(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count < fewest ? [] : [name])).sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features }) => features.flatMap((name) => index.get(name) ?? []));
  const [weights, squares] = [new Float64Array(names.length), new Float64Array(names.length)];
  for (let round = 0; round < rounds; round++) {
    const gradient = Float64Array.from(weights, (weight) => decay * weight);
    examples.forEach(({ isTrue }, i) => {
      const row = rows[i] ?? [];
      const odds = row.reduce((sum, at) => sum + (weights[at] ?? 0), 0);
      const error = (1 / (1 + Math.exp(-odds)) - (isTrue ? 1 : 0)) / examples.length;
      for (const at of row) gradient[at] = (gradient[at] ?? 0) + error;
    });
    gradient.forEach((slope, at) => {
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt((squares[at] ?? 0) + 1e-8);
    });
  }
  return new Map(names.map((name, at) => [name, weights[at] ?? 0]));
}

/** Writes weights under the header of a lexicon, a column for each of `columns`. */
export function writeWeights(file: string, columns: readonly ReadonlyMap<string, number>[]): void {
  const header = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('# '));
  const names = [...new Set(columns.flatMap((weights) => [...weights.keys()]))].sort();
  const rows = names.flatMap((name) => {
    const weights = columns.map((of) => of.get(name) ?? 0);
    return weights.every((weight) => Math.abs(weight) < leastWeight)
      ? []
      : [[name, ...weights.map((weight) => weight.toFixed(2))].join('\t')];
  });
  writeFileSync(file, `${[...header, ...rows].join('\n')}\n`);
}

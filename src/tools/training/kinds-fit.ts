import type { ClaimKind } from '../../document/types.js';
import { claimKinds } from '../../document/types.js';

/** A sentence with the kinds that it was annotated with, and the features of each claim in it. */
export interface KindsExample {
  /** The article that it comes from; folds keep one together. */
  readonly group: string;
  /** Hans, Hant or Latn; '' where nobody says. */
  readonly script: string;
  readonly kinds: readonly ClaimKind[];
  readonly claims: readonly ReadonlyMap<string, number>[];
}

/** A weight for each kind, by feature. */
export type KindWeights = ReadonlyMap<string, readonly number[]>;

const rounds = 400;
const rate = 0.3;
/** How strongly a sign is drawn to what the scheme says, and a word to nothing. */
const decay = { sign: 0.002, word: 0.0005, bias: 0.0002 };
const steepness = 3;
/** A word or pair that stands in fewer claims tells more of an article than of a kind. */
const leastClaims = 4;

/** What the scheme says by itself, before any text is read: a sure marker of a kind makes it as likely as not. */
const scheme: readonly (readonly [feature: string, kind: ClaimKind, weight: number])[] = [
  ['figure', 'statistic', 1],
  ['small-number', 'statistic', 0.4],
  ['happening', 'event', 1],
  ['past-time', 'event', 0.4],
  ['cue-announce', 'event', 0.6],
  ['sure-prediction', 'event', -0.5],
  ['sure-norm', 'event', -0.5],
  ['judging', 'evaluation', 1],
  ['quote-direct', 'evaluation', 0.35],
  ['quote-mixed', 'evaluation', 0.35],
  ['foreseeing', 'prediction', 0.5],
  ['future-time', 'prediction', 0.5],
  ['cue-predict', 'prediction', 1],
  ['alike', 'comparison', 1],
  ['record', 'comparison', 0.7],
  ['change', 'comparison', 0.5],
  ['than-that', 'comparison', 0.3],
  ['sway', 'cause', 0.7],
  ['change-as', 'cause', 0.3],
  ['cue-of-cause', 'cause', 0.5],
  ['cue-of-event', 'event', 0.4],
  ['cue-of-state', 'state', 0.4],
];

const kindCount = claimKinds.length;

function prior(index: ReadonlyMap<string, number>): Float64Array {
  const weights = new Float64Array(index.size * kindCount);
  const put = (feature: string, kind: ClaimKind, weight: number): void => {
    const at = index.get(feature);
    if (at !== undefined) weights[at * kindCount + claimKinds.indexOf(kind)] = weight * steepness;
  };
  for (const kind of claimKinds) {
    put('bias', kind, kind === 'state' ? -0.2 : -1);
    put(`marker-${kind}`, kind, 1);
    put(`hint-${kind}`, kind, 0.33);
    put(`cue-of-${kind}`, kind, 1);
  }
  for (const [feature, kind, weight] of scheme) put(feature, kind, weight);
  return weights;
}

/** The features of a claim by number. */
interface Row {
  readonly features: Int32Array;
  readonly values: Float64Array;
}

/**
 * Logistic regression by full gradients, drawn towards what the scheme says; of several claims of a sentence the one that
 * is likeliest of a kind stands for it.
 */
export function fitKinds(examples: readonly KindsExample[]): KindWeights {
  const names = namesOf(examples);
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ claims }) => claims.map((claim) => toRow(claim, index)));
  const start = prior(index);
  const pulls = names.map((name) => decay[name === 'bias' ? 'bias' : isWord(name) ? 'word' : 'sign']);
  const weights = prior(index);
  const gradient = new Float64Array(weights.length);
  const squares = new Float64Array(weights.length);
  for (let round = 0; round < rounds; round++) {
    gradient.fill(0);
    examples.forEach(({ kinds }, at) => {
      claimKinds.forEach((kind, column) => {
        const best = likeliest(weights, rows[at] ?? [], column);
        if (best === null) return;
        descend(gradient, best.row, column, (best.chance - (kinds.includes(kind) ? 1 : 0)) / examples.length);
      });
    });
    step(weights, start, gradient, squares, pulls);
  }
  return new Map(names.map((name, at) => [name, [...weights.subarray(at * kindCount, (at + 1) * kindCount)]]));
}

/** What is fitted, sorted: every sign, and the words that are frequent enough. */
function namesOf(examples: readonly KindsExample[]): string[] {
  const counts = new Map<string, number>();
  for (const { claims } of examples)
    for (const claim of claims) for (const name of claim.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (isWord(name) && count < leastClaims ? [] : [name])).sort();
}

function isWord(name: string): boolean {
  return /^(?:words?|tags):/.test(name);
}

function toRow(claim: ReadonlyMap<string, number>, index: ReadonlyMap<string, number>): Row {
  const known = [...claim].flatMap(([name, value]) => {
    const at = index.get(name);
    return at === undefined ? [] : [{ at, value }];
  });
  return {
    features: Int32Array.from(known, ({ at }) => at),
    values: Float64Array.from(known, ({ value }) => value),
  };
}

function likeliest(
  weights: Float64Array,
  rows: readonly Row[],
  column: number,
): { readonly row: Row; readonly chance: number } | null {
  let best: Row | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const sum = sumOf(weights, row, column);
    if (sum > most) [best, most] = [row, sum];
  }
  return best === null ? null : { row: best, chance: 1 / (1 + Math.exp(-most)) };
}

function sumOf(weights: Float64Array, { features, values }: Row, column: number): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++)
    sum += (values[i] ?? 0) * (weights[(features[i] ?? 0) * kindCount + column] ?? 0);
  return sum;
}

function descend(gradient: Float64Array, { features, values }: Row, column: number, error: number): void {
  for (let i = 0; i < features.length; i++) {
    const at = (features[i] ?? 0) * kindCount + column;
    gradient[at] = (gradient[at] ?? 0) + error * (values[i] ?? 0);
  }
}

/** A step against the gradient, each weight at a rate of its own (AdaGrad). */
function step(
  weights: Float64Array,
  start: Float64Array,
  gradient: Float64Array,
  squares: Float64Array,
  pulls: readonly number[],
): void {
  for (let at = 0; at < weights.length; at++) {
    const own = weights[at] ?? 0;
    const slope = (gradient[at] ?? 0) + (pulls[Math.floor(at / kindCount)] ?? 0) * (own - (start[at] ?? 0));
    const square = (squares[at] ?? 0) + slope * slope;
    squares[at] = square;
    weights[at] = own - (rate * slope) / Math.sqrt(square + 1e-8);
  }
}

/** How likely a claim is of the kind number `column`. */
export function chanceOf(weights: KindWeights, features: ReadonlyMap<string, number>, column: number): number {
  let sum = 0;
  for (const [name, value] of features) sum += value * (weights.get(name)?.[column] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

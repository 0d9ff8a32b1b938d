import { labelCount, mayBegin, mayEnd, mayFollow } from '../../models/labels.js';

/** A sentence to learn from: features as indexes of weights, and for each unit the labels that the data allows. */
export interface Example {
  readonly length: number;
  readonly starts: Int32Array;
  readonly features: Int32Array;
  /** `length` × `labelCount`: 1 where the label is allowed. */
  readonly allowed: Uint8Array;
}

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the L1 term that drives weights to zero. */
  readonly sparsity: number;
  /** Share of features that each visit leaves out. */
  readonly dropout: number;
  readonly seed: number;
}

const labels = labelCount;
const pairs = Array.from({ length: labels * labels }, (_, i) => i).filter((i) =>
  mayFollow(Math.floor(i / labels), i % labels),
);
const froms = Int32Array.from(pairs, (pair) => Math.floor(pair / labels));
const tos = Int32Array.from(pairs, (pair) => pair % labels);
const begins = Uint8Array.from({ length: labels }, (_, label) => (mayBegin(label) ? 1 : 0));
const ends = Uint8Array.from({ length: labels }, (_, label) => (mayEnd(label) ? 1 : 0));

/** A small generator of random numbers (mulberry32): the same seed gives the same run. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A linear-chain CRF, trained by AdaGrad on the likelihood of all label sequences that the data allows: a name whose
 * type the data leaves open is learned as one of several.
 */
export class CrfTrainer {
  readonly weights: Float32Array;
  readonly transitions = new Float32Array(labels * labels);
  readonly #squares: Float32Array;
  readonly #touched: Int32Array;
  readonly #transitionSquares = new Float32Array(labels * labels);
  #step = 0;

  constructor(readonly featureCount: number) {
    this.weights = new Float32Array(featureCount * labels);
    this.#squares = new Float32Array(featureCount * labels);
    this.#touched = new Int32Array(featureCount * labels);
  }

  /** Visits all examples `epochs` times in seeded random order. */
  train(examples: readonly Example[], options: TrainingOptions, report: (epoch: number, loss: number) => void): void {
    const random = randomFrom(options.seed);
    const order = examples.map((_, i) => i);
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
      }
      let loss = 0;
      for (const index of order) {
        const example = examples[index];
        if (example !== undefined && example.length > 0) loss += this.#learn(example, options, random);
      }
      report(epoch, loss);
    }
    this.#shrinkAll(options);
  }

  /** Drops the features `kept` says no to from one visit. */
  #learn(example: Example, options: TrainingOptions, random: () => number): number {
    this.#step++;
    const { length, starts, features, allowed } = example;
    const kept = new Uint8Array(features.length).fill(1);
    if (options.dropout > 0) for (let i = 0; i < kept.length; i++) if (random() < options.dropout) kept[i] = 0;
    const scores = this.scoresOf(example, kept);
    const moves = Float64Array.from(pairs, (pair) => Math.exp(this.transitions[pair] ?? 0));
    const free = run(scores, length, moves, null);
    const bound = run(scores, length, moves, allowed);
    const { rate, sparsity } = options;
    for (let t = 0; t < length; t++)
      for (let label = 0; label < labels; label++) {
        const gradient = (bound.marginals[t * labels + label] ?? 0) - (free.marginals[t * labels + label] ?? 0);
        if (Math.abs(gradient) < 1e-3) continue;
        for (let i = starts[t] ?? 0; i < (starts[t + 1] ?? 0); i++)
          if (kept[i] === 1) this.#update((features[i] ?? 0) * labels + label, gradient, rate, sparsity);
      }
    for (let p = 0; p < pairs.length; p++) {
      const gradient = (bound.pairs[p] ?? 0) - (free.pairs[p] ?? 0);
      if (Math.abs(gradient) < 1e-4) continue;
      const at = pairs[p] ?? 0;
      const square = (this.#transitionSquares[at] ?? 0) + gradient * gradient;
      this.#transitionSquares[at] = square;
      this.transitions[at] = (this.transitions[at] ?? 0) + (rate * gradient) / Math.sqrt(square + 1);
    }
    return free.logPartition - bound.logPartition;
  }

  #update(at: number, gradient: number, rate: number, sparsity: number): void {
    const square = (this.#squares[at] ?? 0) + gradient * gradient;
    this.#squares[at] = square;
    const pace = rate / Math.sqrt(square + 0.1);
    const idle = this.#step - (this.#touched[at] ?? 0);
    this.#touched[at] = this.#step;
    const moved = (this.weights[at] ?? 0) + pace * gradient;
    const shrink = pace * sparsity * idle;
    this.weights[at] = moved > shrink ? moved - shrink : moved < -shrink ? moved + shrink : 0;
  }

  #shrinkAll({ rate, sparsity }: TrainingOptions): void {
    for (let at = 0; at < this.weights.length; at++) {
      if (this.weights[at] === 0) continue;
      const pace = rate / Math.sqrt((this.#squares[at] ?? 0) + 0.1);
      const shrink = pace * sparsity * (this.#step - (this.#touched[at] ?? 0));
      const weight = this.weights[at] ?? 0;
      this.weights[at] = weight > shrink ? weight - shrink : weight < -shrink ? weight + shrink : 0;
    }
  }

  /** The score of each label at each unit. */
  scoresOf({ length, starts, features }: Example, kept: Uint8Array | null): Float64Array {
    const scores = new Float64Array(length * labels);
    for (let t = 0; t < length; t++) {
      const row = t * labels;
      for (let i = starts[t] ?? 0; i < (starts[t + 1] ?? 0); i++) {
        if (kept !== null && kept[i] === 0) continue;
        const from = (features[i] ?? 0) * labels;
        for (let label = 0; label < labels; label++)
          scores[row + label] = (scores[row + label] ?? 0) + (this.weights[from + label] ?? 0);
      }
    }
    return scores;
  }
}

interface Expectations {
  readonly logPartition: number;
  readonly marginals: Float64Array;
  readonly pairs: Float64Array;
}

/** Forward and backward over the labels that are allowed, each unit scaled to one. */
function run(scores: Float64Array, length: number, moves: Float64Array, allowed: Uint8Array | null): Expectations {
  const psi = new Float64Array(length * labels);
  const forward = new Float64Array(length * labels);
  const backward = new Float64Array(length * labels);
  let logPartition = 0;
  for (let t = 0; t < length; t++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < labels; j++) {
      const score = scores[t * labels + j] ?? 0;
      if ((allowed === null || allowed[t * labels + j] === 1) && score > top) top = score;
    }
    for (let j = 0; j < labels; j++)
      if (allowed === null || allowed[t * labels + j] === 1)
        psi[t * labels + j] = Math.exp((scores[t * labels + j] ?? 0) - top);
    logPartition += top;
    const row = t * labels;
    if (t === 0) for (let j = 0; j < labels; j++) forward[j] = (begins[j] ?? 0) * (psi[j] ?? 0);
    else {
      const before = row - labels;
      for (let p = 0; p < froms.length; p++) {
        const to = row + (tos[p] ?? 0);
        forward[to] = (forward[to] ?? 0) + (forward[before + (froms[p] ?? 0)] ?? 0) * (moves[p] ?? 0);
      }
      for (let j = 0; j < labels; j++) forward[row + j] = (forward[row + j] ?? 0) * (psi[row + j] ?? 0);
    }
    if (t === length - 1) for (let j = 0; j < labels; j++) forward[row + j] = (forward[row + j] ?? 0) * (ends[j] ?? 0);
    let sum = 0;
    for (let j = 0; j < labels; j++) sum += forward[row + j] ?? 0;
    logPartition += Math.log(sum);
    for (let j = 0; j < labels; j++) forward[row + j] = (forward[row + j] ?? 0) / sum;
  }
  const expected = new Float64Array(froms.length);
  const last = (length - 1) * labels;
  for (let j = 0; j < labels; j++) backward[last + j] = ends[j] ?? 0;
  const pull = new Float64Array(labels);
  for (let t = length - 1; t > 0; t--) {
    const row = t * labels;
    const before = row - labels;
    for (let j = 0; j < labels; j++) pull[j] = (backward[row + j] ?? 0) * (psi[row + j] ?? 0);
    let total = 0;
    for (let p = 0; p < froms.length; p++) {
      const from = before + (froms[p] ?? 0);
      const share = (moves[p] ?? 0) * (pull[tos[p] ?? 0] ?? 0);
      backward[from] = (backward[from] ?? 0) + share;
      total += (forward[from] ?? 0) * share;
    }
    for (let p = 0; p < froms.length; p++)
      expected[p] =
        (expected[p] ?? 0) +
        ((forward[before + (froms[p] ?? 0)] ?? 0) * (moves[p] ?? 0) * (pull[tos[p] ?? 0] ?? 0)) / total;
    let sum = 0;
    for (let j = 0; j < labels; j++) sum += backward[before + j] ?? 0;
    for (let j = 0; j < labels; j++) backward[before + j] = (backward[before + j] ?? 0) / sum;
  }
  const marginals = new Float64Array(length * labels);
  for (let t = 0; t < length; t++) {
    let sum = 0;
    for (let j = t * labels; j < (t + 1) * labels; j++) {
      marginals[j] = (forward[j] ?? 0) * (backward[j] ?? 0);
      sum += marginals[j] ?? 0;
    }
    for (let j = t * labels; j < (t + 1) * labels; j++) marginals[j] = (marginals[j] ?? 0) / sum;
  }
  return { logPartition, marginals, pairs: expected };
}

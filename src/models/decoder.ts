import type { Span } from '../document/span.js';
import type { Features } from './feature-writer.js';
import { Workspace } from './kernels.js';
import { labelCount, type ModelType, partOf, typeOf } from './labels.js';
import { confidences, type Model } from './model.js';
import type { Network } from './network.js';
import { Search } from './search.js';

/** A name that a model finds: units from `start` to `end`, and how much it is to be trusted. */
export interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly type: ModelType;
  readonly confidence: number;
  /** By how much the best reading with this name beats the best one without it. */
  readonly margin: number;
}

/** How many weights a feature has in memory: a multiple of eight. */
const rowWidth = (labelCount + 7) & ~7;

/**
 * By how much a name must be behind what stands outside of names for the network not to be asked: it sees six tenths of the text then,
 * and of 2,611 names in news and encyclopaedic text six came out otherwise.
 */
const doubt = 100;
const impossible = -(1 << 24);

/** Finds the best sequence of labels, all in integers. */
export class Decoder {
  readonly #margins: Int32Array;
  /** Open addressing, two numbers a slot: a feature, and the place of its row of weights; 0 where it is free. */
  readonly #slots: Int32Array;
  readonly #space = new Workspace();
  /** A bit for every hash that a feature may have: most features of a text are unknown, and need no look into the table. */
  readonly #sieve = new Int32Array(1 << 14);
  /** By the model alone, and with what the network adds. */
  readonly #search: Search;
  readonly #joint: Search;
  readonly #network: Network | undefined;
  #scores = new Int32Array(0);
  /** The features of a unit that the sieve lets through. */
  #known = new Int32Array(1 << 8);

  /** With a network, its scores are added to the model's. */
  constructor(model: Model, network?: Network) {
    const { features, starts, labels, weights, transitions, margins } = model;
    this.#margins = margins;
    this.#network = network;
    this.#search = new Search(transitions);
    this.#joint = new Search(transitions.map((cost, move) => cost + (network?.transitions[move] ?? 0)));
    let size = 1 << 10;
    while (size < features.length * 2) size *= 2;
    this.#slots = new Int32Array(size * 2);
    const rows = new Int8Array(features.length * rowWidth);
    for (let index = 0; index < features.length; index++)
      for (let w = starts[index] ?? 0; w < (starts[index + 1] ?? 0); w++)
        rows[index * rowWidth + (labels[w] ?? 0)] = weights[w] ?? 0;
    const table = this.#space.put(rows);
    features.forEach((feature, index) => {
      let slot = (feature ^ (feature >>> 16)) & (size - 1);
      while (this.#slots[slot * 2 + 1] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot * 2] = feature;
      this.#slots[slot * 2 + 1] = table + index * rowWidth;
      const bit = feature >>> 13;
      this.#sieve[bit >> 5] = (this.#sieve[bit >> 5] ?? 0) | (1 << (bit & 31));
    });
  }

  /** The names of a sentence, in order. `inputs` is what the network sees of it. */
  decode(features: Features, inputs?: Features): Tagged[] {
    const { length } = features;
    if (length === 0) return [];
    this.#score(features);
    const network = this.#network;
    if (network === undefined || inputs === undefined) return this.#namesIn(0, length);
    const stretches = this.#doubtful(length);
    for (const { start, end } of joined(stretches, network.reach, length))
      network.addScores(inputs, this.#scores, start, end);
    return stretches.flatMap(({ start, end }) => this.#namesIn(start, end));
  }

  /** Where the model alone does not rule out a name, with the unit before and the one behind, which are made to be outside. */
  #doubtful(length: number): Span[] {
    const possible = this.#search.possibleNames(this.#scores, length, doubt);
    const stretches: Span[] = [];
    for (let start = possible.indexOf(1); start >= 0; ) {
      const after = possible.indexOf(0, start);
      const end = after < 0 ? length : after;
      if (start > 0) this.#rule(start - 1);
      if (end < length) this.#rule(end);
      stretches.push({ start: Math.max(0, start - 1), end: Math.min(length, end + 1) });
      start = possible.indexOf(1, end);
    }
    return stretches;
  }

  /** Leaves a unit no label but outside. */
  #rule(unit: number): void {
    this.#scores.fill(impossible, unit * labelCount + 1, (unit + 1) * labelCount);
  }

  /** The names in the units from `from` to `to`. */
  #namesIn(from: number, to: number): Tagged[] {
    const length = to - from;
    const scores = this.#scores.subarray(from * labelCount, to * labelCount);
    const path = this.#joint.path(scores, length);
    const first = path.findIndex((label) => label !== 0);
    if (first < 0) return [];
    this.#joint.lookBack(scores, length, first);
    const best = this.#joint.bestWithout(-1, length - 1, length);
    const names: Tagged[] = [];
    let start = -1;
    for (let t = 0; t < length; t++) {
      const label = path[t] ?? 0;
      const part = partOf(label);
      const type = typeOf(label);
      if (part === 'B' || part === 'S') start = t;
      if (type === undefined || (part !== 'E' && part !== 'S')) continue;
      const without = (unit: number): number => this.#joint.bestWithout(path[unit] ?? 0, unit, length);
      const margin = best - Math.max(without(start), without(t));
      names.push({ start: from + start, end: from + t + 1, type, margin, confidence: this.#confidence(margin) });
    }
    return names;
  }

  #confidence(margin: number): number {
    let level = 0;
    while (level + 1 < confidences.length && margin >= (this.#margins[level + 1] ?? 0)) level++;
    return confidences[level] ?? 0.5;
  }

  #score({ length, starts: units, ids }: Features): void {
    if (this.#scores.length < length * labelCount) this.#scores = new Int32Array(length * labelCount * 2);
    const startsAt = this.#space.free;
    const rowsAt = startsAt + ((length + 4) & ~3) * 4;
    const out = (rowsAt + (units[length] as number) * 4 + 15) & ~15;
    this.#space.reserve(out + length * rowWidth * 4);
    const { buffer } = this.#space;
    const starts = new Int32Array(buffer, startsAt, length + 1);
    const rows = new Int32Array(buffer, rowsAt, units[length]);
    let count = 0;
    starts[0] = 0;
    for (let t = 0; t < length; t++) {
      count = this.#rowsOf(this.#sift(ids, units[t] as number, units[t + 1] as number), rows, count);
      starts[t + 1] = count;
    }
    this.#space.kernels.sums(out, length, rowsAt, startsAt, rowWidth);
    const sums = new Int32Array(buffer, out, length * rowWidth);
    const scores = this.#scores;
    for (let t = 0; t < length; t++)
      for (let label = 0; label < labelCount; label++)
        scores[t * labelCount + label] = sums[t * rowWidth + label] as number;
  }

  /** Puts the rows of the first features of `#known` into `rows` from `at` on, and gives where they end. */
  #rowsOf(size: number, rows: Int32Array, at: number): number {
    const [slots, known] = [this.#slots, this.#known];
    const mask = slots.length / 2 - 1;
    let end = at;
    for (let i = 0; i < size; i++) {
      const id = known[i] as number;
      let slot = (id ^ (id >>> 16)) & mask;
      while (slots[slot * 2] !== id && slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      const row = slots[slot * 2 + 1] as number;
      if (row !== 0) rows[end++] = row;
    }
    return end;
  }

  /** Puts what the sieve lets through of the features from `from` to `to` into `#known`, without a branch, and gives how many. */
  #sift(ids: Int32Array, from: number, to: number): number {
    if (this.#known.length < to - from) this.#known = new Int32Array((to - from) * 2);
    const [sieve, known] = [this.#sieve, this.#known];
    let count = 0;
    for (let i = from; i < to; i++) {
      const id = ids[i] as number;
      const bit = id >>> 13;
      known[count] = id;
      count += ((sieve[bit >> 5] as number) >>> (bit & 31)) & 1;
    }
    return count;
  }
}

/** Spans of units with `reach` more to each side, as one where they touch. */
function joined(spans: readonly Span[], reach: number, length: number): Span[] {
  const wide: Span[] = [];
  for (const { start, end } of spans) {
    const from = Math.max(0, start - reach);
    const to = Math.min(length, end + reach);
    const last = wide.at(-1);
    if (last !== undefined && from <= last.end) wide[wide.length - 1] = { start: last.start, end: to };
    else wide.push({ start: from, end: to });
  }
  return wide;
}

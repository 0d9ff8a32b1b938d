import type { Span } from '../document/span.js';
import type { Features } from './feature-writer.js';
import { Workspace } from './kernels.js';
import { labelCount, type ModelType, partOf, typeOf } from './labels.js';
import { confidences, type Model } from './model.js';
import type { Network } from './network.js';
import { RowTable } from './row-table.js';
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

/** How many weights of a feature are summed up: a multiple of eight. Each row has a line of the processor's cache. */
const rowWidth = (labelCount + 7) & ~7;
const rowStride = 64;

/**
 * By how much a name must be behind what stands outside of names for the network not to be asked: it sees six tenths of the text then,
 * and of 2,611 names in news and encyclopaedic text six came out otherwise.
 */
const doubt = 100;
const impossible = -(1 << 24);

/** Finds the best sequence of labels, all in integers. */
export class Decoder {
  readonly #margins: Int32Array;
  readonly #table: RowTable;
  /** Where the rows of weights are in memory. */
  readonly #rows: number;
  readonly #space = new Workspace();
  /** By the model alone, and with what the network adds. */
  readonly #search: Search;
  readonly #joint: Search;
  readonly #network: Network | undefined;
  #scores = new Int32Array(0);

  /** With a network, its scores are added to the model's. */
  constructor(model: Model, network?: Network) {
    const { features, starts, labels, weights, transitions, margins } = model;
    this.#margins = margins;
    this.#network = network;
    this.#search = new Search(transitions);
    this.#joint = new Search(transitions.map((cost, move) => cost + (network?.transitions[move] ?? 0)));
    this.#table = new RowTable(features);
    const rows = new Int8Array((features.length + 1) * rowStride);
    for (let index = 0; index < features.length; index++)
      for (let w = starts[index] ?? 0; w < (starts[index + 1] ?? 0); w++)
        rows[(index + 1) * rowStride + (labels[w] ?? 0)] = weights[w] ?? 0;
    this.#rows = this.#space.put(rows);
  }

  /** The names of a sentence, in order. `inputs` is what the network sees of it. */
  decode(features: Features, inputs?: Features): Tagged[] {
    const { length } = features;
    if (length === 0) return [];
    this.#score(features);
    const network = this.#network;
    if (network === undefined || inputs === undefined) return this.#namesIn(0, length);
    const stretches = this.#doubtful(length);
    for (const { start, end } of joined(stretches, network.reach)) network.addScores(inputs, this.#scores, start, end);
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
    const count = units[length] as number;
    new Int32Array(buffer, startsAt, length + 1).set(units.subarray(0, length + 1));
    this.#table.putPlaces(ids, 0, count, new Int32Array(buffer, rowsAt, count), this.#rows, rowStride);
    this.#space.kernels.sums(out, length, rowsAt, startsAt, rowWidth);
    const sums = new Int32Array(buffer, out, length * rowWidth);
    const scores = this.#scores;
    for (let t = 0; t < length; t++)
      for (let label = 0; label < labelCount; label++)
        scores[t * labelCount + label] = sums[t * rowWidth + label] as number;
  }
}

/** Spans in order, as one where no more than `gap` units stand between them. */
function joined(spans: readonly Span[], gap: number): Span[] {
  const wide: Span[] = [];
  for (const span of spans) {
    const last = wide.at(-1);
    if (last !== undefined && span.start <= last.end + gap)
      wide[wide.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else wide.push(span);
  }
  return wide;
}

import type { Span } from '../document/span.js';
import type { Features } from './feature-writer.js';
import { Workspace } from './kernels.js';
import { labelCount, type ModelType, partOf, scoreWidth, typeOf } from './labels.js';
import { confidences, type Model } from './model.js';
import type { Network } from './network.js';
import { RowTable } from './row-table.js';
import { type Scores, Search } from './search.js';

/** A name that a model finds: units from `start` to `end`, and how much it is to be trusted. */
export interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly type: ModelType;
  readonly confidence: number;
  /** By how much the best reading with this name beats the best one without it. */
  readonly margin: number;
}

/** Each row of weights has a line of the processor's cache. */
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

  /** With a network, its scores are added to the model's. */
  constructor(model: Model, network?: Network) {
    const { features, starts, labels, weights, transitions, margins } = model;
    this.#margins = margins;
    this.#network = network;
    this.#search = new Search(transitions, this.#space);
    this.#joint = new Search(
      transitions.map((cost, move) => cost + (network?.transitions[move] ?? 0)),
      this.#space,
    );
    this.#table = new RowTable(features, this.#space);
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
    const scores = this.#score(features);
    const network = this.#network;
    if (network === undefined || inputs === undefined) return this.#namesIn(scores, 0, length);
    const stretches = this.#doubtful(scores);
    for (const { start, end } of joined(stretches, network.reach))
      network.addScores(inputs, this.#space.cells, scores.at >>> 2, start, end);
    return stretches.flatMap(({ start, end }) => this.#namesIn(scores, start, end));
  }

  /** Where the model alone does not rule out a name, with the unit before and the one behind, which are made to be outside. */
  #doubtful(scores: Scores): Span[] {
    const { length } = scores;
    const possible = this.#search.possibleNames(scores, doubt);
    const stretches: Span[] = [];
    for (let start = possible.indexOf(1); start >= 0; ) {
      const after = possible.indexOf(0, start);
      const end = after < 0 ? length : after;
      if (start > 0) this.#rule(scores, start - 1);
      if (end < length) this.#rule(scores, end);
      stretches.push({ start: Math.max(0, start - 1), end: Math.min(length, end + 1) });
      start = possible.indexOf(1, end);
    }
    return stretches;
  }

  /** Leaves a unit no label but outside. */
  #rule({ at }: Scores, unit: number): void {
    const row = (at >>> 2) + unit * scoreWidth;
    this.#space.cells.fill(impossible, row + 1, row + labelCount);
  }

  /** The names in the units from `from` to `to`. */
  #namesIn({ at, free }: Scores, from: number, to: number): Tagged[] {
    const length = to - from;
    const scores = { at: at + from * scoreWidth * 4, length, free };
    const path = this.#joint.path(scores);
    const first = path.findIndex((label) => label !== 0);
    if (first < 0) return [];
    this.#joint.lookBack(scores, first);
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

  /** The scores of the model alone. */
  #score({ length, starts, ids }: Features): Scores {
    const at = this.#space.free;
    const free = at + length * scoreWidth * 4;
    const placesAt = free + (length + 1) * 4;
    const count = starts[length] as number;
    this.#space.reserve(placesAt + count * 4);
    const { cells } = this.#space;
    cells.fill(0, at >>> 2, free >>> 2);
    cells.set(starts.subarray(0, length + 1), free >>> 2);
    this.#table.putPlaces(ids, 0, count, placesAt, this.#rows, rowStride);
    this.#space.kernels.sums(at, length, placesAt, free);
    return { at, length, free };
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

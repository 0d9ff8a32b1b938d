import { readFileSync } from 'node:fs';
import type { Features } from './feature-writer.js';
import { type Kernels, Workspace } from './kernels.js';
import { labelCount } from './labels.js';
import { modelPath } from './model.js';

/**
 * A small network over the inputs of a sentence: the sum of a row for each input, hidden layers that look further and further
 * to each side, and a score for each label. All whole numbers.
 */
export interface Weights {
  /** Hashes of the inputs, ascending; the row of each has `width` cells in `rows`. */
  readonly inputs: Int32Array;
  readonly rows: Int8Array;
  readonly width: number;
  /** Bias of the sum, and by how many bits the sum is widened. */
  readonly base: Int16Array;
  readonly widen: number;
  /** The hidden layers, then the one of the scores. */
  readonly layers: readonly Layer[];
  /** `labelCount` × `labelCount`, from the row's label to the column's. */
  readonly transitions: Int16Array;
}

/** Weights by cell, then by what the cell sees; a product is narrowed by `shift` bits. */
export interface Layer {
  /** How many units before and behind a hidden layer sees, beside the unit itself. */
  readonly reach: number;
  readonly weights: Int16Array;
  readonly bias: Int32Array;
  readonly shift: number;
}

/** A layer in memory. */
interface Placed {
  readonly weights: number;
  readonly bias: number;
  readonly shift: number;
  readonly reach: number;
}

/** How many scores a unit has in memory: a multiple of four. */
const scoreWidth = (labelCount + 3) & ~3;
const magic = 0x324d4e57;

/** Scores each label of each unit of a sentence. */
export class Network {
  readonly #space = new Workspace();
  readonly #kernels: Kernels = this.#space.kernels;
  readonly #width: number;
  readonly #widen: number;
  readonly #hidden: readonly Placed[];
  readonly #last: Placed;
  /** Empty units at both ends of a sentence. */
  readonly #edge: number;
  readonly #base: number;
  readonly transitions: Int16Array;
  /** Open addressing, two numbers a slot: an input, and the place of its row; 0 where it is free. */
  readonly #slots: Int32Array;
  /** Where the part of memory begins that each sentence uses anew. */
  readonly #free: number;

  constructor({ inputs, rows, width, base, widen, layers, transitions }: Weights) {
    // A copy: it would keep all bytes of the file, whose rows are copied below.
    this.transitions = transitions.slice();
    this.#width = width;
    this.#widen = widen;
    const put = (part: Int8Array | Int16Array | Int32Array): number => this.#space.put(part);
    const table = put(rows);
    this.#base = put(base);
    const placed = layers.map(({ weights, bias, shift, reach }) => ({
      weights: put(weights),
      bias: put(bias),
      shift,
      reach,
    }));
    const last = placed.pop();
    if (last === undefined) throw new Error('A network has no layer.');
    this.#hidden = placed;
    this.#last = last;
    this.#edge = Math.max(...layers.map(({ reach }) => reach));
    this.#free = this.#space.free;
    let size = 1 << 10;
    while (size < inputs.length * 2) size *= 2;
    this.#slots = new Int32Array(size * 2);
    inputs.forEach((input, index) => {
      let slot = (input ^ (input >>> 16)) & (size - 1);
      while (this.#slots[slot * 2 + 1] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot * 2] = input;
      this.#slots[slot * 2 + 1] = table + index * width;
    });
  }

  /** How many units to each side a score depends on. */
  get reach(): number {
    return this.#hidden.reduce((sum, { reach }) => sum + reach, 0);
  }

  /**
   * Adds the score of each label of each unit from `from` to `to` to `sums`, `labelCount` a unit of the whole sentence. Only these units
   * are seen: the scores of the first and last ones are as those of a shorter sentence, up to `reach` of them.
   */
  addScores({ length: whole, starts, ids }: Features, sums: Int32Array, from = 0, to = whole): void {
    const width = this.#width;
    const length = to - from;
    const count = (starts[to] ?? 0) - (starts[from] ?? 0);
    const startsAt = this.#free;
    const rowsAt = startsAt + ((length + 4) & ~3) * 4;
    const edge = this.#edge * width * 2;
    const cells = length * width * 2 + 2 * edge;
    const first = (rowsAt + count * 4 + 15) & ~15;
    const second = first + cells;
    const out = second + cells;
    this.#space.reserve(out + length * scoreWidth * 4);
    const { buffer } = this.#kernels.memory;
    const rows = new Int32Array(buffer, rowsAt, count);
    new Int32Array(buffer, startsAt, length + 1).set(this.#rowsOf(ids, starts, from, to, rows));
    for (const at of [first, first + cells - edge, second, second + cells - edge])
      new Uint8Array(buffer, at, edge).fill(0);
    this.#kernels.gather(first + edge, length, rowsAt, startsAt, this.#base, width, this.#widen);
    this.#run(length, first + edge, second + edge, out);
    const scores = new Int32Array(buffer, out, length * scoreWidth);
    for (let t = 0; t < length; t++)
      for (let label = 0; label < labelCount; label++) {
        const at = (from + t) * labelCount + label;
        sums[at] = (sums[at] as number) + (scores[t * scoreWidth + label] as number);
      }
  }

  /** The hidden layers by turns from `first` to `second` and back, then the scores. */
  #run(length: number, first: number, second: number, out: number): void {
    const size = this.#width * 2;
    let [from, to] = [first, second];
    for (const { weights, bias, reach, shift } of this.#hidden) {
      this.#kernels.hidden(to, from, weights, bias, length, size, reach * size, shift);
      [from, to] = [to, from];
    }
    const { weights, bias, shift } = this.#last;
    this.#kernels.scores(out, from, weights, bias, length, size, scoreWidth, shift);
  }

  /** Puts the rows of the known inputs of the units from `from` to `to` into `rows`, and gives where those of each unit begin. */
  #rowsOf(ids: Int32Array, starts: Int32Array, from: number, to: number, rows: Int32Array): Int32Array {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    const begins = new Int32Array(to - from + 1);
    let count = 0;
    for (let t = from; t < to; t++) {
      const last = starts[t + 1] as number;
      for (let i = starts[t] as number; i < last; i++) {
        const id = ids[i] as number;
        let slot = (id ^ (id >>> 16)) & mask;
        while (slots[slot * 2] !== id && slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
        const row = slots[slot * 2 + 1] as number;
        if (row !== 0) rows[count++] = row;
      }
      begins[t - from + 1] = count;
    }
    return begins;
  }
}

/**
 * Reads a network from its file: a head of numbers of 32 bits, then its parts in the order of `Weights`, little-endian.
 *
 * @throws Error if the bytes are of another format or set of labels: a broken installation.
 */
export function unpackNetwork(bytes: Uint8Array): Weights {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const [found, labels, inputs = 0, width = 0, widen = 0, hidden = 0] = new Int32Array(buffer, 0, 6);
  if (found !== magic || labels !== labelCount)
    throw new Error('The network of names has another format; train it again.');
  let at = 24;
  const take = (size: number): number => {
    at += size;
    return at - size;
  };
  const shapes = new Int32Array(buffer, take((hidden + 1) * 8), (hidden + 1) * 2);
  const hashes = new Int32Array(buffer, take(inputs * 4), inputs);
  const layers = Array.from({ length: hidden + 1 }, (_, index): Layer => {
    const [sees, cells] = index < hidden ? [width * 3, width] : [width, scoreWidth];
    const bias = new Int32Array(buffer, take(cells * 4), cells);
    const weights = new Int16Array(buffer, take(sees * cells * 2), sees * cells);
    return { bias, weights, reach: shapes[index * 2] ?? 0, shift: shapes[index * 2 + 1] ?? 0 };
  });
  const base = new Int16Array(buffer, take(width * 2), width);
  const transitions = new Int16Array(buffer, take(labelCount * labelCount * 2), labelCount * labelCount);
  const rows = new Int8Array(buffer, take(inputs * width), inputs * width);
  return { inputs: hashes, rows, width, base, widen, layers, transitions };
}

export type NetworkName = 'network-zh' | 'network-en';

/**
 * Reads a network that comes with the package.
 *
 * @throws Error if its file is missing or of another format: a broken installation.
 */
export function readNetwork(name: NetworkName): Weights {
  return unpackNetwork(readFileSync(modelPath(`${name}.bin`)));
}

import { readFileSync } from 'node:fs';
import type { Features } from './feature-writer.js';
import { type Kernels, Workspace } from './kernels.js';
import { labelCount, scoreWidth } from './labels.js';
import { modelPath } from './model.js';
import { RowTable } from './row-table.js';

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
  readonly #table: RowTable;
  /** Where the rows of the inputs are in memory. */
  readonly #rows: number;
  /** Where the part of memory begins that each sentence uses anew. */
  readonly #free: number;

  constructor({ inputs, rows, width, base, widen, layers, transitions }: Weights) {
    // A copy: it would keep all bytes of the file, whose rows are copied below.
    this.transitions = transitions.slice();
    this.#width = width;
    this.#widen = widen;
    const put = (part: Int8Array | Int16Array | Int32Array): number => this.#space.put(part);
    this.#table = new RowTable(inputs, this.#space);
    const all = new Int8Array(rows.length + width);
    all.set(rows, width);
    this.#rows = put(all);
    this.#base = put(base);
    const place = ({ bias, shift, reach }: Layer, weights: Int16Array): Placed => ({
      weights: put(weights),
      bias: put(bias),
      shift,
      reach,
    });
    const last = layers.at(-1);
    if (last === undefined) throw new Error('A network has no layer.');
    this.#hidden = layers.slice(0, -1).map((layer) => place(layer, turned(layer.weights, width)));
    this.#last = place(last, last.weights);
    this.#edge = Math.max(...layers.map(({ reach }) => reach));
    this.#free = this.#space.free;
  }

  /** How many units to each side a score depends on. */
  get reach(): number {
    return this.#hidden.reduce((sum, { reach }) => sum + reach, 0);
  }

  /**
   * Adds the score of each label of each unit from `from` to `to` to `sums`, where the row of the sentence's first unit begins at `at`:
   * rows of `scoreWidth` cells. What lies further from them than `reach` is not looked at.
   */
  addScores({ length: whole, starts, ids }: Features, sums: Int32Array, at = 0, from = 0, to = whole): void {
    let rest = this.reach;
    const [first, last] = [Math.max(0, from - rest), Math.min(whole, to + rest)];
    const size = this.#width * 2;
    const startsAt = this.#free;
    const rowsAt = startsAt + (last - first + 1) * 4;
    const edge = this.#edge * size;
    const span = (last - first) * size + 2 * edge;
    const begin = starts[first] as number;
    const count = (starts[last] as number) - begin;
    const left = ((rowsAt + count * 4 + 15) & ~15) + edge;
    const right = left + span;
    const out = right + span - edge;
    const lists = out + (to - from) * scoreWidth * 4;
    this.#space.reserve(lists + (last - first + 2 * this.#edge) * (size * 3 + 32));
    const { cells } = this.#space;
    for (let t = first; t <= last; t++) cells[(startsAt >>> 2) + t - first] = (starts[t] as number) - begin;
    this.#table.putPlaces(ids, begin, begin + count, rowsAt, this.#rows, this.#width);
    for (const start of [left, right]) {
      cells.fill(0, (start - edge) >>> 2, start >>> 2);
      cells.fill(0, (start + span - 2 * edge) >>> 2, (start + span - edge) >>> 2);
    }
    this.#kernels.gather(left, last - first, rowsAt, startsAt, this.#base, this.#width, this.#widen);
    let [here, there] = [left, right];
    for (const { weights, bias, reach, shift } of this.#hidden) {
      // Only what the layers behind this one will look at.
      rest -= reach;
      const [start, end] = [Math.max(0, from - rest), Math.min(whole, to + rest)];
      const skipped = (start - first) * size;
      const [seen, made] = [here + skipped, there + skipped];
      this.#kernels.hidden(made, seen, weights, bias, end - start, size, reach * size, shift, lists);
      [here, there] = [there, here];
    }
    const { weights, bias, shift } = this.#last;
    this.#kernels.scores(out, here + (from - first) * size, weights, bias, to - from, size, scoreWidth, shift);
    const sumsAt = at + from * scoreWidth;
    for (let i = 0; i < (to - from) * scoreWidth; i++)
      sums[sumsAt + i] = (sums[sumsAt + i] as number) + (cells[(out >>> 2) + i] as number);
  }
}

/** The weights of a hidden layer by what its `width` cells see, then by cell: what is zero, as most is, is left out whole. */
function turned(weights: Int16Array, width: number): Int16Array {
  const sees = weights.length / width;
  return weights.map((_, i) => weights[(i % width) * sees + Math.floor(i / width)] as number);
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

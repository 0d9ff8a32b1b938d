import type { Workspace } from './kernels.js';

/** Finds the row of weights of a feature by its hash. Each hash stands in one of two places. */
export class RowTable {
  readonly #space: Workspace;
  /** How many bits of a hash tell its place, and where the slots are in memory. */
  readonly #bits: number;
  readonly #slots: number;

  /** All hashes differ. The first has row 1; row 0 stands for the hashes that are not there. */
  constructor(hashes: Int32Array, space: Workspace) {
    this.#space = space;
    let bits = Math.max(4, Math.ceil(Math.log2(hashes.length * 1.25)));
    let slots = slotsOf(hashes, bits);
    while (slots === null) slots = slotsOf(hashes, ++bits);
    this.#bits = bits;
    this.#slots = space.put(slots);
  }

  /**
   * Puts a place for each of `ids` from `from` to `to` into the memory, from the byte `at` on: where its row begins, of rows of `width`
   * bytes of which row 0 is at `base`.
   */
  putPlaces(ids: Int32Array, from: number, to: number, at: number, base: number, width: number): void {
    this.#space.cells.set(ids.subarray(from, to), at >>> 2);
    this.#space.kernels.places(at, to - from, this.#slots, this.#bits, base, width);
  }
}

/**
 * A slot has the number of a row in its last `bits`, and before them those of the hash that do not tell its place; the second half is for
 * the second places. Null where the hashes do not find room.
 */
function slotsOf(hashes: Int32Array, bits: number): Int32Array | null {
  const rows = new Int32Array(2 << bits);
  for (let index = 0; index < hashes.length; index++) if (!insert(rows, hashes, bits, index + 1)) return null;
  const mask = (1 << bits) - 1;
  return rows.map((row, place) => {
    if (row === 0) return 0;
    const hash = hashes[row - 1] as number;
    return (place <= mask ? hash << bits : hash & ~mask) | row;
  });
}

/** Puts a row into one of its places; what stood there moves to its other one, and so on. False where that goes round. */
function insert(rows: Int32Array, hashes: Int32Array, bits: number, row: number): boolean {
  const size = 1 << bits;
  let moving = row;
  for (let turn = 0; turn < 64 && moving !== 0; turn++) {
    const hash = hashes[moving - 1] as number;
    const place = turn % 2 === 0 ? hash >>> (32 - bits) : size + (hash & (size - 1));
    const there = rows[place] as number;
    rows[place] = moving;
    moving = there;
  }
  return moving === 0;
}

/**
 * Finds the row of weights of a feature by its hash. Each hash stands in one of two places, which are looked at without a branch: in
 * a text known and unknown features alternate as they like, and a wrong guess of the processor costs more than a look in vain.
 */
export class RowTable {
  /** Two numbers a slot: a hash, and its row; 0 where it is free. The second half is for the second places. */
  #slots: Int32Array;
  /** How many bits of a hash tell its place. */
  #bits: number;

  /** All hashes differ. The first has row 1; row 0 stands for the hashes that are not there. */
  constructor(hashes: Int32Array) {
    this.#bits = Math.max(4, Math.ceil(Math.log2(hashes.length * 1.25)));
    this.#slots = new Int32Array(4 << this.#bits);
    for (let index = 0; index < hashes.length; ) {
      if (this.#insert(hashes[index] as number, index + 1)) index++;
      else {
        this.#bits++;
        this.#slots = new Int32Array(4 << this.#bits);
        index = 0;
      }
    }
  }

  /**
   * Puts a place for each of `ids` from `from` to `to` into `places`, from `at` on: where its row begins, of rows of `width` bytes of
   * which row 0 is at `base`.
   */
  putPlaces(
    ids: Int32Array,
    from: number,
    to: number,
    places: Int32Array,
    at: number,
    base: number,
    width: number,
  ): void {
    const slots = this.#slots;
    const shift = 32 - this.#bits;
    const mask = (1 << this.#bits) - 1;
    const half = 2 << this.#bits;
    const first = at - from;
    for (let i = from; i < to; i++) {
      const id = ids[i] as number;
      const one = (id >>> shift) * 2;
      const other = half + (id & mask) * 2;
      const inOne = (slots[one] as number) ^ id;
      const inOther = (slots[other] as number) ^ id;
      // All bits of the sign are set where the two differ, none where they are equal.
      const row =
        ((slots[one + 1] as number) & ~((inOne | -inOne) >> 31)) |
        ((slots[other + 1] as number) & ~((inOther | -inOther) >> 31));
      places[first + i] = base + row * width;
    }
  }

  /** Puts a hash into one of its places; what stood there moves to its other one, and so on. False where that goes round. */
  #insert(hash: number, row: number): boolean {
    const slots = this.#slots;
    const half = 2 << this.#bits;
    let [moving, its] = [hash, row];
    for (let turn = 0; turn < 64; turn++) {
      const place = turn % 2 === 0 ? (moving >>> (32 - this.#bits)) * 2 : half + (moving & ((1 << this.#bits) - 1)) * 2;
      const [there, of] = [slots[place] as number, slots[place + 1] as number];
      slots[place] = moving;
      slots[place + 1] = its;
      if (of === 0) return true;
      [moving, its] = [there, of];
    }
    return false;
  }
}

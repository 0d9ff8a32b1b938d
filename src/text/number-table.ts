/** Positive numbers by numbers below 2³¹, in a flat array: a map of numbers takes several times as long to ask. */
export class NumberTable {
  /** Keys with their values beside them; a value of 0 stands where there is no key. */
  readonly #slots: Int32Array;

  constructor(entries: ReadonlyMap<number, number>) {
    let size = 16;
    while (size < entries.size * 2) size *= 2;
    this.#slots = new Int32Array(size * 2);
    for (const [key, value] of entries) {
      const at = this.#placeOf(key);
      this.#slots[at] = key;
      this.#slots[at + 1] = value;
    }
  }

  /** What stands for `key`, 0 if nothing does. */
  at(key: number): number {
    return this.#slots[this.#placeOf(key) + 1] ?? 0;
  }

  #placeOf(key: number): number {
    const mask = this.#slots.length / 2 - 1;
    const mixed = Math.imul(key, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.#slots[slot * 2 + 1] !== 0 && this.#slots[slot * 2] !== key) slot = (slot + 1) & mask;
    return slot * 2;
  }
}

/** Positive numbers by numbers below 2³¹, in two flat arrays: a map of numbers takes several times as long to ask. */
export class NumberTable {
  readonly #keys: Int32Array;
  readonly #values: Int32Array;

  constructor(entries: ReadonlyMap<number, number>) {
    let size = 16;
    while (size < entries.size * 2) size *= 2;
    this.#keys = new Int32Array(size);
    this.#values = new Int32Array(size);
    for (const [key, value] of entries) {
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#values[slot] = value;
    }
  }

  /** What stands for `key`, 0 if nothing does. */
  at(key: number): number {
    return this.#values[this.#slotOf(key)] ?? 0;
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    const mixed = Math.imul(key, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.#values[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}

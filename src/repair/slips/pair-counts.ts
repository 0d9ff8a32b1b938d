/** Counts of pairs of UTF-16 units, in open addressing: a `Map` with keys over 2^31 is several times slower. */
export class PairCounts {
  #keys = new Uint32Array(1 << 16);
  #counts = new Uint32Array(1 << 16);
  #size = 0;

  /** Adds `count` to the pair. Neither unit is 0. */
  add(first: number, second: number, count: number): void {
    if (this.#size * 2 >= this.#keys.length) this.#grow();
    const key = ((first << 16) | second) >>> 0;
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = key;
      this.#size++;
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + count;
  }

  get(first: number, second: number): number {
    return this.#counts[this.#slotOf(((first << 16) | second) >>> 0)] ?? 0;
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> 7;
    for (slot &= mask; this.#keys[slot] !== 0 && this.#keys[slot] !== key; slot = (slot + 1) & mask);
    return slot;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Uint32Array(keys.length * 4);
    this.#counts = new Uint32Array(keys.length * 4);
    keys.forEach((key, i) => {
      if (key === 0) return;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#counts[slot] = counts[i] ?? 0;
    });
  }
}

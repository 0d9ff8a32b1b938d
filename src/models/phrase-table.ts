import { mix, seed } from './hash.js';

/**
 * Phrases with the classes that they belong to, a set of bits, found by hash: every phrase that starts at a place of a
 * text is met on one walk that stops where no phrase goes on.
 */
export class PhraseTable {
  #keys: Int32Array<ArrayBuffer>;
  #classes: Int32Array<ArrayBuffer>;
  #used: Uint8Array<ArrayBuffer>;
  #size = 0;

  constructor(capacity = 1 << 15) {
    this.#keys = new Int32Array(capacity);
    this.#classes = new Int32Array(capacity);
    this.#used = new Uint8Array(capacity);
  }

  /** Reads a table from the bytes of `pack`. */
  static unpack(bytes: Uint8Array): PhraseTable {
    const count = Math.floor(bytes.length / 5);
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + count * 5);
    const keys = new Int32Array(buffer, 0, count);
    let capacity = 1 << 10;
    while (capacity < count * 2) capacity *= 2;
    const table = new PhraseTable(capacity);
    for (let i = 0; i < count; i++) table.#put(keys[i] as number, bytes[count * 4 + i] as number);
    return table;
  }

  /** The table as bytes, if its classes fit into eight bits: every key in order, then the classes of each. */
  pack(): Uint8Array {
    const slots = [...this.#used.keys()].filter((slot) => this.#used[slot] === 1);
    slots.sort((a, b) => (this.#keys[a] ?? 0) - (this.#keys[b] ?? 0));
    const keys = Int32Array.from(slots, (slot) => this.#keys[slot] ?? 0);
    const classes = Uint8Array.from(slots, (slot) => this.#classes[slot] ?? 0);
    return Buffer.concat([Buffer.from(keys.buffer), Buffer.from(classes.buffer)]);
  }

  /** Adds classes to a phrase. */
  add(phrase: string, classes: number): void {
    let hash = seed;
    for (let i = 0; i < phrase.length; i++) {
      hash = mix(hash, phrase.charCodeAt(i));
      this.#put(hash, i === phrase.length - 1 ? classes : 0);
    }
  }

  /** Calls `found` with end and classes of every phrase that starts at `start` and ends by `limit`. */
  forEachAt(text: string, start: number, limit: number, found: (end: number, classes: number) => void): void {
    let hash = seed;
    for (let i = start; i < limit; i++) {
      hash = mix(hash, text.charCodeAt(i));
      const slot = this.#slotOf(hash);
      if (this.#used[slot] === 0) return;
      const classes = this.#classes[slot] ?? 0;
      if (classes !== 0) found(i + 1, classes);
    }
  }

  #slotOf(hash: number): number {
    const mask = this.#keys.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (this.#used[slot] === 1 && this.#keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #put(hash: number, classes: number): void {
    if (this.#size * 2 > this.#keys.length) this.#grow();
    const slot = this.#slotOf(hash);
    if (this.#used[slot] === 0) this.#size++;
    this.#used[slot] = 1;
    this.#keys[slot] = hash;
    this.#classes[slot] = (this.#classes[slot] ?? 0) | classes;
  }

  #grow(): void {
    const [keys, classes, used] = [this.#keys, this.#classes, this.#used];
    this.#keys = new Int32Array(keys.length * 2);
    this.#classes = new Int32Array(keys.length * 2);
    this.#used = new Uint8Array(keys.length * 2);
    used.forEach((full, old) => {
      if (full === 0) return;
      const slot = this.#slotOf(keys[old] ?? 0);
      this.#used[slot] = 1;
      this.#keys[slot] = keys[old] ?? 0;
      this.#classes[slot] = classes[old] ?? 0;
    });
  }
}

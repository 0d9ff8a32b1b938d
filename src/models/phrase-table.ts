import { mix, seed } from './hash.js';

/**
 * Phrases with the classes that they belong to, a set of bits, found by hash: every phrase that starts at a place of a
 * text is met on one walk that stops where no phrase goes on.
 */
export class PhraseTable {
  /** Open addressing, two numbers a slot side by side: a hash, and its classes with `isUsed`; 0 where it is free. */
  #slots: Int32Array<ArrayBuffer>;
  #size = 0;

  /** Room for half as many phrases and beginnings of phrases as `capacity`, a power of two, before it grows. */
  constructor(capacity = 1 << 15) {
    this.#slots = new Int32Array(capacity * 2);
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
    const used: { hash: number; classes: number }[] = [];
    for (let slot = 0; slot < this.#slots.length; slot += 2)
      if (this.#slots[slot + 1] !== 0) used.push({ hash: this.#slots[slot] ?? 0, classes: this.#classesIn(slot) });
    used.sort((a, b) => a.hash - b.hash);
    const keys = Int32Array.from(used, ({ hash }) => hash);
    const classes = Uint8Array.from(used, (entry) => entry.classes);
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

  /** Calls `found` with start, end and classes of every phrase of `text` between `from` and `to`, by start and length. */
  forEachIn(
    text: string,
    from: number,
    to: number,
    found: (start: number, end: number, classes: number) => void,
  ): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let start = from; start < to; start++) {
      let hash = seed;
      for (let i = start; i < to; i++) {
        hash = mix(hash, text.charCodeAt(i));
        let slot = ((hash ^ (hash >>> 16)) * 2) & mask;
        while (slots[slot] !== hash && slots[slot + 1] !== 0) slot = (slot + 2) & mask;
        const bits = slots[slot + 1] as number;
        if (bits === 0) break;
        if (bits !== isUsed) found(start, i + 1, bits & ~isUsed);
      }
    }
  }

  #classesIn(slot: number): number {
    return (this.#slots[slot + 1] ?? 0) & ~isUsed;
  }

  #slotOf(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = ((hash ^ (hash >>> 16)) * 2) & mask;
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & mask;
    return slot;
  }

  #put(hash: number, classes: number): void {
    if (this.#size * 4 > this.#slots.length) this.#grow();
    const slot = this.#slotOf(hash);
    if (this.#slots[slot + 1] === 0) this.#size++;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = (this.#slots[slot + 1] ?? 0) | classes | isUsed;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (let old = 0; old < before.length; old += 2) {
      if (before[old + 1] === 0) continue;
      const slot = this.#slotOf(before[old] ?? 0);
      this.#slots[slot] = before[old] ?? 0;
      this.#slots[slot + 1] = before[old + 1] ?? 0;
    }
  }
}

/** The bit that no class has, set in every slot in use. */
const isUsed = 1 << 31;

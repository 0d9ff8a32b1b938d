/**
 * Counts of words, in flat arrays: a `Map` of as many strings takes five times the memory. Words are asked for by their place in a
 * text, so that no piece of it is cut out.
 */
export class WordCounts {
  /** The number of a word and one by its hash, in open addressing; 0 where there is none. */
  #slots: Int32Array;
  /** The UTF-16 units of all words, one word behind the other. */
  #units: Uint16Array;
  /** Where each word starts; behind the last, where the next will. */
  #starts: Uint32Array;
  #counts: Uint32Array;
  #size = 0;

  /** Room for `words` words of `units` units in all, to begin with. */
  constructor({ words = 1 << 10, units = 1 << 12 } = {}) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(words * 2)));
    this.#units = new Uint16Array(units);
    this.#starts = new Uint32Array(words + 1);
    this.#counts = new Uint32Array(words + 1);
  }

  /** Gives the word that stands from `start` to `end` of `text` its count. */
  set(text: string, start: number, end: number, count: number): void {
    if (this.#size * 2 >= this.#slots.length) this.#growSlots();
    const slot = this.#slotOf(text, start, end);
    let number = (this.#slots[slot] ?? 0) - 1;
    if (number < 0) {
      number = this.#append(text, start, end);
      this.#slots[slot] = number + 1;
    }
    this.#counts[number] = count;
  }

  /** The count of the word that stands from `start` to `end` of `text`; 0 where it is none. */
  get(text: string, start: number, end: number): number {
    const number = (this.#slots[this.#slotOf(text, start, end)] ?? 0) - 1;
    return number < 0 ? 0 : (this.#counts[number] ?? 0);
  }

  /**
   * Puts the counts of the words that stand at `start` of `text` and have one unit, two, and so on up to `longest` or the end of the
   * text into `counts`; 0 where there is none. Gives how many these are.
   */
  countFrom(text: string, start: number, longest: number, counts: Float64Array): number {
    const size = Math.min(longest, text.length - start);
    let hash = 0;
    for (let i = 0; i < size; i++) {
      hash = hashWith(hash, text.charCodeAt(start + i));
      const number = (this.#slots[this.#slotFor(hash, text, start, start + i + 1)] ?? 0) - 1;
      counts[i] = number < 0 ? 0 : (this.#counts[number] ?? 0);
    }
    return size;
  }

  /** Visits every word, which stands from `start` to `end` of `units`, with its count, in the order in which they came. */
  forEach(visit: (units: Uint16Array, start: number, end: number, count: number) => void): void {
    for (let number = 0; number < this.#size; number++)
      visit(this.#units, this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0, this.#counts[number] ?? 0);
  }

  #append(text: string, start: number, end: number): number {
    const number = this.#size++;
    const from = this.#starts[number] ?? 0;
    while (from + end - start > this.#units.length)
      this.#units = grown(this.#units, new Uint16Array(this.#units.length * 2));
    if (number + 1 >= this.#starts.length) {
      this.#starts = grown(this.#starts, new Uint32Array(this.#starts.length * 2));
      this.#counts = grown(this.#counts, new Uint32Array(this.#counts.length * 2));
    }
    for (let i = start; i < end; i++) this.#units[from + i - start] = text.charCodeAt(i);
    this.#starts[number + 1] = from + end - start;
    return number;
  }

  #slotOf(text: string, start: number, end: number): number {
    let hash = 0;
    for (let i = start; i < end; i++) hash = hashWith(hash, text.charCodeAt(i));
    return this.#slotFor(hash, text, start, end);
  }

  #slotFor(hash: number, text: string, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0 || this.#isAt(number, text, start, end)) return slot;
    }
  }

  #isAt(number: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[number] ?? 0;
    if ((this.#starts[number + 1] ?? 0) - from !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#units[from + i - start] !== text.charCodeAt(i)) return false;
    return true;
  }

  #growSlots(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    for (let number = 0; number < this.#size; number++) {
      const word = String.fromCharCode(...this.#units.subarray(this.#starts[number], this.#starts[number + 1]));
      this.#slots[this.#slotOf(word, 0, word.length)] = number + 1;
    }
  }
}

function hashWith(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1) ^ (hash >>> 15);
}

function grown<T extends Uint16Array | Uint32Array>(before: T, after: T): T {
  after.set(before);
  return after;
}

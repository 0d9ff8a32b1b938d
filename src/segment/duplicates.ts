import type { Span } from '../document/span.js';

const gram = 12;
const threshold = 0.8;
const base = 0x01000193;

/**
 * For each paragraph, whether text before it already holds it: at least 80 % of its 12-character runs stood earlier.
 * Runs are compared and not lines, for a repeated teaser is often cut at another place. Time and space grow with the
 * length of the text alone.
 */
export function coveredByEarlier(text: string, paragraphs: readonly Span[]): boolean[] {
  const long = paragraphs.filter(({ start, end }) => end - start >= 2 * gram - 1);
  if (long.length < 2) return paragraphs.map(() => false);
  const runs = new RunTable(
    text,
    long.reduce((sum, { start, end }) => sum + end - start, 0),
  );
  return paragraphs.map(({ start, end }) => {
    const total = end - start - gram + 1;
    if (total < gram) return false;
    return runs.countAndAdd(start, end) >= threshold * total;
  });
}

/** The runs of `gram` units seen so far, by the offset of their first occurrence; open addressing on a rolling hash. */
class RunTable {
  readonly #text: string;
  readonly #offsets: Int32Array;
  readonly #mask: number;
  /** What the unit that leaves the window weighs. */
  readonly #weight: number;

  constructor(text: string, size: number) {
    this.#text = text;
    const capacity = 2 ** Math.ceil(Math.log2(size * 2 + 1));
    this.#offsets = new Int32Array(capacity).fill(-1);
    this.#mask = capacity - 1;
    let weight = 1;
    for (let i = 1; i < gram; i++) weight = Math.imul(weight, base);
    this.#weight = weight;
  }

  /** How many runs between `start` and `end` began before `start`; the others are seen from now on. */
  countAndAdd(start: number, end: number): number {
    const text = this.#text;
    let hash = 0;
    let known = 0;
    for (let i = start; i < end; i++) {
      if (i - start >= gram) hash = (hash - Math.imul(text.charCodeAt(i - gram), this.#weight)) | 0;
      hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
      const at = i - gram + 1;
      if (at < start) continue;
      const slot = this.#slot(hash, at);
      const first = this.#offsets[slot] ?? -1;
      if (first < 0) this.#offsets[slot] = at;
      else if (first < start) known++;
    }
    return known;
  }

  #slot(hash: number, at: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const other = this.#offsets[slot] ?? -1;
      if (other < 0 || this.#same(other, at)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #same(a: number, b: number): boolean {
    for (let i = 0; i < gram; i++) if (this.#text.charCodeAt(a + i) !== this.#text.charCodeAt(b + i)) return false;
    return true;
  }
}

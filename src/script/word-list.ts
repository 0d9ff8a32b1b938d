import { unitAt } from '../text/units.js';

const noMatch = -1;
const longestKey = 31;
const alone = 1;
const more = 2;

/**
 * A list of OpenCC's, `key value|key value|…`: what is written for what, found by its longest key at a place. Its words are not taken
 * out of it: tables of numbers say where its keys begin, which takes a fifth of the memory of a Map.
 */
export class WordList {
  /** Where a key begins in the list, and one, by the hash of the key; 0 where there is none. */
  readonly #slots: Int32Array;
  /** For each UTF-16 unit whether it is a key (`alone`) and whether longer ones start with it (`more`). */
  readonly #starts = new Uint8Array(0x10000);
  /** The lengths of the keys that start with two units, by the hash of the two, as bits. */
  readonly #pairLengths: Int32Array;

  constructor(private readonly list: string) {
    const size = sizeFor(list.split('|').length);
    this.#slots = new Int32Array(size);
    this.#pairLengths = new Int32Array(size);
    for (const [start, end] of keyPlaces(list)) this.#add(start, end);
  }

  #add(start: number, end: number): void {
    const { list } = this;
    const length = end - start;
    if (length > longestKey) throw new Error(`The key "${list.slice(start, end)}" is too long.`);
    this.#slots[this.#slotOf(list, start, length)] = start + 1;
    const first = list.charCodeAt(start);
    this.#starts[first] = (this.#starts[first] ?? 0) | (length === 1 ? alone : more);
    if (length === 1) return;
    const pair = this.#pairOf(list, start);
    this.#pairLengths[pair] = (this.#pairLengths[pair] ?? 0) | (1 << (length - 1));
  }

  /** Length of the longest key that starts at `at` of `text` and ends by `limit`; -1 if none does. */
  lengthAt(text: string, at: number, limit: number): number {
    const starts = this.#starts[text.charCodeAt(at)] ?? 0;
    if (starts === 0) return noMatch;
    if ((starts & more) !== 0 && at + 1 < limit) {
      let mask = this.#pairLengths[this.#pairOf(text, at)] ?? 0;
      while (mask !== 0) {
        const length = 32 - Math.clz32(mask);
        if (at + length <= limit && this.#slots[this.#slotOf(text, at, length)] !== 0) return length;
        mask &= ~(1 << (length - 1));
      }
    }
    return (starts & alone) !== 0 ? 1 : noMatch;
  }

  /** What is written for `key`, which is one of its keys. */
  get(key: string): string {
    const start = (this.#slots[this.#slotOf(key, 0, key.length)] ?? 0) - 1;
    if (start < 0) return key;
    const bar = this.list.indexOf('|', start);
    return this.list.slice(start + key.length + 1, bar < 0 ? this.list.length : bar);
  }

  *keys(): Iterable<string> {
    for (const [start, end] of keyPlaces(this.list)) yield this.list.slice(start, end);
  }

  /** The slot of the key that stands at `at` of a text, or the free one where it would be put. */
  #slotOf(text: string, at: number, length: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(text, at, length) & mask;
    for (let start = this.#slots[slot] ?? 0; start !== 0; start = this.#slots[slot] ?? 0) {
      if (this.#isKeyAt(start - 1, text, at, length)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #isKeyAt(start: number, text: string, at: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (this.list.charCodeAt(start + i) !== text.charCodeAt(at + i)) return false;
    return this.list.charCodeAt(start + length) === space;
  }

  #pairOf(text: string, at: number): number {
    return hashOf(text, at, 2) & (this.#pairLengths.length - 1);
  }
}

const space = 0x20;

/** Where the keys of a list start and end. */
function* keyPlaces(list: string): Iterable<readonly [number, number]> {
  for (let at = 0; at < list.length; ) {
    const end = list.indexOf(' ', at);
    yield [at, end];
    const bar = list.indexOf('|', end);
    at = bar < 0 ? list.length : bar + 1;
  }
}

/** A power of two with room for so many keys and as many free slots. */
function sizeFor(keys: number): number {
  let size = 2;
  while (size < keys * 2) size *= 2;
  return size;
}

function hashOf(text: string, at: number, length: number): number {
  let hash = 0;
  for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ unitAt(text, i), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

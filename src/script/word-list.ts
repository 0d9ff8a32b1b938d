const noMatch = -1;

/** A list of OpenCC's, `key value|key value|…`: what is written for what, found by its longest key at a place. */
export class WordList {
  readonly #values = new Map<string, string>();
  /** The lengths of the keys that start with a UTF-16 unit, and with two, as bits. */
  readonly #lengths = new Int32Array(0x10000);
  readonly #pairLengths = new Map<number, number>();

  constructor(list: string) {
    for (let at = 0; at < list.length; ) {
      const space = list.indexOf(' ', at);
      const bar = list.indexOf('|', space);
      const end = bar < 0 ? list.length : bar;
      this.#add(list.slice(at, space), list.slice(space + 1, end));
      at = end + 1;
    }
  }

  #add(key: string, value: string): void {
    if (key.length > 31) throw new Error(`The key "${key}" is too long.`);
    this.#values.set(key, value);
    const first = key.charCodeAt(0);
    const bit = 1 << (key.length - 1);
    this.#lengths[first] = (this.#lengths[first] ?? 0) | bit;
    if (key.length === 1) return;
    const pair = first * 0x10000 + key.charCodeAt(1);
    this.#pairLengths.set(pair, (this.#pairLengths.get(pair) ?? 0) | bit);
  }

  /** Length of the longest key that starts at `at` of `text` and ends by `limit`; -1 if none does. */
  lengthAt(text: string, at: number, limit: number): number {
    const first = text.charCodeAt(at);
    const lengths = this.#lengths[first] ?? 0;
    if (lengths === 0) return noMatch;
    if (lengths > 1 && at + 1 < limit) {
      let mask = this.#pairLengths.get(first * 0x10000 + text.charCodeAt(at + 1)) ?? 0;
      while (mask !== 0) {
        const length = 32 - Math.clz32(mask);
        if (at + length <= limit && this.#values.has(text.slice(at, at + length))) return length;
        mask &= ~(1 << (length - 1));
      }
    }
    return (lengths & 1) === 1 ? 1 : noMatch;
  }

  /** What is written for `key`, which is one of its keys. */
  get(key: string): string {
    return this.#values.get(key) ?? key;
  }

  keys(): Iterable<string> {
    return this.#values.keys();
  }
}

/** Numbers of words, from 1 on in their order, by where a word stands in a text: nothing is cut out of the text to look it up. */
export class WordTable {
  readonly #words: readonly string[];
  /** The numbers of the words by their hashes, 0 where there is none, and the hashes beside them; a word whose slot is taken has the next free one. */
  readonly #slots: Int32Array;

  constructor(words: readonly string[]) {
    this.#words = words;
    let size = 16;
    while (size < words.length * 2) size *= 2;
    this.#slots = new Int32Array(size * 2);
    words.forEach((word, index) => {
      const hash = hashOf(word, 0, word.length);
      let slot = hash & (size - 1);
      while (this.#slots[slot * 2] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot * 2] = index + 1;
      this.#slots[slot * 2 + 1] = hash;
    });
  }

  /** The number of the word that stands from `start` to `end`, 0 if it is none. */
  numberAt(text: string, start: number, end: number): number {
    const mask = this.#slots.length / 2 - 1;
    const hash = hashOf(text, start, end);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot * 2] ?? 0;
      if (number === 0) return 0;
      if (this.#slots[slot * 2 + 1] === hash && this.#stands(number, text, start, end)) return number;
    }
  }

  #stands(number: number, text: string, start: number, end: number): boolean {
    const word = this.#words[number - 1] ?? '';
    if (word.length !== end - start) return false;
    for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
    return true;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

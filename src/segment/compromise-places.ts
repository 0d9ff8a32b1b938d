import type { Entry, Keys, Step } from './compromise-conditions.js';
import type { Term, TermMethods } from './compromise-types.js';

/** So many places are looked at in one number. */
const window = 30;

/** Where in a stretch each key stands: a bit for each word, `window` of them in a number. */
export class Places {
  /** What any word of the stretch answers to, of which its capital is no part. */
  readonly present: number[] = [];
  readonly #isPresent: Uint8Array;
  readonly #masks: Int32Array[] = [];
  readonly #touched: number[] = [];
  readonly #methods: readonly { readonly key: number; readonly holds: (term: Term) => boolean }[];
  readonly #size: number;
  /** First parts of contractions of several words, behind which a match may go on after the second. */
  #hidden: number[] = [];
  #length = 0;

  constructor(
    private readonly keys: Keys,
    methods: TermMethods,
  ) {
    this.#size = keys.count;
    this.#isPresent = new Uint8Array(this.#size);
    this.#methods = [...keys.methods].map(([name, key]) => ({ key, holds: methods[name] ?? (() => true) }));
  }

  has(key: number): boolean {
    return this.#isPresent[key] === 1;
  }

  /** Reads the words of a stretch. */
  read(terms: readonly Term[]): void {
    this.#clear();
    this.#length = terms.length;
    while (this.#masks.length * window < terms.length + 1) this.#masks.push(new Int32Array(this.#size));
    this.#hidden = this.#masks.map(() => 0);
    const { words, tags, switches } = this.keys;
    terms.forEach((term, at) => {
      const { text, normal, machine, implicit, root, alias } = term;
      this.#add(words.get(text), at, false);
      if (normal !== '') this.#add(words.get(normal), at, true);
      if (term.switch) this.#add(switches.get(term.switch), at, true);
      if (implicit) {
        this.#add(words.get(implicit), at, true);
        if (terms[at + 1]?.implicit)
          this.#hidden[(at / window) | 0] = (this.#hidden[(at / window) | 0] ?? 0) | (1 << (at % window));
      }
      if (machine) this.#add(words.get(machine), at, true);
      if (root) this.#add(words.get(root), at, true);
      if (alias) for (const word of alias) this.#add(words.get(word), at, true);
      for (const tag of term.tags) this.#add(tags.get(tag), at, true);
      for (const { key, holds } of this.#methods) if (holds(term)) this.#add(key, at, false);
    });
  }

  #add(key: number | undefined, at: number, present: boolean): void {
    if (key === undefined) return;
    const masks = this.#masks[(at / window) | 0] as Int32Array;
    masks[key] = (masks[key] as number) | (1 << (at % window));
    this.#touched.push(key);
    if (!present || this.#isPresent[key] === 1) return;
    this.#isPresent[key] = 1;
    this.present.push(key);
  }

  #clear(): void {
    const used = Math.ceil(this.#length / window);
    for (const key of this.#touched) for (let i = 0; i < used; i++) (this.#masks[i] as Int32Array)[key] = 0;
    for (const key of this.present) this.#isPresent[key] = 0;
    this.#touched.length = 0;
    this.present.length = 0;
  }

  /** The first word from which all conditions of a rule may be met in turn; -1 if there is none. */
  firstStart({ steps, first }: Entry): number {
    for (let from = 0, index = 0; from < this.#length; from += window, index++) {
      const starts = this.#startsIn(index, Math.min(window, this.#length - from), steps);
      const lowest = first ? starts & 1 : starts & -starts;
      if (lowest !== 0) return from + 31 - Math.clz32(lowest);
      if (first) return -1;
    }
    return -1;
  }

  /** The words of a window, in bits, from which the conditions may be met; what goes on behind the window may be met there. */
  #startsIn(index: number, length: number, steps: readonly Step[]): number {
    const masks = this.#masks[index] as Int32Array;
    const hidden = this.#hidden[index] ?? 0;
    const isLast = index * window + length === this.#length;
    const words = (1 << length) - 1;
    const beyond = isLast ? 0 : 1 << length;
    // Where the conditions behind a step may be met: at first, behind all of them, anywhere.
    let after = words | (1 << length);
    for (const { groups, optional, greedy, end } of steps) {
      let met = words;
      for (const group of groups) {
        let any = 0;
        for (const key of group) any |= masks[key] as number;
        met &= any;
      }
      if (end) met &= isLast ? 1 << (length - 1) : 0;
      let before = met & (after >> 1);
      if (hidden !== 0) before |= met & hidden & ((after >> 2) | (beyond >> 1) | (beyond >> 2));
      if (greedy) for (let last = 0; last !== before; ) [last, before] = [before, before | (met & (before >> 1))];
      after = before | beyond | (optional ? after : 0);
      if (after === 0) return 0;
    }
    return after & words;
  }
}

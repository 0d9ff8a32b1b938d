/** A match of a key at a place in a text. */
interface Match<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

/**
 * A prefix tree over UTF-16 units. A node is a number; the edges are one hash table of node and unit, in flat arrays, which take a
 * tenth of the memory of a Map for each node.
 */
export class Trie<V> {
  readonly #values: V[] = [];
  /** For each node the index of its value and one, or 0. */
  #valueOf = new Int32Array(64);
  #nodes = 1;
  /** Ends and values of the keys that were found, shortest first. */
  readonly #ends: number[] = [];
  readonly #found: number[] = [];
  /** The edges: the node that an edge leaves, and one; 0 where there is none; the unit; the node that it leads to. */
  #from = new Int32Array(128);
  #unit = new Uint16Array(128);
  #to = new Int32Array(128);

  constructor(entries: Iterable<readonly [string, V]>) {
    for (const [key, value] of entries) {
      let node = 0;
      for (let i = 0; i < key.length; i++)
        node = this.#childOf(node, key.charCodeAt(i)) ?? this.#add(node, key.charCodeAt(i));
      this.#values.push(value);
      this.#valueOf[node] = this.#values.length;
    }
  }

  /** Every key that starts at `index` of `text`, shortest first. */
  matchesAt(text: string, index: number): readonly Match<V>[] {
    const count = this.#walk(text, index);
    if (count === 0) return none;
    const matches: Match<V>[] = [];
    for (let i = 0; i < count; i++) matches.push(this.#matchOf(index, i));
    return matches;
  }

  /** The longest key that starts at `index` of `text`, or null. */
  longestAt(text: string, index: number): Match<V> | null {
    const count = this.#walk(text, index);
    return count === 0 ? null : this.#matchOf(index, count - 1);
  }

  /** The longest key that starts at `index` of `text` and that `takes` takes, or null. What is refused, as most is, costs no object. */
  lastAt(text: string, index: number, takes: (start: number, end: number) => boolean): Match<V> | null {
    for (let i = this.#walk(text, index) - 1; i >= 0; i--)
      if (takes(index, this.#ends[i] ?? 0)) return this.#matchOf(index, i);
    return null;
  }

  /** Puts end and value of every key that starts at `index` into `#ends` and `#found`, shortest first, and gives how many these are. */
  #walk(text: string, index: number): number {
    let [node, count] = [0, 0];
    for (let i = index; i < text.length; i++) {
      const child = this.#childOf(node, text.charCodeAt(i));
      if (child === undefined) break;
      node = child;
      const value = this.#valueOf[node] ?? 0;
      if (value === 0) continue;
      this.#ends[count] = i + 1;
      this.#found[count++] = value;
    }
    return count;
  }

  #matchOf(start: number, i: number): Match<V> {
    return { start, end: this.#ends[i] ?? 0, value: this.#values[(this.#found[i] ?? 0) - 1] as V };
  }

  #childOf(node: number, unit: number): number | undefined {
    const slot = this.#slotOf(node, unit);
    return this.#from[slot] === 0 ? undefined : this.#to[slot];
  }

  #slotOf(node: number, unit: number): number {
    const mask = this.#from.length - 1;
    const from = node + 1;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 5;
    for (slot &= mask; this.#from[slot] !== 0; slot = (slot + 1) & mask)
      if (this.#from[slot] === from && this.#unit[slot] === unit) break;
    return slot;
  }

  #add(node: number, unit: number): number {
    if (this.#nodes * 2 >= this.#from.length) this.#grow();
    const child = this.#nodes++;
    this.#put(node + 1, unit, child);
    return child;
  }

  #put(from: number, unit: number, to: number): void {
    const slot = this.#slotOf(from - 1, unit);
    this.#from[slot] = from;
    this.#unit[slot] = unit;
    this.#to[slot] = to;
  }

  #grow(): void {
    const [from, unit, to] = [this.#from, this.#unit, this.#to];
    this.#from = new Int32Array(from.length * 2);
    this.#unit = new Uint16Array(from.length * 2);
    this.#to = new Int32Array(from.length * 2);
    for (let i = 0; i < from.length; i++) if (from[i] !== 0) this.#put(from[i] ?? 0, unit[i] ?? 0, to[i] ?? 0);
    const values = new Int32Array(this.#valueOf.length * 2);
    values.set(this.#valueOf);
    this.#valueOf = values;
  }
}

const none: readonly never[] = [];

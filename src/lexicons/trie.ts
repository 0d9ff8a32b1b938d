/** A match of a key at a place in a text. */
interface Match<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

/**
 * A prefix tree over UTF-16 units. A node is a number; the edges are one hash table of node and unit in a flat array, which takes a
 * tenth of the memory of a Map for each node. What an edge says stands side by side: a walk in a large tree mostly waits for memory.
 */
export class Trie<V> {
  readonly #values: V[] = [];
  #nodes = 1;
  /** Ends and values of the keys that were found, shortest first. */
  readonly #ends: number[] = [];
  readonly #found: number[] = [];
  /** For each edge four numbers: see `field`. */
  #edges = new Int32Array(128 * edgeSize);

  constructor(entries: Iterable<readonly [string, V]>) {
    for (const [key, value] of entries) {
      let [node, edge] = [0, -1];
      for (let i = 0; i < key.length; i++) {
        edge = this.#edgeOf(node, key.charCodeAt(i));
        if (this.#edges[edge] === 0) edge = this.#add(node, key.charCodeAt(i));
        node = this.#edges[edge + field.to] ?? 0;
      }
      this.#values.push(value);
      if (edge >= 0) this.#edges[edge + field.value] = this.#values.length;
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
      const edge = this.#edgeOf(node, text.charCodeAt(i));
      if (this.#edges[edge] === 0) break;
      node = this.#edges[edge + field.to] ?? 0;
      const value = this.#edges[edge + field.value] ?? 0;
      if (value === 0) continue;
      this.#ends[count] = i + 1;
      this.#found[count++] = value;
    }
    return count;
  }

  #matchOf(start: number, i: number): Match<V> {
    return { start, end: this.#ends[i] ?? 0, value: this.#values[(this.#found[i] ?? 0) - 1] as V };
  }

  /** The place of the edge that leaves a node by a unit, or the free one that it would have. */
  #edgeOf(node: number, unit: number): number {
    const edges = this.#edges;
    const mask = edges.length / edgeSize - 1;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 5;
    for (slot &= mask; ; slot = (slot + 1) & mask) {
      const edge = slot * edgeSize;
      const from = edges[edge];
      if (from === 0 || (from === node + 1 && edges[edge + field.unit] === unit)) return edge;
    }
  }

  #add(node: number, unit: number): number {
    if (this.#nodes * 2 >= this.#edges.length / edgeSize) this.#grow();
    const edge = this.#edgeOf(node, unit);
    this.#edges[edge] = node + 1;
    this.#edges[edge + field.unit] = unit;
    this.#edges[edge + field.to] = this.#nodes++;
    return edge;
  }

  #grow(): void {
    const old = this.#edges;
    this.#edges = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += edgeSize) {
      const from = old[at] ?? 0;
      if (from === 0) continue;
      const edge = this.#edgeOf(from - 1, old[at + field.unit] ?? 0);
      for (let i = 0; i < edgeSize; i++) this.#edges[edge + i] = old[at + i] ?? 0;
    }
  }
}

const edgeSize = 4;
/** What stands where in an edge: first the node that it leaves, and one, 0 where there is none; then its unit, the node that it leads to, and the number of the value of the key that ends there, or 0. */
const field = { unit: 1, to: 2, value: 3 } as const;
const none: readonly never[] = [];

import { NumberTable } from '../text/number-table.js';

/** A match of a key at a place in a text. */
interface Match<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

/**
 * A prefix tree over UTF-16 units, in one flat array. The children of a node stand side by side in the order of their units, and what
 * goes on from them right behind: a walk in a large tree mostly waits for memory, and most of its steps go to where it is.
 */
export class Trie<V> {
  readonly #values: readonly V[];
  /** The nodes that keys begin with, by their first unit. */
  readonly #roots: NumberTable;
  /** For each node four numbers: see `field`. */
  readonly #nodes: Int32Array;
  /** Ends and values of the keys that were found, shortest first. */
  readonly #ends: number[] = [];
  readonly #found: number[] = [];

  constructor(entries: ReadonlyMap<string, V>) {
    const keys = [...entries.keys()].filter((key) => key !== '').sort();
    this.#values = keys.map((key) => entries.get(key) as V);
    const nodes: number[] = new Array(nodeSize).fill(0);
    const open: Branch[] = [{ node: 0, from: 0, to: keys.length, depth: 0 }];
    for (let branch = open.pop(); branch !== undefined; branch = open.pop())
      for (const next of addChildren(nodes, keys, branch).reverse()) open.push(next);
    this.#nodes = Int32Array.from(nodes);
    const roots = new Map<number, number>();
    const [first = 0, count = 0] = [nodes[field.first], nodes[field.count]];
    for (let node = first; node < first + count; node++) roots.set(nodes[node * nodeSize] ?? 0, node);
    this.#roots = new NumberTable(roots);
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
    const nodes = this.#nodes;
    let count = 0;
    let node = index < text.length ? this.#roots.at(text.charCodeAt(index)) : 0;
    for (let end = index + 1; node > 0; end++) {
      const value = nodes[node * nodeSize + field.value] ?? 0;
      if (value > 0) {
        this.#ends[count] = end;
        this.#found[count++] = value;
      }
      node = end < text.length ? childOf(nodes, node, text.charCodeAt(end)) : 0;
    }
    return count;
  }

  #matchOf(start: number, i: number): Match<V> {
    return { start, end: this.#ends[i] ?? 0, value: this.#values[(this.#found[i] ?? 0) - 1] as V };
  }
}

const nodeSize = 4;
/** What stands where in a node: first its unit, then its first child, how many children it has, and the number of the value of the key that ends there, or 0. */
const field = { first: 1, count: 2, value: 3 } as const;
const none: readonly never[] = [];

/** The child of a node by its unit, 0 if there is none. */
function childOf(nodes: Int32Array, node: number, unit: number): number {
  let low = nodes[node * nodeSize + field.first] ?? 0;
  const end = low + (nodes[node * nodeSize + field.count] ?? 0);
  for (let high = end; low < high; ) {
    const middle = (low + high) >> 1;
    if ((nodes[middle * nodeSize] ?? 0) < unit) low = middle + 1;
    else high = middle;
  }
  return low < end && nodes[low * nodeSize] === unit ? low : 0;
}

/** A node with the stretch of the sorted keys that lead through it, and how many of their units do. */
interface Branch {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** Adds the children of a node, and gives the branches that go on from them. */
function addChildren(nodes: number[], keys: readonly string[], { node, from, to, depth }: Branch): Branch[] {
  const first = nodes.length / nodeSize;
  const branches: Branch[] = [];
  // Of keys that begin alike the one that ends here comes first.
  for (let start = keys[from]?.length === depth ? from + 1 : from; start < to; start = branches.at(-1)?.to ?? to) {
    const key = keys[start] ?? '';
    const unit = key.charCodeAt(depth);
    let end = start + 1;
    while (end < to && keys[end]?.charCodeAt(depth) === unit) end++;
    nodes.push(unit, 0, 0, key.length === depth + 1 ? start + 1 : 0);
    branches.push({ node: first + branches.length, from: start, to: end, depth: depth + 1 });
  }
  nodes[node * nodeSize + field.first] = first;
  nodes[node * nodeSize + field.count] = branches.length;
  return branches;
}

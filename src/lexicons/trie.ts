interface Node<V> {
  readonly next: Map<number, Node<V>>;
  value: { readonly is: V } | null;
}

interface Match<V> {
  readonly start: number;
  readonly end: number;
  readonly value: V;
}

/** Most places begin no key. */
const none: readonly never[] = [];

/** A prefix tree over UTF-16 units. */
export class Trie<V> {
  readonly #root: Node<V> = { next: new Map(), value: null };

  constructor(entries: Iterable<readonly [string, V]>) {
    for (const [key, value] of entries) {
      let node = this.#root;
      for (let i = 0; i < key.length; i++) {
        const unit = key.charCodeAt(i);
        let child = node.next.get(unit);
        if (child === undefined) {
          child = { next: new Map(), value: null };
          node.next.set(unit, child);
        }
        node = child;
      }
      node.value = { is: value };
    }
  }

  /** Every key that starts at `index` of `text`, shortest first. */
  matchesAt(text: string, index: number): readonly Match<V>[] {
    let matches: Match<V>[] | null = null;
    let node: Node<V> | undefined = this.#root;
    for (let i = index; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (node === undefined) break;
      if (node.value === null) continue;
      const match = { start: index, end: i + 1, value: node.value.is };
      if (matches === null) matches = [match];
      else matches.push(match);
    }
    return matches ?? none;
  }
}

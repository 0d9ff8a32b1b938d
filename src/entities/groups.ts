import type { Link, LinkRule } from '../document/types.js';

/**
 * Union-find over indexes that remembers why two groups became one. The root is the smallest index of a group. Groups that
 * have different keys are never joined.
 */
export class Groups {
  readonly #parent: number[];
  /** By root: the key of its group, or null. */
  readonly #keys: (string | null)[];
  readonly #links: { readonly at: number; readonly link: Link }[] = [];

  /** One group for each key; what has no key may join any. */
  constructor(keys: readonly (string | null)[]) {
    this.#parent = keys.map((_, index) => index);
    this.#keys = [...keys];
  }

  find(index: number): number {
    let root = index;
    for (let parent = this.#parent[root]; parent !== undefined && parent !== root; parent = this.#parent[root])
      root = parent;
    for (let at = index; at !== root; ) {
      const parent = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = parent;
    }
    return root;
  }

  /** Makes the groups of `a` and `b` one, by a rule that saw two forms; forms that are equal need no reason. */
  join(a: number, b: number, rule: LinkRule, forms: Link['forms']): void {
    const [low, high] = [Math.min(this.find(a), this.find(b)), Math.max(this.find(a), this.find(b))];
    if (low === high) return;
    const [key = null, other = null] = [this.#keys[low], this.#keys[high]];
    if (key !== null && other !== null && key !== other) return;
    this.#parent[high] = low;
    this.#keys[low] = key ?? other;
    if (forms[0] !== forms[1]) this.#links.push({ at: low, link: { rule, forms } });
  }

  /** The groups in order of their first index, with the links that made each, in the order in which they were made. */
  list(): { members: number[]; links: Link[] }[] {
    const groups = new Map<number, { members: number[]; links: Link[] }>();
    this.#parent.forEach((_, index) => {
      const root = this.find(index);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, { members: [index], links: [] });
      else group.members.push(index);
    });
    for (const { at, link } of this.#links) groups.get(this.find(at))?.links.push(link);
    return [...groups.values()];
  }
}

/**
 * The rules by which compromise mends its tags (its `postTagger`), found by what they need. compromise asks for each
 * stretch which of 730 words and tags it has, and tries each rule that is left at every word; here each word and tag has the set of
 * places where it stands, in bits, and a rule is only tried from the first place on where all of its conditions may be met in
 * turn. The tags are the same.
 */

/** A word as compromise keeps it, and all that its rules may ask of it. What a contraction hides has no text. */
export interface Term {
  readonly text: string;
  readonly tags: ReadonlySet<string>;
  readonly normal: string;
  readonly switch?: string;
  readonly implicit?: string;
  readonly machine?: string;
  readonly root?: string;
  readonly alias?: readonly string[];
}

/** A condition of a rule on one word; what else it may hold is left to compromise. */
export interface Condition {
  readonly tag?: string;
  readonly word?: string;
  readonly switch?: string;
  readonly method?: string;
  readonly fastOr?: ReadonlySet<string>;
  readonly choices?: readonly (readonly Condition[])[];
  readonly operator?: string;
  readonly optional?: boolean;
  readonly negative?: boolean;
  readonly fuzzy?: boolean;
  readonly use?: string;
  readonly greedy?: boolean;
  readonly start?: boolean;
  readonly end?: boolean;
}

/** A rule as compromise compiles it. Words stand for themselves in its lists, tags behind a #. */
export interface Rule {
  readonly regs: readonly Condition[];
  /** All of these must stand in the stretch, */
  readonly needs: readonly string[];
  /** at least `minWant` of these, */
  readonly wants: readonly string[];
  readonly minWant: number;
  /** none of these, */
  readonly ifNo?: readonly string[];
  /** and this many words. */
  readonly minWords: number;
}

/** The rules of compromise by each word or tag that calls them, in the order in which it tries them. */
export type RuleHooks = Readonly<Record<string, readonly Rule[]>>;

/** What a rule may ask of a word by a name of its own (@hasComma). */
export type TermMethods = Readonly<Record<string, (term: Term) => boolean>>;

/** A rule that may match, and the first word at which it may. */
export interface Found {
  readonly rule: Rule;
  readonly from: number;
}

/** Gives the rules that may change a stretch, in the order in which compromise tries them. */
export type RuleFinder = (terms: readonly Term[]) => Found[];

/** A condition: one of each of these groups of keys must be met; with no group, or none that can be told beforehand, any word may. */
interface Step {
  readonly groups: readonly (readonly number[])[];
  readonly optional: boolean;
  readonly greedy: boolean;
  readonly end: boolean;
}

interface Entry {
  readonly rule: Rule;
  /** What calls the rule, in compromise's order, and its place among all rules when that calls it. */
  readonly calls: readonly { readonly key: number; readonly place: number }[];
  /** What it needs beside the rarest, under which it is found; the rarer first. */
  readonly needs: readonly number[];
  readonly wants: readonly number[];
  readonly ifNo: readonly number[];
  /** From the last to the first. */
  readonly steps: readonly Step[];
  readonly first: boolean;
  /** The stretch for which it was last looked at. */
  stretch: number;
}

/** So many places are looked at in one number. */
const window = 30;

/** The finder over the rules of `hooks`. */
export function ruleFinder(hooks: RuleHooks, methods: TermMethods): RuleFinder {
  const keys = new Keys();
  const entries = entriesByKey(hooks, keys, methods);
  const places = new Places(keys, methods);
  let stretch = 0;
  return (terms) => {
    places.read(terms);
    stretch++;
    const found: (Found & { place: number })[] = [];
    for (const key of places.present) {
      for (const entry of entries[key] ?? []) {
        if (entry.stretch === stretch) continue;
        entry.stretch = stretch;
        const from = allows(entry, terms.length, places) ? places.firstStart(entry) : -1;
        const place = from < 0 ? 0 : (entry.calls.find((call) => places.has(call.key))?.place ?? 0);
        if (from >= 0) found.push({ rule: entry.rule, from, place });
      }
    }
    return found.sort((a, b) => a.place - b.place);
  };
}

/** Numbers of the words (%Noun|Verb% among them), tags and methods that rules ask for. */
class Keys {
  readonly words = new Map<string, number>();
  readonly tags = new Map<string, number>();
  readonly switches = new Map<string, number>();
  readonly methods = new Map<string, number>();
  count = 0;

  /** The number of a word, or of a tag behind a #, as rules list them. */
  listed(key: string): number {
    if (key.startsWith('#')) return this.number(this.tags, key.slice(1));
    return /^%.*%$/.test(key) ? this.number(this.switches, key.slice(1, -1)) : this.number(this.words, key);
  }

  number(numbers: Map<string, number>, key: string): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, this.count);
    return this.count++;
  }
}

/** Each rule under the rarest thing that it needs, or where it needs nothing under all that it wants. */
function entriesByKey(hooks: RuleHooks, keys: Keys, methods: TermMethods): Entry[][] {
  const calls = new Map<Rule, { key: number; place: number }[]>();
  let place = 0;
  for (const [key, rules] of Object.entries(hooks))
    for (const rule of rules) calls.set(rule, [...(calls.get(rule) ?? []), { key: keys.listed(key), place: place++ }]);
  const commonness = (key: string) => (key.startsWith('#') ? 1000 : 0) + (hooks[key]?.length ?? 0);
  const entries: Entry[][] = [];
  for (const [rule, own] of calls) {
    const { regs, needs, wants, ifNo = [] } = rule;
    const [rarest, ...others] = [...needs].sort((a, b) => commonness(a) - commonness(b));
    const entry = {
      rule,
      calls: own,
      needs: others.map((key) => keys.listed(key)),
      wants: wants.map((key) => keys.listed(key)),
      ifNo: ifNo.map((key) => keys.listed(key)),
      steps: regs.map((condition) => stepOf(condition, keys, methods)).reverse(),
      first: regs[0]?.start === true,
      stretch: 0,
    };
    for (const key of rarest === undefined ? new Set(entry.wants) : [keys.listed(rarest)])
      entries[key] = [...(entries[key] ?? []), entry];
  }
  return entries;
}

function stepOf(condition: Condition, keys: Keys, methods: TermMethods): Step {
  const { optional = false, greedy = false, end = false } = condition;
  return { groups: groupsOf(condition, keys, methods), optional, greedy, end: end && !greedy };
}

function groupsOf(condition: Condition, keys: Keys, methods: TermMethods): number[][] {
  if (condition.operator !== 'and' || condition.choices === undefined || condition.negative) {
    const group = keysOf(condition, keys, methods);
    return group === null ? [] : [group];
  }
  return condition.choices.flatMap(([first, ...more]) => {
    const group = first === undefined || more.length > 0 ? null : keysOf(first, keys, methods);
    return group === null ? [] : [group];
  });
}

/** Keys of which a word must have one to meet the condition, or null where that cannot be told. */
function keysOf({ negative, fuzzy, use, ...condition }: Condition, keys: Keys, methods: TermMethods): number[] | null {
  if (negative || fuzzy || use !== undefined) return null;
  if (condition.tag !== undefined) return [keys.number(keys.tags, condition.tag)];
  if (condition.word !== undefined) return [keys.number(keys.words, condition.word)];
  if (condition.switch !== undefined) return [keys.number(keys.switches, condition.switch)];
  if (condition.method !== undefined)
    return methods[condition.method] === undefined ? null : [keys.number(keys.methods, condition.method)];
  if (condition.fastOr !== undefined) return [...condition.fastOr].map((word) => keys.number(keys.words, word));
  if (condition.operator !== 'or' || condition.choices === undefined) return null;
  const choices = condition.choices.map(([first, ...more]) =>
    first && more.length === 0 ? keysOf(first, keys, methods) : null,
  );
  return choices.every((own) => own !== null) ? choices.flat() : null;
}

function allows({ rule, needs, wants, ifNo }: Entry, length: number, places: Places): boolean {
  if (length < rule.minWords) return false;
  for (const key of needs) if (!places.has(key)) return false;
  for (const key of ifNo) if (places.has(key)) return false;
  if (wants.length === 0) return true;
  let met = 0;
  for (const key of wants) if (places.has(key) && ++met >= rule.minWant) return true;
  return met >= rule.minWant;
}

/** Where in a stretch each key stands: a bit for each word, `window` of them in a number. */
class Places {
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

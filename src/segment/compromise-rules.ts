/**
 * The rules by which compromise mends its tags (its `postTagger`), found by what they need. compromise asks for each
 * stretch which of 730 words and tags it has, and tries each rule that is left at every word; here the words and tags of the
 * stretch are looked up, and a rule is only tried where its first words can stand. The tags are the same.
 */

/** A condition of a rule on one word; what else it may hold is left to compromise. */
export interface Condition {
  readonly tag?: string;
  readonly word?: string;
  readonly switch?: string;
  readonly fastOr?: ReadonlySet<string>;
  readonly choices?: readonly (readonly Condition[])[];
  readonly operator?: string;
  readonly optional?: boolean;
  readonly negative?: boolean;
  readonly fuzzy?: boolean;
  readonly use?: string;
  readonly greedy?: boolean;
  readonly min?: number;
  readonly max?: number;
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

interface Entry {
  readonly rule: Rule;
  /** What calls the rule, in compromise's order, and its place among all rules when that calls it. */
  readonly calls: readonly { readonly key: string; readonly place: number }[];
  readonly lead: readonly (readonly string[])[];
}

/** Gives the rules that may change a stretch, in the order in which compromise tries them. */
export type RuleFinder = (words: readonly ReadonlySet<string>[], whole: ReadonlySet<string>) => readonly Rule[];

/** The finder over the rules of `hooks`; it is given what each word of a stretch answers to, and what all of them do. */
export function ruleFinder(hooks: RuleHooks): RuleFinder {
  const entries = entriesByKey(hooks);
  return (words, whole) => {
    const found = new Map<Rule, number>();
    for (const key of whole)
      for (const { rule, calls, lead } of entries.get(key) ?? [])
        if (!found.has(rule) && allows(rule, words.length, whole) && canStart(lead, words))
          found.set(rule, calls.find((call) => whole.has(call.key))?.place ?? 0);
    return [...found].sort(([, a], [, b]) => a - b).map(([rule]) => rule);
  };
}

/** Each rule under the rarest thing that it needs, or where it needs nothing under all that it wants. */
function entriesByKey(hooks: RuleHooks): Map<string, Entry[]> {
  const calls = new Map<Rule, { key: string; place: number }[]>();
  let place = 0;
  for (const [key, rules] of Object.entries(hooks))
    for (const rule of rules) calls.set(rule, [...(calls.get(rule) ?? []), { key, place: place++ }]);
  const commonness = (key: string) => (key.startsWith('#') ? 1000 : 0) + (hooks[key]?.length ?? 0);
  const entries = new Map<string, Entry[]>();
  for (const [rule, own] of calls) {
    const entry = { rule, calls: own, lead: leadOf(rule) };
    const [rarest] = [...rule.needs].sort((a, b) => commonness(a) - commonness(b));
    for (const key of rarest === undefined ? new Set(rule.wants) : [rarest])
      entries.set(key, [...(entries.get(key) ?? []), entry]);
  }
  return entries;
}

function allows({ needs, wants, minWant, ifNo, minWords }: Rule, length: number, whole: ReadonlySet<string>): boolean {
  if (length < minWords || !needs.every((key) => whole.has(key))) return false;
  if (ifNo?.some((key) => whole.has(key))) return false;
  return wants.length === 0 || wants.filter((key) => whole.has(key)).length >= minWant;
}

/** What the first words of a match answer to, as far as that can be told beforehand. */
function leadOf({ regs }: Rule): string[][] {
  const lead: string[][] = [];
  for (const condition of regs) {
    const keys = keysOf(condition);
    if (keys === null) break;
    lead.push(keys);
    if (condition.greedy || condition.min !== undefined || condition.max !== undefined) break;
  }
  return lead;
}

/** Words and tags of which a word must have one to meet the condition, or null where that cannot be told. */
function keysOf({ optional, negative, fuzzy, use, ...condition }: Condition): string[] | null {
  if (optional || negative || fuzzy || use !== undefined) return null;
  if (condition.tag !== undefined) return [`#${condition.tag}`];
  if (condition.word !== undefined) return [condition.word];
  if (condition.switch !== undefined) return [`%${condition.switch}%`];
  if (condition.fastOr !== undefined) return [...condition.fastOr];
  if (condition.operator !== 'or' || condition.choices === undefined) return null;
  const keys = condition.choices.map(([first, ...more]) => (first && more.length === 0 ? keysOf(first) : null));
  return keys.every((own) => own !== null) ? keys.flat() : null;
}

function canStart(lead: readonly (readonly string[])[], words: readonly ReadonlySet<string>[]): boolean {
  for (let start = 0; start + lead.length <= words.length; start++) {
    let i = 0;
    while (i < lead.length && hasAny(words[start + i], lead[i])) i++;
    if (i === lead.length) return true;
  }
  return false;
}

function hasAny(word: ReadonlySet<string> | undefined, keys: readonly string[] | undefined): boolean {
  if (word === undefined || keys === undefined) return false;
  for (const key of keys) if (word.has(key)) return true;
  return false;
}

import type { Condition, Rule, RuleHooks, TermMethods } from './compromise-types.js';

/** A condition: one of each of these groups of keys must be met; with no group, or none that can be told beforehand, any word may. */
export interface Step {
  readonly groups: readonly (readonly number[])[];
  readonly optional: boolean;
  readonly greedy: boolean;
  readonly end: boolean;
}

/** A rule with what it asks for, by the numbers of its keys. */
export interface Entry {
  readonly rule: Rule;
  /** What calls the rule, in compromise's order, and its place among all rules when that calls it. */
  readonly calls: readonly { readonly key: number; readonly place: number }[];
  /** What it needs beside the rarest, under which it is found; the rarer first. */
  readonly needs: readonly number[];
  readonly wants: readonly number[];
  /** How many of `wants`, and how many words, as in the rule; rules differ in shape, so that to ask them is slow. */
  readonly minWant: number;
  readonly minWords: number;
  readonly ifNo: readonly number[];
  /** From the last to the first. */
  readonly steps: readonly Step[];
  readonly first: boolean;
  /** The stretch for which it was last looked at. */
  stretch: number;
}

/** Numbers of the words (%Noun|Verb% among them), tags and methods that rules ask for. */
export class Keys {
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
export function entriesByKey(hooks: RuleHooks, keys: Keys, methods: TermMethods): Entry[][] {
  const calls = new Map<Rule, { key: number; place: number }[]>();
  let place = 0;
  for (const [key, rules] of Object.entries(hooks))
    for (const rule of rules) calls.set(rule, [...(calls.get(rule) ?? []), { key: keys.listed(key), place: place++ }]);
  const commonness = (key: string) => (key.startsWith('#') ? 1000 : 0) + (hooks[key]?.length ?? 0);
  const entries: Entry[][] = [];
  for (const [rule, own] of calls) {
    const { regs, needs, wants, minWant, minWords, ifNo = [] } = rule;
    const [rarest, ...others] = [...needs].sort((a, b) => commonness(a) - commonness(b));
    const entry = {
      rule,
      calls: own,
      needs: others.map((key) => keys.listed(key)),
      wants: wants.map((key) => keys.listed(key)),
      minWant,
      minWords,
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

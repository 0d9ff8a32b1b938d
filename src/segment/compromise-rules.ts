import { type Entry, entriesByKey, Keys } from './compromise-conditions.js';
import { Places } from './compromise-places.js';
import type { Rule, RuleHooks, Term, TermMethods } from './compromise-types.js';

/**
 * The rules by which compromise mends its tags (its `postTagger`), found by what they need. compromise asks for each
 * stretch which of 730 words and tags it has, and tries each rule that is left at every word; here each word and tag has the set of
 * places where it stands, in bits, and a rule is only tried from the first place on where all of its conditions may be met in
 * turn. The tags are the same.
 */

/** A rule that may match, and the first word at which it may. */
export interface Found {
  readonly rule: Rule;
  readonly from: number;
}

/** Gives the rules that may change a stretch, in the order in which compromise tries them. */
export type RuleFinder = (terms: readonly Term[]) => Found[];

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

function allows({ minWant, minWords, needs, wants, ifNo }: Entry, length: number, places: Places): boolean {
  if (length < minWords) return false;
  for (const key of needs) if (!places.has(key)) return false;
  for (const key of ifNo) if (places.has(key)) return false;
  if (wants.length === 0) return true;
  let met = 0;
  for (const key of wants) if (places.has(key) && ++met >= minWant) return true;
  return met >= minWant;
}

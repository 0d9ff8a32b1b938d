import { firstStartingFrom, type Span } from '../document/span.js';
import type { Token } from '../document/types.js';
import { hashOf, mix, seed } from './hash.js';
import type { Scratch } from './scratch.js';

/** What a rule proposes; the model weighs it as one more feature. */
export interface Hint extends Span {
  readonly type: string;
  readonly score: number;
  readonly by: string;
}

/** A sentence as a model sees it: offsets are those of `folded`. */
export interface Scene extends Span {
  readonly folded: string;
  readonly tokens: readonly Token[];
  /** Every proposal in the sentence. */
  readonly hints: readonly Hint[];
  /** The proposals that the rules alone would choose. */
  readonly chosen: readonly Hint[];
}

/** For each unit, the rules that propose a name over it, as hashes of rule, type, score and part of the name. */
export function hintsOf(units: readonly Span[], hints: readonly Hint[]): readonly (readonly number[] | undefined)[] {
  const found: number[][] = [];
  for (const hint of hints) {
    const name = mix(mix(hashOf(hint.by), hashOf(hint.type)), Math.min(9, Math.floor(hint.score * 10)));
    forEachUnit(units, hint, (unit, part) => {
      const list = found[unit];
      if (list === undefined) found[unit] = [mix(name, part)];
      else list.push(mix(name, part));
    });
  }
  return found;
}

/** For each unit, type and part of the name over it that the rules would choose; 0 where there is none. */
export function chosenOf(units: readonly Span[], chosen: readonly Hint[], scratch: Scratch): Int32Array {
  const tags = scratch.take(units.length);
  for (const hint of chosen) {
    const name = mix(seed, hashOf(hint.type));
    forEachUnit(units, hint, (unit, part) => {
      tags[unit] = mix(name, part);
    });
  }
  return tags;
}

/** Calls `found` with each unit of a name and its part in it: first, inside, last, alone as 0 to 3. */
function forEachUnit(units: readonly Span[], { start, end }: Span, found: (unit: number, part: number) => void): void {
  for (let at = firstStartingFrom(units, start); at < units.length; at++) {
    const unit = units[at];
    if (unit === undefined || unit.end > end) break;
    const [first, last] = [unit.start === start, unit.end === end];
    found(at, first && last ? 3 : first ? 0 : last ? 2 : 1);
  }
}

import { foldCharacters } from '../script/fold.js';
import type { LexiconEntry } from './settings.js';

/** A text in the form in which names are compared, and where each of its units stands in the text. */
export interface Comparable {
  readonly text: string;
  readonly starts: readonly number[];
}

const unified: Readonly<Record<string, string>> = { '’': "'", '‐': '-', '‑': '-', '–': '-' };

/**
 * A folded text as names are compared: character by character in Simplified, with one space for a run of them, none
 * between Chinese and Latin letters (Qwen 大模型 is Qwen大模型), one kind of apostrophe and hyphen. A line break stays.
 */
export function toComparable(folded: string): Comparable {
  const starts: number[] = [];
  const units: string[] = [];
  const same = foldCharacters(folded);
  for (let at = 0; at < same.length; at++) {
    const unit = same[at] ?? '';
    if (!/\s/.test(unit)) {
      starts.push(at);
      units.push(unified[unit] ?? unit);
      continue;
    }
    let end = at + 1;
    while (end < same.length && /\s/.test(same[end] ?? '')) end++;
    const breaks = /[\n\r\u2028\u2029]/.test(same.slice(at, end));
    if (breaks || isHan(same, at - 1) === isHan(same, end)) {
      starts.push(at);
      units.push(breaks ? '\n' : ' ');
    }
    at = end - 1;
  }
  return { text: units.join(''), starts };
}

function isHan(text: string, at: number): boolean {
  return /\p{Script=Han}/u.test(text[at] ?? '');
}

/** Every form under which an entry may stand in a text, the canonical ones first. */
export function formsOf({ name, en, zhHant, zhHans, aliases }: LexiconEntry): string[] {
  return [...new Set([name, en, zhHant, zhHans, ...aliases].filter((form) => form !== null))];
}

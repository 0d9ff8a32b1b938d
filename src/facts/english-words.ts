import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** What an English word does in or beside a phrase of a fact; `fact-words-en.tsv` says what each means. */
export type PhraseRole =
  | 'preposition'
  | 'ending'
  | 'particle'
  | 'start'
  | 'pronoun'
  | 'rate'
  | 'naming'
  | 'tied'
  | 'subordinate'
  | 'pointed'
  | 'elliptic'
  | 'degree'
  | 'goal'
  | 'open'
  | 'bare'
  | 'completing'
  | 'plans'
  | 'twofold'
  | 'deverbal'
  | 'gives';

const words = lazy(() =>
  openLexicon('fact-words-en', ['word', 'roles'], (row): ReadonlySet<string> => new Set(row.roles.split(' '))),
);

/** Whether a lower-case word or pair of words has a role. */
export function isEnglish(word: string, role: PhraseRole): boolean {
  return words().get(word)?.has(role) ?? false;
}

/** The longest expression of a role that begins at `at` of a lower-case text and ends with a word, or ''. */
export function englishAt(lower: string, at: number, role: PhraseRole): string {
  const match = words()
    .allAt(lower, at)
    .findLast(({ end, value }) => value.has(role) && !/[a-z]/.test(lower[end] ?? ''));
  return match === undefined ? '' : lower.slice(match.start, match.end);
}

/** The word that begins at `at`, with its hyphens and apostrophes, or ''. */
export function wordFrom(text: string, at: number): string {
  return /^[\p{L}\d]+(?:[-'’][\p{L}\d]+)*/u.exec(text.slice(at, at + 40))?.[0] ?? '';
}

/** The word of letters that ends at `end` of a lower-case text, or ''. */
export function wordUpTo(lower: string, end: number): string {
  let start = end;
  while (start > 0 && /[a-z]/.test(lower[start - 1] ?? '')) start--;
  return lower.slice(start, end);
}

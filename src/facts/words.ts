import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

const roles = [
  'adverb',
  'about',
  'lead',
  'period',
  'noun',
  'figure',
  'governs',
  'almost',
  'errand',
  'modifier',
  'foreseen',
  'light',
  'pivot',
  'spends',
  'loose',
  'uses',
  'doubt',
  'opener',
  'frame',
  'relative',
  'owned',
  'relates',
  'resolution',
  'outcome',
  'pays',
  'due',
  'mark',
  'leads',
  'foretells',
  'worked',
  'earns',
  'compound',
  'inner',
  'rate',
  'activity',
  'tail',
  'singles',
  'exceeds',
  'ongoing',
  'befalls',
  'grants',
  'founds',
  'later',
  'stands',
  'sited',
  'sends',
  'binds',
  'reacts',
  'attributive',
  'supposes',
  'contends',
  'unnamed',
  'plan',
  'confers',
  'causes',
  'says',
  'spans',
  'party',
  'aim',
  'daypart',
  'proposes',
  'condition',
] as const;

/** What a word does beside the verb of a fact; `fact-words.tsv` says what each means. */
export type WordRole = (typeof roles)[number];

const words = lazy(() =>
  openLexicon('fact-words', ['word', 'roles'], (row): ReadonlySet<string> => new Set(row.roles.split(' '))),
);

const longest = 6;

/** Whether a word of the fold has a role. */
export function hasRole(word: string, role: WordRole): boolean {
  return words().get(word)?.has(role) ?? false;
}

/** The longest word of a role, or of either of two, that begins at `at`, or ''. */
export function wordAt(folded: string, at: number, role: WordRole, other: WordRole = role): string {
  const match = words()
    .allAt(folded, at)
    .findLast(({ value }) => value.has(role) || value.has(other));
  return match === undefined ? '' : folded.slice(match.start, match.end);
}

/** The longest word of a role that ends at `end` and begins at `floor` or later, or ''. */
export function wordBefore(folded: string, end: number, floor: number, role: WordRole): string {
  for (let start = Math.max(floor, end - longest); start < end; start++) {
    const word = folded.slice(start, end);
    if (hasRole(word, role)) return word;
  }
  return '';
}

/** Whether nothing but words that say how near an English amount is stand from `from` to `to` (rose |more than| 5%). */
export function isAbout(lower: string, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const word = wordAt(lower, at, 'about');
    if (word !== '' && lower[at + word.length] === ' ') at += word.length;
    else if (/\s/.test(lower[at] ?? '')) at++;
    else return false;
  }
  return true;
}

/** Whether the first word of a text, in Latin letters of either case, has a role. */
export function opensWith(text: string, role: WordRole): boolean {
  return hasRole(/^[A-Za-z]+/.exec(text)?.[0].toLowerCase() ?? '', role);
}

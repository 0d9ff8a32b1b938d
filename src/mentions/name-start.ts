import type { Token } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { lazy } from '../text/lazy.js';
import type { Reading } from './candidate.js';
import { isAmbiguous } from './known.js';

/** Parts of speech that no name holds, unless it is the one character in its middle. */
const outside = new Set([
  'p',
  'c',
  'd',
  'r',
  'm',
  'q',
  'y',
  't',
  'u',
  'uj',
  'ul',
  'uz',
  'ug',
  'ud',
  'uv',
  'k',
  'e',
  'o',
]);

/**
 * Where a Chinese name that ends at `end` begins, by its words: back to punctuation, a verb, a preposition, a title or
 * a word of kind. At most `longest` characters; `end` itself if no word may belong to a name.
 */
export function nameStart(reading: Reading, end: number, longest: number, foreign = ''): number {
  let start = end;
  for (;;) {
    const token = reading.tokenBefore(start) ?? (start === end ? reading.wordOver(end) : undefined);
    if (token === undefined || end - token.start > longest || !belongs(reading, token, start === end, foreign)) break;
    start = token.start;
  }
  while (end - start > 2 && leads().has(reading.folded[start] ?? '') && !reading.isBoundary(start + 1)) start++;
  return start;
}

const leads = () => openWords('name-leads');

function belongs(reading: Reading, token: Token, last: boolean, foreign: string): boolean {
  const word = reading.text(token);
  if (!/^\p{Script=Han}+$/u.test(word) || leads().has(word) || stopsName(word)) return false;
  const known = knownNames(word);
  if (known.length > 0 && !last && !isAmbiguous(word))
    return known.some(({ en }) => en !== null && foreign.toLowerCase().includes(en.toLowerCase()));
  if (outside.has(token.pos)) return false;
  return !token.pos.startsWith('v') || token.pos === 'vn' || (last && word.length === 2);
}

const titles = lazy(() => openLexicon('person-titles', ['word', 'side'], (row) => row.side));
const organizations = lazy(() => openLexicon('organization-cues', ['word', 'cues'], ({ cues }) => cues.split('|')));
const verbs = lazy(() => openLexicon('person-verbs', ['word', 'kind'], (row) => row.kind));

/** Words that end the growth of a name: titles, companies as such, kinds of thing. */
export function stopsName(word: string): boolean {
  if (titles().has(word)) return true;
  if (organizations().get(word)?.includes('before+') === true) return true;
  return verbs().get(word) === 'strong';
}

/** Whether every word of a span only tells a kind of thing: 人工智能, 农业研究. */
export function isGeneric(reading: Reading, start: number, end: number): boolean {
  const generic = openWords('generic-words');
  for (let at = start; at < end; ) {
    let next = end;
    while (next > at && !generic.has(reading.folded.slice(at, next))) next--;
    if (next === at) return false;
    at = next;
  }
  return true;
}

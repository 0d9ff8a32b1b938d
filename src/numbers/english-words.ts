import { openLexicon } from '../lexicons/lexicon.js';
import { isDigitCode, isLetterCode } from '../text/ascii.js';
import { lazy } from '../text/lazy.js';

/** A row of the lexicon: what a word of numbers is and counts. */
export interface NumberWord {
  /** digit, teen, ten, hundred, scale, suffix, dozen, ordinal, fraction or vague. */
  readonly role: string;
  readonly value: number;
}

/** A number word in a text, and where it ends. */
export interface Word extends NumberWord {
  readonly end: number;
}

/** The words of numbers, in lower case. */
export const numberWords = lazy(() =>
  openLexicon(
    'number-words-en',
    ['word', 'role', 'value'],
    (row): NumberWord => ({ role: row.role, value: Number(row.value) }),
  ),
);

const latinWord = /[A-Za-z]+/y;
const longestWord = 20;

/** The number word that starts at `index` and is a whole word, or null. */
export function wordAt(text: string, index: number, end: number): Word | null {
  if (isLetterOrDigit(text, index - 1)) return null;
  latinWord.lastIndex = index;
  const written = latinWord.exec(text)?.[0];
  if (written === undefined || written.length > longestWord || index + written.length > end) return null;
  const row = numberWords().get(written.toLowerCase());
  if (row === undefined) return null;
  const stop = index + written.length;
  return isLetterOrDigit(text, stop) ? null : { role: row.role, value: row.value, end: stop };
}

function isLetterOrDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return isLetterCode(code) || isDigitCode(code);
}

/** Whether a number word or an article may begin at `index`: two letters rule out most words, and spare them the lexicon. */
export function mayBegin(text: string, index: number): boolean {
  return !isLetterOrDigit(text, index - 1) && beginnings().has(pairAt(text, index));
}

/** The first two letters of the words of numbers and of the article. */
const beginnings = lazy(() => {
  const pairs = new Set<number>([pairAt('a ', 0), pairAt('an', 0)]);
  for (const [word] of numberWords().entries()) pairs.add(pairAt(word, 0));
  return pairs;
});

/** Two UTF-16 units, the letters of ASCII in lower case. */
function pairAt(text: string, index: number): number {
  return (text.charCodeAt(index) | 32) * 65536 + (text.charCodeAt(index + 1) | 32);
}

/** What may stand between two words of one number: a space or two, a hyphen, `and`. */
const joint = /(?: {1,2}|-)(and {1,2})?/y;

/** Where the next word of a number may begin, and whether `and` stands before it. */
export function nextAt(text: string, index: number): { at: number; isAnd: boolean } | null {
  joint.lastIndex = index;
  const match = joint.exec(text);
  return match === null ? null : { at: index + match[0].length, isAnd: match[1] !== undefined };
}

/** The number word after a joint; behind `and` only a small one. */
export function nextWord(text: string, index: number, end: number): Word | null {
  const next = nextAt(text, index);
  const word = next === null ? null : wordAt(text, next.at, end);
  return next?.isAnd && (word === null || !isSmall(word)) ? null : word;
}

/** Whether a word counts less than a hundred. */
export const isSmall = (word: NumberWord): boolean => ['digit', 'teen', 'ten'].includes(word.role);

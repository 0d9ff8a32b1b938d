import type { Span } from '../document/span.js';
import { type LexiconMatch, openLexicon, toLexicon } from '../lexicons/lexicon.js';
import { type NumberMatch, numberAt } from '../numbers/numbers.js';
import { numeralCharacters, numeralOf } from '../numbers/numerals.js';
import { isDigitCode, isLetterCode } from '../text/ascii.js';
import { lazy } from '../text/lazy.js';
import { unitAt } from '../text/units.js';
import { patternAt } from './patterns.js';
import { isNoWord, type Scanner } from './word-guards.js';

/** A piece of a sentence as the rules see it: a number, a word of the lexicon, a pattern of digits, or anything else. */
export interface Lexeme extends Span {
  /** `number`, `date`, `clock`, `mark`, `other`, or the kind of a row of `time-words`. */
  readonly kind: string;
  /** The value of the row, or the characters of a mark or a pattern. */
  readonly value: string;
  /** As written, in lower case. */
  readonly word: string;
  /** Whether the row says that the nearest is meant: upcoming Friday. */
  readonly near: boolean;
  /** Whether it is a common word as much as a time, for want of a capital: may, sun, march. */
  readonly weak: boolean;
  readonly number: NumberMatch | null;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
  readonly isEnglish: boolean;
}

interface Word {
  readonly kind: string;
  readonly value: string;
  readonly near: boolean;
  /** Whether it is a time only with a capital: May, Sun. */
  readonly capital: boolean;
}

/** A word of the lexicon; its value may end with `near` or `cap`. */
function wordOf(kind: string, written: string): Word {
  const mark = / (near|cap)$/.exec(written);
  const value = mark === null ? written : written.slice(0, mark.index);
  return { kind, value, near: mark?.[1] === 'near', capital: mark?.[1] === 'cap' };
}

/** One trie over the words of time, the feasts with the rules of their dates, and the eras with their years. */
const words = lazy(() => {
  const entries = new Map<string, Word>();
  for (const [word, { begin, end, alone }] of openLexicon(
    'eras',
    ['word', 'begin', 'end', 'alone'],
    (row) => row,
  ).entries())
    entries.set(word, wordOf('era', [alone, begin, end].join(' ')));
  for (const [word, { rule }] of openLexicon('holidays', ['word', 'rule'], (row) => row).entries())
    entries.set(word, wordOf('holiday', rule));
  for (const [word, { kind, value }] of openLexicon('time-words', ['word', 'kind', 'value'], (row) => row).entries())
    entries.set(word, wordOf(kind, value));
  return toLexicon('times', entries);
});

/** Cuts a sentence of the fold into lexemes. `isWordEnd` tells where its words end. */
export function lexemesOf(folded: string, sentence: Span, isWordEnd: Scanner['isWordEnd']): Lexeme[] {
  // Lower-casing ASCII alone keeps the length.
  const lower = folded.slice(sentence.start, sentence.end).replace(/[A-Z]+/g, (run) => run.toLowerCase());
  const scanner: Scanner = { folded, lower, offset: sentence.start, end: sentence.end, isWordEnd };
  const lexemes: Lexeme[] = [];
  let spaced = false;
  for (let at = sentence.start; at < sentence.end; ) {
    if (isSpace(unitAt(folded, at))) {
      spaced = true;
      at++;
      continue;
    }
    const run = otherRun(folded, at, sentence.end);
    const lexeme =
      run > at
        ? otherPiece('other', at, run, folded.slice(at, run), spaced)
        : (markAt(folded, at, spaced) ?? lexemeAt(scanner, at, spaced));
    lexemes.push(lexeme);
    spaced = false;
    at = lexeme.end;
  }
  return lexemes;
}

/** What may begin with a UTF-16 unit: nothing (0), words of two and more (1), a word of one or a numeral (2). */
const starters = lazy(() => {
  const table = new Uint8Array(65536);
  /** The second units of words, by the first. */
  const pairs = new Map<number, Set<number>>();
  for (const [word] of words().entries()) {
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    if (word.length > 1) pairs.set(first, (pairs.get(first) ?? new Set()).add(second));
    table[first] = Math.max(table[first] ?? 0, word.length > 1 ? 1 : 2);
  }
  for (const character of numeralCharacters()) table[character.charCodeAt(0)] = 2;
  return { table, pairs };
});

/** Whether the unit at `index`, or it and the next one, begin any word. */
function mayBeginWord(lower: string, index: number): boolean {
  const { table, pairs } = starters();
  const code = unitAt(lower, index);
  const starts = table[code];
  return starts === 2 || (starts === 1 && pairs.get(code)?.has(unitAt(lower, index + 1)) === true);
}

/** The end of the run of Chinese characters at `at` with which nothing begins; `at` where there is none. */
function otherRun(folded: string, at: number, end: number): number {
  const { table, pairs } = starters();
  let stop = at;
  for (; stop < end; stop++) {
    const code = unitAt(folded, stop);
    if (code < 0x4e00 || code > 0x9fff) break;
    const starts = table[code];
    if (starts === 2 || (starts === 1 && pairs.get(code)?.has(unitAt(folded, stop + 1)) === true)) break;
  }
  return stop;
}

/** A mark with which no word begins. */
function markAt(folded: string, at: number, spaced: boolean): Lexeme | null {
  const code = unitAt(folded, at);
  if (starters().table[code] !== 0 || isLetterCode(code) || isDigitCode(code)) return null;
  const value = folded[at];
  return value !== undefined && isMark(value) ? otherPiece('mark', at, at + 1, value, spaced) : null;
}

function otherPiece(kind: string, start: number, end: number, value: string, spaced: boolean): Lexeme {
  const english = value === '.';
  return { start, end, kind, value, word: value, near: false, weak: false, number: null, spaced, isEnglish: english };
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0x2028 ||
    code === 0x2029 ||
    (code >= 0x2000 && code <= 0x200a)
  );
}

function lexemeAt(scanner: Scanner, at: number, spaced: boolean): Lexeme {
  const { folded, end } = scanner;
  const code = unitAt(folded, at);
  const pattern = patternAt(folded, at, end);
  if (pattern !== null) return piece(scanner, at, pattern.end, spaced, pattern.kind, pattern.value);
  const half = halfDayAt(folded, at);
  if (half !== null) return piece(scanner, at, at + 1, spaced, 'ampm', half);
  const number = mayBeNumber(folded, at) ? numberAt(folded, at, end) : null;
  const word = wordAt(scanner, at);
  if (word !== null && word.end >= (number?.end ?? 0)) {
    if (word.is.kind === 'zone') return zonePiece(scanner, at, word, spaced);
    const weak = word.is.capital && (at === scanner.offset || !isCapital(code));
    return piece(scanner, at, word.end, spaced, word.is.kind, word.is.value, { near: word.is.near, weak });
  }
  if (number !== null) {
    const whole = withoutDecimal(number, folded);
    return piece(scanner, at, whole.end, spaced, 'number', '', { number: whole });
  }
  const latin = endOfLatin(folded, at, end);
  if (latin > at) return piece(scanner, at, latin, spaced, 'other', folded.slice(at, latin));
  return piece(scanner, at, at + 1, spaced, isMark(folded[at]) ? 'mark' : 'other', folded[at]);
}

/** The end of the Latin word at `at`, with its apostrophes (Xi'an); `at` where there is none. */
function endOfLatin(folded: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && isLatinOrDigit(unitAt(folded, end))) end++;
  if (end === at) return at;
  while (end < limit && isApostrophe(unitAt(folded, end)) && isLetterCode(unitAt(folded, end + 1)))
    do end++;
    while (end < limit && isLetterCode(unitAt(folded, end)));
  return end;
}

function isLatinOrDigit(code: number): boolean {
  return isLetterCode(code) || isDigitCode(code) || (code >= 0xc0 && code <= 0x24f);
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

const fromUtc = /(?:时间|時間)? ?([+\-−])(\d{1,2})(?::?(\d\d))?(?!\d)(?:时间|時間)?|时间/y;

/** A zone, with the hours that go on behind UTC: UTC+8, GMT-05:30. */
function zonePiece(
  scanner: Scanner,
  at: number,
  word: { readonly is: Word; readonly end: number },
  spaced: boolean,
): Lexeme {
  const { folded, end } = scanner;
  const isUtc = word.is.value === '+0' && isLetterCode(unitAt(folded, at));
  const match = isUtc ? matchAt(fromUtc, folded, word.end) : null;
  if (match === null || word.end + match[0].length > end || (word.is.capital && !isCapital(unitAt(folded, at))))
    return piece(
      scanner,
      at,
      word.end,
      spaced,
      word.is.capital && !isCapital(unitAt(folded, at)) ? 'other' : 'zone',
      word.is.value,
    );
  const [written, sign, hours, minutes] = match;
  const value =
    hours === undefined ? '+0' : `${sign === '+' ? '+' : '-'}${hours}${minutes === undefined ? '' : `:${minutes}`}`;
  return piece(scanner, at, word.end + written.length, spaced, 'zone', value);
}

function piece(
  { folded, lower, offset }: Scanner,
  start: number,
  end: number,
  spaced: boolean,
  kind: string,
  value = '',
  { near = false, weak = false, number = null }: Partial<Pick<Lexeme, 'near' | 'weak' | 'number'>> = {},
): Lexeme {
  const word = lower.slice(start - offset, end - offset);
  const english = isLatin(unitAt(folded, end - 1)) || isLatin(unitAt(folded, start));
  return { start, end, kind, value, word, near, weak, number, spaced, isEnglish: english };
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Digits, numerals, and the first letter of a word. */
function mayBeNumber(folded: string, at: number): boolean {
  const code = unitAt(folded, at);
  return code >= 0x80
    ? numeralOf(folded[at]) !== undefined
    : code >= 48 && code <= 57
      ? true
      : isLetterCode(code) && !isLetterCode(unitAt(folded, at - 1));
}

/** 3:20p, 9a: a letter that closes a clock. A digit alone may be as well pence. */
function halfDayAt(folded: string, at: number): 'AM' | 'PM' | null {
  if (!isLetterCode(unitAt(folded, at))) return null;
  const letter = folded[at];
  const isHalf = letter === 'a' || letter === 'p' || letter === 'A' || letter === 'P';
  if (
    !isHalf ||
    !/\d/.test(folded[at - 1] ?? '') ||
    /^(?:[A-Za-z0-9]|\.[A-Za-z0-9])/.test(folded.slice(at + 1, at + 3))
  )
    return null;
  return letter === 'a' || letter === 'A' ? 'AM' : 'PM';
}

/** A letter, or the stop of an abbreviation. */
function isLatin(code: number): boolean {
  return isLetterCode(code) || code === 46;
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && /[^\p{L}\p{N}]/u.test(character);
}

/** 三点五十分 is a clock, so 点 ends a Chinese numeral here. */
function withoutDecimal(number: NumberMatch, folded: string): NumberMatch {
  if (number.form !== 'han') return number;
  const dot = folded.slice(number.start, number.end).indexOf('点');
  return dot < 0 ? number : (numberAt(folded, number.start, number.start + dot) ?? number);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function wordAt(scanner: Scanner, at: number): { readonly is: Word; readonly end: number } | null {
  const { folded, lower, offset } = scanner;
  if (isLetterCode(unitAt(folded, at)) && isLetterCode(unitAt(folded, at - 1))) return null;
  if (!mayBeginWord(lower, at - offset)) return null;
  const longest = words().longestAt(lower, at - offset);
  if (longest === null) return null;
  const isWord = ({ end, value }: LexiconMatch<Word>): boolean => !isNoWord(scanner, at, end + offset, value.kind);
  const match = isWord(longest)
    ? longest
    : words()
        .allAt(lower, at - offset)
        .slice(0, -1)
        .findLast(isWord);
  return match === undefined ? null : { is: match.value, end: match.end + offset };
}

import type { Span } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { numeralOf } from '../numbers/han.js';
import { type NumberMatch, numberAt } from '../numbers/numbers.js';
import { lazy } from '../text/lazy.js';

/** A piece of a sentence as the rules see it: a number, a word of the lexicon, a pattern of digits, or anything else. */
export interface Lexeme extends Span {
  /** `number`, `date`, `clock`, `mark`, `other`, or the kind of a row of `time-words`. */
  readonly kind: string;
  /** The value of the row, or the characters of a mark or a pattern. */
  readonly value: string;
  readonly number: NumberMatch | null;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
  readonly english: boolean;
}

interface Word {
  readonly kind: string;
  readonly value: string;
}

const words = lazy(() =>
  openLexicon('time-words', ['word', 'kind', 'value'], ({ kind, value }): Word => ({ kind, value })),
);

/** Dates and clocks in digits. A digit, a sign or a letter beside them makes them something else. */
const datePattern = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d%])/y;
const americanPattern = /(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?![\d%])/y;
const clockPattern = /(\d{1,2}):(\d\d)(?::(\d\d))?(?![\d:%])/y;
const latinPattern = /[A-Za-z\u00c0-\u024f0-9]+(?:['’][A-Za-z]+)*/y;

/** Cuts a sentence of the fold into lexemes. `wordEnds` holds the ends of its tokens. */
export function lexemesOf(folded: string, sentence: Span, wordEnds: ReadonlySet<number>): Lexeme[] {
  // Lower-casing ASCII alone keeps the length.
  const lower = folded.slice(sentence.start, sentence.end).replace(/[A-Z]+/g, (run) => run.toLowerCase());
  const scanner: Scanner = { folded, lower, offset: sentence.start, end: sentence.end, wordEnds };
  const lexemes: Lexeme[] = [];
  let spaced = false;
  for (let at = sentence.start; at < sentence.end; ) {
    if (/\s/.test(folded[at] ?? '')) {
      spaced = true;
      at++;
      continue;
    }
    const lexeme = lexemeAt(scanner, at, spaced);
    lexemes.push(lexeme);
    spaced = false;
    at = lexeme.end;
  }
  return lexemes;
}

interface Scanner {
  readonly folded: string;
  readonly lower: string;
  readonly offset: number;
  readonly end: number;
  readonly wordEnds: ReadonlySet<number>;
}

function lexemeAt(scanner: Scanner, at: number, spaced: boolean): Lexeme {
  const piece = (end: number, kind: string, value = '', number: NumberMatch | null = null): Lexeme => ({
    start: at,
    end,
    kind,
    value,
    number,
    spaced,
    english: isLatin(scanner.folded[end - 1]) || isLatin(scanner.folded[at]),
  });
  const { folded, end } = scanner;
  const pattern = patternAt(folded, at, end);
  if (pattern !== null) return piece(at + pattern.text.length, pattern.kind, pattern.text);
  const number = numberAt(folded, at, end);
  const word = wordAt(scanner, at);
  if (word !== null && word.end >= (number?.end ?? 0)) return piece(word.end, word.kind, word.value);
  if (number !== null) return piece(clipped(folded, number), 'number', '', withoutDecimal(number, folded));
  const latin = matchAt(latinPattern, folded, at)?.[0];
  if (latin !== undefined) return piece(Math.min(end, at + latin.length), 'other', latin);
  return piece(at + 1, isMark(folded[at]) ? 'mark' : 'other', folded[at]);
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z.]/.test(character);
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && /[^\p{L}\p{N}]/u.test(character);
}

/** 三点五十分 is a clock, so 点 ends a Chinese numeral here. */
function clipped(folded: string, number: NumberMatch): number {
  return withoutDecimal(number, folded).end;
}

function withoutDecimal(number: NumberMatch, folded: string): NumberMatch {
  if (number.form !== 'han') return number;
  const dot = folded.slice(number.start, number.end).indexOf('点');
  return dot < 0 ? number : (numberAt(folded, number.start, number.start + dot) ?? number);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function patternAt(folded: string, at: number, end: number): { kind: string; text: string } | null {
  const code = folded.charCodeAt(at);
  if (!(code >= 48 && code <= 57) || (/[\w.:/-]/.test(folded[at - 1] ?? '') && !/[-]/.test(folded[at - 1] ?? '')))
    return null;
  for (const [kind, pattern] of [
    ['date', datePattern],
    ['date', americanPattern],
    ['clock', clockPattern],
  ] as const) {
    const text = matchAt(pattern, folded, at)?.[0];
    if (text !== undefined && at + text.length <= end) return { kind, text };
  }
  return null;
}

/** Kinds of one Chinese character that count only where a word of the sentence ends with them: not 中 in 中国. */
const endsWord = new Set(['segment', 'front', 'ago', 'after', 'along', 'season', 'daypart']);

function wordAt(scanner: Scanner, at: number): (Word & { end: number }) | null {
  const { folded, lower, offset, wordEnds } = scanner;
  if (
    /[a-z0-9]/i.test(folded[at] ?? '') &&
    /[a-z0-9]/i.test(folded[at - 1] ?? '') &&
    /[a-z]/i.test(folded[at] ?? '') &&
    !/[0-9]/.test(folded[at - 1] ?? '')
  )
    return null;
  const matches = words().allAt(lower, at - offset);
  for (const match of [...matches].reverse()) {
    const end = match.end + offset;
    if (!isWholeWord(folded, at, end) || !hasItsCase(folded, at, end, match.value)) continue;
    if (match.value.kind === 'ref' && folded[at] === '年' && isNumeral(folded[at - 1])) continue;
    if (match.value.kind === 'block' && isCutByNumber(folded, at)) continue;
    if (end - at === 1 && endsWord.has(match.value.kind) && !wordEnds.has(end)) continue;
    return { ...match.value, value: match.value.value.replace(/ ?cap$/, ''), end };
  }
  return null;
}

/** 五年内 is a length; 年内 alone is this year. */
function isNumeral(character: string | undefined): boolean {
  return /\d/.test(character ?? '') || numeralOf(character) !== undefined;
}

/** 9时30分开始, 2027年年底: the number takes the unit, so the word that begins with it is none. */
function isCutByNumber(folded: string, at: number): boolean {
  if (folded[at] === '年') return isNumeral(folded[at - 1]);
  return folded[at] === '分' && /[时点][\d零〇一二三四五六七八九十]{1,3}$/.test(folded.slice(Math.max(0, at - 4), at));
}

/** A Latin word must not go on before or behind the match. */
function isWholeWord(folded: string, at: number, end: number): boolean {
  const isLetter = (index: number): boolean => /[A-Za-z]/.test(folded[index] ?? '');
  if (isLetter(end - 1) && /[A-Za-z0-9]/.test(folded[end] ?? '')) return false;
  return !(isLetter(at) && isLetter(at - 1));
}

/** Months and weekdays that are also common words need their capital: May, March, Sun. */
function hasItsCase(folded: string, at: number, end: number, word: Word): boolean {
  if (word.kind !== 'month' && word.kind !== 'weekday') return true;
  return !word.value.endsWith('cap') || /[A-Z]/.test(folded[at] ?? '') || end - at === 0;
}

/** The written form of a lexeme. */
export function written(folded: string, lexeme: Lexeme): string {
  return folded.slice(lexeme.start, lexeme.end);
}

import { isKind, type Lexemes, valueAt } from './grammar.js';
import type { Bound } from './shapes.js';

const bounds: Readonly<Record<string, Bound>> = {
  before: 'before',
  front: 'front',
  by: 'by',
  until: 'until',
  after: 'after',
  since: 'since',
};

/** A word of bound that stands at `at`: before, after, by, until, 截至, 自; and the index behind it. */
export function boundAt(lexemes: Lexemes, at: number): { bound: Bound; next: number } | null {
  const lexeme = lexemes[at];
  const named = lexeme?.kind === 'prep' || lexeme?.kind === 'joiner' ? bounds[lexeme.value] : undefined;
  return named === undefined ? null : { bound: named, next: at + 1 };
}

/** The bound that the word before an expression sets: since 2014, until 2 p.m., from May, 截至2018年, 自2018年. */
export function boundBefore(lexemes: Lexemes, at: number, isClock: boolean): Bound | null {
  const start = isKind(lexemes, at - 1, 'the') ? at - 1 : at;
  const found = boundAt(lexemes, start - 1);
  if (found !== null) return found.bound;
  const before = lexemes[start - 1];
  if (before?.kind === 'tail' && before.isEnglish) return /after|later/.test(before.word) ? 'after' : 'before';
  if (before?.kind === 'at') return bounds[before.value] ?? null;
  return isClock && before?.kind === 'between' && before.word === 'from' ? 'since' : null;
}

/** A bound that stands behind an expression. The words that only open it (起, 以来) stay outside of the span. */
export function boundBehind(
  lexemes: Lexemes,
  at: number,
  english: boolean,
  isClock = false,
): { bound: Bound; next: number } | null {
  const tail = valueAt(lexemes, at, 'tail');
  const isOpen = /(?:after|before)$/.test(lexemes[at]?.word ?? '');
  if (tail !== null && !(isOpen && !endsPhrase(lexemes, at + 1)) && !isBeginning(lexemes, at, isClock))
    return { bound: bounds[tail] ?? 'since', next: at };
  if (english) return null;
  const lexeme = lexemes[at];
  if (lexeme?.isEnglish) return null;
  if (lexeme?.kind === 'along' && lexeme.word === '以来') return { bound: 'since', next: at };
  if (lexeme?.kind === 'after') return { bound: 'after', next: at + 1 };
  return isAgo(lexemes, at) ? { bound: 'front', next: at + 1 } : null;
}

/** 会议于20时开始: what begins at a clock is an event. */
function isBeginning(lexemes: Lexemes, at: number, isClock: boolean): boolean {
  return isClock && lexemes[at]?.word === '开始';
}

/** or after, and before: only where no other date follows. */
function endsPhrase(lexemes: Lexemes, at: number): boolean {
  return lexemes[at] === undefined || isKind(lexemes, at, 'mark');
}

/** 前 stands both before a length (前三天) and behind it (三天前). */
export function isAgo(lexemes: Lexemes, at: number): boolean {
  const lexeme = lexemes[at];
  return lexeme?.kind === 'ago' || (lexeme?.kind === 'front' && lexeme.word === '前');
}

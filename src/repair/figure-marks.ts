import { openWords } from '../lexicons/lexicon.js';

/** A figure of up to three digits before a gap; not a day (3月15), a rank (第8), nor what a mark has joined to another (3.5, 1:15). */
const leftFigure = /(?<![\d月第]|\d[.,:/?\ufffd-])(?:0|[1-9]\d{0,2})$/;
const rightFigure = /^\d+(?!\d|[.,:/?\ufffd-]\d)/;
const longestLeft = 5;
const longestRight = 6;
/** Two figures of which one is up to so many times the other may be a range or a score (50–100, 112–101). */
const alikeUpTo = 10;

/** Whether a gap at `at` stands between two digits. */
export function isWithinFigure(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
}

/**
 * The mark that was lost at `at` between two digits of the fold, where it can be no other: the comma of thousands or the point of decimals. Null where
 * it may have been the mark of a range, of a score or of the time, or a letter: a wrong figure is worse than a gap.
 */
export function markOfFigure(text: string, at: number): ',' | '.' | null {
  const left = leftFigure.exec(text.slice(Math.max(0, at - longestLeft), at))?.[0] ?? '';
  const right = rightFigure.exec(text.slice(at + 1, at + 1 + longestRight))?.[0] ?? '';
  if (left === '' || right === '') return null;
  if (right.length === 3) return Number(right) > alikeUpTo * Number(left) && left !== '0' ? ',' : null;
  const rises = !right.startsWith('0') && Number(right) > Number(left);
  return right.length < 3 && !rises && hasDecimals(text, at + 1 + right.length) ? '.' : null;
}

/** Whether at `at` stands what numbers with decimals are of: a percent sign, money, or a scale (万, million). */
function hasDecimals(text: string, at: number): boolean {
  return openWords('decimal-units').longestAt(text, text.charAt(at) === ' ' ? at + 1 : at) !== null;
}

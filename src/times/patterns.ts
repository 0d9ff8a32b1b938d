import { isDigitCode } from '../text/ascii.js';
import { unitAt } from '../text/units.js';

/** A date or clock in digits: where it ends, and its characters in one form. */
export interface PatternMatch {
  readonly kind: 'date' | 'clock';
  readonly value: string;
  readonly end: number;
}

/** Dates and clocks in digits. A digit, a sign or a letter beside them makes them something else. */
const patterns: readonly (readonly [kind: 'date' | 'clock', pattern: RegExp])[] = [
  ['date', /(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?![\d%])/y],
  ['date', /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d%/]|\.\d(?!\d?:))/y],
  ['date', /(?:19|20)\d\d[-/](?:0[1-9]|1[0-2])(?![-\d%/])/y],
  ['date', /(?:19|20)\d\d\.(?:0[1-9]|1[0-2])(?= ?[-–—~至到] ?(?:19|20)\d\d(?!\d))/y],
  ['date', /(?<=(?:19|20)\d\d\.\d\d ?[-–—~至到] ?)(?:19|20)\d\d\.(?:0[1-9]|1[0-2])(?![.\d%])/y],
  ['date', /(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d%.,]\d|\d)/y],
  ['date', /\d{1,2}\/(?:19|20)\d\d(?![\d%/])/y],
  ['date', /\d{1,2} ?\/ ?\d{1,2}(?![\d%/])/y],
  ['date', /\d{1,2} ?- ?\d{1,2}(?![-\d%:.apm])(?= |$)/y],
  ['clock', /T?\d{1,2}:\d\d(?::\d\d)?(?![\d:%])/y],
  ['clock', /\d{1,2}[hH]\d\d(?![\w])/y],
  ['clock', /\d{1,2}\.\d\d(?= ?[ap]\.?m)/iy],
];

/** The date or clock in digits that starts at `at`; null inside of a number or a word. */
export function patternAt(folded: string, at: number, end: number): PatternMatch | null {
  const code = unitAt(folded, at);
  const isTime = code === 84 && /\d/.test(folded[at - 1] ?? '');
  if (!isTime && !(code >= 48 && code <= 57)) return null;
  if (!isTime && !(goesOn(folded, at) && mayBegin(folded, at))) return null;
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(folded)?.[0];
    if (text === undefined || at + text.length > end) continue;
    const value = kind === 'clock' ? text.replace('T', '') : text.replaceAll(' / ', '/').replaceAll(' - ', '-');
    if (kind === 'date' && (!isPlausible(folded, at, value) || isFraction(folded, at + text.length, value))) continue;
    return { kind, value, end: at + text.length };
  }
  return null;
}

/** Whether a sign of dates or clocks, or a space, follows the digits at `at`; eight digits are a date without any. */
function goesOn(folded: string, at: number): boolean {
  let end = at + 1;
  while (end < at + 9 && isDigitCode(unitAt(folded, end))) end++;
  return end === at + 8 || signs.has(unitAt(folded, end));
}

const signs: ReadonlySet<number> = new Set(Array.from('-/. :hH', (sign) => sign.charCodeAt(0)));

/** Not behind a letter, a digit or a sign; a dash, a colon or a stop may end a date before. */
function mayBegin(folded: string, at: number): boolean {
  const before = folded[at - 1] ?? '';
  if (!/[\w.:/]/.test(before) || (before === '/' && (at === 1 || isIsoDate(folded, at)))) return true;
  return /[.:]/.test(before) && /\d{4}[.:]$/.test(folded.slice(Math.max(0, at - 5), at));
}

/** 2024-05-01/2024-05-07: a whole date behind another or its clock. */
function isIsoDate(folded: string, at: number): boolean {
  return (
    /^\d{4}-\d\d-\d\d/.test(folded.slice(at, at + 10)) && /\d\d[-:]\d\d\/$/.test(folded.slice(Math.max(0, at - 6), at))
  );
}

/** 1/2 hour, 1/4 of a day: a part of a unit. */
function isFraction(folded: string, end: number, value: string): boolean {
  const [first = 0, second = 0] = value.split('/').map(Number);
  if (!/^\d\/\d$/.test(value) || first >= second) return false;
  return /^ (?:of )?(?:an? )?(?:h\b|hr|hour|day|week|month|year|min|mile|cent)/.test(folded.slice(end, end + 14));
}

/** Scores and intervals (3-2, 10-8) are no dates: with a dash both must have two digits, or stand alone. */
function isPlausible(folded: string, at: number, value: string): boolean {
  const pair = /^(\d{1,2})([-/])(\d{1,2})$/.exec(value);
  if (pair === null) return true;
  const [, first = '', sign, second = ''] = pair;
  const [a, b] = [Number(first), Number(second)];
  const fits = (a <= 12 && b <= 31) || (sign === '/' && b <= 12 && a <= 31);
  if (!fits || a === 0 || b === 0) return false;
  if (sign === '/') return true;
  const alone = at === 0 && folded.trim().length === value.length;
  return alone || (first.length === 2 && second.length === 2 && /^ \d{1,2}:/.test(folded.slice(at + 5, at + 9)));
}

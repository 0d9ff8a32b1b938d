import { lastYear } from './calendar.js';
import { conventions } from './conventions.js';
import { afterThe, isGlued, isKind, type Lexemes, type Part, part, rank, valueAt, wholeAt } from './grammar.js';
import type { Fields } from './shapes.js';

function fullYear(value: number, digits: number): number {
  return digits > 2 ? value : value + (value < conventions.centuryTurn ? 2000 : 1900);
}

function isDate(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** 2023-09-05, 2023/9/5, 12/31/2024, 31.12.2024, 2015-12, 05/05/71, 20230905; 2/15 where it is led. */
export function dateInDigits(lexemes: Lexemes, at: number): Part | null {
  const written = valueAt(lexemes, at, 'date');
  if (written === null) return null;
  const pieces = written.split(/[-/. ]/);
  const numbers = pieces.map(Number);
  const [first = 0, second = 0, third = 0] = numbers;
  if (pieces.length === 1) {
    const [year, month, day] = [Math.floor(first / 10000), Math.floor(first / 100) % 100, first % 100];
    return isDate(month, day) ? dated(year, month, day, at) : null;
  }
  if (pieces.length === 2)
    return pieces[0]?.length === 4 ? yearMonth(first, second, at) : monthAndDay(lexemes, at, first, second);
  if (pieces[0]?.length === 4) return isDate(second, third) ? dated(first, second, third, at) : null;
  const year = fullYear(third, pieces[2]?.length ?? 4);
  // 12/31/2024 and 5/3/18 put the month first, 31/12/2024 cannot; with dashes and two digits the year leads: 12-11-10.
  if (pieces[2]?.length === 2 && written.includes('-')) {
    if (!isDate(second, third)) return null;
    return dated(fullYear(first, 2), second, third, at);
  }
  const isDayFirst = first > 12 || (written.includes('.') && second <= 12);
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  return isDate(month, day) ? dated(year, month, day, at) : null;
}

function dated(year: number, month: number, day: number, at: number): Part | null {
  if (year < 1000 || (year > 2999 && year !== lastYear)) return null;
  return part({ year, month, day }, at + 1, rank.day, 'digits');
}

/** 2015-12; 2009-10 is a season. */
function yearMonth(year: number, month: number, at: number): Part | null {
  if (month < 1 || month > 12 || month === (year + 1) % 100 || year < 1000 || year > 2200) return null;
  return part({ year, month }, at + 1, rank.month, 'digits');
}

function monthAndDay(lexemes: Lexemes, at: number, first: number, second: number): Part | null {
  const [month, day] = first > 12 ? [second, first] : [first, second];
  const isYear = String(second).length === 4;
  if (isYear && first <= 12) return part({ year: second, month: first }, at + 1, rank.month, 'digits');
  if (!isDate(month, day) || !isLedDate(lexemes, at)) return null;
  const isNumbered = lexemes[at + 1]?.word === '号' || lexemes[at + 1]?.word === '日';
  return part({ month, day }, isNumbered ? at + 2 : at + 1, rank.day, 'digits');
}

/** 2/15 is a fraction or a score unless something dates it. */
function isLedDate(lexemes: Lexemes, at: number): boolean {
  const [before, after] = [lexemes[at - 1], lexemes[at + 1]];
  if (before === undefined && after === undefined) return true;
  if (after?.kind === 'clock' || after?.kind === 'daypart' || after?.word === '号') return true;
  if (isKind(lexemes, at + 1, 'prep') && (isKind(lexemes, at + 2, 'clock') || lexemes[at + 2]?.number != null))
    return true;
  if (isKind(lexemes, at + 1, 'joiner') && isKind(lexemes, at + 2, 'date')) return true;
  if (isKind(lexemes, at - 1, 'joiner') && isKind(lexemes, at - 2, 'date')) return true;
  if (before === undefined) return isKind(lexemes, at + 1, 'at', 'joiner') && after?.isEnglish === true;
  return (
    ['weekday', 'prep', 'between', 'shift'].includes(before.kind) ||
    ['on', 'by', 'until', 'from', 'due', 'dated'].includes(before.word)
  );
}

/** 05-Aug-2016, 2019/aug/01, 22/Jan/2019, Sep-23-2020, Oct/2, 31-Oct-74. */
export function dashedDate(lexemes: Lexemes, at: number): Part | null {
  if (!isSign(lexemes, at + 1)) return null;
  const monthFirst = valueAt(lexemes, at, 'month');
  if (monthFirst !== null && isSign(lexemes, at + 1)) {
    const day = Number(digitsAt(lexemes, at + 2) || 0);
    const year =
      isSign(lexemes, at + 3) || (isKind(lexemes, at + 3, 'mark') && lexemes[at + 3]?.word === ',')
        ? digitsAt(lexemes, at + 4)
        : '';
    if (day < 1 || day > 31) return null;
    if (year.length !== 4) return part({ month: Number(monthFirst), day }, at + 3, rank.day, 'dashed');
    return part({ year: Number(year), month: Number(monthFirst), day }, at + 5, rank.day, 'dashed');
  }
  const first = digitsAt(lexemes, at);
  const month = isSign(lexemes, at + 1) ? valueAt(lexemes, at + 2, 'month') : null;
  if (month === null || first === '') return twoBefore(lexemes, at);
  const last = isSign(lexemes, at + 3) ? digitsAt(lexemes, at + 4) : '';
  if (last === '') {
    return first.length === 4
      ? part({ year: Number(first), month: Number(month) }, at + 3, rank.month, 'dashed')
      : null;
  }
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  if (Number(day) < 1 || Number(day) > 31 || (year.length !== 4 && year.length !== 2)) return null;
  return part(
    { year: fullYear(Number(year), year.length), month: Number(month), day: Number(day) },
    at + 5,
    rank.day,
    'dashed',
  );
}

/** 2020/23/Sep. */
function twoBefore(lexemes: Lexemes, at: number): Part | null {
  const [year, day] = [digitsAt(lexemes, at), digitsAt(lexemes, at + 2)];
  const month = isSign(lexemes, at + 1) && isSign(lexemes, at + 3) ? valueAt(lexemes, at + 4, 'month') : null;
  if (month === null || year.length !== 4 || Number(day) < 1 || Number(day) > 31) return null;
  return part({ year: Number(year), month: Number(month), day: Number(day) }, at + 5, rank.day, 'dashed');
}

/** A dash or a slash that touches what stands beside it. */
function isSign(lexemes: Lexemes, at: number): boolean {
  const word = lexemes[at]?.word;
  return (word === '-' || word === '/') && isGlued(lexemes, at) && isGlued(lexemes, at + 1);
}

function digitsAt(lexemes: Lexemes, at: number): string {
  const number = lexemes[at]?.number;
  return number?.form === 'arabic' ? (number.digits ?? '') : '';
}

/** A day of the month in digits or words: 5, 5th, fifth, twenty nine. */
function dayAt(lexemes: Lexemes, at: number): number | null {
  const day = wholeAt(lexemes, at);
  const number = lexemes[at]?.number;
  if (day === null || day < 1 || day > 31 || number == null || number.form === 'han') return null;
  if (number.role === 'ordinal' || number.form === 'english') return day;
  return number.digits !== null && number.digits.length < 3 ? day : null;
}

/** April 29, April the 29th, October, 1st, July 26-30, april ninth through seventeenth, Feb13. */
export function monthDay(lexemes: Lexemes, at: number): Part | null {
  const month = valueAt(lexemes, at, 'month');
  if (month === null) return null;
  const comma = lexemes[at + 1]?.word === ',' && lexemes[at + 2]?.number?.role === 'ordinal' ? at + 2 : at + 1;
  const start = afterThe(lexemes, comma);
  const day = dayAt(lexemes, start);
  const glued = isGlued(lexemes, start) && lexemes[start]?.number?.form === 'arabic';
  if (day === null || (!lexemes[start]?.spaced && !glued) || isMeasured(lexemes, start)) return null;
  if (isShortYear(lexemes, at, start)) return null;
  const lastAt = isKind(lexemes, start + 1, 'joiner') ? afterThe(lexemes, start + 2) : null;
  const last = lastAt === null ? null : dayAt(lexemes, lastAt);
  const isNextMonth = lastAt !== null && lexemes[lastAt]?.number?.role === 'ordinal';
  if (lastAt === null || last === null || isMeasured(lexemes, lastAt) || valueAt(lexemes, lastAt + 1, 'month') !== null)
    return part({ month: Number(month), day }, start + 1, rank.day, 'month-day');
  if (last <= day && !isNextMonth) return part({ month: Number(month), day }, start + 1, rank.day, 'month-day');
  const to: Fields = last > day ? { month: Number(month), day: last } : { month: (Number(month) % 12) + 1, day: last };
  return part({ month: Number(month), day }, lastAt + 1, rank.day, 'month-days', to);
}

/** Aug 96: two digits beyond the days of a month. */
function isShortYear(lexemes: Lexemes, at: number, day: number): boolean {
  return day === at + 1 && (wholeAt(lexemes, day) ?? 0) > 31;
}

/** A number that counts something is no day: 20%, 20:30; 20 million is read as one number. */
function isMeasured(lexemes: Lexemes, at: number): boolean {
  const next = lexemes[at + 1];
  if (next?.kind === 'ampm' || next?.kind === 'oclock') return true;
  return next !== undefined && !next.spaced && (next.word === '%' || next.kind === 'clock');
}

/** 29 April, the 29th of April, 26-30 July, the 13th to the 15th of July. */
export function dayMonth(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const first = Object.keys(after).length === 0 ? afterThe(lexemes, at) : at;
  const day = dayAt(lexemes, first);
  if (day === null || isPrice(lexemes, first)) return null;
  const lastAt =
    isKind(lexemes, first + 1, 'joiner') || (isKind(lexemes, first - 1, 'between') && isKind(lexemes, first + 1, 'and'))
      ? afterThe(lexemes, first + 2)
      : null;
  const last = lastAt === null ? null : dayAt(lexemes, lastAt);
  const behind = lastAt !== null && last !== null ? lastAt + 1 : first + 1;
  const start = isKind(lexemes, behind, 'of') ? behind + 1 : behind;
  const month = valueAt(lexemes, start, 'month');
  if (month === null || (first > at && last === null && start === behind && lexemes[first]?.number?.role !== 'ordinal'))
    return null;
  if (last === null) return part({ month: Number(month), day }, start + 1, rank.day, 'day-month');
  const to: Fields = { month: Number(month), day: last };
  const from: Fields = day <= last ? { month: Number(month), day } : { month: ((Number(month) + 10) % 12) + 1, day };
  return part(from, start + 1, rank.day, 'days-month', to);
}

/** $12 December 27. */
function isPrice(lexemes: Lexemes, at: number): boolean {
  return /^[$€£¥]$/.test(lexemes[at - 1]?.word ?? '') && isGlued(lexemes, at);
}

/** A year of four digits with no unit. */
export function bareYear(lexemes: Lexemes, at: number): number | null {
  const year = wholeAt(lexemes, at);
  const number = lexemes[at]?.number;
  if (year === null || number?.digits?.length !== 4 || number.form !== 'arabic' || year < 1000 || year > 2199)
    return null;
  const next = lexemes[at + 1];
  return next?.word === '%' || (next?.word === 's' && !next.spaced) ? null : year;
}

/** A year behind a month or `of`: 2024, '96, 96, 88 AD, nineteen ninety three, two thousand and five. */
export function spelledYear(lexemes: Lexemes, at: number, after: Fields = {}): { year: number; next: number } | null {
  const plain = bareYear(lexemes, at) ?? farYear(lexemes, at, after);
  const era = valueAt(lexemes, at + 1, 'bc') ?? (lexemes[at + 1]?.isEnglish ? valueAt(lexemes, at + 1, 'ad') : null);
  if (plain !== null && (era === null || lexemes[at + 1]?.weak)) return { year: plain, next: at + 1 };
  const [number, second] = [lexemes[at]?.number, lexemes[at + 1]?.number];
  const value = wholeAt(lexemes, at);
  if (value !== null && era !== null && !lexemes[at + 1]?.weak)
    return { year: yearOfEra(value, Number(era)), next: at + 2 };
  if (number?.form === 'english' && value !== null && number.role === 'cardinal') {
    const tens = wholeAt(lexemes, at + 1);
    if (
      value >= 11 &&
      value <= 20 &&
      second?.form === 'english' &&
      second.role === 'cardinal' &&
      tens !== null &&
      tens >= 10 &&
      tens < 100
    )
      return { year: value * 100 + tens, next: at + 2 };
    if (value >= 1100 && value < 2100) return { year: value, next: at + 1 };
  }
  const digits = number?.digits ?? '';
  const isShort = after.month !== undefined && digits.length === 2 && number?.form === 'arabic' && value !== null;
  if (
    !isShort ||
    isKind(lexemes, at + 1, 'ampm', 'clock', 'unit', 'oclock', 'joiner', 'month') ||
    lexemes[at + 1]?.word === '%'
  )
    return null;
  if (after.day === undefined && value <= 31) return null;
  return endsClause(lexemes, at + 1) ? { year: fullYear(value, 2), next: at + 1 } : null;
}

/** 1 for AD, -1 for BC, else what the years of the era are moved by (the Buddhist one, -543). */
function yearOfEra(year: number, era: number): number {
  return era === -1 ? 1 - year : era === 1 ? year : year + era;
}

/** January 1 3000. */
function farYear(lexemes: Lexemes, at: number, { month, day }: Fields): number | null {
  const year = wholeAt(lexemes, at);
  if (month === undefined || day === undefined || lexemes[at]?.number?.digits?.length !== 4) return null;
  return year !== null && year >= 1000 && (year < 4000 || year === lastYear) ? year : null;
}

function endsClause(lexemes: Lexemes, at: number): boolean {
  const next = lexemes[at];
  return next === undefined || next.kind === 'mark';
}

/** 2024 Aug, 2019 Q1, 2018 March 18, 2012 AD August, 18q4: the year first. */
export function yearFirst(lexemes: Lexemes, at: number): Part | null {
  const short =
    lexemes[at]?.number?.digits?.length === 2 && isGlued(lexemes, at + 1) && isKind(lexemes, at + 1, 'quarter');
  const year = short ? fullYear(wholeAt(lexemes, at) ?? 0, 2) : bareYear(lexemes, at);
  const start = isKind(lexemes, at + 1, 'bc') && lexemes[at + 1]?.value === '1' ? at + 2 : at + 1;
  const next = lexemes[start];
  if (year === null || year < 1800 || year > 2100 || (!next?.isEnglish && next?.kind !== 'quarter')) return null;
  if (next.kind === 'month') {
    const day = dayAt(lexemes, start + 1);
    const month = Number(next.value);
    if (day !== null && lexemes[start + 1]?.spaced && !isMeasured(lexemes, start + 1) && endsClause(lexemes, start + 2))
      return part({ year, month, day }, start + 2, rank.day, 'year-first');
    return part({ year, month }, start + 1, rank.month, 'year-first');
  }
  if (next.kind === 'quarter') return part({ year, quarter: Number(next.value) }, start + 1, rank.half, 'year-first');
  return next.kind === 'half' ? part({ year, half: Number(next.value) }, start + 1, rank.half, 'year-first') : null;
}

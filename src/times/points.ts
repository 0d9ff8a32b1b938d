import { clockAt } from './clock.js';
import { type Lexemes, type Part, partAt, rank, valueAt, wholeAt } from './parts.js';
import type { Fields } from './shapes.js';

/** A date or time put together of parts, coarse to fine in Chinese, in either order in English. */
export interface Point {
  readonly fields: Fields;
  readonly to: Fields | null;
  readonly next: number;
  readonly by: string;
  readonly english: boolean;
}

/** The longest point that starts at `at`, whether or not it may stand alone. */
export function pointAt(lexemes: Lexemes, at: number): Point | null {
  const first = dateInDigits(lexemes, at) ?? yearFirst(lexemes, at) ?? anyPart(lexemes, at, {});
  if (first === null) return null;
  let point: Point = { ...first, english: lexemes[first.next - 1]?.english || isEnglishPart(lexemes, at, first) };
  let last = first.rank;
  for (;;) {
    const part = nextPart(lexemes, point, last);
    if (part === null) return point;
    point = {
      fields: { ...point.fields, ...part.fields },
      to: part.to === null ? point.to && { ...point.to, ...part.fields } : { ...point.fields, ...part.to },
      next: part.next,
      by: `${point.by}+${part.by}`,
      english: point.english,
    };
    last = part.rank;
  }
}

/** English dates hold digits too; any Latin word in the part makes it English. */
function isEnglishPart(lexemes: Lexemes, at: number, part: Part): boolean {
  for (let i = at; i < part.next; i++) if (lexemes[i]?.english && lexemes[i]?.kind !== 'number') return true;
  return false;
}

/** The next part of a point, behind whatever may stand between. */
function nextPart(lexemes: Lexemes, point: Point, last: number): Part | null {
  const at = point.next;
  if (point.english || lexemes[at]?.english || isEnglishJoint(lexemes, at)) return nextEnglish(lexemes, point);
  for (const start of lexemes[at]?.kind === 'de' ? [at + 1] : [at]) {
    const part = anyPart(lexemes, start, point.fields);
    if (part === null || part.rank <= last || isGlued(lexemes, start, part)) continue;
    if (start > at && part.rank >= rank.segment) continue;
    if (clashes(point.fields, part.fields)) continue;
    return part;
  }
  return null;
}

function isEnglishJoint(lexemes: Lexemes, at: number): boolean {
  return lexemes[at]?.value === ',' && (lexemes[at + 1]?.english ?? false);
}

/** 2023年春秋 and the like: never; a season of one character must be the end of a word, which the scan has checked. */
function isGlued(lexemes: Lexemes, at: number, part: Part): boolean {
  return part.fields.shift?.base === 'a' && part.fields.segment === undefined && lexemes[at]?.kind === 'ref';
}

/** Whether two parts speak of the same thing. */
function clashes(a: Fields, b: Fields): boolean {
  const keys = Object.keys(b) as (keyof Fields)[];
  if (a.season !== undefined && b.month !== undefined) return true;
  return keys.some((key) => a[key] !== undefined && key !== 'part');
}

function anyPart(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const inside = Object.keys(after).length > 0;
  const candidates = [
    monthDay(lexemes, at),
    dayMonth(lexemes, at),
    clockAt(lexemes, at, after),
    partAt(lexemes, at, inside),
  ];
  let best: Part | null = null;
  for (const part of candidates) if (part !== null && part.next > (best?.next ?? at)) best = part;
  return best;
}

/** 2023-09-05, 2023/9/5. */
function dateInDigits(lexemes: Lexemes, at: number): Part | null {
  const [first = 0, second = 0, third = 0] = (valueAt(lexemes, at, 'date') ?? '').split(/[-/.]/).map(Number);
  // 12/31/2024 is American; 31/12/2024 cannot be.
  const american = first > 12 ? [third, second, first] : [third, first, second];
  const [year = 0, month = 0, day = 0] = first > 31 ? [first, second, third] : american;
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000 || year > 2999) return null;
  return { fields: { year, month, day }, to: null, next: at + 1, rank: rank.day, by: 'digits' };
}

/** A day of the month in digits: 5, 5th, fifth. */
function dayAt(lexemes: Lexemes, at: number): number | null {
  const day = wholeAt(lexemes, at);
  const digits = lexemes[at]?.number?.digits;
  if (day === null || day < 1 || day > 31 || lexemes[at]?.number?.form === 'han') return null;
  return lexemes[at]?.number?.role === 'ordinal' || (digits !== null && digits !== undefined && digits.length < 3)
    ? day
    : null;
}

/** April 29, April 29th, July 26-30. */
function monthDay(lexemes: Lexemes, at: number): Part | null {
  const month = valueAt(lexemes, at, 'month');
  const start = lexemes[at + 1]?.kind === 'the' ? at + 2 : at + 1;
  const day = dayAt(lexemes, start);
  if (month === null || day === null || !lexemes[start]?.spaced || isMeasured(lexemes, start)) return null;
  const last = lexemes[start + 1]?.kind === 'joiner' ? dayAt(lexemes, start + 2) : null;
  const hasRange = last !== null && last > day && !isMeasured(lexemes, start + 2);
  return {
    fields: { month: Number(month), day },
    to: hasRange ? { month: Number(month), day: last } : null,
    next: hasRange ? start + 3 : start + 1,
    rank: rank.day,
    by: hasRange ? 'month-days' : 'month-day',
  };
}

/** A number that counts something is no day: 20%, 20 people is not told apart, 20 million is read as one number. */
function isMeasured(lexemes: Lexemes, at: number): boolean {
  const next = lexemes[at + 1];
  return next !== undefined && !next.spaced && (next.value === '%' || next.kind === 'clock');
}

/** 29 April, 29th of April, 26-30 July. */
function dayMonth(lexemes: Lexemes, at: number): Part | null {
  const day = dayAt(lexemes, at);
  if (day === null) return null;
  const last = lexemes[at + 1]?.kind === 'joiner' ? dayAt(lexemes, at + 2) : null;
  const behind = last === null ? at + 1 : at + 3;
  const start = lexemes[behind]?.kind === 'of' ? behind + 1 : behind;
  const month = valueAt(lexemes, start, 'month');
  if (month === null) return null;
  return {
    fields: { month: Number(month), day },
    to: last === null ? null : { month: Number(month), day: last },
    next: start + 1,
    rank: rank.day,
    by: last === null ? 'day-month' : 'days-month',
  };
}

/** A year of four digits with no unit. */
export function bareYear(lexemes: Lexemes, at: number): number | null {
  const year = wholeAt(lexemes, at);
  const number = lexemes[at]?.number;
  if (year === null || number?.digits?.length !== 4 || number.form !== 'arabic' || year < 1000 || year > 2199)
    return null;
  const next = lexemes[at + 1];
  return next?.value === '%' || (next?.value === 's' && !next.spaced) ? null : year;
}

/** 2024 Aug, 2019 Q1: the year first. */
function yearFirst(lexemes: Lexemes, at: number): Part | null {
  const year = bareYear(lexemes, at);
  const next = lexemes[at + 1];
  if (year === null || year < 1800 || year > 2100 || (!next?.english && next?.kind !== 'quarter')) return null;
  const fields: Fields | null =
    next.kind === 'month'
      ? { year, month: Number(next.value) }
      : next.kind === 'quarter'
        ? { year, quarter: Number(next.value) }
        : next.kind === 'half'
          ? { year, half: Number(next.value) }
          : null;
  return fields === null ? null : { fields, to: null, next: at + 2, rank: rank.month, by: 'year-first' };
}

/** What stands before the next part in English: nothing, a comma, of, of the, at, on, a hyphen. */
function joint(lexemes: Lexemes, at: number): { at: number; by: 'none' | 'comma' | 'of' | 'at' | 'hyphen' } {
  const lexeme = lexemes[at];
  if (lexeme?.value === ',') {
    return { at: at + 1, by: 'comma' };
  }
  if (lexeme?.kind === 'of') return { at: lexemes[at + 1]?.kind === 'the' ? at + 2 : at + 1, by: 'of' };
  if (lexeme?.kind === 'at') return { at: lexemes[at + 1]?.kind === 'the' ? at + 2 : at + 1, by: 'at' };
  if (lexeme?.kind === 'joiner' && !lexeme.spaced && lexemes[at + 1]?.spaced === false)
    return { at: at + 1, by: 'hyphen' };
  return { at, by: 'none' };
}

/** Skips the time zone behind a clock: 2 a.m. local time on Monday. */
function behindZone(lexemes: Lexemes, { fields, next }: Point): number {
  return fields.hour !== undefined && lexemes[next]?.kind === 'zone' ? next + 1 : next;
}

function nextEnglish(lexemes: Lexemes, point: Point): Part | null {
  const gap = joint(lexemes, behindZone(lexemes, point));
  const year = bareYear(lexemes, gap.at);
  if (year !== null && takesYear(point.fields) && gap.by !== 'at')
    return { fields: { year }, to: null, next: gap.at + 1, rank: rank.year, by: 'bare-year' };
  const part = ofUnit(lexemes, gap.at, gap.by, point.fields) ?? anyPart(lexemes, gap.at, point.fields);
  return part !== null && mayFollow(point.fields, part.fields, gap.by) ? part : null;
}

function takesYear(fields: Fields): boolean {
  const { month, half, quarter, season, segment, holiday } = fields;
  const isOpen = fields.year === undefined && fields.shift === undefined && fields.decade === undefined;
  return isOpen && [month, half, quarter, season, segment, holiday].some((field) => field !== undefined);
}

/** the end of the month: the unit now running. */
function ofUnit(lexemes: Lexemes, at: number, by: string, fields: Fields): Part | null {
  const unit = valueAt(lexemes, at, 'unit')?.split(' ')[0];
  const isPart = fields.segment !== undefined || fields.half !== undefined || fields.quarter !== undefined;
  if (by !== 'of' || !isPart || lexemes[at - 1]?.kind !== 'the' || unit === undefined) return null;
  if (!['Y', 'M', 'W', 'Q', 'X', 'C'].includes(unit)) return null;
  return {
    fields: { shift: { unit: unit as 'Y', by: 0, base: 'a' } },
    to: null,
    next: at + 1,
    rank: rank.year,
    by: 'of-unit',
  };
}

/** Which part may stand behind which in English, with what between. */
function mayFollow(before: Fields, part: Fields, by: string): boolean {
  if (clashes(before, part)) return false;
  const isClock = part.hour !== undefined || (part.part !== undefined && part.shift === undefined);
  const hasDay =
    [before.day, before.weekday, before.holiday].some((field) => field !== undefined) || before.shift?.unit === 'D';
  const hasClock = before.hour !== undefined || before.part !== undefined;
  if (isClock) return hasDay && by !== 'of' && by !== 'hyphen' && before.hour === undefined;
  if (part.day !== undefined || part.weekday !== undefined || part.shift?.unit === 'D')
    return (
      (before.weekday !== undefined && part.day !== undefined && by !== 'hyphen') ||
      (hasClock && before.day === undefined && by !== 'hyphen' && !hasDay)
    );
  const isCoarse = [
    part.month,
    part.half,
    part.quarter,
    part.season,
    part.year,
    part.decade,
    part.century,
    part.shift,
  ].some((field) => field !== undefined);
  if (!isCoarse || by === 'comma' || by === 'at') return false;
  if (before.segment !== undefined) return true;
  const hasPart =
    before.half !== undefined ||
    before.quarter !== undefined ||
    before.season !== undefined ||
    before.month !== undefined;
  return hasPart && (part.shift?.unit === 'Y' || part.year !== undefined);
}

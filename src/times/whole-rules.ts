import { bareYear } from './dates-english.js';
import { afterThe, anyUnitAt, isKind, type Lexemes, valueAt } from './grammar.js';
import { type Point, pointAt } from './points.js';
import { type Rule, reading } from './rules.js';
import type { Fields } from './shapes.js';

/** the week of April 10th, the weekend of Halloween, the week starting on February 4. */
export const weekOf: Rule = (lexemes, at) => {
  const start = afterThe(lexemes, at);
  const unit = isKind(lexemes, start, 'weekend') ? 'WE' : anyUnitAt(lexemes, start) === 'W' ? 'W' : null;
  if (unit === null || !lexemes[start]?.isEnglish) return null;
  const joint = lexemes[start + 1];
  const of =
    joint?.kind === 'of' ? start + 2 : /^(?:starting|commencing|beginning)/.test(joint?.word ?? '') ? start + 2 : null;
  if (of === null) return null;
  const to = pointAt(lexemes, isKind(lexemes, of, 'at') ? of + 1 : of) ?? numberedDay(lexemes, of);
  if (to === null || to.to !== null) return null;
  const isDay =
    [to.fields.day, to.fields.holiday, to.fields.weekday, to.fields.nth].some((field) => field !== undefined) ||
    to.fields.shift?.unit === 'D';
  if (!isDay) return null;
  return reading(
    start > at ? start : at,
    to.next,
    { kind: 'point', fields: { ...to.fields, around: unit }, to: null },
    'week-of',
  );
};

/** the 18th: a day of the month by its ordinal. */
export function numberedDay(lexemes: Lexemes, at: number): Point | null {
  const start = afterThe(lexemes, at);
  const number = lexemes[start]?.number;
  if (start === at || number?.value == null || number.value < 1 || number.value > 31) return null;
  if (number.role !== 'ordinal') return null;
  return { fields: { day: number.value }, to: null, next: start + 1, by: 'ordinal-day', english: true, bound: null };
}

/** the rest of the year, the remainder of this week: from the anchor to the end of what is running. */
export const restOf: Rule = (lexemes, at) => {
  const start = afterThe(lexemes, at);
  if (!isKind(lexemes, start, 'rest') || !isKind(lexemes, start + 1, 'of')) return null;
  const whole = runningAt(lexemes, start + 2);
  if (whole === null) return null;
  return reading(at, whole.next, { kind: 'point', fields: whole.fields, to: null, bound: 'by' }, 'rest-of');
};

/** The unit or the named stretch that is running: the year, this week, 2024, May. */
function runningAt(lexemes: Lexemes, at: number): { fields: Fields; next: number } | null {
  const start = afterThe(lexemes, at);
  const unit = start > at ? anyUnitAt(lexemes, start) : null;
  if (unit !== null && 'XYQMW'.includes(unit))
    return { fields: { shift: { unit, by: 0, base: 'a' } }, next: start + 1 };
  const year = bareYear(lexemes, start);
  const whole = pointAt(lexemes, start);
  if (whole === null) return year === null ? null : { fields: { year }, next: start + 1 };
  const { shift, year: named, month, decade, century, quarter, half, season, weekend } = whole.fields;
  const isStretch = [named, month, decade, century, quarter, half, season, weekend].some(
    (field) => field !== undefined,
  );
  if (whole.to !== null || !(isStretch || (shift !== undefined && shift.unit !== 'D'))) return null;
  return { fields: whole.fields, next: whole.next };
}

/** year to date; to date alone: up to now. */
export const toDate: Rule = (lexemes, at) => {
  const unit = valueAt(lexemes, at, 'to-date');
  if (unit === null) return null;
  const fields: Fields = { shift: { unit: unit as 'Y', by: 0, base: 'a' } };
  return reading(at, at + 1, { kind: 'point', fields, to: { now: true } }, 'to-date');
};

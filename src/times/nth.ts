import { civilDate, dateOf, dayNumber, daySeconds, isoWeek, monthLength, weekdayOf, weeksOf } from './calendar.js';
import { conventions } from './conventions.js';
import { dayOf, intervalOf, type Place, placeOfDay, placeOfWeek } from './intervals.js';
import type { Nth } from './shapes.js';

/** The place of the nth unit, weekday or workday of `whole`; null where `whole` has none or its bounds are not known. */
export function nthOf(whole: Place, nth: Nth): Place | null {
  const interval = intervalOf(whole);
  if (interval === null) return null;
  const [first, last] = [Math.floor(interval.begin / daySeconds), Math.ceil(interval.until / daySeconds) - 1];
  switch (nth.unit) {
    case 'D':
      return dayWithin(first, last, nth.n);
    case 'W':
      return weekWithin(whole, first, last, nth.n);
    case 'M':
    case 'Q':
      return monthsWithin(first, last, nth);
    case 'Y':
      return yearWithin(first, last, nth.n);
    case 'weekday':
      return weekdayWithin(first, last, nth.n, nth.weekday ?? 1);
    case 'WE':
      return weekendWithin(first, last, nth.n);
    case 'workday':
      return workdayWithin(first, last, nth.n);
    default:
      return null;
  }
}

function dayWithin(first: number, last: number, n: number): Place | null {
  const day = n > 0 ? first + n - 1 : last + n + 1;
  return day < first || day > last ? null : placeOfDay(day);
}

/** The weeks of a year are those of ISO 8601, and it stands for a week that it does not have; those of a month lie in it as a whole. */
function weekWithin(whole: Place, first: number, last: number, n: number): Place {
  const isYear = whole.year != null && whole.month === undefined && whole.quarter === undefined;
  if (isYear && whole.year != null && Math.abs(n) > weeksOf(whole.year)) return { year: whole.year };
  const offset = (weekday: number): number => (1 - weekday + 7) % 7;
  const monday = isYear ? mondayOfFirst(first) : first + offset(weekdayOf(first));
  const lastMonday = isYear ? mondayOfFirst(last + 1) - 7 : last - (weekdayOf(last) % 7) - 6;
  return placeOfWeek(n > 0 ? monday + (n - 1) * 7 : lastMonday + (n + 1) * 7);
}

/** Monday of the ISO week 1 of the year that begins on `newYear`. */
function mondayOfFirst(newYear: number): number {
  const fourth = newYear + 3;
  return fourth - weekdayOf(fourth) + 1;
}

function monthsWithin(first: number, last: number, { unit, n }: Nth): Place | null {
  const size = unit === 'Q' ? 3 : 1;
  const [from, to] = [civilDate(first), civilDate(last + 1)];
  const date =
    n > 0
      ? civilDate(dayNumber(from.year, from.month + (n - 1) * size, 1))
      : civilDate(dayNumber(to.year, to.month + n * size, 1));
  const day = dayNumber(date.year, date.month, 1);
  if (day < first || day > last) return null;
  return unit === 'Q'
    ? { year: date.year, quarter: Math.floor((date.month - 1) / 3) + 1 }
    : { year: date.year, month: date.month };
}

function yearWithin(first: number, last: number, n: number): Place | null {
  const year = n > 0 ? civilDate(first).year + n - 1 : civilDate(last).year + n + 1;
  return year < civilDate(first).year || year > civilDate(last).year ? null : { year };
}

function weekdayWithin(first: number, last: number, n: number, weekday: number): Place | null {
  const day =
    n > 0
      ? first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7
      : last - ((weekdayOf(last) - weekday + 7) % 7) + (n + 1) * 7;
  return day < first || day > last ? null : placeOfDay(day);
}

/** The weekend whose first day is the nth such day. */
function weekendWithin(first: number, last: number, n: number): Place | null {
  const saturday = weekdayWithin(first, last, n, conventions.weekend.from);
  const day = saturday === null ? null : dayOf(saturday);
  return day === null ? null : { week: isoWeek(day), weekend: true };
}

function workdayWithin(first: number, last: number, n: number): Place | null {
  const step = n > 0 ? 1 : -1;
  let left = Math.abs(n);
  for (let day = n > 0 ? first : last; day >= first && day <= last; day += step)
    if (weekdayOf(day) < 6 && --left === 0) return placeOfDay(day);
  return null;
}

/** The day `n` workdays after (before, where negative) a day, holidays not counted out. */
export function workdaysFrom(day: number, n: number): number {
  // Whole weeks at once, for the count may be any.
  const weeks = Math.max(0, Math.ceil(Math.abs(n) / 5) - 1);
  let at = day + Math.sign(n) * weeks * 7;
  for (let left = Math.abs(n) - weeks * 5; left > 0; ) {
    at += Math.sign(n);
    if (weekdayOf(at) < 6) left--;
  }
  return at;
}

/** The nearest day of this number that is this weekday: Friday the 13th. The next is preferred over the last. */
export function dayOnWeekday(day: number, weekday: number, around: number, past: boolean): Place | null {
  const { year, month } = dateOf(around * daySeconds);
  for (let by = 0; by < 28; by++) {
    const first = civilDate(dayNumber(year, month + (past ? -by : by), 1));
    if (day > monthLength(first.year, first.month)) continue;
    const number = dayNumber(first.year, first.month, day);
    if (weekdayOf(number) === weekday && (past ? number <= around : number >= around)) return placeOfDay(number);
  }
  return null;
}

/** The week or weekend that a place lies in. */
export function around(place: Place, unit: 'W' | 'WE'): Place {
  const interval = intervalOf(place);
  if (interval === null) return place;
  const week = isoWeek(Math.floor(interval.begin / daySeconds));
  return unit === 'WE' ? { week, weekend: true } : { week };
}

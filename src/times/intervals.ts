import {
  addMonths,
  civilDate,
  dayNumber,
  daySeconds,
  type Instant,
  instant,
  isoWeek,
  mondayOf,
  monthLength,
} from './calendar.js';
import { conventions } from './conventions.js';
import type { Fields } from './shapes.js';

/** Fields that have found their place; a null year is not known. Weeks are ISO weeks. */
export interface Place {
  readonly century?: number;
  readonly decade?: number;
  readonly year?: number | null;
  readonly half?: number;
  readonly quarter?: number;
  readonly season?: string;
  readonly month?: number | null;
  readonly day?: number | null;
  readonly week?: { readonly year: number; readonly week: number } | null;
  readonly weekend?: true;
  readonly weekday?: number;
  readonly segment?: Fields['segment'];
  readonly part?: string;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Number of days of a feast of several days. */
  readonly days?: number;
  /** A lunar month or year, and what else is no unit of the calendar: its bounds. */
  readonly span?: Interval;
  /** A moment; the fields above give its day. */
  readonly moment?: Instant;
}

export interface Interval {
  readonly begin: Instant;
  readonly until: Instant;
}

/** The half-open interval of a place, or null where its year is not known. */
export function intervalOf(place: Place): Interval | null {
  if (place.span !== undefined) return place.span;
  if (place.moment !== undefined)
    return { begin: place.moment, until: place.moment + (place.second === undefined ? 60 : 1) };
  const day = dayOf(place);
  if (day !== null) return withinDay(place, day * daySeconds);
  const whole = wholeOf(place);
  return whole === null || place.segment === undefined ? whole : cut(whole.interval, place.segment, whole.months);
}

/** Day number of a place that is down to the day. */
export function dayOf(place: Place): number | null {
  const { year, month, day, week, weekday } = place;
  if (week != null && weekday !== undefined) return mondayOf(week.year, week.week) + weekday - 1;
  if (year == null || month == null || day == null) return null;
  return dayNumber(year, month, Math.min(day, monthLength(year, month) + 1));
}

function withinDay(place: Place, midnight: Instant): Interval {
  const { hour, minute, second, part, days, segment } = place;
  if (hour !== undefined) {
    const begin = midnight + hour * 3600 + (minute ?? 0) * 60 + (second ?? 0);
    return { begin, until: begin + (second !== undefined ? 1 : minute !== undefined ? 60 : 3600) };
  }
  if (part !== undefined) {
    const [, from = 0, to = 24] = part.split(' ').map(Number);
    const whole = { begin: midnight + from * 3600, until: midnight + to * 3600 };
    return segment === undefined ? whole : halved(whole, segment);
  }
  const day = { begin: midnight, until: midnight + (days ?? 1) * daySeconds };
  return segment === undefined ? day : halved(day, segment);
}

/** Early morning, late at night, mid today: a half, or the middle third, of what is shorter than a week. */
function halved({ begin, until }: Interval, segment: NonNullable<Fields['segment']>): Interval {
  const middle = begin + Math.floor((until - begin) / 2);
  if (segment === 'START' || segment === 'EARLIER' || segment === 'FIRST') return { begin, until: middle };
  if (segment === 'END' || segment === 'LATER' || segment === 'LAST') return { begin: middle, until };
  const third = Math.floor((until - begin) / 3);
  return { begin: begin + third, until: until - third };
}

/** A place coarser than a day: its interval, and its months (0 for a week). */
function wholeOf(place: Place): (Interval & { interval: Interval; months: number }) | null {
  const { century, decade, year, half, quarter, season, month, week } = place;
  if (week != null) {
    const { from, days } = conventions.weekend;
    const monday = mondayOf(week.year, week.week) + (place.weekend ? from - 1 : 0);
    const interval = { begin: monday * daySeconds, until: (monday + (place.weekend ? days : 7)) * daySeconds };
    return { ...interval, interval, months: 0 };
  }
  if (decade !== undefined) return months(instant(decade * 10), 120);
  if (century !== undefined) return months(instant((century - 1) * 100), 1200);
  if (year == null) return null;
  if (quarter !== undefined) return months(instant(year, quarter * 3 - 2), 3);
  if (half !== undefined) return months(instant(year, half * 6 - 5), 6);
  if (season !== undefined) return months(instant(year, conventions.seasonMonths[season] ?? 1), 3);
  if (month === undefined) return months(instant(year), 12);
  return month === null ? null : months(instant(year, month), 1);
}

function months(begin: Instant, count: number): Interval & { interval: Interval; months: number } {
  const until = addMonths(begin, count);
  return { begin, until, interval: { begin, until }, months: count };
}

/** The beginning, middle or end of a stretch: days 1, 11, 21 of a month, the first and last quarter of a year, else thirds. */
function cut({ begin, until }: Interval, segment: NonNullable<Fields['segment']>, count: number): Interval {
  if (segment === 'EARLIER' || segment === 'LATER') return half({ begin, until }, segment, count);
  const at = (first: Instant, last: Instant): Interval => ({ begin: first, until: last });
  const inner: [Instant, Instant] =
    count === 1
      ? [begin + 10 * daySeconds, begin + 20 * daySeconds]
      : count === 12
        ? [addMonths(begin, 3), addMonths(begin, 9)]
        : count === 0
          ? [begin + 3 * daySeconds, begin + 4 * daySeconds]
          : [addMonths(begin, Math.round(count / 3)), addMonths(begin, Math.round((count * 2) / 3))];
  const { firstMonths, lastDays } = conventions;
  if (segment === 'FIRST' && count === 12) return at(begin, addMonths(begin, firstMonths));
  if (segment === 'LAST' && count === 1) return at(begin + (lastDays - 1) * daySeconds, until);
  if (segment === 'START' || segment === 'FIRST') return at(begin, inner[0]);
  return segment === 'MID' ? at(inner[0], inner[1]) : at(inner[1], until);
}

/** The earlier or later half: three days of a week, fifteen of a month, six months of a year. */
function half({ begin, until }: Interval, segment: 'EARLIER' | 'LATER', count: number): Interval {
  const middle = count > 1 ? addMonths(begin, Math.floor(count / 2)) : begin + (count === 1 ? 15 : 3) * daySeconds;
  return segment === 'EARLIER' ? { begin, until: middle } : { begin: middle, until };
}

/** The place itself, or its month where that has no such day: 4月31日, 29 February of a common year. */
export function realPlace(place: Place): Place {
  const { year, month } = place;
  return isReal(place) || year === undefined || month === undefined ? place : { year, month };
}

/** Whether the month has the day. */
export function isReal({ year, month, day }: Place): boolean {
  return month == null || day == null || day <= monthLength(year ?? leapYear, month);
}

/** Where no year is known, February may have all its days. */
const leapYear = 2000;

/** The place of a day. */
export function placeOfDay(day: number): Place {
  return civilDate(day);
}

/** The place of the ISO week that a day lies in. */
export function placeOfWeek(day: number): Place {
  return { week: isoWeek(day) };
}

import {
  addMonths,
  civilDate,
  dayNumber,
  daySeconds,
  formatDate,
  formatYear,
  type Instant,
  instant,
  isoWeek,
  mondayOf,
  monthLength,
} from './calendar.js';
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
}

export interface Interval {
  readonly begin: Instant;
  readonly until: Instant;
}

const seasonMonths: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The half-open interval of a place, or null where its year is not known. */
export function intervalOf(place: Place): Interval | null {
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
  return dayNumber(year, month, Math.min(day, monthLength(year, month)));
}

function withinDay(place: Place, midnight: Instant): Interval {
  const { hour, minute, second, part } = place;
  if (hour !== undefined) {
    const begin = midnight + hour * 3600 + (minute ?? 0) * 60 + (second ?? 0);
    return { begin, until: begin + (second !== undefined ? 1 : minute !== undefined ? 60 : 3600) };
  }
  if (part !== undefined) {
    const [, from = 0, to = 24] = part.split(' ').map(Number);
    return { begin: midnight + from * 3600, until: midnight + to * 3600 };
  }
  return { begin: midnight, until: midnight + daySeconds };
}

/** A place coarser than a day: its interval, and its months (0 for a week). */
function wholeOf(place: Place): (Interval & { interval: Interval; months: number }) | null {
  const { century, decade, year, half, quarter, season, month, week } = place;
  if (week != null) {
    const monday = mondayOf(week.year, week.week) + (place.weekend ? 5 : 0);
    const interval = { begin: monday * daySeconds, until: (monday + (place.weekend ? 2 : 7)) * daySeconds };
    return { ...interval, interval, months: 0 };
  }
  if (decade !== undefined) return months(instant(decade * 10), 120);
  if (century !== undefined) return months(instant((century - 1) * 100), 1200);
  if (year == null) return null;
  if (quarter !== undefined) return months(instant(year, quarter * 3 - 2), 3);
  if (half !== undefined) return months(instant(year, half * 6 - 5), 6);
  if (season !== undefined) return months(instant(year, seasonMonths[season] ?? 1), 3);
  if (month === undefined) return months(instant(year), 12);
  return month === null ? null : months(instant(year, month), 1);
}

function months(begin: Instant, count: number): Interval & { interval: Interval; months: number } {
  const interval = { begin, until: addMonths(begin, count) };
  return { ...interval, interval, months: count };
}

/** The beginning, middle or end of a stretch: days 1, 11, 21 of a month, the first and last quarter of a year, else thirds. */
function cut({ begin, until }: Interval, segment: 'START' | 'MID' | 'END', count: number): Interval {
  const at = (first: Instant, last: Instant): Interval => ({ begin: first, until: last });
  const inner: [Instant, Instant] =
    count === 1
      ? [begin + 10 * daySeconds, begin + 20 * daySeconds]
      : count === 12
        ? [addMonths(begin, 3), addMonths(begin, 9)]
        : count === 0
          ? [begin + 2 * daySeconds, begin + 4 * daySeconds]
          : [addMonths(begin, Math.round(count / 3)), addMonths(begin, Math.round((count * 2) / 3))];
  if (segment === 'START') return at(begin, inner[0]);
  return segment === 'END' ? at(inner[1], until) : at(inner[0], inner[1]);
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** The TIMEX3 value of a place; XXXX and XX stand for what is not known. */
export function timexValue(place: Place): string {
  return dateValue(place) + clockValue(place);
}

function dateValue(place: Place): string {
  const { century, decade, year, half, quarter, season, month, day, week, weekday, weekend } = place;
  if (weekday !== undefined && week != null) return formatDate(civilDate(mondayOf(week.year, week.week) + weekday - 1));
  if (week != null) return `${formatYear(week.year)}-W${pad(week.week)}${weekend ? '-WE' : ''}`;
  if (weekday !== undefined && day == null) return `XXXX-WXX-${weekday}`;
  if (weekend) return 'XXXX-WXX-WE';
  if (week === null) return 'XXXX-WXX';
  if (decade !== undefined) return decade < 100 ? `XX${decade % 10}` : String(decade);
  if (century !== undefined) return pad(century - 1);
  const y = year == null ? 'XXXX' : formatYear(year);
  if (quarter !== undefined) return `${y}-Q${quarter === 0 ? 'X' : quarter}`;
  if (half !== undefined) return `${y}-H${half}`;
  if (season !== undefined) return `${y}-${season}`;
  if (month === undefined && day === undefined) return y;
  const m = month == null ? 'XX' : pad(month);
  if (day === undefined) return `${y}-${m}`;
  return `${y}-${m}-${day === null ? 'XX' : pad(day)}`;
}

function clockValue({ hour, minute, second, part }: Place): string {
  if (hour !== undefined) return `T${pad(hour)}:${pad(minute ?? 0)}${second === undefined ? '' : `:${pad(second)}`}`;
  return part === undefined ? '' : `T${part.slice(0, 2)}`;
}

/** The place of a day. */
export function placeOfDay(day: number): Place {
  return civilDate(day);
}

/** The place of the ISO week that a day lies in. */
export function placeOfWeek(day: number): Place {
  return { week: isoWeek(day) };
}

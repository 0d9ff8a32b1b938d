import { civilDate, dateOf, daySeconds, formatDate, formatYear, type Instant } from './calendar.js';
import { type Interval, intervalOf, type Place } from './intervals.js';
import type { Bound } from './shapes.js';

/** Codes of EDTF level 2 for parts of a year. */
const seasons: Readonly<Record<string, number>> = { SP: 21, SU: 22, FA: 23, WI: 24 };
const firstQuarter = 33;
const firstHalf = 40;

/** A place in EDTF (ISO 8601-2), `~` where it is rough; null where nothing of it is known. */
export function edtfOf(place: Place, approx: boolean): string | null {
  const written = writtenOf(place);
  return written === null ? null : approx || isPart(place) ? withTilde(written) : written;
}

/** A range of places: `2018/2020`, `2023-33/2023-35`. */
export function edtfRange(from: Place, to: Place, approx: boolean): string | null {
  const [first, last] = [edtfOf(from, approx), edtfOf(to, approx)];
  if (first === null || last === null) return null;
  return `${first.split('/')[0]}/${last.split('/').at(-1)}`;
}

/** A place with an open side: `2014/..`, `../2018`. */
export function edtfBounded(
  place: Place,
  bound: Bound,
  interval: { begin: Instant | null; until: Instant | null },
): string | null {
  if (interval.begin !== null && interval.until !== null)
    return edtfInterval({ begin: interval.begin, until: interval.until });
  const written = edtfOf(place, false);
  if (written === null) return null;
  if (bound === 'since') return `${written.split('/')[0]}/..`;
  if (bound === 'until' || bound === 'by') return `../${written.split('/').at(-1)}`;
  if (interval.begin !== null) return `${pointOf(interval.begin)}/..`;
  return interval.until === null ? null : `../${pointOf(interval.until - 1)}`;
}

/** From the first to the last day, or moment, of an interval. */
export function edtfInterval({ begin, until }: Interval): string {
  const whole = begin % daySeconds === 0 && until % daySeconds === 0;
  const [first, last] = whole
    ? [formatDate(dateOf(begin)), formatDate(dateOf(until - 1))]
    : [clockOf(begin), clockOf(until)];
  if (dateOf(until - 1).year > 9999) return `${first}/..`;
  return first === last ? first : `${first}/${last}`;
}

/** An era by its first and last year, negative before Christ as historians count (-475 is 475 BC). */
export function edtfEra({ begin, end }: { readonly begin: number; readonly end: number }): string {
  return `${astronomical(begin)}/${astronomical(end)}`;
}

function astronomical(year: number): string {
  return formatYear(year < 0 ? year + 1 : year);
}

function pointOf(at: Instant): string {
  return formatDate(dateOf(at));
}

const pad = (value: number): string => String(value).padStart(2, '0');

function clockOf(at: Instant): string {
  const seconds = at - Math.floor(at / daySeconds) * daySeconds;
  return `${formatDate(dateOf(at))}T${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** 年底, early May: a part of a longer unit has no name of its own, so it is rough. */
function isPart({ segment, part, hour, moment }: Place): boolean {
  return segment !== undefined && part === undefined && hour === undefined && moment === undefined;
}

function writtenOf(place: Place): string | null {
  const { century, decade, year, quarter, half, season, month, day, week, segment } = place;
  if (place.moment !== undefined) return clockOf(place.moment);
  if (place.hour !== undefined) {
    const interval = intervalOf(place);
    return interval === null ? null : clockOf(interval.begin);
  }
  const isWhole =
    place.span !== undefined ||
    week != null ||
    place.days !== undefined ||
    (segment !== undefined && month !== undefined);
  if (isWhole && segment === undefined) return fromInterval(place);
  if (decade !== undefined) return decade < 100 ? null : `${decade}X`;
  if (century !== undefined) return `${pad(century - 1)}XX`;
  if (segment !== undefined && month === undefined && quarter === undefined && year != null)
    return `${formatYear(year)}-${{ START: '01', FIRST: '01', EARLIER: '01', MID: '07', LATER: '12', END: '12', LAST: '12' }[segment]}`;
  if (segment !== undefined && intervalOf(place) !== null) return fromInterval(place);
  const y = year == null ? 'XXXX' : formatYear(year);
  if (quarter !== undefined) return quarter === 0 ? null : `${y}-${firstQuarter + quarter - 1}`;
  if (half !== undefined) return `${y}-${firstHalf + half - 1}`;
  if (season !== undefined) return `${y}-${seasons[season] ?? 21}`;
  if (week === null || (place.weekday !== undefined && day == null && week == null)) return null;
  if (month === undefined && day === undefined) return year == null ? null : y;
  const m = month == null ? 'XX' : pad(month);
  if (day === undefined) return year == null && month == null ? null : `${y}-${m}`;
  return year == null && month == null && day == null ? null : `${y}-${m}-${day === null ? 'XX' : pad(day)}`;
}

function fromInterval(place: Place): string | null {
  const interval = intervalOf(place);
  if (interval === null) return null;
  const [first, last] = [Math.floor(interval.begin / daySeconds), Math.ceil(interval.until / daySeconds) - 1];
  const [from, to] = [formatDate(civilDate(first)), formatDate(civilDate(last))];
  return from === to ? from : `${from}/${to}`;
}

function withTilde(written: string): string {
  return written
    .split('/')
    .map((end) => `${end}~`)
    .join('/');
}

/** Writes the offset of a zone behind every clock: `2024-03-03T14:30:00Z`. */
export function withZone(written: string | null, zone: string): string | null {
  return written?.replace(/(?<=T\d\d:\d\d:\d\d)/g, zone) ?? null;
}

import type { Timex, TimexMod } from '../document/types.js';
import {
  addMonths,
  civilDate,
  dateOf,
  daySeconds,
  formatDate,
  formatDateTime,
  type Instant,
  isoWeek,
} from './calendar.js';
import { dayOf, type Interval, intervalOf, type Place, timexValue } from './intervals.js';
import { placeOf, type Surroundings } from './places.js';
import type { Fields, Length, Shape } from './shapes.js';

/** A resolved expression without its span, and the date that later words may refer to. */
export interface Resolved extends Pick<Timex, 'type' | 'value' | 'mod' | 'begin' | 'until' | 'anchor'> {
  readonly place: Place | null;
}

/** What the words around an expression add to it. */
export interface Hints {
  readonly isPresent: boolean;
  readonly isApproximate: boolean;
  /** Whether a verb stands right before, so that a later time counts from an event: 发布两个月后. */
  readonly followsEvent: boolean;
}

/** Resolves a shape against its surroundings. */
export function resolve(shape: Shape, around: Surroundings, hints: Hints): Resolved {
  switch (shape.kind) {
    case 'point':
      return resolvePoint(shape, around, hints);
    case 'stretch':
      return resolveStretch(shape, around);
    case 'offset':
      return resolveOffset(shape, around, hints);
    case 'duration': {
      const { length, to } = shape;
      const mod = length.approx || hints.isApproximate ? 'APPROX' : null;
      return plain('DURATION', to === null ? length.iso : `${length.iso}/${to.iso}`, to === null ? mod : null);
    }
    case 'set':
      return plain('SET', shape.value, null);
    case 'vague':
      return plain('DATE', shape.value, null);
    default:
      return plain('DATE', null, null);
  }
}

function plain(type: Timex['type'], value: string | null, mod: TimexMod | null): Resolved {
  return { type, value, mod, begin: null, until: null, anchor: null, place: null };
}

function anchorDate(around: Surroundings): string | null {
  return around.anchor === null ? null : formatDate(dateOf(around.anchor.at));
}

function isClock(place: Place): boolean {
  return place.hour !== undefined || place.part !== undefined;
}

/** A date for whole days, a date-time otherwise. */
function write(at: Instant, clock: boolean): string {
  return clock ? formatDateTime(at) : formatDate(dateOf(at));
}

/** Whether the fields alone name one place of the calendar. */
function isAbsolute(fields: Fields): boolean {
  return (
    fields.year !== undefined ||
    (fields.decade ?? 0) >= 100 ||
    (fields.century !== undefined && fields.shift === undefined)
  );
}

function resolvePoint(shape: Extract<Shape, { kind: 'point' }>, around: Surroundings, hints: Hints): Resolved {
  if (shape.fields.perhapsPresent && hints.isPresent) return plain('DATE', 'PRESENT_REF', null);
  const { shift } = shape.fields;
  const isLost = shift?.base === 'c' && around.context === null && !(shift.by === 0 && shift.unit !== 'D');
  if (isLost) return { ...plain(shape.fields.part ? 'TIME' : 'DATE', null, null) };
  const [from, to] = endsOf(shape, around);
  const begin = intervalOf(from);
  const until = to === null ? begin : intervalOf(to);
  const clock = isClock(from) || (to !== null && isClock(to));
  const interval =
    begin === null || until === null
      ? null
      : limited(
          { begin: begin.begin, until: to?.hour === undefined ? until.until : until.begin },
          shape.before ?? false,
          around,
        );
  return {
    type: clock ? 'TIME' : 'DATE',
    value: to === null ? timexValue(from) : `${timexValue(from)}/${timexValue(to)}`,
    mod: (to === null ? from.segment : undefined) ?? (hints.isApproximate ? 'APPROX' : null),
    begin: interval?.begin == null ? null : write(interval.begin, clock),
    until: interval?.until == null ? null : write(interval.until, clock),
    anchor: isAbsolute(shape.fields) ? null : anchorDate(around),
    place: to ?? from,
  };
}

/** 年底前: from the anchor to the end of it where that is still to come, else everything before it. */
function limited(
  interval: Interval,
  before: boolean,
  { anchor }: Surroundings,
): { begin: Instant | null; until: Instant } {
  if (!before) return interval;
  const today = anchor === null ? null : Math.floor(anchor.at / daySeconds) * daySeconds;
  if (today !== null && today < interval.until) return { begin: today, until: interval.until };
  return { begin: null, until: interval.begin };
}

/** Both ends of a point or range; each end takes from the other what it leaves out. */
function endsOf(shape: Extract<Shape, { kind: 'point' }>, around: Surroundings): [Place, Place | null] {
  const { fields, to } = shape;
  if (to === null) return [placeOf(fields, around), null];
  const first =
    !isAnchored(fields) && isAnchored(to) && to.shift?.base !== 'c' ? { ...coarser(to, fields), ...fields } : fields;
  const from = placeOf(first, around);
  if (isAnchored(to) || isCoarser(to, fields)) return [from, placeOf(to, { ...around, context: from, nearby: null })];
  const inherited = inherit(from, to);
  return [from, notBefore(from, placeOf(inherited, { ...around, context: from, nearby: null, tense: 'future' }))];
}

function isAnchored(fields: Fields): boolean {
  return (
    fields.year !== undefined ||
    fields.shift !== undefined ||
    fields.decade !== undefined ||
    fields.century !== undefined
  );
}

/** The year, or the step that stands for it, that `to` gives to a first end without one. */
function coarser(to: Fields, fields: Fields): Fields {
  const { year, shift, month, half, quarter } = to;
  const own =
    fields.month !== undefined ||
    fields.half !== undefined ||
    fields.quarter !== undefined ||
    fields.season !== undefined;
  const parent: Fields = { ...(year === undefined ? {} : { year }), ...(shift === undefined ? {} : { shift }) };
  if (own || half !== undefined || quarter !== undefined) return parent;
  return fields.day !== undefined && month !== undefined ? { ...parent, month } : parent;
}

/** Weekdays and lone clocks take no year from the first end. */
function isCoarser(to: Fields, from: Fields): boolean {
  return to.weekday !== undefined && from.weekday === undefined;
}

function inherit(from: Place, to: Fields): Fields {
  const { year, month, day, part } = from;
  const date = dayOf(from);
  if (to.hour !== undefined || to.part !== undefined) {
    const civil = date === null ? null : civilDate(date);
    const shared = to.day === undefined && to.weekday === undefined && civil !== null ? civil : {};
    return {
      ...shared,
      ...(part !== undefined && to.part === undefined && (to.hour ?? 13) <= 12 ? afternoonOf(from, to) : {}),
      ...to,
    };
  }
  if (to.weekday !== undefined) return to;
  return {
    ...(year == null ? {} : { year }),
    ...(to.day !== undefined && to.month === undefined && month != null ? { month } : {}),
    ...(to.holiday !== undefined && day != null ? {} : {}),
    ...to,
  };
}

function afternoonOf(from: Place, to: Fields): Fields {
  return to.hour !== undefined && (from.hour ?? 0) > 12 && to.hour < 12 ? { part: from.part ?? '' } : {};
}

/** A last end that would come before the first is in the next year, week or half day: 11月至2月, Friday to Monday. */
function notBefore(from: Place, to: Place): Place {
  const [first, last] = [intervalOf(from), intervalOf(to)];
  if (first === null || last === null || last.until > first.begin) return to;
  if (to.hour !== undefined && to.hour < 12 && last.until + 12 * 3600 > first.begin)
    return { ...to, hour: to.hour + 12 };
  if (to.week != null) return { ...to, week: isoWeek((dayOf(to) ?? 0) + 7) };
  if (to.month != null && to.year != null && from.month != null && from.month > to.month)
    return { ...to, year: to.year + 1 };
  return to;
}

/** 过去三年: its length, up to or from the anchor. */
function resolveStretch(
  { length, to, direction }: Extract<Shape, { kind: 'stretch' }>,
  around: Surroundings,
): Resolved {
  const { anchor } = around;
  const short =
    length.months === 0 &&
    length.seconds !== null &&
    (length.unit === 'h' || length.unit === 'min' || length.unit === 's');
  const mod = length.approx && length.amount !== null ? 'APPROX' : null;
  const far = anchor === null ? null : move(anchor.at, to ?? length, direction);
  const base = plain('DATE', to === null ? length.iso : `${length.iso}/${to.iso}`, to === null ? mod : null);
  if (anchor === null || far === null) return base;
  const [begin, until] = direction < 0 ? [far, anchor.at] : [anchor.at, far];
  return { ...base, begin: write(begin, short), until: write(until, short), anchor: anchorDate(around) };
}

/** An instant a length away; null where the length is open. */
function move(at: Instant, { months, seconds }: Length, direction: -1 | 1): Instant | null {
  if (months === null || seconds === null) return null;
  return addMonths(at, direction * Math.round(months)) + direction * Math.round(seconds);
}

/** Lengths in years beyond this are told roughly. */
const longAgo = 500 * 12;

/** 6年前 is the year 2018; 三天后 the third day after; 两千多年前 is the past. */
function resolveOffset(shape: Extract<Shape, { kind: 'offset' }>, around: Surroundings, hints: Hints): Resolved {
  const { length, direction, fromLast } = shape;
  const vague = direction < 0 ? 'PAST_REF' : 'FUTURE_REF';
  const isVague = length.months === null || length.months >= longAgo || (length.approx && length.unit !== 'h');
  if (direction > 0 && hints.followsEvent && around.nearby === null) return plain('DATE', null, null);
  if (isVague) return plain('DATE', vague, length.months !== null && length.approx ? 'APPROX' : null);
  const start = startOf(fromLast, around);
  if (start === null)
    return plain(isShort(length) ? 'TIME' : 'DATE', isShort(length) ? null : unresolved(length), null);
  const moved = move(start.at, length, direction);
  if (moved === null) return plain('DATE', vague, null);
  if (isShort(length)) return offsetClock(moved, start.hasTime, around);
  const place = placeAround(moved, length);
  const interval = intervalOf(place);
  return {
    ...plain('DATE', timexValue(place), hints.isApproximate ? 'APPROX' : null),
    begin: interval && write(interval.begin, false),
    until: interval && write(interval.until, false),
    anchor: anchorDate(around),
    place,
  };
}

function isShort({ unit, months }: Length): boolean {
  return months === 0 && (unit === 'h' || unit === 'min' || unit === 's');
}

function unresolved({ unit }: Length): string {
  return unit === 'Y' ? 'XXXX' : unit === 'M' ? 'XXXX-XX' : unit === 'W' ? 'XXXX-WXX' : 'XXXX-XX-XX';
}

/** Later and `earlier` times count from the date just mentioned, `ago` from the anchor. */
function startOf(fromLast: boolean, { anchor, nearby }: Surroundings): { at: Instant; hasTime: boolean } | null {
  const interval = fromLast && nearby !== null ? intervalOf(nearby) : null;
  return interval === null ? anchor : { at: interval.begin, hasTime: false };
}

function offsetClock(at: Instant, known: boolean, around: Surroundings): Resolved {
  if (!known) return plain('TIME', null, null);
  return {
    ...plain('TIME', formatDateTime(at), null),
    begin: formatDateTime(at),
    until: formatDateTime(at + 60),
    anchor: anchorDate(around),
  };
}

/** The year, month, week or day that an instant lies in, as fine as the length counts. */
function placeAround(at: Instant, { unit, months }: Length): Place {
  const { year, month, day } = dateOf(at);
  if (unit === 'C' || unit === 'X' || unit === 'Y') return { year };
  if (months !== null && months > 0) return { year, month };
  return unit === 'W' ? { week: isoWeek(Math.floor(at / daySeconds)) } : { year, month, day };
}

import type { Timex, TimexMod } from '../document/types.js';
import { dateOf, daySeconds, formatDate, formatDateTime, type Instant, lastYear } from './calendar.js';
import { conventions } from './conventions.js';
import { edtfBounded, edtfEra, edtfInterval, edtfOf, edtfRange } from './edtf.js';
import { endsOf } from './ends.js';
import { dayOf, type Interval, intervalOf, type Place, realPlace } from './intervals.js';
import { isShort, move, placeAround } from './places.js';
import type { Bound, Fields, Length, Shape } from './shapes.js';
import { alignedStretch } from './stretches.js';
import type { Surroundings } from './surroundings.js';
import { timexValue } from './values.js';

/** A resolved expression without its span, and the date that later words may refer to. */
export interface Resolved extends Pick<Timex, 'type' | 'value' | 'mod' | 'begin' | 'until' | 'anchor' | 'edtf'> {
  readonly place: Place | null;
  /** The first end of a range; `place` is the last one. */
  readonly opening: Place | null;
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
    case 'within':
      return resolveStretch({ ...shape, kind: 'stretch', to: null, direction: 1 }, around);
    case 'duration': {
      const { length, to } = shape;
      const mod = length.approx || hints.isApproximate ? 'APPROX' : null;
      return plain('DURATION', to === null ? length.iso : `${length.iso}/${to.iso}`, to === null ? mod : null);
    }
    case 'set':
      return plain('SET', shape.value, null);
    case 'vague':
      return resolveVague(shape.value, around);
    default:
      return { ...plain('DATE', null, null), edtf: shape.years === null ? null : edtfEra(shape.years) };
  }
}

function plain(type: Timex['type'], value: string | null, mod: TimexMod | null): Resolved {
  return { type, value, mod, begin: null, until: null, anchor: null, edtf: null, place: null, opening: null };
}

function anchorDate(around: Surroundings): string | null {
  return around.anchor === null ? null : formatDate(dateOf(around.anchor.moment));
}

/** The present is the moment of publication: its day where no clock is known. */
function resolveVague(value: string, around: Surroundings): Resolved {
  const { anchor } = around;
  if (value !== 'PRESENT_REF' || anchor === null) return plain('DATE', value, null);
  const until = anchor.hasTime ? anchor.moment + 1 : anchor.moment + daySeconds;
  return {
    ...plain('DATE', value, null),
    begin: write(anchor.moment, anchor.hasTime),
    until: write(until, anchor.hasTime),
    anchor: anchorDate(around),
  };
}

function isClock(place: Place): boolean {
  return place.hour !== undefined || place.part !== undefined || place.moment !== undefined;
}

/** A date for whole days, a date-time otherwise; null beyond the last year of four digits. */
function write(at: Instant, hasClock: boolean): string | null {
  if (isBeyond(at)) return null;
  return hasClock || at % daySeconds !== 0 ? formatDateTime(at) : formatDate(dateOf(at));
}

/** Whether an instant lies where ISO 8601 writes no year of four digits. */
function isBeyond(at: Instant): boolean {
  return Math.abs(dateOf(at).year) > lastYear;
}

/** Whether the fields alone name one place of the calendar. */
function isAbsolute(fields: Fields): boolean {
  return (
    (fields.year !== undefined && fields.shift === undefined) ||
    (fields.decade ?? 0) >= 100 ||
    (fields.century !== undefined && fields.shift === undefined)
  );
}

function resolvePoint(shape: Extract<Shape, { kind: 'point' }>, around: Surroundings, hints: Hints): Resolved {
  const { fields, to: toFields, bound } = shape;
  if (fields.perhapsPresent && hints.isPresent) return plain('DATE', 'PRESENT_REF', null);
  const { shift } = fields;
  const isLost =
    shift?.base === 'c' && around.context === null && !around.isLabel && !(shift.by === 0 && shift.unit !== 'D');
  if (isLost) return { ...plain(fields.part ? 'TIME' : 'DATE', null, null) };
  const [first, second] = endsOf(fields, toFields, around);
  const [from, to] = [realPlace(first), second === null ? null : realPlace(second)];
  const begin = intervalOf(from);
  const until = to === null ? begin : intervalOf(to);
  // 10000年1月1日, 公元前一万年: neither ISO 8601 nor its calendars reach there.
  if ([begin, until].some((interval) => interval !== null && isBeyond(interval.begin)))
    return plain('DATE', null, null);
  const clock = isClock(from) || (to !== null && isClock(to));
  const last = until === null ? null : isExact(to) ? until.begin : until.until;
  // A range whose end comes before its beginning was misread, or miswritten.
  const whole = begin === null || last === null || last < begin.begin ? null : { begin: begin.begin, until: last };
  const interval = whole === null || bound == null ? whole : bounded(whole, bound, to ?? from, around, to !== null);
  const approx = hints.isApproximate || (shape.approx ?? false);
  const edtf =
    bound != null && interval !== null
      ? edtfBounded(to ?? from, bound, interval)
      : to === null
        ? edtfOf(from, approx)
        : edtfRange(from, to, approx);
  return {
    edtf,
    type: clock ? 'TIME' : 'DATE',
    value: to === null ? timexValue(from) : `${timexValue(from)}/${timexValue(to)}`,
    mod: (to === null ? modOf(from) : null) ?? (hints.isApproximate || shape.approx ? 'APPROX' : null),
    begin: interval?.begin == null ? null : write(interval.begin, clock),
    until: interval?.until == null ? null : write(interval.until, clock),
    anchor: isAbsolute(fields) ? null : anchorDate(around),
    // 去年同期 compares, and the period that it goes by stays the one that is spoken of.
    ...(fields.samePeriod && around.context !== null
      ? { place: null, opening: null }
      : { place: to ?? from, opening: to === null || to.moment !== undefined ? null : from }),
  };
}

const mods = {
  START: 'START',
  FIRST: 'START',
  EARLIER: 'START',
  MID: 'MID',
  END: 'END',
  LAST: 'END',
  LATER: 'END',
} as const;

function modOf({ segment }: Place): TimexMod | null {
  if (segment === undefined) return null;
  return mods[segment];
}

/** A range of clocks ends at the clock that is named, one of days at the end of the day. */
function isExact(to: Place | null): boolean {
  return to !== null && (to.hour !== undefined || to.moment !== undefined);
}

/** The open side of a point: see the conventions. */
function bounded(
  { begin, until }: Interval,
  bound: Bound,
  place: Place,
  { anchor }: Surroundings,
  isRange = false,
): { begin: Instant | null; until: Instant | null } {
  const isFine = dayOf(place) !== null || isClock(place);
  const mod = modOf(place);
  if (mod === 'START' && bound === 'after') return { begin, until: null };
  if (mod === 'END' && bound === 'before') return { begin: null, until };
  const end = isClock(place) && place.part === undefined ? begin : until;
  const isToCome = anchor !== null && anchor.moment < end;
  switch (bound) {
    case 'since':
      return { begin, until: null };
    case 'after':
      return { begin: isFine ? begin : until, until: null };
    case 'until':
      return { begin: null, until: end };
    case 'by':
      return { begin: isToCome ? anchor.moment : null, until: end };
    case 'front':
      // 2020至2025年前: its end is the deadline.
      if (isRange) return { begin, until };
      if (anchor !== null && !isFine && (begin > anchor.moment || (mod === 'END' && isToCome)))
        return { begin: anchor.moment, until };
      return { begin: null, until: begin };
    default:
      return { begin: null, until: begin };
  }
}

/** 过去三年: its length, up to or from the anchor; 上两周: the two weeks before this one. */
function resolveStretch(
  { length, to, direction, aligned }: Extract<Shape, { kind: 'stretch' }>,
  around: Surroundings,
): Resolved {
  const { anchor } = around;
  const mod = length.approx && length.amount !== null ? 'APPROX' : null;
  const base = plain('DATE', to === null ? length.iso : `${length.iso}/${to.iso}`, to === null ? mod : null);
  if (anchor === null) return base;
  const isInclusive = length.unit === 'BD' && direction > 0;
  const whole = aligned ? alignedStretch(anchor.moment, length, direction) : null;
  const moved = move(anchor.moment, to ?? length, direction);
  const far = moved !== null && isInclusive ? moved + daySeconds : moved;
  const interval =
    whole ??
    (far === null ? null : direction < 0 ? { begin: far, until: anchor.moment } : { begin: anchor.moment, until: far });
  // 过去一亿年: no calendar reaches there.
  if (interval === null || isBeyond(interval.begin) || isBeyond(interval.until)) return base;
  const short = isShort(length);
  const written = (at: Instant): string | null => write(short ? at : Math.floor(at / daySeconds) * daySeconds, short);
  const fromNow = whole === null && direction > 0 && anchor.hasTime;
  const begin = fromNow ? write(interval.begin, true) : written(interval.begin);
  const edtf = edtfInterval(interval);
  return { ...base, begin, until: written(interval.until), anchor: anchorDate(around), edtf };
}

/** 6年前 is the year 2018; 三天后 the third day after; 两千多年前 is the past. */
function resolveOffset(shape: Extract<Shape, { kind: 'offset' }>, around: Surroundings, hints: Hints): Resolved {
  const { length, direction, fromLast, bound } = shape;
  const vague = direction < 0 ? 'PAST_REF' : 'FUTURE_REF';
  const isFew = length.amount === null && length.months === null && isShort({ ...length, months: 0 });
  if (isFew) return resolveOffset({ ...shape, length: fewOf(length) }, around, { ...hints, isApproximate: true });
  const isVague =
    length.months === null || length.months >= conventions.longAgo || (length.approx && length.unit !== 'h');
  if (direction > 0 && fromLast && hints.followsEvent && around.nearby === null) return plain('DATE', null, null);
  if (isVague) return plain('DATE', vague, length.months !== null && length.approx ? 'APPROX' : null);
  const start = startOf(fromLast, around);
  if (start === null)
    return plain(isShort(length) ? 'TIME' : 'DATE', isShort(length) ? null : unresolved(length), null);
  const moved = move(start.moment, length, direction);
  // 一億天後: no calendar reaches there.
  if (moved === null || isBeyond(moved)) return plain('DATE', vague, null);
  const place = isShort(length) ? { ...dateOf(moved), moment: moved } : placeAround(moved, length);
  const interval = intervalOf(place);
  const limits = interval === null || bound == null ? interval : bounded(interval, bound, place, around);
  const clock = isShort(length);
  return {
    ...plain(clock ? 'TIME' : 'DATE', timexValue(place), hints.isApproximate ? 'APPROX' : null),
    begin: limits?.begin == null ? null : write(limits.begin, clock),
    until: limits?.until == null ? null : write(limits.until, clock),
    anchor: anchorDate(around),
    edtf: bound != null && limits !== null ? edtfBounded(place, bound, limits) : edtfOf(place, hints.isApproximate),
    place,
  };
}

/** A few hours are reckoned as three where a moment is counted with them. */
function fewOf(length: Length): Length {
  const { few } = conventions;
  const size = { h: 3600, min: 60, s: 1, QH: 900 }[length.unit as string] ?? 0;
  return { ...length, amount: few, months: 0, seconds: few * size, approx: false };
}

function unresolved({ unit }: Length): string {
  return unit === 'Y' ? 'XXXX' : unit === 'M' ? 'XXXX-XX' : 'XXXX-XX-XX';
}

/** Later and `earlier` times count from the date just mentioned, `ago` from the anchor. */
function startOf(fromLast: boolean, { anchor, nearby }: Surroundings): { moment: Instant; hasTime: boolean } | null {
  const interval = fromLast && nearby !== null ? intervalOf(nearby) : null;
  return interval === null ? anchor : { moment: interval.begin, hasTime: false };
}

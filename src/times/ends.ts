import { civilDate, isoWeek } from './calendar.js';
import { dayOf, intervalOf, type Place } from './intervals.js';
import { placeOf } from './places.js';
import type { Fields } from './shapes.js';
import type { Surroundings } from './surroundings.js';

/** Both ends of a point or range; each end takes from the other what it leaves out. */
export function endsOf(fields: Fields, to: Fields | null, around: Surroundings): [Place, Place | null] {
  if (to === null) return [placeOf(fields, around), null];
  const first =
    !isAnchored(fields) && isAnchored(to) && to.shift?.base !== 'c' && !isClockOnly(fields)
      ? { ...coarser(to, fields), ...fields }
      : fields;
  const from = backed(placeOf(first, isClockOnly(fields) ? { ...around, isLabel: false } : around), fields, to);
  if (isAnchored(to) || isCoarser(to, fields)) return [from, placeOf(to, { ...around, context: from, nearby: null })];
  const inherited = inherit(from, to);
  return [from, notBefore(from, placeOf(inherited, { ...around, context: from, nearby: null, tense: 'future' }))];
}

function isClockOnly(fields: Fields): boolean {
  return fields.hour !== undefined && fields.day === undefined && fields.weekday === undefined;
}

/** December to May 2022: a first month that comes after the last is of the year before. */
function backed(from: Place, fields: Fields, to: Fields): Place {
  if (fields.year !== undefined || to.year === undefined || from.year !== to.year || from.month == null) return from;
  return to.month !== undefined && from.month > to.month ? { ...from, year: to.year - 1 } : from;
}

function isAnchored(fields: Fields): boolean {
  return (
    fields.year !== undefined ||
    fields.shift !== undefined ||
    fields.now !== undefined ||
    fields.which !== undefined ||
    fields.decade !== undefined ||
    fields.century !== undefined
  );
}

/** The year, or the step that stands for it, that `to` gives to a first end without one. */
function coarser(to: Fields, fields: Fields): Fields {
  const { year, shift, month, half, quarter } = to;
  if (shift?.unit === 'D' || to.now) return {};
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
  const { year, month, part } = from;
  const date = dayOf(from);
  if (to.hour !== undefined || to.part !== undefined) {
    const civil = date === null ? null : civilDate(date);
    const isOpen = to.day === undefined && to.weekday === undefined;
    const isDated = to.day !== undefined && to.month !== undefined && to.year === undefined && year != null;
    const shared = isOpen && civil !== null ? civil : isDated ? { year } : {};
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
    ...to,
  };
}

function afternoonOf(from: Place, to: Fields): Fields {
  return to.hour !== undefined && (from.hour ?? 0) > 12 && to.hour < 12 ? { part: from.part ?? '' } : {};
}

/** A last end that would come before the first is in the next year, week, month or half day: 11月至2月, Friday to Monday. */
function notBefore(from: Place, to: Place): Place {
  const [first, last] = [intervalOf(from), intervalOf(to)];
  if (first === null || last === null) return to;
  if (to.hour !== undefined ? last.begin > first.begin : last.until > first.begin) return to;
  if (to.hour !== undefined && to.hour < 12 && last.until + 12 * 3600 > first.begin)
    return { ...to, hour: to.hour + 12 };
  if (to.hour !== undefined && to.day != null && to.month != null && to.year != null) return { ...to, day: to.day + 1 };
  if (to.week != null) return { ...to, week: isoWeek((dayOf(to) ?? 0) + 7) };
  if (to.month != null && to.year != null && from.month != null && from.month > to.month)
    return { ...to, year: to.year + 1 };
  if (to.month != null && to.month === from.month && to.day != null && from.day != null && to.day < from.day)
    return to.month === 12 ? { ...to, month: 1, year: (to.year ?? 0) + 1 } : { ...to, month: to.month + 1 };
  return to;
}

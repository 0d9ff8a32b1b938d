import { civilDate, daySeconds, isoWeek, weekdayOf } from './calendar.js';
import { dayOf, intervalOf, type Place } from './intervals.js';
import { placeOf } from './places.js';
import type { Fields } from './shapes.js';
import type { Surroundings } from './surroundings.js';

/** Both ends of a point or range; each end takes from the other what it leaves out. */
export function endsOf(fields: Fields, to: Fields | null, around: Surroundings): [Place, Place | null] {
  if (to === null && fields.samePeriod && around.opening !== null)
    return [placeOf(fields, { ...around, context: around.opening }), placeOf(fields, around)];
  if (to === null) return [placeOf(fields, around), null];
  const running = runningRange(fields, to, around);
  if (running !== null) return running;
  const first =
    !isAnchored(fields) && isAnchored(to) && to.shift?.base !== 'c' && !isClockOnly(fields)
      ? { ...coarser(to, fields), ...fields }
      : fields;
  // 三月至今: the last March.
  const before: Surroundings = to.now ? { ...around, tense: 'past', isLabel: false } : around;
  const from = backed(placeOf(first, isClockOnly(fields) ? { ...around, isLabel: false } : before), fields, to);
  const clock = sameDay(fields, to, from);
  if (clock !== null) return [from, notBefore(from, placeOf(clock, { ...around, context: from, nearby: null }))];
  if (isAnchored(to) || isCoarser(to, fields)) {
    const last = placeOf(to, { ...around, context: from, nearby: null });
    return [from, isSameDay(fields, to) ? notBefore(from, last) : last];
  }
  const inherited = inherit(from, to);
  return [from, notBefore(from, placeOf(inherited, { ...around, context: from, nearby: null, tense: 'future' }))];
}

/** From May to March, Friday to Monday: where such a range has begun and not ended, it is the one that is meant. */
function runningRange(fields: Fields, to: Fields, around: Surroundings): [Place, Place] | null {
  const { anchor } = around;
  if (anchor === null || around.nearby !== null) return null;
  const today = Math.floor(anchor.moment / daySeconds);
  for (const [from, last] of candidates(fields, to, today)) {
    const [first, end] = [intervalOf(from), intervalOf(last)];
    if (first === null || end === null) continue;
    if (first.begin <= today * daySeconds && end.until > today * daySeconds) return [from, last];
  }
  return null;
}

function candidates(fields: Fields, to: Fields, today: number): [Place, Place][] {
  const isOnly = (of: Fields, ...keys: readonly string[]): boolean =>
    Object.keys(of).every((key) => keys.includes(key));
  const [day, lastDay] = [fields.weekday, to.weekday];
  if (day !== undefined && lastDay !== undefined && isOnly(fields, 'weekday') && isOnly(to, 'weekday')) {
    const first = today - ((weekdayOf(today) - day + 7) % 7);
    const last = first + ((lastDay - day + 7) % 7);
    return [
      [
        { weekday: day, week: isoWeek(first) },
        { weekday: lastDay, week: isoWeek(last) },
      ],
    ];
  }
  if (fields.month === undefined || to.month === undefined) return [];
  if (!isOnly(fields, 'month', 'day') || !isOnly(to, 'month', 'day') || fields.month <= to.month) return [];
  const { year } = civilDate(today);
  return [year, year - 1].map((first) => [{ ...fields, year: first } as Place, { ...to, year: first + 1 } as Place]);
}

/** Monday 12-4: the last clock is on the day that the first one found. */
function sameDay(fields: Fields, to: Fields, from: Place): Fields | null {
  if (to.hour === undefined || to.year !== undefined) return null;
  const { hour, minute, second, ambiguous, part, ...date } = to;
  const keys = Object.keys(date) as (keyof Fields)[];
  const day = dayOf(from);
  if (keys.length === 0 || day === null || !keys.every((key) => fields[key] === to[key])) return null;
  return {
    ...civilDate(day),
    hour,
    ...(minute === undefined ? {} : { minute }),
    ...(second === undefined ? {} : { second }),
    ...(part === undefined ? {} : { part }),
  };
}

/** December 31, 2022, 10 pm - 1 am: two clocks of one date. */
function isSameDay(fields: Fields, to: Fields): boolean {
  const { day, month, year } = to;
  return (
    to.hour !== undefined && day !== undefined && day === fields.day && month === fields.month && year === fields.year
  );
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
    const isDated = to.day !== undefined && to.year === undefined && year != null;
    const isOfMonth = isDated && to.month === undefined && month != null;
    const shared = isOpen && civil !== null ? civil : isOfMonth ? { year, month } : isDated ? { year } : {};
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
  const date = dayOf(to);
  const isEarlierDay = to.month != null && to.month === from.month && (to.day ?? 0) < (from.day ?? 0);
  if (to.hour !== undefined && date !== null && to.month != null && !isEarlierDay)
    return { ...to, ...civilDate(date + 1) };
  if (to.week != null) return { ...to, week: isoWeek((dayOf(to) ?? 0) + 7) };
  if (to.month != null && to.year != null && from.month != null && from.month > to.month)
    return { ...to, year: to.year + 1 };
  if (isEarlierDay && to.day != null && to.month != null)
    return to.month === 12 ? { ...to, month: 1, year: (to.year ?? 0) + 1 } : { ...to, month: to.month + 1 };
  return to;
}

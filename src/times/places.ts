import { civilDate, dateOf, dayNumber, daySeconds, type Instant, isoWeek, monthLength, weekdayOf } from './calendar.js';
import { holidayDate } from './holidays.js';
import { dayOf, type Interval, intervalOf, type Place, placeOfDay } from './intervals.js';
import type { Fields, Shift } from './shapes.js';

export interface Anchor {
  readonly at: Instant;
  readonly hasTime: boolean;
}

/** What a date is resolved against. */
export interface Surroundings {
  /** The publication date; null where there is none, and nothing is guessed then. */
  readonly anchor: Anchor | null;
  /** The last date mentioned. */
  readonly context: Place | null;
  /** The last date mentioned in the same sentence. */
  readonly nearby: Place | null;
  readonly tense: 'past' | 'future' | null;
}

/** Finds the place of the fields: steps from the anchor or the context are taken, what is left out is the nearest that fits. */
export function placeOf(fields: Fields, around: Surroundings): Place {
  const { shift, perhapsPresent: _perhaps, samePeriod, holiday, ...rest } = fields;
  const own: Place = rest;
  if (samePeriod && shift !== undefined) return samePeriodOf(shift, around);
  if (shift !== undefined)
    return withHoliday({ ...shifted(shift, own, around), ...withoutWeekday(own, shift) }, holiday);
  if (holiday !== undefined) return nearestHoliday(holiday, own, around);
  if (own.decade !== undefined && own.decade < 10 && own.century === undefined)
    return { ...own, decade: own.decade + (own.decade < 3 ? 200 : 190) };
  if (own.decade !== undefined && own.century !== undefined) {
    const { century, ...finer } = own;
    return { ...finer, decade: (century - 1) * 10 + (own.decade % 10) };
  }
  if (own.year !== undefined || own.decade !== undefined || own.century !== undefined) return own;
  return completed(own, around);
}

function withoutWeekday(own: Place, shift: Shift): Place {
  const { decade, century, ...rest } = own;
  return shift.unit === 'C' && decade !== undefined ? rest : own;
}

function withHoliday(place: Place, holiday: string | undefined): Place {
  if (holiday === undefined || place.year == null) return place;
  const day = holidayDate(holiday, place.year);
  return day === null ? { ...place, month: null, day: null } : { ...place, ...civilDate(day) };
}

/** The day that the context is down to, else null. */
function contextDay(context: Place | null): number | null {
  return context === null ? null : dayOf(context);
}

/** Takes a step of whole units from the anchor or the context. */
function shifted(shift: Shift, own: Place, around: Surroundings): Place {
  const base = baseOf(shift, around);
  if (base === null) return unknown(shift);
  const { year, month } = base;
  const { unit, by } = shift;
  switch (unit) {
    case 'C': {
      const century = Math.floor(year / 100) + 1 + by;
      return own.decade === undefined ? { century } : { decade: (century - 1) * 10 + (own.decade % 10) };
    }
    case 'X':
      return { decade: Math.floor(year / 10) + by };
    case 'Y':
      return { year: year + by };
    case 'Q': {
      const quarter = Math.floor((month - 1) / 3) + by;
      return { year: year + Math.floor(quarter / 4), quarter: (((quarter % 4) + 4) % 4) + 1 };
    }
    case 'M': {
      const first = civilDate(dayNumber(year, month + by, 1));
      return { year: first.year, month: first.month };
    }
    case 'F':
      return { week: isoWeek(dayNumber(year, month, base.day) + 14 * by) };
    case 'W':
      return { week: isoWeek(dayNumber(year, month, base.day) + 7 * by) };
    default:
      return placeOfDay(dayNumber(year, month, base.day) + by);
  }
}

/** The date that a step starts from. A step of days needs a day, a step of months a month. */
function baseOf(shift: Shift, around: Surroundings): { year: number; month: number; day: number } | null {
  if (shift.base === 'a') return around.anchor === null ? null : dateOf(around.anchor.at);
  const { context } = around;
  const day = contextDay(context);
  if (day !== null) return civilDate(day);
  if (context === null && shift.by === 0 && shift.unit !== 'D' && around.anchor !== null)
    return dateOf(around.anchor.at);
  if (context?.year == null || shift.unit === 'D' || shift.unit === 'W') return null;
  if (context.month == null && shift.unit === 'M') return null;
  return { year: context.year, month: context.month ?? 1, day: 1 };
}

/** What stands for a step from a date that is not known. */
function unknown({ unit }: Shift): Place {
  switch (unit) {
    case 'M':
      return { year: null, month: null };
    case 'W':
    case 'F':
      return { week: null };
    case 'D':
      return { year: null, month: null, day: null };
    case 'Q':
      return { year: null, quarter: 0 };
    default:
      return { year: null };
  }
}

/** 上年同期: the month, quarter or half of the last date in the year of the step. */
function samePeriodOf(shift: Shift, around: Surroundings): Place {
  const { context } = around;
  const base = shifted(shift, {}, around);
  if (context === null) return base;
  const { month, quarter, half, day, season } = context;
  if (shift.unit !== 'Y') return day == null ? base : { ...base, day };
  return {
    year: context.year != null && shift.base === 'a' ? context.year + shift.by : (base.year ?? null),
    ...(quarter === undefined ? {} : { quarter }),
    ...(half === undefined ? {} : { half }),
    ...(season === undefined ? {} : { season }),
    ...(month == null ? {} : { month }),
    ...(day == null || context.segment !== undefined ? {} : { day }),
  };
}

/** Fills in the year, month, week or day that was left out. */
function completed(own: Place, around: Surroundings): Place {
  const { anchor, nearby } = around;
  if (own.weekday !== undefined && own.day === undefined)
    return anchor === null ? own : nearestWeekday(own, anchor, around);
  if (own.weekend) return anchor === null ? own : { ...own, week: isoWeek(Math.floor(anchor.at / daySeconds)) };
  if (own.day !== undefined && own.month === undefined) return nearestMonth(own, around);
  if (own.month !== undefined || own.quarter !== undefined || own.half !== undefined || own.season !== undefined) {
    if (nearby?.year != null && nearby.month != null && own.month != null) return { ...own, year: nearby.year };
    if (anchor === null) return { ...own, year: null };
    if (own.half !== undefined) return { ...own, year: halfYear(own.half, anchor, around) };
    const { year } = dateOf(anchor.at);
    return (
      nearest(
        [year, year - 1, year + 1].map((candidate) => ({ ...own, year: candidate })),
        anchor,
        around,
        1.5,
      ) ?? { ...own, year }
    );
  }
  if (own.hour !== undefined || own.part !== undefined) return { ...dayHere(around), ...own };
  return own;
}

/** The half of this year; in its first two months a second half that tense does not place is last year's. */
function halfYear(half: number, anchor: Anchor, { tense }: Surroundings): number {
  const { year, month } = dateOf(anchor.at);
  if (half === 2 && month < 3 && tense === 'past') return year - 1;
  return half === 1 && month > 6 && tense === 'future' ? year + 1 : year;
}

/** The day that a bare clock belongs to. */
function dayHere({ anchor, context }: Surroundings): Place {
  const day = contextDay(context) ?? (anchor === null ? null : Math.floor(anchor.at / daySeconds));
  return day === null ? { year: null, month: null, day: null } : placeOfDay(day);
}

function nearestMonth(own: Place, around: Surroundings): Place {
  const { anchor, nearby } = around;
  if (nearby?.year != null && nearby.month != null) return { ...own, year: nearby.year, month: nearby.month };
  if (anchor === null) return { ...own, year: null, month: null };
  const { year, month } = dateOf(anchor.at);
  const candidates = [0, -1, 1].map((by) => civilDate(dayNumber(year, month + by, 1)));
  const fitting = candidates.filter((first) => (own.day ?? 1) <= monthLength(first.year, first.month));
  return (
    nearest(
      fitting.map((first) => ({ ...own, year: first.year, month: first.month })),
      anchor,
      around,
      1.5,
    ) ?? { ...own, year, month }
  );
}

/** A bare weekday is the last one, today included, unless the tense says that it is to come. */
function nearestWeekday(own: Place, anchor: Anchor, { tense }: Surroundings): Place {
  const today = Math.floor(anchor.at / daySeconds);
  const ahead = ((((own.weekday ?? 1) - weekdayOf(today)) % 7) + 7) % 7;
  const day = tense === 'future' ? today + ahead : ahead === 0 ? today : today + ahead - 7;
  return { ...own, week: isoWeek(day) };
}

function nearestHoliday(holiday: string, own: Place, around: Surroundings): Place {
  const { anchor } = around;
  const dated = (year: number): Place[] => {
    const day = holidayDate(holiday, year);
    return day === null ? [] : [{ ...own, ...civilDate(day) }];
  };
  const known = own.year ?? around.nearby?.year;
  if (known != null) return dated(known)[0] ?? { ...own, year: known, month: null, day: null };
  if (anchor === null) return unknownHoliday(holiday, own);
  const { year } = dateOf(anchor.at);
  return (
    nearest(
      [0, -1, 1].flatMap((by) => dated(year + by)),
      anchor,
      around,
      1.5,
    ) ?? unknownHoliday(holiday, own)
  );
}

function unknownHoliday(holiday: string, own: Place): Place {
  const [month = 0, day = 0] = holiday.split('-').map(Number);
  return month > 0 ? { ...own, year: null, month, day } : { ...own, year: null, month: null, day: null };
}

/** The candidate closest to the anchor; a day to come weighs `future` times a day gone by, unless the tense decides. */
function nearest(candidates: readonly Place[], anchor: Anchor, { tense }: Surroundings, future: number): Place | null {
  const today = Math.floor(anchor.at / daySeconds) * daySeconds;
  let best: { place: Place; cost: number } | null = null;
  for (const place of candidates) {
    const interval = intervalOf(place);
    if (interval === null) continue;
    const cost = costOf(interval, today, tense, future);
    if (best === null || cost < best.cost) best = { place, cost };
  }
  return best?.place ?? null;
}

/** How much the tense weighs against a distance in time. */
const against = 2.5;

function costOf({ begin, until }: Interval, today: Instant, tense: Surroundings['tense'], future: number): number {
  if (begin > today) return (begin - today) * (tense === 'future' ? 1 / against : tense === 'past' ? against : future);
  if (until <= today)
    return (today - until + daySeconds) * (tense === 'past' ? 1 / against : tense === 'future' ? against : 1);
  return 0;
}

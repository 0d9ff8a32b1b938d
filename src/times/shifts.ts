import { civilDate, dateOf, dayNumber, isoWeek } from './calendar.js';
import { dayOf, intervalOf, type Place, placeOfDay } from './intervals.js';
import { workdaysFrom } from './nth.js';
import type { Fields, Shift } from './shapes.js';
import type { Surroundings } from './surroundings.js';

/** The place that a step of whole units from the anchor or the context leads to: 去年, next week, 次日. */
export function shifted(shift: Shift, own: Place, around: Surroundings): Place {
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
    case 'BD':
      return placeOfDay(workdaysFrom(dayNumber(year, month, base.day), by));
    default:
      return placeOfDay(dayNumber(year, month, base.day) + by);
  }
}

/** The date that a step starts from. A step of days needs a day, a step of months a month. */
function baseOf(shift: Shift, around: Surroundings): { year: number; month: number; day: number } | null {
  if (shift.base === 'a') return around.anchor === null ? null : dateOf(around.anchor.moment);
  const { context } = around;
  const day = context === null ? null : dayOf(context);
  if (day !== null) return civilDate(day);
  if (context === null && shift.unit !== 'D' && around.anchor !== null) return dateOf(around.anchor.moment);
  if (context === null && around.isLabel && around.anchor !== null) return dateOf(around.anchor.moment);
  if (shift.unit === 'D') return null;
  const interval = context === null ? null : intervalOf(context);
  if (interval === null || context === null) return null;
  if (shift.unit === 'W') return context.week == null ? null : dateOf(interval.begin);
  if (context.year == null || (context.month == null && shift.unit === 'M')) return null;
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

/** 上年同期, 2019年同期: the month, quarter or half of the last date in the year of the step, or in the one that is named. */
export function samePeriodOf({ shift, year }: Fields, around: Surroundings): Place {
  const { context } = around;
  const base = shift === undefined ? { year: year ?? null } : shifted(shift, {}, around);
  if (context === null) return base;
  const { month, quarter, half, day, season } = context;
  if (shift !== undefined && shift.unit !== 'Y') return day == null ? base : { ...base, day };
  return {
    year: context.year != null && shift?.base === 'a' ? context.year + shift.by : (base.year ?? null),
    ...(quarter === undefined ? {} : { quarter }),
    ...(half === undefined ? {} : { half }),
    ...(season === undefined ? {} : { season }),
    ...(month == null ? {} : { month }),
    ...(day == null || context.segment !== undefined ? {} : { day }),
  };
}

import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { dayNumber } from './calendar.js';

/** Days of the twelve or thirteen months of a lunar year, its new year's day, and the month that a leap month follows. */
interface LunarYear {
  readonly newYear: number;
  readonly lengths: readonly number[];
  readonly leap: number;
}

const lunarYears = lazy(() =>
  openLexicon('lunar-years', ['year', 'newYear', 'lengths', 'leap'], (row): LunarYear => {
    const [month = 1, day = 1] = row.newYear.split('-').map(Number);
    return {
      newYear: dayNumber(Number(row.year), month, day),
      lengths: Array.from(row.lengths, (length) => (length === 'L' ? 30 : 29)),
      leap: Number(row.leap),
    };
  }),
);

/** Day number of a day of the lunar year that begins in `year`; null outside the table or where there is no such month. */
export function lunarDate(year: number, month: number, day: number, isLeap = false): number | null {
  const lunar = lunarYears().get(String(year));
  if (lunar === undefined || (isLeap && lunar.leap !== month)) return null;
  const before = isLeap || (lunar.leap > 0 && month > lunar.leap) ? month : month - 1;
  const days = lunar.lengths.slice(0, before).reduce((sum, length) => sum + length, 0);
  return lunar.newYear + days + day - 1;
}

/** Length of a month of the lunar year that begins in `year`; 0 where it is not known. */
export function lunarMonthLength(year: number, month: number, isLeap = false): number {
  const lunar = lunarYears().get(String(year));
  if (lunar === undefined) return 0;
  return lunar.lengths[isLeap || (lunar.leap > 0 && month > lunar.leap) ? month : month - 1] ?? 0;
}

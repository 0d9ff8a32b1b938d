import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { dayNumber, monthLength, weekdayOf } from './calendar.js';

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

/**
 * Day number of a holiday in a year: `10-1` by date, `L8-15` by the lunar calendar (`L1-0` is its eve), `N11-4-4` the
 * fourth Thursday of November, `N5-1-L` the last Monday of May. Null where the lunar year is not in the table.
 */
export function holidayDate(rule: string, year: number): number | null {
  const [month = 1, day = 1] = rule.replace(/^[LN]/, '').split('-').map(Number);
  if (rule.startsWith('L')) return lunarDate(year, month, day);
  if (rule.startsWith('N')) return nthWeekday(year, month, day, rule.split('-')[2] ?? '1');
  return dayNumber(year, month, day);
}

/** Day number of a day of the lunar year that begins in `year`; null outside the table. */
export function lunarDate(year: number, month: number, day: number): number | null {
  const lunar = lunarYears().get(String(year));
  if (lunar === undefined) return null;
  const before = lunar.leap > 0 && month > lunar.leap ? month : month - 1;
  const days = lunar.lengths.slice(0, before).reduce((sum, length) => sum + length, 0);
  return lunar.newYear + days + day - 1;
}

function nthWeekday(year: number, month: number, weekday: number, nth: string): number {
  if (nth === 'L') {
    const last = dayNumber(year, month, monthLength(year, month));
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (Number(nth) - 1) * 7;
}

import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { dayNumber, monthLength, weekdayOf } from './calendar.js';
import { lunarDate } from './lunar.js';

/** A feast in one year: its first day as a day number, and how many days it lasts. */
export interface Feast {
  readonly day: number;
  readonly days: number;
}

/** Feasts whose dates no short rule gives (Jewish, Muslim, Hindu feasts; solar terms), computed beforehand. */
const tables = lazy(() =>
  // Read when the feast is asked for: most never are.
  openLexicon('feast-dates', ['feast', 'dates'], ({ dates }) => lazy(() => daysByYear(dates))),
);

function daysByYear(dates: string): ReadonlyMap<number, readonly number[]> {
  const byYear = new Map<number, number[]>();
  for (const date of dates.split(' ')) {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    byYear.set(year, [...(byYear.get(year) ?? []), dayNumber(year, month, day)]);
  }
  return byYear;
}

/**
 * The feasts that `rule` gives in a year, in order; none where it is not known. A rule is a date (`10-1`), a date of the
 * lunar calendar (`L8-15`; `L1-0` is its eve), a weekday of a month (`N11-4-4`, the fourth Thursday of November;
 * `N5-1-L`, the last Monday of May), days from Easter (`E49`, `E-2`; `O0` the Orthodox one) or a row of the lexicon
 * `feast-dates` (`T:diwali`). `@1` moves it by days, `x8` says that it lasts eight.
 */
export function feastsOf(rule: string, year: number): Feast[] {
  const [head = '', length = '1'] = rule.split('x');
  const [name = '', move = '0'] = head.split('@');
  const days = Number(length);
  return starts(name, year).map((day) => ({ day: day + Number(move), days }));
}

function starts(name: string, year: number): readonly number[] {
  if (name.startsWith('T:')) return tables().get(name.slice(2))?.().get(year) ?? [];
  if (name.startsWith('E')) return [easter(year) + Number(name.slice(1))];
  if (name.startsWith('O')) return [orthodoxEaster(year) + Number(name.slice(1))];
  const [month = 1, day = 1] = name.replace(/^[LN]/, '').split('-').map(Number);
  if (name.startsWith('N')) return [nthWeekday(year, month, day, name.split('-')[2] ?? '1')];
  if (!name.startsWith('L')) return [dayNumber(year, month, day)];
  const lunar = lunarDate(year, month, day);
  return lunar === null ? [] : [lunar];
}

function nthWeekday(year: number, month: number, weekday: number, nth: string): number {
  if (nth === 'L') {
    const last = dayNumber(year, month, monthLength(year, month));
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (Number(nth) - 1) * 7;
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
function easter(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(days / 31), (days % 31) + 1);
}

/** Easter Sunday by the Julian computus, in the Gregorian calendar. */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const days = d + e + 114;
  const shift = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayNumber(year, Math.floor(days / 31), (days % 31) + 1) + shift;
}

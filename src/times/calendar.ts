/** ISO 8601 writes four digits; contracts say for ever with the last day of this year. */
export const lastYear = 9999;

/** A local date-time as seconds since 1970-01-01T00:00, without any time zone. */
export type Instant = number;

export interface CivilDate {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly day: number;
}

export const daySeconds = 86400;

/** Days since 1970-01-01 in the proleptic Gregorian calendar; months outside 1..12 carry into the year. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const shifted = m > 2 ? y : y - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5);
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear +
    day -
    1 -
    719468
  );
}

/** The date of a day number. */
export function civilDate(days: number): CivilDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Midnight at the start of a date. */
export function instant(year: number, month = 1, day = 1): Instant {
  return dayNumber(year, month, day) * daySeconds;
}

/** The date that an instant lies in. */
export function dateOf(at: Instant): CivilDate {
  return civilDate(Math.floor(at / daySeconds));
}

/** Number of days of a month. */
export function monthLength(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** Months later, same clock; the day is clipped to the length of the month. */
export function addMonths(at: Instant, months: number): Instant {
  const { year, month, day } = dateOf(at);
  const first = civilDate(dayNumber(year, month + months, 1));
  const clipped = Math.min(day, monthLength(first.year, first.month));
  return instant(first.year, first.month, clipped) + (at - Math.floor(at / daySeconds) * daySeconds);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** ISO 8601 year and week of a day. */
export function isoWeek(days: number): { year: number; week: number } {
  const thursday = days - weekdayOf(days) + 4;
  const { year } = civilDate(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** Day number of the Monday of an ISO week. */
export function mondayOf(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** Number of ISO weeks of a year: 52 or 53. */
export function weeksOf(year: number): number {
  return (mondayOf(year + 1, 1) - mondayOf(year, 1)) / 7;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** `2024-03-15`; years before 1 have a minus sign. */
export function formatDate({ year, month, day }: CivilDate): string {
  return `${formatYear(year)}-${pad(month)}-${pad(day)}`;
}

/** Four digits, with a minus sign before year 0. */
export function formatYear(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

/** `2024-03-15T09:30`, with seconds only where there are any. */
export function formatDateTime(at: Instant): string {
  const seconds = at - Math.floor(at / daySeconds) * daySeconds;
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`;
  return `${formatDate(dateOf(at))}T${clock}${seconds % 60 === 0 ? '' : `:${pad(seconds % 60)}`}`;
}

/** Reads an ISO date or date-time; the time zone is left out. Null for anything else or an impossible date. */
export function parseInstant(written: string | null): { moment: Instant; hasTime: boolean } | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?/.exec(written ?? '');
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour, minute, second] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  const seconds = (hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0);
  return { moment: instant(year, month, day) + seconds, hasTime: hour !== undefined };
}

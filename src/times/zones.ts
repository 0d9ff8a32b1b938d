import { dateOf, dayNumber, monthLength, weekdayOf } from './calendar.js';
import type { Lexeme } from './lexemes.js';

/**
 * The offset from UTC that a zone has on a day, as ISO 8601 writes it: `+08:00`, `Z`. A zone of the lexicon is an offset
 * in hours (`+8`, `+5:30`), with `us`, `eu` or `au` behind it where clocks are put forward in summer; an empty one is not
 * known (local time). Null where the offset or the day is not known.
 */
export function offsetOn(zone: string, day: number | null): string | null {
  const match = /^([+-])(\d{1,2})(?::(\d\d))?(?: (us|eu|au))?$/.exec(zone);
  if (match === null) return null;
  const [, sign = '+', hours = '0', minutes = '0', rule] = match;
  if (rule !== undefined && day === null) return null;
  const standard = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return written(standard + (rule !== undefined && day !== null && isSummer(rule, day) ? 60 : 0));
}

function written(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** Whether clocks are forward on a day: by the rules of the United States since 2007, the European Union, Sydney. */
function isSummer(rule: string, day: number): boolean {
  const { year } = dateOf(day * 86400);
  switch (rule) {
    case 'us':
      return day >= sunday(year, 3, 2) && day < sunday(year, 11, 1);
    case 'eu':
      return day >= lastSunday(year, 3) && day < lastSunday(year, 10);
    default:
      return day >= sunday(year, 10, 1) || day < sunday(year, 4, 1);
  }
}

function sunday(year: number, month: number, nth: number): number {
  const first = dayNumber(year, month, 1);
  return first + ((7 - weekdayOf(first)) % 7) + (nth - 1) * 7;
}

function lastSunday(year: number, month: number): number {
  const last = dayNumber(year, month, monthLength(year, month));
  return last - (weekdayOf(last) % 7);
}

/** The zone named right before, inside or right behind the lexemes from `first` to `next`; null where none is. */
export function zoneIn(lexemes: readonly Lexeme[], first: number, next: number): string | null {
  for (let i = Math.max(0, first - 1); i <= next; i++) {
    const lexeme = lexemes[i];
    if (lexeme?.kind === 'zone') return lexeme.value;
  }
  return null;
}

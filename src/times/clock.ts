import { type Lexemes, type Part, rank, unitAt, valueAt, wholeAt } from './parts.js';
import type { Fields } from './shapes.js';

/** 晚11时, 9点半, 15时30分, 10:45, 5 p.m., noon. `after` is what the date says so far: 下午3点 is 15:00. */
export function clockAt(lexemes: Lexemes, at: number, after: Fields): Part | null {
  return (
    digitalClock(lexemes, at, after) ??
    chineseClock(lexemes, at, after) ??
    englishClock(lexemes, at) ??
    noonAt(lexemes, at, after)
  );
}

function clockPart(fields: Fields, next: number, by: string): Part {
  return { fields, to: null, next, rank: rank.clock, by };
}

/** 10:45, 10:45:30 pm. */
function digitalClock(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const [hour = 99, minute = 99, second] = (valueAt(lexemes, at, 'clock') ?? '').split(':').map(Number);
  if (hour > 24 || minute > 59 || (second ?? 0) > 59) return null;
  const half = valueAt(lexemes, at + 1, 'ampm');
  const shifted = half === null ? afternoon(hour, after.part) : twelveHours(hour, half);
  const fields = { hour: shifted, minute, ...(second === undefined ? {} : { second }) };
  return clockPart(fields, half === null ? at + 1 : at + 2, 'clock');
}

function twelveHours(hour: number, half: string): number {
  if (half === 'PM') return hour < 12 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

/** The hour on the clock of 24, by the part of the day that is named. */
function afternoon(hour: number, part: string | undefined): number {
  const code = part?.slice(0, 2);
  if (hour > 12 || code === undefined) return hour;
  if (code === 'AF' || code === 'EV') return hour === 12 ? (code === 'AF' ? 12 : 24) : hour + 12;
  if (code === 'MI') return hour < 4 ? hour + 12 : hour;
  if (code !== 'NI') return hour;
  if (part === 'NI 0 6') return hour === 12 ? 0 : hour;
  return hour >= 6 ? hour + 12 : hour;
}

/** 11时, 9点半, 15时30分20秒, 三点一刻. */
function chineseClock(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const hour = wholeAt(lexemes, at);
  if (hour === null || hour > 24 || lexemes[at]?.english || unitAt(lexemes, at + 1, 'o') !== 'h') return null;
  const dated =
    after.day !== undefined || after.part !== undefined || after.shift !== undefined || after.weekday !== undefined;
  const digits = lexemes[at]?.number?.form === 'arabic';
  let next = at + 2;
  const fields: { hour: number; minute?: number; second?: number } = { hour: afternoon(hour, after.part) };
  const minute = wholeAt(lexemes, next);
  const isSharp = lexemes[next]?.kind === 'oclock' && !lexemes[next]?.english;
  if (isSharp || lexemes[next]?.kind === 'half-of') {
    if (!isSharp) fields.minute = 30;
    next++;
  } else if (minute !== null && minute < 4 && lexemes[next + 1]?.value === '刻') {
    fields.minute = minute * 15;
    next += 2;
  } else if (minute !== null && minute < 60 && unitAt(lexemes, next + 1, 'o') === 'min') {
    fields.minute = minute;
    next += 2;
    const second = wholeAt(lexemes, next);
    if (second !== null && second < 60 && unitAt(lexemes, next + 1, 'd') === 's') {
      fields.second = second;
      next += 2;
    }
  } else if (minute !== null && minute >= 10 && minute < 60 && (dated || next > at + 2)) {
    fields.minute = minute;
    next++;
  } else if (!dated && !(digits && lexemes[at + 1]?.value === 'h o')) return null;
  return clockPart(fields, next, 'hour');
}

/** 5 p.m., 10am, 7 o'clock. */
function englishClock(lexemes: Lexemes, at: number): Part | null {
  const hour = wholeAt(lexemes, at);
  const next = lexemes[at + 1];
  if (hour === null || hour < 1 || hour > 12 || next === undefined) return null;
  if (next.kind === 'ampm') return clockPart({ hour: twelveHours(hour, next.value) }, at + 2, 'twelve-hours');
  return next.kind === 'oclock' && next.english ? clockPart({ hour }, at + 2, 'o-clock') : null;
}

/** noon, midnight, 午夜. */
function noonAt(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const hour = valueAt(lexemes, at, 'noon');
  if (hour === null || after.hour !== undefined) return null;
  return clockPart({ hour: Number(hour) }, at + 1, 'noon');
}

import { afterThe, isGlued, isKind, type Lexemes, type Part, part, rank, unitAt, valueAt, wholeAt } from './grammar.js';
import { afternoon, twelveHours } from './half-day.js';
import type { Fields } from './shapes.js';

/** An hour as it is written or spoken, before anything places it in the half of the day. */
interface Spoken {
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  readonly next: number;
  /** Whether its form alone makes it a clock: 3:30, 3 p.m., seven o'clock. */
  readonly sure: boolean;
  readonly half: string | null;
  /** A part of the day behind it: 8 in the evening. */
  readonly part: string | null;
}

/** 5 p.m., 3-4pm, half past seven, 20 past 3pm, three thirty, 8 in the evening, at 9. */
export function englishClock(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const start = isKind(lexemes, at, 'between') && !isKind(lexemes, at, 'from') ? at + 1 : at;
  return clockRange(lexemes, start, after, start > at) ?? (start > at ? null : clock(lexemes, at, after));
}

function clock(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const spoken = spokenAt(lexemes, at);
  if (spoken === null) return null;
  const led = isLed(lexemes, at) && stands(lexemes, spoken.next);
  const dated = after.part !== undefined || isDay(after);
  const placed = spoken.part !== null || isBeforeDay(lexemes, spoken.next);
  if (!spoken.sure && !placed && !(led && (dated || isAtSign(lexemes, at)))) return null;
  if (!spoken.sure && !spoken.part && !led && !placed) return null;
  return part(fieldsOf(spoken, after), spoken.next, rank.clock, 'english-clock');
}

function isDay(after: Fields): boolean {
  return [after.day, after.weekday, after.holiday, after.shift].some((field) => field !== undefined);
}

/** 9 tomorrow morning, 11 tonight: a day right behind the hour. */
function isBeforeDay(lexemes: Lexemes, at: number): boolean {
  const value = valueAt(lexemes, at, 'ref');
  return value?.startsWith('D ') === true && lexemes[at]?.isEnglish === true && !lexemes[at]?.word.startsWith('day');
}

function isAtSign(lexemes: Lexemes, at: number): boolean {
  return lexemes[at - 1]?.word === '@' || lexemes[at - 1]?.word === 'at';
}

/** at 9, around 7, by 6, @ 3. */
function isLed(lexemes: Lexemes, at: number): boolean {
  const before = lexemes[at - 1];
  return (
    before !== undefined &&
    ['at', '@', 'around', 'by', 'about', 'until', 'till', 'before', 'after'].includes(before.word)
  );
}

/** Whether nothing follows that the number could count. */
function stands(lexemes: Lexemes, at: number): boolean {
  const next = lexemes[at];
  if (next === undefined) return true;
  if (next.kind === 'mark') return !/[%$€£¥/.:-]/.test(next.word) || (next.word === '.' && !isGlued(lexemes, at + 1));
  return (
    ['joiner', 'prep', 'at', 'and', 'of', 'ref', 'weekday', 'zone', 'shift', 'bound'].includes(next.kind) ||
    next.word === 'or'
  );
}

function fieldsOf(spoken: Spoken, after: Fields, shared: Spoken = spoken): Fields {
  const half = spoken.half ?? (shared === spoken || spoken.part !== null ? null : sharedHalf(spoken, shared));
  const named = spoken.part ?? shared.part ?? after.part;
  const hour = half !== null ? twelveHours(spoken.hour, half) : afternoon(spoken.hour, named);
  const open = half === null && named === undefined && spoken.hour >= 1 && spoken.hour <= 12;
  const second = spoken.second === undefined ? {} : { second: spoken.second };
  return {
    hour,
    ...(spoken.minute === undefined ? {} : { minute: spoken.minute }),
    ...second,
    ...(open ? { ambiguous: true } : {}),
    ...(spoken.part === null ? {} : { placed: true }),
  };
}

/** The half of the day that the last end of a range gives to the first: 3-4pm, but 10-2pm begins in the morning. */
function sharedHalf(first: Spoken, last: Spoken): string | null {
  if (last.half === null) return null;
  const before =
    first.hour % 12 < last.hour % 12 ||
    (first.hour % 12 === last.hour % 12 && (first.minute ?? 0) < (last.minute ?? 0));
  if (before) return last.half;
  return last.half === 'PM' ? 'AM' : 'PM';
}

/** 3-4pm, 3:30 to 6:00 p.m., 5 to 7 in the morning, from 7 to 7:30, 9h30 - 11h00. */
function clockRange(lexemes: Lexemes, at: number, after: Fields, led: boolean): Part | null {
  const first = spokenAt(lexemes, at);
  if (first === null) return null;
  const isBetween = led && isKind(lexemes, first.next, 'and');
  const joint = isKind(lexemes, first.next, 'joiner') ? first.next : isBetween ? first.next : null;
  const last = joint === null ? null : spokenAt(lexemes, joint + 1);
  if (last === null) return null;
  const dated = after.part !== undefined || isDay(after);
  const isOpen =
    !first.sure && !last.sure && last.part === null && !(first.minute !== undefined && last.minute !== undefined);
  const follows = isBeforeDay(lexemes, last.next) || isKind(lexemes, last.next, 'weekday');
  if (isOpen && !(stands(lexemes, last.next) && (follows || (dated && isRangeLed(lexemes, at, led))))) return null;
  const from = fieldsOf(first, after, last);
  let to = fieldsOf(last, after);
  // 11-4 and 9:30 to 3: the end comes after the beginning.
  if (last.half === null && last.part === null && isNotAfter(to, from) && (to.hour ?? 12) < 12)
    to = { ...to, hour: (to.hour ?? 0) + 12 };
  return part(from, last.next, rank.clock, 'clock-range', to);
}

function isNotAfter(to: Fields, from: Fields): boolean {
  const at = ({ hour, minute, second }: Fields): number => (hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0);
  return at(to) <= at(from);
}

function isRangeLed(lexemes: Lexemes, at: number, led: boolean): boolean {
  return led || lexemes[at - 1]?.kind !== 'other';
}

function spokenAt(lexemes: Lexemes, at: number): Spoken | null {
  const past = pastAt(lexemes, at);
  if (past !== null) return past;
  const plain = plainAt(lexemes, at);
  return plain === null ? null : withHalf(lexemes, plain, at);
}

/** 3:30, 8.30pm, 1140 a.m., 0730, three twenty, 7 o'clock, 9, noon. */
function plainAt(lexemes: Lexemes, at: number): Spoken | null {
  const nothing = { half: null, part: null };
  const digital = valueAt(lexemes, at, 'clock');
  if (digital !== null) {
    const [hour = 99, minute = 99, second] = digital.split(/[:.hH]/).map(Number);
    const clock = { hour, minute, ...(second === undefined ? {} : { second }) };
    return hour > 24 || minute > 59 ? null : { ...clock, next: at + 1, sure: true, ...nothing };
  }
  const noon = valueAt(lexemes, at, 'noon');
  if (noon !== null && lexemes[at]?.isEnglish)
    return { hour: Number(noon), next: at + 1, sure: true, half: noon === '0' ? 'AM' : 'PM', part: null };
  const number = wholeAt(lexemes, at);
  const lexeme = lexemes[at];
  if (number === null || lexeme?.number?.form === 'han' || lexeme?.number?.role === 'ordinal') return null;
  const digits = lexeme?.number?.digits ?? '';
  if (digits.length === 3 || digits.length === 4) {
    const [hour, minute] = [Math.floor(number / 100), number % 100];
    const isHalf = valueAt(lexemes, at + 1, 'ampm') !== null && lexemes[at + 1]?.word.length !== 1;
    const half = isHalf || partBehind(lexemes, at + 1) !== null;
    const military = digits.length === 4 && digits.startsWith('0');
    if (hour > 23 || minute > 59 || !(half || military)) return null;
    return { hour, minute, next: at + 1, sure: false, ...nothing };
  }
  if (number > 24 || (number === 0 && digits !== '0')) return null;
  if (unitAt(lexemes, at + 1, 'd') === 'h' && lexemes[at + 1]?.word === 'h' && isLed(lexemes, at))
    return { hour: number, next: at + 2, sure: true, ...nothing };
  if (lexemes[at + 1]?.kind === 'oclock' && lexemes[at + 1]?.isEnglish && number <= 12)
    return { hour: number, next: at + 2, sure: true, ...nothing };
  return minuteWord(lexemes, at, number) ?? { hour: number, next: at + 1, sure: false, ...nothing };
}

/** nine fifty nine, three twenty: two numbers in words. */
function minuteWord(lexemes: Lexemes, at: number, hour: number): Spoken | null {
  const minute = wholeAt(lexemes, at + 1);
  const [first, second] = [lexemes[at]?.number, lexemes[at + 1]?.number];
  if (first?.form !== 'english' || second?.form !== 'english' || minute === null || second.role === 'ordinal')
    return null;
  if (minute < 10 || minute > 59 || hour < 1 || hour > 12) return null;
  return { hour, minute, next: at + 2, sure: false, half: null, part: null };
}

/** What places an hour in the day: a.m., in the afternoon, at night. */
function withHalf(lexemes: Lexemes, spoken: Spoken, at: number): Spoken {
  const { next } = spoken;
  const half = valueAt(lexemes, next, 'ampm');
  if (half !== null && spoken.hour <= 12 && !isPence(lexemes, spoken, at))
    return { ...spoken, half, next: next + 1, sure: true };
  const behind = partBehind(lexemes, next);
  return behind === null ? spoken : { ...spoken, part: behind.part, half: behind.half, next: behind.next, sure: true };
}

/** 5p may be pence: one letter closes a bare hour only behind a word that leads a time. */
function isPence(lexemes: Lexemes, { next, minute }: Spoken, at: number): boolean {
  if (minute !== undefined || lexemes[next]?.word.length !== 1) return false;
  return !(isLed(lexemes, at) || isKind(lexemes, at - 1, 'joiner', 'weekday') || isDayBefore(lexemes, at - 1));
}

/** Thursday from 9a to 11a. */
function isDayBefore(lexemes: Lexemes, at: number): boolean {
  return isKind(lexemes, at, 'between') && isKind(lexemes, at - 1, 'weekday', 'ref', 'date');
}

/** in the morning, at night, in the AM. */
function partBehind(lexemes: Lexemes, at: number): { part: string | null; half: string | null; next: number } | null {
  if (!isKind(lexemes, at, 'at') || !['in', 'at'].includes(lexemes[at]?.word ?? '')) return null;
  const start = afterThe(lexemes, at + 1);
  const named = valueAt(lexemes, start, 'daypart');
  if (named !== null) return { part: named, half: null, next: start + 1 };
  const half = valueAt(lexemes, start, 'ampm');
  return half === null ? null : { part: null, half, next: start + 1 };
}

/** half past seven, a quarter to noon, 20 minutes past 3pm, ten to nine, 15 minutes from 1pm. */
function pastAt(lexemes: Lexemes, at: number): Spoken | null {
  const minutes = minutesAt(lexemes, at);
  const direction = minutes === null ? null : directionAt(lexemes, minutes.next);
  if (minutes === null || direction === null) return null;
  const hour = plainAt(lexemes, minutes.next + 1);
  if (hour === null || hour.minute !== undefined) return null;
  const placed = withHalf(lexemes, hour, minutes.next + 1);
  const isRange = direction.by < 0 && !minutes.sure && !(minutes.count > 12 || lexemes[at]?.number?.form === 'english');
  if (isRange || (direction.by > 0 && lexemes[minutes.next]?.word === 'from' && !minutes.sure)) return null;
  const sure = minutes.sure || placed.sure;
  if (!sure || (direction.weak && !placed.sure)) return null;
  const total = direction.by > 0 ? minutes.count : 60 - minutes.count;
  const base = direction.by > 0 ? placed.hour : placed.hour - 1;
  return {
    ...placed,
    hour: (base + 24) % 24,
    minute: total,
    sure: true,
    half: base === 0 && placed.half === 'PM' ? 'AM' : placed.half,
  };
}

function minutesAt(lexemes: Lexemes, at: number): { count: number; next: number; sure: boolean } | null {
  const start = isKind(lexemes, at, 'a') ? at + 1 : at;
  const word = lexemes[start]?.word;
  if (word === 'half') return { count: 30, next: start + 1, sure: true };
  if (word === 'quarter') return { count: 15, next: start + 1, sure: true };
  const count = wholeAt(lexemes, at);
  if (count === null || count < 1 || count > 59 || lexemes[at]?.number?.role === 'ordinal') return null;
  const unit = unitAt(lexemes, at + 1, 'd') === 'min';
  return { count, next: unit ? at + 2 : at + 1, sure: unit };
}

/** past, after, to, till, before; `from` counts on only from what is surely a clock. */
function directionAt(lexemes: Lexemes, at: number): { by: 1 | -1; weak: boolean } | null {
  switch (lexemes[at]?.word) {
    case 'past':
      return { by: 1, weak: false };
    case 'after':
    case 'from':
      return { by: 1, weak: true };
    case 'to':
    case 'till':
    case 'til':
    case 'before':
    case 'of':
      return { by: -1, weak: true };
    default:
      return null;
  }
}

import { type Lexemes, unitAt, valueAt } from './parts.js';
import type { Length, Unit } from './shapes.js';

/** A length read from the lexemes, or a range of two, and the index behind it. */
export interface LengthReading {
  readonly length: Length;
  readonly to: Length | null;
  readonly next: number;
}

/** Months or seconds of one unit, and how ISO 8601 writes an amount of it. */
const sizes: Readonly<Record<Unit, { months: number; seconds: number; iso: (amount: string) => string }>> = {
  C: { months: 1200, seconds: 0, iso: (n) => `P${hundredfold(n, 100)}Y` },
  X: { months: 120, seconds: 0, iso: (n) => `P${hundredfold(n, 10)}Y` },
  Y: { months: 12, seconds: 0, iso: (n) => `P${n}Y` },
  Q: { months: 3, seconds: 0, iso: (n) => `P${hundredfold(n, 3)}M` },
  M: { months: 1, seconds: 0, iso: (n) => `P${n}M` },
  F: { months: 0, seconds: 14 * 86400, iso: (n) => `P${hundredfold(n, 2)}W` },
  W: { months: 0, seconds: 7 * 86400, iso: (n) => `P${n}W` },
  WE: { months: 0, seconds: 7 * 86400, iso: (n) => `P${n}WE` },
  D: { months: 0, seconds: 86400, iso: (n) => `P${n}D` },
  h: { months: 0, seconds: 3600, iso: (n) => `PT${n}H` },
  min: { months: 0, seconds: 60, iso: (n) => `PT${n}M` },
  s: { months: 0, seconds: 1, iso: (n) => `PT${n}S` },
};

function hundredfold(amount: string, factor: number): string {
  return amount === 'X' ? 'X' : String(Number(amount) * factor);
}

/** A length of `amount` units; null is an open amount. */
export function lengthOf(amount: number | null, unit: Unit, approx = false): Length {
  const size = sizes[unit];
  return {
    iso: size.iso(amount === null ? 'X' : String(amount)),
    months: amount === null ? null : amount * size.months,
    seconds: amount === null ? null : amount * size.seconds,
    unit,
    amount,
    approx: approx || amount === null,
  };
}

/** Amounts that are written before a unit. */
interface Amount {
  readonly low: number | null;
  readonly high: number | null;
  readonly approx: boolean;
  readonly next: number;
}

function amountAt(lexemes: Lexemes, at: number): Amount | null {
  const lexeme = lexemes[at];
  if (lexeme?.kind === 'few') return { low: null, high: null, approx: true, next: at + 1 };
  if (lexeme?.kind === 'a') return { low: 1, high: 1, approx: false, next: at + 1 };
  const number = lexeme?.number;
  if (number == null || number.role === 'ordinal' || number.role === 'percent') return null;
  const next = lexemes[at + 1]?.kind === 'more' ? at + 2 : at + 1;
  if (number.value === null && number.low !== null && number.high !== null && number.high <= number.low + 2)
    return { low: number.low, high: number.high, approx: true, next };
  return { low: number.value, high: number.value, approx: number.approx || next > at + 1, next };
}

/** 三年, 两年半, 1小时30分钟, 三到五年, 半年, 18-month, two and a half years. Null where none starts at `at`. */
export function lengthAt(lexemes: Lexemes, at: number): LengthReading | null {
  const half = valueAt(lexemes, at, 'half-unit');
  if (half !== null) return { length: halfUnit(half), to: null, next: at + 1 };
  const first = amountAt(lexemes, at);
  if (first === null) return null;
  const ranged = rangeAt(lexemes, first);
  if (ranged !== null) return ranged;
  const start = hyphenBefore(lexemes, first.next);
  const unit = unitAt(lexemes, start, 'd') ?? fractionUnit(lexemes, first.next);
  if (unit === null || isGluedLatin(lexemes, first.next) || isYear(lexemes, at, unit)) return null;
  return compound(lexemes, first, unit, start + 1);
}

/** 2024年 is a year, not a length. */
function isYear(lexemes: Lexemes, at: number, unit: Unit): boolean {
  return unit === 'Y' && lexemes[at]?.number?.digits?.length === 4 && !lexemes[at + 1]?.english;
}

function fractionUnit(_lexemes: Lexemes, _at: number): Unit | null {
  return null;
}

/** 5m, 3s: a letter that touches the digits is a unit of measure. */
function isGluedLatin(lexemes: Lexemes, at: number): boolean {
  const unit = lexemes[at];
  return unit?.english === true && unit.kind === 'unit' && !unit.spaced && unit.end - unit.start < 2;
}

/** Skips the hyphen of 18-month. */
function hyphenBefore(lexemes: Lexemes, at: number): number {
  const lexeme = lexemes[at];
  return lexeme?.kind === 'joiner' && !lexeme.spaced && lexemes[at + 1]?.english && !lexemes[at + 1]?.spaced
    ? at + 1
    : at;
}

/** 三到五年, 3-5天, two to three weeks. */
function rangeAt(lexemes: Lexemes, first: Amount): LengthReading | null {
  const joined = lexemes[first.next]?.kind === 'joiner' || lexemes[first.next]?.value === 'or';
  const second = joined ? amountAt(lexemes, first.next + 1) : null;
  const unit = second === null ? null : unitAt(lexemes, second.next, 'd');
  if (second === null || unit === null || first.low === null || second.high === null || second.high <= first.low)
    return null;
  if (isYear(lexemes, second.next - 1, unit)) return null;
  return { length: lengthOf(first.low, unit, true), to: lengthOf(second.high, unit, true), next: second.next + 1 };
}

/** One unit, 半 or 多 behind it, and finer units. */
function compound(lexemes: Lexemes, amount: Amount, unit: Unit, at: number): LengthReading {
  let next = at;
  if (amount.low !== amount.high)
    return { length: lengthOf(amount.low, unit, true), to: lengthOf(amount.high, unit, true), next };
  let length = lengthOf(amount.low, unit, amount.approx);
  if (lexemes[next]?.kind === 'half-of' && amount.low !== null) {
    length = withHalf(amount.low, unit);
    next++;
  } else if (lexemes[next]?.kind === 'more') {
    length = { ...length, approx: true };
    next++;
  }
  return finer(lexemes, { length, to: null, next });
}

/** 两年半 is P30M; 一天半 is PT36H. */
function withHalf(amount: number, unit: Unit): Length {
  const size = sizes[unit];
  if (size.months > 0) return { ...lengthOf(amount * size.months + size.months / 2, 'M'), amount: null, unit: 'M' };
  return lengthOf(amount + 0.5, unit);
}

const order: readonly Unit[] = ['Y', 'M', 'W', 'D', 'h', 'min', 's'];

/** 1小时30分钟, 3年2个月. */
function finer(lexemes: Lexemes, reading: LengthReading): LengthReading {
  const { length, next } = reading;
  const start = lexemes[next]?.kind === 'and' || lexemes[next]?.value === '零' ? next + 1 : next;
  const second = lexemes[start]?.kind === 'a' ? null : amountAt(lexemes, start);
  const unit = second === null ? null : unitAt(lexemes, second.next, 'd');
  if (second?.low == null || unit === null || length.amount === null || isYear(lexemes, start, unit)) return reading;
  if (order.indexOf(unit) <= order.indexOf(length.unit) || second.low !== second.high) return reading;
  const rest = lengthOf(second.low, unit);
  const joined: Length = {
    iso: joinIso(length.iso, rest.iso),
    months: (length.months ?? 0) + (rest.months ?? 0),
    seconds: (length.seconds ?? 0) + (rest.seconds ?? 0),
    unit,
    amount: null,
    approx: length.approx || second.approx,
  };
  const more = finer(lexemes, { length: { ...joined, amount: 0 }, to: null, next: second.next + 1 });
  return { ...more, length: { ...more.length, amount: null } };
}

function joinIso(first: string, second: string): string {
  const [date = '', time = ''] = first.slice(1).split('T');
  const [nextDate = '', nextTime = ''] = second.slice(1).split('T');
  const clock = time + nextTime;
  return `P${date}${nextDate}${clock === '' ? '' : `T${clock}`}`;
}

/** 半年, half an hour: written with its ISO value in the lexicon. */
function halfUnit(iso: string): Length {
  const [, time, amount = '0', letter = ''] = /^P(T?)(\d+)([YMDHS])$/.exec(iso) ?? [];
  const units: Readonly<Record<string, Unit>> = time ? { H: 'h', M: 'min', S: 's' } : { Y: 'Y', M: 'M', D: 'D' };
  return { ...lengthOf(Number(amount), units[letter] ?? 'D'), iso };
}

import type { Length, Unit } from './shapes.js';

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
  BD: { months: 0, seconds: 86400, iso: (n) => `P${n}D` },
  D: { months: 0, seconds: 86400, iso: (n) => `P${n}D` },
  h: { months: 0, seconds: 3600, iso: (n) => `PT${n}H` },
  QH: { months: 0, seconds: 900, iso: (n) => `PT${hundredfold(n, 15)}M` },
  min: { months: 0, seconds: 60, iso: (n) => `PT${n}M` },
  s: { months: 0, seconds: 1, iso: (n) => `PT${n}S` },
};

function hundredfold(amount: string, factor: number): string {
  return amount === 'X' ? 'X' : String(Number(amount) * factor);
}

/** A length of `amount` units; null is an open amount. */
export function lengthOf(amount: number | null, unit: Unit, approx = false): Length {
  const size = sizes[unit];
  // A part of a month has no length of its own: a month and a half is 45 days.
  if (unit === 'M' && amount !== null && !Number.isInteger(amount)) {
    const days = Math.round((amount % 1) * 30);
    return {
      iso: `P${Math.floor(amount) * 30 + days}D`,
      months: Math.floor(amount),
      seconds: days * 86400,
      unit,
      amount,
      approx,
    };
  }
  return {
    iso: size.iso(amount === null ? 'X' : String(amount)),
    months: amount === null ? null : amount * size.months,
    seconds: amount === null ? null : amount * size.seconds,
    unit,
    amount,
    approx: approx || amount === null,
  };
}

/** 半年, half an hour: written with its ISO value in the lexicon. */
export function halfUnit(iso: string): Length {
  const [, time, amount = '0', letter = ''] = /^P(T?)(\d+)([YMDHS])$/.exec(iso) ?? [];
  const units: Readonly<Record<string, Unit>> = time ? { H: 'h', M: 'min', S: 's' } : { Y: 'Y', M: 'M', D: 'D' };
  return { ...lengthOf(Number(amount), units[letter] ?? 'D'), iso };
}

/** 两年半 is P30M; 一天半 is PT36H. */
export function withHalf(amount: number, unit: Unit): Length {
  const size = sizes[unit];
  if (size.months > 0) return { ...lengthOf(amount * size.months + size.months / 2, 'M'), amount: null, unit: 'M' };
  return lengthOf(amount + 0.5, unit);
}

/** The coarser before the finer. */
const order: readonly Unit[] = ['C', 'X', 'Y', 'Q', 'M', 'F', 'W', 'BD', 'D', 'h', 'QH', 'min', 's'];

/** Whether a unit is smaller than another: minutes than hours. */
export function isFiner(unit: Unit, than: Unit): boolean {
  return order.indexOf(unit) > order.indexOf(than);
}

/** The sum of two lengths, in the unit of the second and of no one amount: 1小时30分钟. */
export function joinLengths(first: Length, second: Length): Length {
  return {
    iso: joinIso(first.iso, second.iso),
    months: (first.months ?? 0) + (second.months ?? 0),
    seconds: (first.seconds ?? 0) + (second.seconds ?? 0),
    unit: second.unit,
    amount: null,
    approx: first.approx || second.approx,
  };
}

/** Their units are in order: P2D and P1M is P1M2D. */
function joinIso(first: string, second: string): string {
  const [date = '', time = ''] = first.slice(1).split('T');
  const [nextDate = '', nextTime = ''] = second.slice(1).split('T');
  const days = inOrder(date, nextDate, 'YMWD');
  const clock = inOrder(time, nextTime, 'HMS');
  return `P${days}${clock === '' ? '' : `T${clock}`}`;
}

function inOrder(first: string, second: string, letters: string): string {
  if (first === '' || second === '') return first + second;
  return letters.indexOf(second.at(-1) ?? '') < letters.indexOf(first[first.search(/[A-Z]/)] ?? '')
    ? second + first
    : first + second;
}

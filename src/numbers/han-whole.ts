import { between, exactly, type NumberMatch } from './match.js';
import { type Numeral, numeralOf } from './numerals.js';

/** A digit that the words may leave open: 三 is 3..3, 数 is 1..10; `stated` is what is said of it, not a number for 数. */
interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly stated: number;
}

function add(a: Bounds, b: Bounds): Bounds {
  return { low: a.low + b.low, high: a.high + b.high, stated: a.stated + b.stated };
}

function scale({ low, high, stated }: Bounds, factor: number): Bounds {
  return { low: low * factor, high: high * factor, stated: stated * factor };
}

function only(value: number): Bounds {
  return { low: value, high: value, stated: value };
}

/** State of the reading of one numeral, from left to right. */
interface Reading {
  total: Bounds;
  section: Bounds;
  pending: Bounds[];
  /** The last myriad. */
  myriad: number;
  /** The last unit or myriad, and whether 零 came after it. */
  unit: number;
  zero: boolean;
  vague: boolean;
  more: boolean;
}

const nothing = only(0);
const vagueDigit: Bounds = { low: 1, high: 10, stated: Number.NaN };
/** 几 behind tens: 二十几 states twenty. */
const vagueOnes: Bounds = { low: 1, high: 9, stated: 0 };

/**
 * The whole number that starts at `index`, digits, units and myriads alone: 三千二百万, 二〇二三, 十几, 两三. Null where none
 * starts.
 */
export function readWhole(text: string, index: number, limit: number): NumberMatch | null {
  const digits = readDigits(text, index, limit);
  if (digits !== null && (digits.length > 2 || isDigitPair(digits)))
    return exactly({ start: index, end: index + digits.length }, Number(digits), 'han', { digits });
  const reading: Reading = {
    total: nothing,
    section: nothing,
    pending: [],
    myriad: 0,
    unit: 0,
    zero: false,
    vague: false,
    more: false,
  };
  let at = index;
  for (; at < limit; at++) {
    const start = at;
    if (at > index && (isInnerSpace(text, at) || isPause(text, at, reading))) at++;
    if (isTael(text, at, reading) || !accept(reading, numeralOf(text[at]), at === index)) {
      at = start;
      break;
    }
  }
  if (at === index) return null;
  return finish(reading, text, { start: index, end: at });
}

/** A space between two steps of one numeral: 三千 九百, 一百 五 十. */
function isInnerSpace(text: string, at: number): boolean {
  if (text[at] !== ' ') return false;
  const [before, after] = [numeralOf(text[at - 1])?.role, numeralOf(text[at + 1])?.role];
  const isStep = (role: string | undefined): boolean => role === 'unit' || role === 'myriad' || role === 'tens';
  return after !== undefined && before !== undefined && (isStep(before) || isStep(after));
}

/** 三、四百: the comma of a pause in a range of two digits. */
function isPause(text: string, at: number, { pending, unit }: Reading): boolean {
  if (text[at] !== '、' || pending.length !== 1 || unit > 0) return false;
  const [next, scale] = [numeralOf(text[at + 1]), numeralOf(text[at + 2])?.role];
  return (
    next?.role === 'digit' && next.value === (pending[0]?.low ?? 0) + 1 && (scale === 'unit' || scale === 'myriad')
  );
}

/** 三千两百两, 两万两: 两 at the end is the weight; the digit is 二 there. */
function isTael(text: string, at: number, reading: Reading): boolean {
  if (text[at] !== '两' || reading.unit === 0 || reading.pending.length > 0) return false;
  const next = numeralOf(text[at + 1])?.role;
  return next !== 'unit' && next !== 'myriad';
}

/** The digits at `index` that stand without units, or null where a unit follows them. */
function readDigits(text: string, index: number, limit: number): string | null {
  let digits = '';
  let at = index;
  for (; at < limit; at++) {
    const numeral = numeralOf(text[at]);
    if (numeral === undefined || numeral.role === 'more' || numeral.role === 'vulgar') break;
    if (numeral.role !== 'digit') return null;
    // 八两: the weight.
    if (at > index && text[at] === '两') break;
    digits += numeral.value;
  }
  return digits;
}

/** 零八, 五八, 二〇: two digits that are read one by one. 两三 is a range. */
function isDigitPair(digits: string): boolean {
  return digits.length === 2 && !isPair(Number(digits[0]), Number(digits[1]));
}

/** Takes one numeral in; false where it cannot go on. */
function accept(reading: Reading, numeral: Numeral | undefined, first: boolean): boolean {
  if (numeral === undefined || numeral.role === 'vulgar' || (reading.more && numeral.role !== 'myriad')) return false;
  switch (numeral.role) {
    case 'digit':
      return acceptDigit(reading, numeral.value);
    case 'vague':
      return acceptVague(reading, first);
    case 'unit':
    case 'tens':
      return acceptUnit(reading, numeral);
    case 'myriad':
      return acceptMyriad(reading, numeral.value);
    default:
      if (first || reading.unit === 0) return false;
      reading.more = true;
      return true;
  }
}

function acceptDigit(reading: Reading, value: number): boolean {
  if (value === 0 && reading.unit > 0 && reading.pending.length === 0) {
    reading.zero = true;
    return true;
  }
  const last = reading.pending.at(-1);
  if (reading.pending.length > 1 || (reading.vague && last !== undefined)) return false;
  if (last !== undefined && !isPair(last.low, value)) return false;
  reading.pending.push(only(value));
  return true;
}

/** 两三, 七八, 三五: two digits side by side that mean a range. */
function isPair(a: number, b: number): boolean {
  return a > 0 && (b === a + 1 || (a === 3 && b === 5));
}

function acceptVague(reading: Reading, first: boolean): boolean {
  if (reading.pending.length > 0 || reading.vague || !(first || reading.unit >= 10)) return false;
  reading.vague = true;
  reading.pending.push(first ? vagueDigit : vagueOnes);
  return true;
}

function acceptUnit(reading: Reading, numeral: Numeral): boolean {
  const lastUnit = reading.unit >= 10000 ? 0 : reading.unit;
  const unit = numeral.role === 'tens' ? 10 : numeral.value;
  if (lastUnit > 0 && unit >= lastUnit) return false;
  // 零十五: the zero says only that a step is left out.
  const isZero = reading.pending.length === 1 && reading.pending[0]?.high === 0;
  const count = numeral.role === 'tens' ? only(numeral.value / 10) : isZero ? only(1) : pendingOf(reading, 1);
  reading.section = add(reading.section, scale(count, unit));
  reading.pending = [];
  reading.unit = unit;
  reading.zero = false;
  return true;
}

function acceptMyriad(reading: Reading, value: number): boolean {
  const section = add(reading.section, pendingOf(reading, 0));
  const grows = reading.unit >= 10000 && section.high === 0;
  const one = reading.total.high === 0 && section.high === 0 ? 1 : 0;
  const isLarger = reading.total.high > 0 && value > reading.myriad;
  reading.total =
    grows || isLarger
      ? scale(add(reading.total, section), value)
      : add(reading.total, scale(add(section, only(one)), value));
  reading.section = nothing;
  reading.pending = [];
  reading.unit = value;
  reading.myriad = value;
  reading.zero = false;
  return true;
}

/** The digit or pair of digits that waits for its unit. */
function pendingOf(reading: Reading, absent: number): Bounds {
  const [first, second] = reading.pending;
  if (first === undefined) return only(absent);
  return { ...first, high: (second ?? first).high };
}

function finish(reading: Reading, text: string, span: { start: number; end: number }): NumberMatch | null {
  const bareVague = reading.unit === 0 && reading.vague;
  if (bareVague) return between(span, null, null, 'han', true);
  const last = pendingOf(reading, 0);
  // A digit after 千 with nothing behind it counts hundreds (三千五 is 3500), unless 零 stands between.
  const step =
    reading.unit >= 100 && !reading.zero && !reading.vague && reading.pending.length === 1 ? reading.unit / 10 : 1;
  const { low, high, stated } = add(add(reading.total, reading.section), scale(last, step));
  const approx = reading.more || reading.vague || reading.pending.length > 1 || low !== high;
  if (low !== high && reading.vague && stated > 0) return { ...exactly(span, stated, 'han', { approx }), low, high };
  if (low !== high) return between(span, low, high, 'han', approx);
  const digits = reading.unit === 0 && !reading.more ? String(numeralOf(text[span.start])?.value ?? '') : null;
  return exactly(span, low, 'han', { approx, digits });
}

import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { between, exactly, type NumberMatch, times } from './match.js';

interface Numeral {
  readonly role: string;
  readonly value: number;
}

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

const numerals = lazy(() =>
  openLexicon(
    'numerals',
    ['character', 'role', 'value'],
    (row): Numeral => ({ role: row.role, value: Number(row.value) }),
  ),
);

/** The numerals by their UTF-16 unit: they are asked for at every character of a text. */
const byUnit = lazy(() => {
  const table = new Map<number, Numeral>();
  for (const [character, numeral] of numerals().entries()) table.set(character.charCodeAt(0), numeral);
  return table;
});

/** What a character of the fold means in a numeral, or undefined. */
export function numeralOf(character: string | undefined): Numeral | undefined {
  return character === undefined ? undefined : byUnit().get(character.charCodeAt(0));
}

/** All characters that numerals are written with. */
export function numeralCharacters(): Iterable<string> {
  return Array.from(numerals().entries(), ([character]) => character);
}

/** The longest numeral that anyone writes; a longer run is not one number. */
const longest = 40;

/**
 * The Chinese numeral that starts at `index`: 三千二百万, 二〇二三, 十几, 数百, 两三, 三点五, 三分之一, 百分之五. Null where
 * none starts. A bare 几 or 数 has neither value nor bounds.
 */
export function hanNumberAt(text: string, index: number, end: number): NumberMatch | null {
  const limit = Math.min(end, index + longest);
  const vulgar = numeralOf(text[index]);
  if (vulgar?.role === 'vulgar')
    return exactly({ start: index, end: index + 1 }, vulgar.value, 'arabic', { role: 'fraction' });
  if (isLoanWord(text, index)) return null;
  if (text.startsWith('半百', index)) return exactly({ start: index, end: index + 2 }, 50, 'han');
  const whole = readWhole(text, index, limit);
  if (whole === null) return null;
  return (
    fractionAfter(text, whole, limit) ?? mixedAfter(text, whole, limit) ?? decimalAfter(text, whole, limit) ?? whole
  );
}

/** 参 (three in contracts) and 俩, 仨 are other words where no numeral goes on: 参加, 他们俩. */
function isLoanWord(text: string, index: number): boolean {
  const character = text[index];
  if (character !== '参') return false;
  const next = numeralOf(text[index + 1]);
  return next === undefined || (next.role !== 'unit' && next.role !== 'myriad');
}

/** 三又二分之一, 3又1000分之23: a whole and a fraction. */
export function mixedAfter(text: string, whole: NumberMatch, limit: number): NumberMatch | null {
  const joint = /^ ?又 ?/.exec(text.slice(whole.end, whole.end + 3))?.[0];
  if (joint === undefined || whole.value === null) return null;
  const at = whole.end + joint.length;
  const denominator = readPart(text, at, limit) ?? arabicAt(text, at, limit);
  const fraction = denominator === null ? null : fractionAfter(text, denominator, limit, true);
  if (fraction?.value == null || fraction.role !== 'fraction' || fraction.value >= 1) return null;
  return exactly({ start: whole.start, end: fraction.end }, whole.value + fraction.value, 'han', { role: 'fraction' });
}

/** Digits, with commas between thousands, at `at`. */
function arabicAt(text: string, at: number, limit: number): NumberMatch | null {
  const digits = /^(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,9})?/.exec(text.slice(at, Math.min(limit, at + 24)))?.[0];
  if (digits === undefined) return null;
  return exactly({ start: at, end: at + digits.length }, Number(digits.replaceAll(',', '')), 'arabic');
}

const fractionSign = /^ {0,2}分 {0,2}之 {0,2}/;

/** 三分之一, 百分之二十五, 千分之五: the denominator is `first`. One hundredth is a fraction where `isPlain` or written 一百. */
export function fractionAfter(text: string, first: NumberMatch, limit: number, isPlain = false): NumberMatch | null {
  const sign = fractionSign.exec(text.slice(first.end, first.end + 8))?.[0];
  if (sign === undefined || first.value === null || first.value === 0) return null;
  const isNegative = text[first.end + sign.length] === '负';
  const at = first.end + sign.length + (isNegative ? 1 : 0);
  const second = numerator(text, at, limit, isNegative);
  if (second === null) return null;
  const span = { start: first.start, end: second.end };
  if (second.value === null)
    return first.value === 100 && second.low !== null
      ? { ...between(span, second.low, second.high, 'han', true), role: 'percent' }
      : null;
  const { approx } = second;
  const isFraction = isPlain || first.form === 'arabic' || /[一壹]/.test(text[first.start] ?? '');
  if (isFraction) return exactly(span, second.value / first.value, 'han', { role: 'fraction', approx });
  if (first.value === 100) return exactly(span, second.value, 'han', { role: 'percent', approx });
  if (first.value === 1000 || first.value === 10000 || first.value === 1e8)
    return exactly(span, times(second.value, 100 / first.value), 'han', { role: 'percent', approx });
  return exactly(span, second.value / first.value, 'han', { role: 'fraction', approx });
}

/** The number behind 之, with its sign turned where 负 stood before it. */
function numerator(text: string, at: number, limit: number, isNegative: boolean): NumberMatch | null {
  const number = arabicAt(text, at, limit) ?? readPart(text, at, limit);
  return number?.value == null || !isNegative ? number : { ...number, value: -number.value };
}

function readPart(text: string, index: number, limit: number): NumberMatch | null {
  const whole = readWhole(text, index, limit);
  return whole && (decimalAfter(text, whole, limit) ?? whole);
}

/** 三点五 is 3.5; digits after 点 are read one by one. A unit may follow: 一点二亿. */
function decimalAfter(text: string, whole: NumberMatch, limit: number): NumberMatch | null {
  const dot = /^ ?点 ?/.exec(text.slice(whole.end, whole.end + 3))?.[0];
  if (dot === undefined || whole.value === null || whole.approx) return null;
  if (dot.length > 1 && numeralOf(text[whole.end + dot.length])?.role !== 'digit') return null;
  let at = whole.end + dot.length;
  let digits = '';
  for (; at < limit; at++) {
    const numeral = numeralOf(text[at]);
    const isArabic = /\d/.test(text[at] ?? '');
    if (numeral?.role !== 'digit' && !isArabic) break;
    digits += isArabic ? text[at] : numeral?.value;
  }
  if (digits === '') return null;
  const decimal = Number(`${whole.value}.${digits}`);
  const { factor, at: stop } = readMyriads(text, at, limit);
  return exactly({ start: whole.start, end: stop }, times(decimal, factor), 'han');
}

/** The product of 万, 亿, 兆 (and 百, 千 before them) that follow at `index`. */
function readMyriads(text: string, index: number, limit: number): { factor: number; at: number } {
  let at = index;
  let factor = 1;
  for (; at < limit; at++) {
    const numeral = numeralOf(text[at]);
    if (numeral?.role !== 'myriad') break;
    factor *= numeral.value;
  }
  return { factor, at };
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

function readWhole(text: string, index: number, limit: number): NumberMatch | null {
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

import { readWhole } from './han-whole.js';
import { between, exactly, type NumberMatch, times } from './match.js';
import { numeralOf } from './numerals.js';

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

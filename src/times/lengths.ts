import { type Amount, amountAt, shareAt } from './amounts.js';
import { isBeforeMonth, isKind, type Lexemes, unitAt, valueAt } from './grammar.js';
import { halfUnit, isFiner, joinLengths, lengthOf, withHalf } from './length-values.js';
import type { Length, Unit } from './shapes.js';

/** A length read from the lexemes, or a range of two, and the index behind it. */
export interface LengthReading {
  readonly length: Length;
  readonly to: Length | null;
  readonly next: number;
}

/** 三年, 两年半, 1小时30分钟, 三到五年, 半年, 18-month, two and a half years. Null where none starts at `at`. */
export function lengthAt(lexemes: Lexemes, at: number): LengthReading | null {
  const halfOf = valueAt(lexemes, at, 'half-unit');
  if (halfOf !== null) return { length: halfUnit(halfOf), to: null, next: at + 1 };
  const first = amountAt(lexemes, at);
  if (first === null) return null;
  const ranged = rangeAt(lexemes, first);
  if (ranged !== null) return ranged;
  const start = hyphenBefore(lexemes, first.next);
  const half = halfBetween(lexemes, first);
  if (half !== null) return half;
  const unit = unitAt(lexemes, start, 'd') ?? minuteUnit(lexemes, start);
  if (unit === null || isYear(lexemes, at, unit)) return null;
  if (isGluedLatin(lexemes, first.next) && !isCompact(lexemes, at)) return null;
  return compound(lexemes, first, unit, start + 1);
}

/** 2024年 is a year, not a length; so is 10000年 before 1月1日. */
function isYear(lexemes: Lexemes, at: number, unit: Unit): boolean {
  if (unit !== 'Y' || lexemes[at + 1]?.isEnglish) return false;
  const digits = lexemes[at]?.number?.digits?.length ?? 0;
  return digits === 4 || (digits > 2 && isBeforeMonth(lexemes, at + 2));
}

/** 两个半月, 一个半小时, 个半小时: one and a half of the unit, where 半 stands between. */
function halfBetween(lexemes: Lexemes, { low, next }: Amount): LengthReading | null {
  const start = lexemes[next]?.value === '个' ? next + 1 : next;
  const half = valueAt(lexemes, start, 'half-unit');
  if (half !== null && start > next && low !== null) {
    const one = halfUnit(half);
    const unit = one.unit;
    return one.amount === null
      ? null
      : { length: lengthOf(low * one.amount * 2 + one.amount, unit), to: null, next: start + 1 };
  }
  if (!isKind(lexemes, start, 'half-of') || low === null) return null;
  const unit =
    unitAt(lexemes, start + 1, 'd') ?? (lexemes[start + 1]?.word === '钟' ? 'h' : minuteUnit(lexemes, start + 1));
  return unit === null ? null : { length: lengthOf(low + 0.5, unit), to: null, next: start + 2 };
}

/** 五分半, 36天5小时30分: 分 alone counts minutes only beside what makes it a length. */
function minuteUnit(lexemes: Lexemes, at: number): Unit | null {
  const isMinute = unitAt(lexemes, at, 'o') === 'min' && unitAt(lexemes, at, 'd') === null;
  if (!isMinute) return null;
  if (isKind(lexemes, at + 1, 'half-of')) return 'min';
  const next = lexemes[at + 1]?.number != null ? unitAt(lexemes, at + 2, 'd') : null;
  return next === 's' ? 'min' : null;
}

/** 5m, 3s: a letter that touches the digits is a unit of measure. */
function isGluedLatin(lexemes: Lexemes, at: number): boolean {
  const unit = lexemes[at];
  return (
    unit?.isEnglish === true && unit.kind === 'unit' && !unit.spaced && unit.end - unit.start < 2 && unit.word !== 'h'
  );
}

/** 1d 2hr, -3y, for 10D: one letter is a unit of time behind a sign or a word that leads a length, or beside another. */
function isCompact(lexemes: Lexemes, at: number): boolean {
  const unit = lexemes[at + 1]?.word;
  if (unit !== 'd' && unit !== 'w' && unit !== 'y') return false;
  const before = lexemes[at - 1];
  if (before?.word === '+' || (before?.word === '-' && at === 1)) return true;
  if (['in', 'for', 'within', 'after', 'past', 'next', 'last', 'lasted'].includes(before?.word ?? '')) return true;
  return (
    lexemes[at + 2]?.number != null && lexemes[at + 2]?.isEnglish === false && unitAt(lexemes, at + 3, 'd') !== null
  );
}

/** Skips the hyphen of 18-month. */
function hyphenBefore(lexemes: Lexemes, at: number): number {
  const lexeme = lexemes[at];
  return lexeme?.kind === 'joiner' && !lexeme.spaced && lexemes[at + 1]?.isEnglish && !lexemes[at + 1]?.spaced
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
  let length = lengthOf(amount.low, unit, amount.approx || (lexemes[at - 1]?.word.includes('多') ?? false));
  const behind = halfBehind(lexemes, next, unit);
  if (behind !== null && amount.low !== null) {
    length = behind.share === 0.5 ? withHalf(amount.low, unit) : lengthOf(amount.low + behind.share, unit);
    next = behind.next;
  } else if (lexemes[next]?.kind === 'more') {
    length = { ...length, approx: true };
    next++;
  }
  return finer(lexemes, { length, to: null, next });
}

/** 两年半, 五分半钟, an hour and a half, 1 hour and thirty. */
function halfBehind(lexemes: Lexemes, at: number, unit: Unit): { share: number; next: number } | null {
  if (isKind(lexemes, at, 'half-of') && !lexemes[at]?.isEnglish)
    return { share: 0.5, next: lexemes[at + 1]?.word === '钟' ? at + 2 : at + 1 };
  if (!isKind(lexemes, at, 'and') || !lexemes[at]?.isEnglish) return null;
  const share = shareAt(lexemes, at + 1);
  if (share !== null && unitAt(lexemes, share.next, 'd') === null) return share;
  const minutes = lexemes[at + 1]?.number;
  const ends = lexemes[at + 2] === undefined || lexemes[at + 2]?.kind === 'mark';
  const isMinutes = unit === 'h' && minutes?.value != null && minutes.value >= 10 && minutes.value < 60 && ends;
  return isMinutes ? { share: (minutes.value ?? 0) / 60, next: at + 2 } : null;
}

/** 1小时30分钟, 3年2个月, 一年又一个月21天, an hour and 45 minutes, 1 year, 2 days. */
function finer(lexemes: Lexemes, reading: LengthReading): LengthReading {
  const { length, next } = reading;
  const joined = isJoint(lexemes, next) ? (isKind(lexemes, next + 1, 'and') ? next + 2 : next + 1) : next;
  const second = lexemes[joined]?.kind === 'a' ? null : amountAt(lexemes, joined);
  const unit =
    second === null ? null : (unitAt(lexemes, second.next, 'd') ?? finerUnit(lexemes, second.next, length.unit));
  if (second?.low == null || unit === null || length.amount === null || isYear(lexemes, joined, unit)) return reading;
  const isSmaller = isFiner(unit, length.unit);
  if ((!isSmaller && lexemes[next]?.word !== '又') || unit === length.unit || second.low !== second.high)
    return reading;
  const whole = joinLengths(length, lengthOf(second.low, unit, second.approx));
  const more = finer(lexemes, { length: { ...whole, amount: 0 }, to: null, next: second.next + 1 });
  return { ...more, length: { ...more.length, amount: null } };
}

/** 零, 又, 余, and, and a comma where a number with a unit follows. */
function isJoint(lexemes: Lexemes, at: number): boolean {
  const lexeme = lexemes[at];
  if (lexeme?.kind === 'and' && lexeme.isEnglish) return true;
  if (lexeme?.word === ',' && lexemes[at - 1]?.isEnglish)
    return lexemes[at + 1]?.number != null || isKind(lexemes, at + 1, 'and');
  return lexeme?.word === '零' || lexeme?.word === '又' || lexeme?.word === '余' || lexeme?.word === '外加';
}

/** 8天20时, 36天5小时30分: numbered units count where a length goes on. */
function finerUnit(lexemes: Lexemes, at: number, before: Unit): Unit | null {
  const unit = unitAt(lexemes, at, 'o');
  if (unit === 'h' && before === 'D' && lexemes[at]?.word === '时') return 'h';
  return unit === 'min' && (before === 'h' || before === 'D') ? 'min' : null;
}

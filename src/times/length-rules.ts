import { isAgo } from './bounds.js';
import { anyUnitAt, isKind, type Lexemes, unitAt, wholeAt } from './grammar.js';
import { lengthOf } from './length-values.js';
import { type LengthReading, lengthAt } from './lengths.js';
import type { Lexeme } from './lexemes.js';
import { isShort } from './places.js';
import { pointAt } from './points.js';
import { type Rule, reading } from './rules.js';
import type { Bound, Length, Reading } from './shapes.js';

/** 过去三年, 近五年来, 未来三年, the past decade, 上两周, the next three days: a stretch that touches the anchor. */
export const stretch: Rule = (lexemes, at) => {
  const head = lexemes[at];
  const direction = directionOf(lexemes, at);
  if (head === undefined || direction === null) return countedShift(lexemes, at);
  const whole = quarters(lexemes, at + 1) ?? lengthAt(lexemes, at + 1) ?? oneUnit(lexemes, at + 1);
  const length = whole !== null && isAgo(lexemes, whole.next) ? firstLength(lexemes, at + 1) : whole;
  if (length === null) return null;
  const next = isKind(lexemes, length.next, 'along') ? length.next + 1 : length.next;
  if (head.value === 'near' && isNearly(lexemes, at, length, next))
    return reading(
      at,
      length.next,
      { kind: 'duration', length: { ...length.length, approx: true }, to: null },
      'nearly',
    );
  const aligned = isAligned(head, length.length, direction) && !(head.kind === 'shift' && isClockUnit(lexemes, at + 1));
  return reading(at, next, { kind: 'stretch', length: length.length, to: length.to, direction, aligned }, 'stretch');
};

/** Whether whole units are meant: 上两周, next three days, 前三年, 前两小时; not the last three months, 前两周, 过去三年. */
function isAligned(head: Lexeme, length: Length, direction: -1 | 1): boolean {
  const { unit } = length;
  if (head.kind === 'after' || (unit === 'Q' && head.kind !== 'future')) return true;
  if (head.kind === 'shift') return !(head.isEnglish && direction < 0) || isShort(length);
  return head.kind === 'front' && (unit === 'Y' || unit === 'M' || isShort(length));
}

function directionOf(lexemes: Lexemes, at: number): -1 | 1 | null {
  const head = lexemes[at];
  const next = lexemes[at + 1];
  if (head?.kind === 'past') return -1;
  if (head?.kind === 'front') return next?.number || next?.kind === 'few' ? -1 : null;
  if (head?.kind === 'after' && head.word === '后') return next?.number && !isBehindWord(lexemes, at) ? 1 : null;
  if (head?.kind === 'future') return 1;
  if (head?.kind === 'vague' && head.value === 'PAST_REF' && !head.isEnglish) return next?.number ? -1 : null;
  if (head?.kind !== 'shift' || head.value === '0') return null;
  // 上一年 is the year before; 上两年 the two years before.
  if (next?.number == null && next?.kind !== 'few' && next?.kind !== 'couple' && !isClockUnit(lexemes, at + 1))
    return null;
  if (!head.isEnglish && next?.number?.value === 1) return null;
  return Number(head.value) > 0 ? 1 : -1;
}

/** 发布后三天: 后 goes with the event before it. */
function isBehindWord(lexemes: Lexemes, at: number): boolean {
  const before = lexemes[at - 1];
  return before !== undefined && !['mark', 'at'].includes(before.kind);
}

/** the last 3 months and 2 days ago: two lengths, of which the first belongs to the stretch. */
function firstLength(lexemes: Lexemes, at: number): LengthReading | null {
  const unit = unitAt(lexemes, at + 1, 'd');
  const count = wholeAt(lexemes, at);
  return unit === null || count === null ? null : { length: lengthOf(count, unit), to: null, next: at + 2 };
}

/** the past two quarters: no fraction. */
function quarters(lexemes: Lexemes, at: number): LengthReading | null {
  const lexeme = lexemes[at];
  const isQuarters =
    lexeme?.number?.role === 'fraction' && lexeme.number.form === 'english' && /quarters?$/.test(lexeme.word);
  if (!isQuarters || lexeme?.number?.value == null) return null;
  return { length: lengthOf(Math.round(lexeme.number.value * 4), 'Q'), to: null, next: at + 1 };
}

/** 2 upcoming weeks, the 13 last minutes: the count stands before. */
function countedShift(lexemes: Lexemes, at: number): Reading | null {
  const count = wholeAt(lexemes, at);
  const shift = lexemes[at + 1];
  const unit = anyUnitAt(lexemes, at + 2);
  if (count === null || shift?.kind !== 'shift' || !shift.isEnglish || shift.value === '0' || unit === null)
    return null;
  // 3 next week: the number counts something else.
  if (!shift.near && !lexemes[at + 2]?.word.endsWith('s')) return null;
  const direction = Number(shift.value) > 0 ? 1 : -1;
  return reading(
    at,
    at + 3,
    { kind: 'stretch', length: lengthOf(count, unit), to: null, direction, aligned: true },
    'counted-stretch',
  );
}

/** next hour, last minute. */
function isClockUnit(lexemes: Lexemes, at: number): boolean {
  const unit = lexemes[at]?.isEnglish ? unitAt(lexemes, at, 'd') : null;
  return unit === 'h' || unit === 'min' || unit === 's';
}

/** the past year, the past decade. */
function oneUnit(lexemes: Lexemes, at: number): LengthReading | null {
  const unit = lexemes[at]?.isEnglish ? unitAt(lexemes, at, 'd') : null;
  if (unit === null || !(isKind(lexemes, at - 1, 'past') || isClockUnit(lexemes, at))) return null;
  return { length: lengthOf(1, unit), to: null, next: at + 1 };
}

/** 经过近300年, 近百年: 近 says how long, not up to when. */
function isNearly(lexemes: Lexemes, at: number, { length }: LengthReading, next: number): boolean {
  const reaches = isKind(lexemes, next - 1, 'along');
  const isClock = length.months === 0 && (length.seconds ?? 86400) < 86400;
  return isClock || isKind(lexemes, at - 1, 'lasting') || (!reaches && (length.months ?? 0) > 50 * 12);
}

/** 6年前, 三天后, two weeks ago, three years later, 10 days from now, a week hence. */
export const offset: Rule = (lexemes, at, context) => {
  const length = context.lengthAt(at);
  if (length === null || length.to !== null) return null;
  const isBehind = isAgo(lexemes, length.next) || isKind(lexemes, length.next, 'after');
  const tail = lexemes[length.next];
  if (!isBehind || tail === undefined) return null;
  // 30 minutes later this week: later belongs to the week.
  if (tail.word === 'later' && isKind(lexemes, length.next + 1, 'shift')) return null;
  const direction = isKind(lexemes, length.next, 'after') ? 1 : -1;
  const bound = openSide(lexemes, length.next, direction);
  const fromLast = tail.value === 'a' ? false : direction > 0 || tail.value === 'c';
  return reading(
    at,
    length.next + 1,
    { kind: 'offset', length: length.length, direction, fromLast, ...(bound === null ? {} : { bound }) },
    direction < 0 ? 'ago' : 'later',
  );
};

/** 一年半以前: everything before that; 半年之后, 20天以后: from then on. */
function openSide(lexemes: Lexemes, at: number, direction: -1 | 1): Bound | null {
  const word = lexemes[at]?.word ?? '';
  if (word === '以前') return direction < 0 ? 'until' : null;
  return (word === '以后' || word === '之后') && direction > 0 ? 'since' : null;
}

/** in two weeks, in half an hour, in 7 days at 5pm: what is to come, where the tense agrees. */
export const inLength: Rule = (lexemes, at, context) => {
  const isChinese = isKind(lexemes, at, 'in-word');
  if (lexemes[at]?.word !== 'in' && !isChinese) return null;
  const rough = isKind(lexemes, at + 1, 'approx') ? at + 2 : at + 1;
  const start = lexemes[rough]?.word === '~' ? rough + 1 : rough;
  const length = lengthAt(lexemes, start);
  if (length === null || length.to !== null || !(isChinese || lexemes[length.next - 1]?.isEnglish)) return null;
  const tense = context.tenseAt(at);
  if (tense === 'past' && !isChinese) return null;
  const isToCome = context.isLabel || isChinese || tense === 'future' || (tense === null && isShort(length.length));
  if (!isToCome) return null;
  return reading(
    at,
    length.next,
    { kind: 'offset', length: length.length, direction: 1, fromLast: false },
    'in-length',
  );
};

/** 15 minutes before, the minute after; after a year: in a label, from the moment of publication. */
export const besideNow: Rule = (lexemes, at, context) => {
  const isAfter = lexemes[at]?.word === 'after';
  const start = isAfter ? at + 1 : at;
  const unit = isKind(lexemes, start, 'the') ? unitAt(lexemes, start + 1, 'd') : null;
  const length = unit === null ? lengthAt(lexemes, start) : { length: lengthOf(1, unit), to: null, next: start + 2 };
  if (length === null || length.to !== null || at > 0) return null;
  const tail = lexemes[length.next]?.word;
  const direction = isAfter || tail === 'after' ? 1 : tail === 'before' ? -1 : 0;
  const next = isAfter ? length.next : length.next + 1;
  if (direction === 0 || next < lexemes.length || !context.isLabel) return null;
  return reading(at, next, { kind: 'offset', length: length.length, direction, fromLast: false }, 'beside-now');
};

/** +15 minutes, -3 years, the 15 minutes before: from the moment of publication, in a label. */
export const signed: Rule = (lexemes, at, context) => {
  const sign = lexemes[at]?.word;
  if (at > 0 || (sign !== '+' && sign !== '-') || !context.isLabel) return null;
  const length = lengthAt(lexemes, at + 1);
  if (length === null || length.to !== null || length.next < lexemes.length) return null;
  const direction = sign === '+' ? 1 : -1;
  return reading(at, length.next, { kind: 'offset', length: length.length, direction, fromLast: false }, 'signed');
};

/** within two weeks, 半小时之内, 15个工作日内: from the anchor on, where the tense agrees. */
export const within: Rule = (lexemes, at, context) => {
  const english = lexemes[at - 1]?.word === 'within' || isKind(lexemes, at - 1, 'left-word');
  const start = english && isKind(lexemes, at, 'approx') ? at + 1 : at;
  const length = context.lengthAt(start);
  if (length === null || length.to !== null) return null;
  if (!english && !isKind(lexemes, length.next, 'within')) return null;
  if (!context.isLabel && !isKind(lexemes, at - 1, 'left-word') && context.tenseAt(at) !== 'future') return null;
  return reading(at, length.next, { kind: 'within', length: length.length }, 'within');
};

/** a week starting tomorrow, 2 weeks starting May 20th. */
export const spanFrom: Rule = (lexemes, at, context) => {
  const length = context.lengthAt(at);
  if (length === null || length.to !== null) return null;
  const word = lexemes[length.next]?.word ?? '';
  const comma = word === ',' && lexemes[length.next + 1]?.word === 'from';
  if (!comma && !['starting', 'commencing', 'beginning'].includes(word)) return null;
  const start = comma ? length.next + 2 : length.next + 1;
  const from = pointAt(lexemes, isKind(lexemes, start, 'at') ? start + 1 : start);
  if (from === null || from.to !== null) return null;
  return reading(
    at,
    from.next,
    { kind: 'point', fields: { ...from.fields, lasting: length.length }, to: null },
    'span',
  );
};

/** 十年, 两个半月, 18-month, 二十年到五十年. */
export const duration: Rule = (lexemes, at, context) => {
  const from = context.lengthAt(at);
  if (
    from === null ||
    isBehindSlash(lexemes, at) ||
    isOrdinal(lexemes, at) ||
    (isArticleOnly(lexemes, at, from) && !context.isLabel) ||
    isAge(lexemes, from.next)
  )
    return null;
  const to = from.to === null && isKind(lexemes, from.next, 'joiner') ? lengthAt(lexemes, from.next + 1) : null;
  if (to !== null && to.to === null && to.length.unit === from.length.unit)
    return reading(at, to.next, { kind: 'duration', length: from.length, to: to.length }, 'duration-range');
  const between = betweenBounds(lexemes, from);
  if (between !== null)
    return reading(at, between.next, { kind: 'duration', length: from.length, to: between.length }, 'duration-range');
  if (isKind(lexemes, from.next, 'along') && isStretchUnit(from) && lexemes[from.next]?.value === 'back')
    return reading(
      at,
      from.next + 1,
      { kind: 'stretch', length: from.length, to: from.to, direction: -1 },
      'stretch-back',
    );
  return reading(at, from.next, { kind: 'duration', length: from.length, to: from.to }, 'duration');
};

/** 三年以上七年以下: between two lengths. */
function betweenBounds(lexemes: Lexemes, from: LengthReading): LengthReading | null {
  if (from.to !== null || lexemes[from.next]?.word !== '以上') return null;
  const to = lengthAt(lexemes, from.next + 1);
  if (to === null || to.to !== null || lexemes[to.next]?.word !== '以下') return null;
  return { ...to, next: to.next + 1 };
}

function isStretchUnit({ length }: LengthReading): boolean {
  return ['Y', 'M', 'W', 'D', 'Q'].includes(length.unit);
}

/** 2023/24财年 is no length of 24 years. */
function isBehindSlash(lexemes: Lexemes, at: number): boolean {
  return /^[/+]$/.test(lexemes[at - 1]?.word ?? '') && !lexemes[at]?.spaced;
}

/** 第三年, 第一天 count in order. */
function isOrdinal(lexemes: Lexemes, at: number): boolean {
  const number = lexemes[at]?.number;
  return isKind(lexemes, at - 1, 'nth') || (number?.role === 'fraction' && number.form === 'han');
}

/** a year, an hour: a rate or a mere article unless a word of length stands before it. */
function isArticleOnly(lexemes: Lexemes, at: number, { length, next }: LengthReading): boolean {
  const isOne = lexemes[at]?.word === 'one' && length.unit === 'D';
  if ((lexemes[at]?.kind !== 'a' && !isOne) || next > at + 2) return false;
  const before = lexemes[at - 1];
  return !(
    before?.kind === 'approx' ||
    (before?.kind === 'prep' && length.unit !== 's') ||
    before?.kind === 'lasting' ||
    before?.word === 'for' ||
    before?.word === 'another'
  );
}

/** 64-year-old. */
function isAge(lexemes: Lexemes, next: number): boolean {
  const [hyphen, old] = [lexemes[next], lexemes[next + 1]];
  return (hyphen?.kind === 'joiner' && old?.word.startsWith('old') === true) || hyphen?.word === 'old';
}

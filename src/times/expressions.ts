import { type LengthReading, lengthAt } from './lengths.js';
import { type Lexemes, unitAt, valueAt } from './parts.js';
import { bareYear, type Point, pointAt } from './points.js';
import { setAt } from './sets.js';
import type { Fields, Reading, Shape } from './shapes.js';
import { mayStandAlone } from './standing.js';

type Rule = (lexemes: Lexemes, at: number) => Reading | null;

function reading(first: number, next: number, shape: Shape, by: string): Reading {
  return { first, next, shape, by };
}

/** Any point or range of points: 2024年3月, 1月至3月, Monday to Friday. */
const point: Rule = (lexemes, at) => {
  const from = pointAt(lexemes, at);
  if (from === null) return bareYears(lexemes, at);
  const range = rangeAfter(lexemes, at, from);
  if (range !== null) return range;
  if (!mayStandAlone(lexemes, at, from)) return null;
  const shape = { kind: 'point', fields: from.fields, to: from.to } as const;
  const before = lexemes[from.next];
  if (isAgo(before) && !before?.english && !isHourOnly(from.fields))
    return reading(at, from.next + 1, { ...shape, before: true }, `${from.by}+before`);
  return reading(at, from.next, shape, from.by);
};

/** 前 stands both before a length (前三天) and behind it (三天前). */
function isAgo(lexeme: Lexemes[number] | undefined): boolean {
  return lexeme?.kind === 'ago' || lexeme?.kind === 'front';
}

function isHourOnly(fields: Fields): boolean {
  return Object.keys(fields).every((key) => key === 'hour');
}

/** 1月至3月, March 2020 to September 2021, between Monday and Friday. */
function rangeAfter(lexemes: Lexemes, at: number, from: Point): Reading | null {
  if (from.to !== null) return null;
  const joint = lexemes[from.next];
  const isBetween = joint?.kind === 'and' && valueAt(lexemes, at - 1, 'between') !== null;
  if (joint?.kind !== 'joiner' && !isBetween) return null;
  const start = lexemes[from.next + 1]?.kind === 'the' ? from.next + 2 : from.next + 1;
  const to = pointAt(lexemes, start) ?? yearPoint(lexemes, start, from);
  if (to === null || to.to !== null || !areAlike(from.fields, to.fields)) return null;
  return reading(at, to.next, { kind: 'point', fields: from.fields, to: to.fields }, `${from.by}..${to.by}`);
}

function yearPoint(lexemes: Lexemes, at: number, from: Point): Point | null {
  const year = bareYear(lexemes, at);
  if (year === null || from.fields.year === undefined || from.fields.month !== undefined) return null;
  return { fields: { year }, to: null, next: at + 1, by: 'bare-year', english: true };
}

/** Both ends must be of one kind: two dates, two clocks. */
function areAlike(a: Fields, b: Fields): boolean {
  const isClock = (fields: Fields): boolean => fields.hour !== undefined || fields.part !== undefined;
  return isClock(a) === isClock(b) || (isClock(a) && b.hour !== undefined);
}

/** 2015 to 2020; between 2015 and 2020. */
function isJoined(lexemes: Lexemes, at: number): boolean {
  const joint = lexemes[at + 1]?.kind;
  return joint === 'joiner' || (joint === 'and' && lexemes[at - 1]?.kind === 'between');
}

/** 2018–2020; in 2017, since 1998, the 2024 election. */
function bareYears(lexemes: Lexemes, at: number): Reading | null {
  const year = bareYear(lexemes, at);
  if (year === null || year < 1800 || year > 2100) return null;
  const last = isJoined(lexemes, at) ? bareYear(lexemes, at + 2) : null;
  const behind = lexemes[last === null ? at + 1 : at + 3];
  if (
    behind?.kind === 'unit' ||
    behind?.value === '%' ||
    (behind !== undefined && !behind.spaced && /[\p{L}]/u.test(behind.value))
  )
    return null;
  if (last !== null && last > year && last <= 2100)
    return reading(at, at + 3, { kind: 'point', fields: { year }, to: { year: last } }, 'bare-years');
  const before = lexemes[at - 1];
  const led =
    before !== undefined &&
    (['prep', 'between'].includes(before.kind) ||
      (before.kind === 'joiner' && before.english) ||
      (before.kind === 'at' && before.english));
  const article = before !== undefined && ['of', 'the'].includes(before.kind) && year >= 1900;
  const compared = behind?.kind === 'yearly' && year >= 1900;
  if (!led && !article && !compared) return null;
  return reading(at, at + 1, { kind: 'point', fields: { year }, to: null }, 'bare-year');
}

/** 过去三年, 近五年来, 未来三年, the past decade: a stretch that touches the anchor. */
const stretch: Rule = (lexemes, at) => {
  const head = lexemes[at];
  const direction = directionOf(lexemes, at);
  if (head === undefined || direction === null) return null;
  const length = lengthAt(lexemes, at + 1) ?? oneUnit(lexemes, at + 1);
  if (length === null) return null;
  const next = lexemes[length.next]?.kind === 'along' ? length.next + 1 : length.next;
  if (head.value === 'near' && isNearly(lexemes, at, length, next))
    return reading(
      at,
      length.next,
      { kind: 'duration', length: { ...length.length, approx: true }, to: null },
      'nearly',
    );
  return reading(at, next, { kind: 'stretch', length: length.length, to: length.to, direction }, 'stretch');
};

function directionOf(lexemes: Lexemes, at: number): -1 | 1 | null {
  const head = lexemes[at];
  if (head?.kind === 'past' || head?.kind === 'front') return -1;
  if (head?.kind === 'future') return 1;
  if (head?.kind === 'vague' && head.value === 'PAST_REF' && !head.english) return lexemes[at + 1]?.number ? -1 : null;
  if (head?.kind !== 'shift') return null;
  if (lexemes[at + 1]?.number == null && lexemes[at + 1]?.kind !== 'few') return null;
  return Number(head.value) > 0 ? 1 : -1;
}

/** the past year, the past decade. */
function oneUnit(lexemes: Lexemes, at: number): LengthReading | null {
  const unit = lexemes[at]?.english ? unitAt(lexemes, at, 'd') : null;
  if (unit === null || lexemes[at - 1]?.kind !== 'past') return null;
  const length = lengthAt([{ ...anOf(lexemes, at) }, ...lexemes.slice(at, at + 1)], 0);
  return length && { ...length, next: at + 1 };
}

function anOf(lexemes: Lexemes, at: number): Lexemes[number] {
  const lexeme = lexemes[at];
  return {
    start: lexeme?.start ?? 0,
    end: lexeme?.start ?? 0,
    kind: 'a',
    value: '',
    number: null,
    spaced: true,
    english: true,
  };
}

/** 经过近300年, 近百年: 近 says how long, not up to when. */
function isNearly(lexemes: Lexemes, at: number, { length }: LengthReading, next: number): boolean {
  const reaches = lexemes[next - 1]?.kind === 'along';
  const isClock = length.months === 0 && (length.seconds ?? 86400) < 86400;
  return isClock || lexemes[at - 1]?.kind === 'lasting' || (!reaches && (length.months ?? 0) > 50 * 12);
}

/** 6年前, 三天后, two weeks ago, three years later. */
const offset: Rule = (lexemes, at) => {
  const length = lengthAt(lexemes, at);
  const tail = length === null ? undefined : lexemes[length.next];
  if (length === null || length.to !== null || tail === undefined) return null;
  if (!isAgo(tail) && tail.kind !== 'after') return null;
  const direction = isAgo(tail) ? -1 : 1;
  return reading(
    at,
    length.next + 1,
    { kind: 'offset', length: length.length, direction, fromLast: direction > 0 || tail.value === 'c' },
    direction < 0 ? 'ago' : 'later',
  );
};

/** 十年, 两个半月, 18-month, 二十年到五十年. */
const duration: Rule = (lexemes, at) => {
  const from = lengthAt(lexemes, at);
  if (
    from === null ||
    isBehindSlash(lexemes, at) ||
    isOrdinal(lexemes, at) ||
    isArticleOnly(lexemes, at, from) ||
    isAge(lexemes, from.next)
  )
    return null;
  const to = from.to === null && lexemes[from.next]?.kind === 'joiner' ? lengthAt(lexemes, from.next + 1) : null;
  if (to !== null && to.to === null && to.length.unit === from.length.unit)
    return reading(at, to.next, { kind: 'duration', length: from.length, to: to.length }, 'duration-range');
  if (lexemes[from.next]?.kind === 'along' && ['Y', 'M'].includes(from.length.unit) && isBack(lexemes, from.next))
    return reading(
      at,
      from.next + 1,
      { kind: 'stretch', length: from.length, to: from.to, direction: -1 },
      'stretch-back',
    );
  return reading(at, from.next, { kind: 'duration', length: from.length, to: from.to }, 'duration');
};

/** 2023/24财年 is no length of 24 years. */
function isBehindSlash(lexemes: Lexemes, at: number): boolean {
  return /^[/+]$/.test(lexemes[at - 1]?.value ?? '') && !lexemes[at]?.spaced;
}

/** 三年来, but not 三年间. */
function isBack(lexemes: Lexemes, at: number): boolean {
  return lexemes[at]?.value === 'back';
}

/** 第三年, 第一天 count in order. */
function isOrdinal(lexemes: Lexemes, at: number): boolean {
  return lexemes[at - 1]?.kind === 'nth' || lexemes[at]?.number?.role === 'fraction';
}

/** a year, an hour: a rate or a mere article unless a word of length stands before it. */
function isArticleOnly(lexemes: Lexemes, at: number, { length }: LengthReading): boolean {
  if (lexemes[at]?.kind !== 'a') return false;
  const before = lexemes[at - 1];
  return !(before?.kind === 'approx' || (before?.kind === 'prep' && length.unit !== 's') || before?.kind === 'lasting');
}

/** 64-year-old. */
function isAge(lexemes: Lexemes, next: number): boolean {
  const [hyphen, old] = [lexemes[next], lexemes[next + 1]];
  return (hyphen?.kind === 'joiner' && old?.value.startsWith('old') === true) || hyphen?.value === 'old';
}

/** 目前, 近年来. */
const vague: Rule = (lexemes, at) => {
  const value = valueAt(lexemes, at, 'vague');
  return value === null ? null : reading(at, at + 1, { kind: 'vague', value }, 'vague');
};

/** 春秋时代, the Ming dynasty; a dynasty alone (北宋) only where it is no attribute: 始建于北宋, not 北宋画家. */
const era: Rule = (lexemes, at) => {
  const value = valueAt(lexemes, at, 'era');
  const isTitle = lexemes[at - 1]?.value === '《' && lexemes[at + 1]?.value === '》';
  if (value === null || isTitle) return null;
  const isLed = ['at', 'joiner', 'mark'].includes(lexemes[at - 1]?.kind ?? 'mark');
  if (value === 'bare' && !(isLed && lexemes[at + 1]?.kind !== 'other')) return null;
  return reading(at, at + 1, { kind: 'era' }, 'era');
};

const rules: readonly Rule[] = [setAt, point, stretch, offset, duration, vague, era];

/** The longest expression that starts at `at`; of two as long, the rule that stands first. */
export function expressionAt(lexemes: Lexemes, at: number): Reading | null {
  let best: Reading | null = null;
  for (const rule of rules) {
    const found = rule(lexemes, at);
    if (found !== null && found.next > (best?.next ?? at)) best = found;
  }
  return best;
}

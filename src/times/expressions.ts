import { boundBefore, boundBehind } from './bounds.js';
import { bareYear, spelledYear } from './dates-english.js';
import { afterThe, anyUnitAt, isKind, type Lexemes, valueAt } from './grammar.js';
import { besideNow, duration, inLength, offset, signed, spanFrom, stretch, within } from './length-rules.js';
import { lengthAt, lengthOf } from './lengths.js';
import { type Point, pointAt } from './points.js';
import type { Rule, RuleContext } from './rules.js';
import { setAt } from './sets.js';
import type { Bound, Fields, Reading, Shape, Step } from './shapes.js';
import { mayStandAlone } from './standing.js';

function reading(first: number, next: number, shape: Shape, by: string): Reading {
  return { first, next, shape, by };
}

/** Any point or range of points: 2024年3月, 1月至3月, Monday to Friday, since May, three days after Easter. */
const point: Rule = (lexemes, at, context) => {
  const from = pointAt(lexemes, at) ?? null;
  if (from === null) return weekdaysAhead(lexemes, at) ?? bareYears(lexemes, at);
  const step = weekdayStep(lexemes, at, from);
  if (step !== null) return step;
  const second = afterNext(lexemes, at, from) ?? signedStep(lexemes, at, from, context);
  if (second !== null) return second;
  const range = rangeAfter(lexemes, at, from);
  if (range !== null) return range;
  if (!mayStandAlone(lexemes, at, from, context)) return null;
  return standing(lexemes, at, from);
};

/** three Fridays from now; Friday after next, March after next. */
function weekdaysAhead(lexemes: Lexemes, at: number): Reading | null {
  const count = lexemes[at]?.number?.value;
  const weekday = /^XXXX-WXX-(\d)$/.exec(valueAt(lexemes, at + 1, 'set') ?? '')?.[1];
  if (count == null || count < 1 || count > 52 || weekday === undefined || lexemes[at + 2]?.word !== 'from now')
    return null;
  const steps: readonly Step[] = count > 1 ? [{ length: lengthOf(count - 1, 'W'), direction: 1 }] : [];
  const fields: Fields = { which: 1, weekday: Number(weekday), steps };
  return reading(at, at + 3, { kind: 'point', fields, to: null }, 'weekdays-ahead');
}

/** Friday after next, March after next: the one behind the next. */
function afterNext(lexemes: Lexemes, at: number, { fields, next }: Point): Reading | null {
  const keys = Object.keys(fields);
  const unit = fields.weekday !== undefined ? 'W' : fields.month !== undefined ? 'Y' : null;
  if (keys.length !== 1 || unit === null || lexemes[next]?.word !== 'after' || lexemes[next + 1]?.word !== 'next')
    return null;
  const shape: Shape = {
    kind: 'point',
    fields: { ...fields, which: 1, steps: [{ length: lengthOf(1, unit), direction: 1 }] },
    to: null,
  };
  return reading(at, next + 2, shape, 'after-next');
}

/** Monday two weeks from now, Friday a week after Easter: that weekday of the week that the step leads to. */
function weekdayStep(lexemes: Lexemes, at: number, { fields, next, english }: Point): Reading | null {
  const { weekday } = fields;
  if (!english || weekday === undefined || Object.keys(fields).length > 1) return null;
  const length = lengthAt(lexemes, next);
  if (length === null || length.to !== null) return null;
  const tail = lexemes[length.next];
  const to =
    tail?.word === 'after' || tail?.word === 'from' ? pointAt(lexemes, afterThe(lexemes, length.next + 1)) : null;
  if (tail?.word !== 'from now' && (to === null || to.to !== null)) return null;
  const base: Fields = to === null ? { now: true } : to.fields;
  const steps: readonly Step[] = [{ length: length.length, direction: 1 }];
  const shape: Shape = { kind: 'point', fields: { ...base, steps, weekdayOf: weekday }, to: null };
  return reading(at, to?.next ?? length.next + 1, shape, 'weekday-step');
}

/** now + 40 minutes, 2023-12-29 -10 days: a step with its sign, in a label. */
function signedStep(lexemes: Lexemes, at: number, from: Point, { isLabel }: RuleContext): Reading | null {
  const sign = lexemes[from.next];
  if (at > 0 || from.to !== null || (sign?.word !== '+' && sign?.word !== '-') || !sign.spaced) return null;
  const length = lengthAt(lexemes, from.next + 1);
  if (length === null || length.to !== null || length.next < lexemes.length || !isLabel) return null;
  const steps: readonly Step[] = [{ length: length.length, direction: sign.word === '+' ? 1 : -1 }];
  return reading(at, length.next, { kind: 'point', fields: { ...from.fields, steps }, to: null }, `${from.by}+signed`);
}

/** A point with what is bound to it: a length that it lasts, a step to the next day, a side that is open. */
function standing(lexemes: Lexemes, first: number, from: Point, steps: readonly Step[] = []): Reading {
  const stepped = steps.length > 0 ? { ...from, fields: { ...from.fields, steps } } : from;
  const moved = neighbour(lexemes, stepped);
  const lasting = lastingAt(lexemes, moved);
  if (lasting !== null)
    return reading(first, lasting.next, { kind: 'point', fields: lasting.fields, to: null }, `${moved.by}+lasting`);
  const shape = { kind: 'point', fields: moved.fields, to: moved.to } as const;
  const behind =
    isHourOnly(moved.fields) && !moved.english && !isMarked(lexemes, moved.next)
      ? null
      : boundBehind(lexemes, moved.next, moved.english, moved.fields.hour !== undefined);
  const bound: Bound | null =
    behind?.bound ??
    moved.bound ??
    (moved.to === null ? boundBefore(lexemes, first, moved.fields.hour !== undefined) : null);
  const next = behind?.next ?? moved.next;
  if (bound === null) return reading(first, next, shape, moved.by);
  return reading(first, next, { ...shape, bound }, `${moved.by}+${bound}`);
}

/** 八点之前, but 3点后 may be three points. */
function isMarked(lexemes: Lexemes, at: number): boolean {
  return /^[之以]/.test(lexemes[at]?.word ?? '') || lexemes[at]?.kind === 'tail';
}

function isHourOnly(fields: Fields): boolean {
  return Object.keys(fields).every((key) => key === 'hour' || key === 'ambiguous');
}

const day = { iso: 'P1D', months: 0, seconds: 86400, unit: 'D', amount: 1, approx: false } as const;

/** 受难日翌日, 春节前一天, 节日前夕: the day beside a feast. */
function neighbour(lexemes: Lexemes, from: Point): Point {
  if (from.fields.holiday === undefined || from.english) return from;
  const lexeme = lexemes[from.next];
  const by =
    lexeme?.kind === 'ref' ? /^D (-?\d) c$/.exec(lexeme.value)?.[1] : lexeme?.kind === 'eve' ? '-1' : undefined;
  if (by === undefined || by === '0') return from;
  const step: Step = { length: day, direction: Number(by) < 0 ? -1 : 1 };
  const part: Fields = lexeme?.kind === 'eve' && lexeme.value !== '' ? { part: lexeme.value } : {};
  return {
    ...from,
    fields: { ...from.fields, ...part, steps: [...(from.fields.steps ?? []), step] },
    next: from.next + 1,
  };
}

/** from 18 December for 10 days, 4pm for thirty minutes. */
function lastingAt(lexemes: Lexemes, from: Point): { fields: Fields; next: number } | null {
  if (lexemes[from.next]?.word !== 'for' || from.to !== null) return null;
  const length = lengthAt(lexemes, from.next + 1);
  return length === null || length.to !== null
    ? null
    : { fields: { ...from.fields, lasting: length.length }, next: length.next };
}

/** 1月至3月, March 2020 to September 2021, between Monday and Friday, 三月和九月之间, from 2010 to date. */
function rangeAfter(lexemes: Lexemes, at: number, from: Point): Reading | null {
  if (from.to !== null) return null;
  const isPause = isKind(lexemes, from.next, 'de') ? from.next + 1 : from.next;
  const joint = lexemes[isPause];
  const isBetween = joint?.kind === 'and' && isKind(lexemes, at - 1, 'between') && lexemes[at - 1]?.word !== 'from';
  const isAnd = joint?.kind === 'and' && !joint.english;
  if (joint?.kind === 'tail' && joint.value === 'now') return toNow(at, from, isPause + 1);
  if (joint?.kind !== 'joiner' && !isBetween && !isAnd) return null;
  if (isYearToFraction(lexemes, isPause)) return null;
  const start = afterThe(lexemes, isPause + 1);
  const to = longer(pointAt(lexemes, start), yearPoint(lexemes, start, from));
  if (to === null || to.to !== null || !areAlike(from.fields, to.fields)) return null;
  if (isAnd && !(isKind(lexemes, to.next, 'along') && ['之间', '间'].includes(lexemes[to.next]?.word ?? '')))
    return null;
  const next = isAnd ? to.next + 1 : to.next;
  return reading(at, next, { kind: 'point', fields: from.fields, to: to.fields }, `${from.by}..${to.by}`);
}

function longer(a: Point | null, b: Point | null): Point | null {
  return a !== null && (b === null || a.next >= b.next) ? a : b;
}

/** 10 to 1: never a date. */
function isYearToFraction(lexemes: Lexemes, at: number): boolean {
  return lexemes[at + 1]?.number?.role === 'fraction';
}

/** 2001年至今, March to date: up to the anchor. */
function toNow(first: number, from: Point, next: number): Reading {
  return reading(first, next, { kind: 'point', fields: from.fields, to: { now: true } }, `${from.by}..now`);
}

function yearPoint(lexemes: Lexemes, at: number, from: Point): Point | null {
  const year = bareYear(lexemes, at);
  if (year === null || from.fields.year === undefined || from.fields.day !== undefined) return null;
  if (from.fields.month !== undefined && !from.english) return null;
  return { fields: { year }, to: null, next: at + 1, by: 'bare-year', english: true, bound: null };
}

/** Both ends must be of one kind: two dates, two clocks, or up to now. */
function areAlike(a: Fields, b: Fields): boolean {
  if (a.now || b.now || b.perhapsPresent) return true;
  const isClock = (fields: Fields): boolean => fields.hour !== undefined || fields.part !== undefined;
  if (isWeak(a) || isWeak(b)) return false;
  return isClock(a) === isClock(b) || (isClock(a) && b.hour !== undefined);
}

/** A segment, a season or a part of the day that says nothing else. */
function isWeak(fields: Fields): boolean {
  const keys = Object.keys(fields);
  return keys.length === 1 && (keys[0] === 'segment' || keys[0] === 'nth');
}

/** 2015 to 2020; between 2015 and 2020; 2014 through May 2018. */
function isJoined(lexemes: Lexemes, at: number): boolean {
  const joint = lexemes[at + 1]?.kind;
  return joint === 'joiner' || (joint === 'and' && lexemes[at - 1]?.word === 'between');
}

const yearWords = new Set(['year', 'fiscal', 'fiscal year', 'calendar year', 'cy', 'fy', 'financial year', 'tax year']);

/** 2018–2020; in 2017, since 1998, the 2024 election, the year 2020, in two thousand and five. */
function bareYears(lexemes: Lexemes, at: number): Reading | null {
  const named = yearWords.has(lexemes[at]?.word ?? '');
  const start = named ? at + 1 : at;
  const found = spelledYear(lexemes, start);
  if (found === null || found.year < (named ? 1000 : 1600) || found.year > 2200) return null;
  const { year, next } = found;
  if (isJoined(lexemes, next - 1)) {
    const last = bareYear(lexemes, next + 1);
    if (last !== null && last > year && last <= 2200 && !isCounted(lexemes, next + 2))
      return reading(at, next + 2, { kind: 'point', fields: { year }, to: { year: last } }, 'bare-years');
    const to = pointAt(lexemes, afterThe(lexemes, next + 1));
    if (to !== null && to.to === null && (to.fields.year !== undefined || to.fields.now))
      return reading(at, to.next, { kind: 'point', fields: { year }, to: to.fields }, `bare-year..${to.by}`);
  }
  if (isKind(lexemes, next, 'tail') && lexemes[next]?.value === 'now')
    return reading(at, next + 1, { kind: 'point', fields: { year }, to: { now: true } }, 'bare-year..now');
  if (isCounted(lexemes, next) || !(named || isLedYear(lexemes, at, next, year))) return null;
  const tail = boundBehind(lexemes, next, true);
  const bound = tail?.bound ?? boundBefore(lexemes, at, false);
  const shape = { kind: 'point', fields: { year }, to: null } as const;
  return reading(
    at,
    next,
    bound === null ? shape : { ...shape, bound },
    bound === null ? 'bare-year' : `bare-year+${bound}`,
  );
}

/** 2000 people, 2024%, 2048GB: a number. */
function isCounted(lexemes: Lexemes, at: number): boolean {
  const behind = lexemes[at];
  if (behind === undefined) return false;
  return behind.kind === 'unit' || behind.word === '%' || (!behind.spaced && /[\p{L}]/u.test(behind.word));
}

function isLedYear(lexemes: Lexemes, at: number, next: number, year: number): boolean {
  const before = lexemes[at - 1];
  const behind = lexemes[next];
  if (before === undefined) return behind === undefined || behind.kind === 'joiner';
  if (lexemes[at]?.number?.form === 'english') return before.kind === 'at' || before.kind === 'prep';
  const led =
    ['prep', 'between', 'tail'].includes(before.kind) ||
    (before.kind === 'joiner' && before.english) ||
    (before.kind === 'at' && before.english) ||
    before.word === '=';
  if (led) return true;
  const article = ['of', 'the'].includes(before.kind) && year >= 1900;
  const compared = behind?.kind === 'yearly' && year >= 1900;
  const listed = before.kind === 'and' && bareYear(lexemes, at - 2) !== null && year >= 1900;
  return article || compared || listed;
}

/** three days after Easter, two weeks from tomorrow, 2 hours before 3 p.m., Monday two weeks from now. */
const anchored: Rule = (lexemes, at, context) => {
  const length = context.lengthAt(at);
  if (length === null || length.to !== null || !lexemes[length.next - 1]?.english) return null;
  const direction = { after: 1, from: 1, following: 1, before: -1, since: 1, ago: 0 }[lexemes[length.next]?.word ?? ''];
  if (direction === undefined || direction === 0) return null;
  const to = pointAt(lexemes, afterThe(lexemes, length.next + 1));
  if (to === null || to.to !== null || isWeak(to.fields)) return null;
  const step: Step = { length: length.length, direction: direction as 1 | -1 };
  const isSpan = lexemes[length.next]?.word === 'from' && lexemes[at - 1]?.word === 'for';
  if (isSpan)
    return reading(at, to.next, { kind: 'point', fields: { ...to.fields, lasting: length.length }, to: null }, 'span');
  return standing(lexemes, at, to, [step]);
};

/** the week of April 10th, the weekend of Halloween, the week starting on February 4. */
const weekOf: Rule = (lexemes, at) => {
  const start = afterThe(lexemes, at);
  const unit = isKind(lexemes, start, 'weekend') ? 'WE' : anyUnitAt(lexemes, start) === 'W' ? 'W' : null;
  if (unit === null || !lexemes[start]?.english) return null;
  const joint = lexemes[start + 1];
  const of =
    joint?.kind === 'of' ? start + 2 : /^(?:starting|commencing|beginning)/.test(joint?.word ?? '') ? start + 2 : null;
  if (of === null) return null;
  const to = pointAt(lexemes, isKind(lexemes, of, 'at') ? of + 1 : of) ?? numberedDay(lexemes, of);
  if (to === null || to.to !== null) return null;
  const isDay =
    [to.fields.day, to.fields.holiday, to.fields.weekday, to.fields.nth].some((field) => field !== undefined) ||
    to.fields.shift?.unit === 'D';
  if (!isDay) return null;
  return reading(
    start > at ? start : at,
    to.next,
    { kind: 'point', fields: { ...to.fields, around: unit }, to: null },
    'week-of',
  );
};

/** the 18th: a day of the month by its ordinal. */
function numberedDay(lexemes: Lexemes, at: number): Point | null {
  const start = afterThe(lexemes, at);
  const number = lexemes[start]?.number;
  if (start === at || number?.value == null || number.value < 1 || number.value > 31) return null;
  if (number.role !== 'ordinal') return null;
  return { fields: { day: number.value }, to: null, next: start + 1, by: 'ordinal-day', english: true, bound: null };
}

/** on the 18th; Monday the twenty seventh is a point of its own. */
const ordinalDay: Rule = (lexemes, at) => {
  const led = ['on', 'by', 'until', 'of', 'before', 'after', 'since', 'from'].includes(lexemes[at - 1]?.word ?? '');
  const found = led ? numberedDay(lexemes, at) : null;
  if (found === null) return null;
  const next = lexemes[found.next];
  const stands = next === undefined || ['mark', 'at', 'prep', 'and', 'joiner', 'between'].includes(next.kind);
  if (!stands) return null;
  const clock = pointAt(lexemes, found.next);
  return standing(lexemes, at, clock === null ? found : found);
};

/** year to date; to date alone: up to now. */
const toDate: Rule = (lexemes, at) => {
  const unit = valueAt(lexemes, at, 'to-date');
  if (unit === null) return null;
  const fields: Fields = { shift: { unit: unit as 'Y', by: 0, base: 'a' } };
  return reading(at, at + 1, { kind: 'point', fields, to: { now: true } }, 'to-date');
};

/** 目前, 近年来, now. */
const vague: Rule = (lexemes, at, { isLabel }) => {
  const value = valueAt(lexemes, at, 'vague');
  if (value !== null) return reading(at, at + 1, { kind: 'vague', value }, 'vague');
  if (!isKind(lexemes, at, 'now')) return null;
  const next = lexemes[at + 1];
  const ends = next === undefined || (next.kind === 'mark' && /^[.,?!;。，？！]$/.test(next.word));
  return ends || isLabel ? reading(at, at + 1, { kind: 'vague', value: 'PRESENT_REF' }, 'vague') : null;
};

/** 春秋时代, the Ming dynasty; a dynasty alone (北宋) only where it is no attribute: 始建于北宋, not 北宋画家. */
const era: Rule = (lexemes, at) => {
  const value = valueAt(lexemes, at, 'era');
  const isTitle = lexemes[at - 1]?.word === '《' && lexemes[at + 1]?.word === '》';
  if (value === null || isTitle) return null;
  const isLed = ['at', 'joiner', 'mark'].includes(lexemes[at - 1]?.kind ?? 'mark');
  if (value.startsWith('bare') && !(isLed && lexemes[at + 1]?.kind !== 'other')) return null;
  const [, begin = '', end = ''] = value.split(' ');
  const years = begin === '' ? null : { begin: Number(begin), end: Number(end) };
  return reading(at, at + 1, { kind: 'era', years }, 'era');
};

const lengthKinds = 'number a few couple half-unit measure half-sign';
const pointKinds =
  'number date clock month weekday weekend holiday ref shift past half bound-half quarter season segment segment-of daypart ' +
  'now noon nth regnal ad lunar lunar-month short-ref whole-year unit front first last the between decade-word after ago a ' +
  'year-word half-unit leap future';

/** Each rule with the kinds of lexeme that it begins with. */
const ruleTable: readonly (readonly [rule: Rule, kinds: string])[] = [
  [setAt, 'set every weekday number'],
  [weekOf, 'the unit weekend'],
  [point, `${pointKinds} other`],
  [ordinalDay, 'the'],
  [anchored, `${lengthKinds} other`],
  [spanFrom, `${lengthKinds} other`],
  [stretch, 'past front future shift after vague number'],
  [offset, `${lengthKinds} other`],
  [inLength, 'at in-word'],
  [signed, 'mark joiner'],
  [besideNow, `${lengthKinds} the prep`],
  [within, `${lengthKinds} approx other`],
  [duration, `${lengthKinds} other`],
  [toDate, 'to-date'],
  [vague, 'vague now'],
  [era, 'era'],
];

const rulesByKind = new Map<string, readonly Rule[]>();
for (const kind of new Set(ruleTable.flatMap(([, kinds]) => kinds.split(' '))))
  rulesByKind.set(
    kind,
    ruleTable.filter(([, kinds]) => kinds.split(' ').includes(kind)).map(([rule]) => rule),
  );

/** Words without a kind of their own that an expression may begin with. */
const plainStarts = new Set(['another', 'half', 'quarter']);

/** 30万人, 五个问题, 百分之五: a number in a Chinese sentence that something else than a unit of time follows. */
function isMereCount(lexemes: Lexemes, at: number): boolean {
  const number = lexemes[at]?.number;
  if (number == null || number.form === 'english') return false;
  if (number.role === 'percent') return true;
  if (number.digits?.length === 4) return false;
  const next = lexemes[lexemes[at + 1]?.kind === 'measure' ? at + 2 : at + 1];
  return next !== undefined && !next.spaced && !next.english && (next.kind === 'other' || next.kind === 'block');
}

/** The longest expression that starts at `at`; of two as long, the rule that stands first. */
export function expressionAt(lexemes: Lexemes, at: number, context: RuleContext): Reading | null {
  const first = lexemes[at];
  if (first === undefined || (first.kind === 'other' && !plainStarts.has(first.word))) return null;
  if (first.number !== null && isMereCount(lexemes, at)) return null;
  let best: Reading | null = null;
  for (const rule of rulesByKind.get(first.kind) ?? []) {
    const found = rule(lexemes, at, context);
    if (found !== null && found.next > (best?.next ?? at)) best = found;
  }
  return best;
}

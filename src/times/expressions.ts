import { agoOn, sameDay } from './anniversaries.js';
import { bareYears } from './bare-years.js';
import { boundBefore, boundBehind } from './bounds.js';
import { bareYear } from './dates-english.js';
import { afterThe, isKind, type Lexemes, valueAt } from './grammar.js';
import { besideNow, duration, inLength, offset, signed, spanFrom, stretch, within } from './length-rules.js';
import { lengthAt } from './lengths.js';
import { type Point, pointAt } from './points.js';
import { type Rule, type RuleContext, reading } from './rules.js';
import { setAt } from './sets.js';
import type { Bound, Fields, Reading, Step } from './shapes.js';
import { mayStandAlone } from './standing.js';
import { afterNext, signedStep, weekdayStep, weekdaysAhead } from './steps.js';
import { numberedDay, restOf, toDate, weekOf } from './whole-rules.js';

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
  const isBetween = joint?.kind === 'and' && isBehindBetween(lexemes, at);
  const isAnd = joint?.kind === 'and' && !joint.isEnglish;
  if (joint?.kind === 'tail' && joint.value === 'now') return toNow(at, from, isPause + 1);
  if (joint?.kind !== 'joiner' && !isBetween && !isAnd && !isSolidus(lexemes, from)) return null;
  if (isYearToFraction(lexemes, isPause)) return null;
  const start = afterThe(lexemes, isPause + 1);
  const to = longer(pointAt(lexemes, start), yearPoint(lexemes, start, from));
  if (to === null || to.to !== null || !areAlike(from.fields, to.fields)) return null;
  if (isAnd && !(isKind(lexemes, to.next, 'along') && ['之间', '间'].includes(lexemes[to.next]?.word ?? '')))
    return null;
  const next = isAnd ? to.next + 1 : to.next;
  return reading(at, next, { kind: 'point', fields: from.fields, to: to.fields }, `${from.by}..${to.by}`);
}

/** between Monday, between the middle of March. */
function isBehindBetween(lexemes: Lexemes, at: number): boolean {
  const before = isKind(lexemes, at - 1, 'the') ? at - 2 : at - 1;
  return isKind(lexemes, before, 'between') && lexemes[before]?.word !== 'from';
}

function longer(a: Point | null, b: Point | null): Point | null {
  return a !== null && (b === null || a.next >= b.next) ? a : b;
}

/** 2024-05-01/2024-05-07: an interval as ISO 8601 writes it. */
function isSolidus(lexemes: Lexemes, { fields, next }: Point): boolean {
  const last = lexemes[next + 1];
  return lexemes[next]?.word === '/' && fields.day !== undefined && last?.kind === 'date' && last.word.length > 7;
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
  if (from.fields.month !== undefined && !from.english && from.by !== 'digits') return null;
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

/** three days after Easter, two weeks from tomorrow, 2 hours before 3 p.m., Monday two weeks from now. */
const anchored: Rule = (lexemes, at, context) => {
  const length = context.lengthAt(at);
  if (length === null || length.to !== null || !lexemes[length.next - 1]?.isEnglish) return null;
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
  [setAt, 'set set-adverb every weekday number'],
  [weekOf, 'the unit weekend'],
  [restOf, 'the rest'],
  [point, `${pointKinds} other`],
  [ordinalDay, 'the'],
  [anchored, `${lengthKinds} other`],
  [spanFrom, `${lengthKinds} other`],
  [stretch, 'past front future shift after vague number'],
  [offset, `${lengthKinds} other`],
  [agoOn, lengthKinds],
  [sameDay, 'shift number'],
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
  return next !== undefined && !next.spaced && !next.isEnglish && (next.kind === 'other' || next.kind === 'block');
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

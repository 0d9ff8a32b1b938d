import { isKind, type Lexemes, unitAt, valueAt, wholeAt } from './grammar.js';
import { lengthAt } from './lengths.js';
import { type Point, pointAt } from './points.js';
import type { Fields, Reading, Unit } from './shapes.js';

const values: Readonly<Record<Unit, string>> = {
  C: 'P100Y',
  X: 'P10Y',
  Y: 'XXXX',
  Q: 'XXXX-QX',
  M: 'XXXX-XX',
  W: 'XXXX-WXX',
  F: 'P2W',
  WE: 'XXXX-WXX-WE',
  D: 'XXXX-XX-XX',
  BD: 'XXXX-WXX-1/XXXX-WXX-5',
  h: 'PT1H',
  QH: 'PT15M',
  min: 'PT1M',
  s: 'PT1S',
};

/** 每月, 每周三, 每天上午9点半, 每两年, every Friday, every two weeks, on Mondays. */
export function setAt(lexemes: Lexemes, at: number): Reading | null {
  const evenings = weekdayParts(lexemes, at);
  if (evenings !== null) return evenings;
  const monthly = dayOfEvery(lexemes, at);
  if (monthly !== null) return monthly;
  const adverb = adverbAt(lexemes, at);
  if (adverb !== null) return adverb;
  const listed = valueAt(lexemes, at, 'set');
  if (listed !== null) return joinedSet(lexemes, at, at + 1, listed, 'set-word');
  if (lexemes[at]?.kind !== 'every') return null;
  return everyNamed(lexemes, at) ?? everyUnit(lexemes, at) ?? everyLength(lexemes, at);
}

/** published weekly, twice daily, monthly since May: an adverb, not what stands before a noun or in a name. */
function adverbAt(lexemes: Lexemes, at: number): Reading | null {
  const value = valueAt(lexemes, at, 'set-adverb');
  const [before, next] = [lexemes[at - 1], lexemes[at + 1]];
  if (value === null || lexemes[at]?.weak === false) return null;
  const isAlone = at === 0 && next === undefined;
  const ends = next === undefined || ['at', 'prep', 'between'].includes(next.kind) || isStop(next.word);
  const isLed = before?.kind === 'other' && /^\p{L}/u.test(before.word);
  return ends && (isAlone || isLed) ? set(at, at + 1, value, 'set-adverb') : null;
}

function joinedSet(lexemes: Lexemes, first: number, next: number, value: string, by: string): Reading {
  return withClock(lexemes, set(first, next, value, by), value);
}

function isStop(word: string): boolean {
  return /^[.,;:!?)]$/.test(word);
}

/** every day at 7:13 p.m., Tuesdays at 9am, 每个工作日的下午三点: the clock goes with each of them. */
function withClock(lexemes: Lexemes, whole: Reading, value: string): Reading {
  const isOpen = /^XXXX-(?:WXX-(?:\d(?:\/XXXX-WXX-\d)?|WE)|XX-XX)$/.test(value);
  const at = lexemes[whole.next];
  const english = at?.isEnglish === true;
  const start = english && (at.word === 'at' || at.kind === 'between') ? whole.next + 1 : whole.next;
  if (!isOpen || (english && start === whole.next)) return whole;
  const point = pointAt(lexemes, isKind(lexemes, start, 'de') ? start + 1 : start);
  if (point === null || point.to !== null || !isClockAlone(point.fields)) return whole;
  const joined = lexemes[point.next]?.kind === 'joiner' ? pointAt(lexemes, point.next + 1) : null;
  const last = joined?.to === null && isClockAlone(joined.fields) ? joined.fields : null;
  const [first, end] = value.split('/');
  const clock = `${first}${clockOf(point.fields)}`;
  const by = `${whole.by}+clock`;
  if (last === null && end === undefined) return set(whole.first, point.next, clock, by);
  const until = `${end ?? first}${clockOf(last ?? point.fields)}`;
  return set(whole.first, last === null ? point.next : (joined?.next ?? point.next), `${clock}/${until}`, by);
}

function isClockAlone(fields: Fields): boolean {
  return fields.hour !== undefined && Object.keys(fields).every((key) => clockKeys.has(key));
}

const clockKeys: ReadonlySet<string> = new Set(['hour', 'minute', 'second', 'part', 'ambiguous', 'placed']);

/** Tuesday afternoons, Friday mornings. */
function weekdayParts(lexemes: Lexemes, at: number): Reading | null {
  const [weekday, part] = [valueAt(lexemes, at, 'weekday'), valueAt(lexemes, at + 1, 'daypart')];
  if (weekday === null || part === null || !/^(?:morning|afternoon|evening|night)s$/.test(lexemes[at + 1]?.word ?? ''))
    return null;
  return set(at, at + 2, `XXXX-WXX-${weekday}T${part.slice(0, 2)}`, 'weekday-parts');
}

/** 19th of every month, the first day of each month. */
function dayOfEvery(lexemes: Lexemes, at: number): Reading | null {
  const number = lexemes[at]?.number;
  if (number?.role !== 'ordinal' || number.value === null || number.value > 31) return null;
  const of = unitAt(lexemes, at + 1, 'd') === 'D' ? at + 2 : at + 1;
  if (lexemes[of]?.kind !== 'of' || lexemes[of + 1]?.kind !== 'every' || unitAt(lexemes, of + 2, 'd') !== 'M')
    return null;
  return set(at, of + 3, `XXXX-XX-${pad(number.value)}`, 'day-of-every');
}

function set(first: number, next: number, value: string, by: string): Reading {
  return { first, next, shape: { kind: 'set', value }, by };
}

/** 每周三, 每晚, every Monday morning, every weekend, 每年春节. */
function everyNamed(lexemes: Lexemes, at: number): Reading | null {
  const point = pointAt(lexemes, at + 1);
  if (point === null) return null;
  const range = everyRange(lexemes, at, point);
  if (range !== null) return range;
  if (point.to !== null) return null;
  const value = recurring(point.fields);
  return value === null ? null : joinedSet(lexemes, at, point.next, value, 'every-named');
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A feast on one day of the calendar by its date; one that moves comes once a year. */
function yearly(holiday: string): string {
  const [, month = '', day = ''] = /^(\d+)-(\d+)$/.exec(holiday) ?? [];
  return month === '' ? 'XXXX' : `XXXX-${pad(Number(month))}-${pad(Number(day))}`;
}

/** The pattern that a date without its year stands for. */
function recurring(fields: Fields): string | null {
  if (fields.shift !== undefined || fields.year !== undefined || fields.segment !== undefined) return null;
  const { weekday, weekend, month, day, quarter, season, holiday } = fields;
  const clock = clockOf(fields);
  if (weekday !== undefined) return `XXXX-WXX-${weekday}${clock}`;
  if (weekend) return `XXXX-WXX-WE${clock}`;
  if (holiday !== undefined) return yearly(holiday);
  if (quarter !== undefined) return `XXXX-Q${quarter}`;
  if (season !== undefined) return `XXXX-${season}`;
  if (month !== undefined) return day === undefined ? `XXXX-${pad(month)}` : `XXXX-${pad(month)}-${pad(day)}${clock}`;
  return day === undefined ? (clock === '' ? null : `XXXX-XX-XX${clock}`) : `XXXX-XX-${pad(day)}${clock}`;
}

function clockOf({ hour, minute, part }: Fields): string {
  if (hour !== undefined) return minute === undefined ? `T${pad(hour)}` : `T${pad(hour)}:${pad(minute)}`;
  return part === undefined ? '' : `T${part.slice(0, 2)}`;
}

/** 每年, every month; with what is named behind it: 每年3月, 每月15日, 每天9时. */
function everyUnit(lexemes: Lexemes, at: number): Reading | null {
  const unit = unitAt(lexemes, at + 1, 'd') ?? unitAt(lexemes, at + 1, 'o');
  if (unit === null) return null;
  const plain = set(at, at + 2, values[unit], 'every');
  if (!['Y', 'M', 'W', 'D'].includes(unit)) return withClock(lexemes, plain, values[unit]);
  const point = lexemes[at + 2]?.isEnglish ? null : pointAt(lexemes, at + 2);
  const range = point === null ? null : everyRange(lexemes, at, point);
  if (range !== null && unit !== 'W') return range;
  const value = point === null || point.to !== null ? null : recurring(point.fields);
  const fits =
    value !== null &&
    (unit !== 'D' || value.startsWith('XXXX-XX-XXT')) &&
    (unit !== 'M' || value.startsWith('XXXX-XX-'));
  return point !== null && value !== null && fits && !isTooFine(unit, value)
    ? set(at, point.next, value, 'every-unit-named')
    : withClock(lexemes, plain, values[unit]);
}

/** 每年6月到8月, 每天9时至17时. */
function everyRange(lexemes: Lexemes, at: number, from: Point): Reading | null {
  const isJoined = from.to === null && lexemes[from.next]?.kind === 'joiner';
  const weekday = isJoined && from.fields.hour === undefined ? valueAt(lexemes, from.next + 1, 'weekday') : null;
  // 每周一至周五9时: the clock is not that of the last day alone.
  if (weekday !== null && recurring(from.fields)?.startsWith('XXXX-WXX-'))
    return joinedSet(lexemes, at, from.next + 2, `${recurring(from.fields)}/XXXX-WXX-${weekday}`, 'every-range');
  const to = isJoined ? pointAt(lexemes, from.next + 1) : null;
  const last = from.to ?? to?.fields;
  const ends = [recurring(from.fields), last === undefined ? null : recurring(last)];
  if (ends.includes(null)) return null;
  return set(at, to?.next ?? from.next, ends.join('/'), 'every-range');
}

function isTooFine(unit: Unit, value: string): boolean {
  return unit === 'W' && !value.startsWith('XXXX-WXX');
}

/** 每两年, every three weeks; every second year. */
function everyLength(lexemes: Lexemes, at: number): Reading | null {
  const length = lengthAt(lexemes, at + 1);
  if (length !== null && length.to === null)
    return set(
      at,
      length.next,
      length.length.amount === 1 ? values[length.length.unit] : length.length.iso,
      'every-length',
    );
  const ordinal = lexemes[at + 1]?.number?.role === 'ordinal' ? wholeAt(lexemes, at + 1) : null;
  const unit = unitAt(lexemes, at + 2, 'd');
  return ordinal !== null && unit !== null ? set(at, at + 3, `P${ordinal}${unit}`, 'every-nth') : null;
}

import {
  afterNth,
  afterThe,
  anyUnitAt,
  isKind,
  type Lexemes,
  type PartRule,
  part,
  rank,
  unitAt,
  valueAt,
  wholeAt,
} from './grammar.js';
import type { Fields, Nth, Unit } from './shapes.js';

/** second half, third quarter, 19th century, H1. */
const ordinalPart: PartRule = (lexemes, at) => {
  const number = lexemes[at]?.number;
  if (number?.role !== 'ordinal' || number.value === null) return null;
  const start = isHyphen(lexemes, at + 1) ? at + 2 : at + 1;
  const noun = lexemes[start];
  const n = number.value;
  if (noun?.value === 'half' && isOfOther(lexemes, start + 1)) return null;
  if (noun?.value === 'half' && n <= 2) return part({ half: n }, start + 1, rank.half, 'ordinal-half');
  if (noun?.kind !== 'unit' || !noun.isEnglish) return null;
  if (noun.value.startsWith('Q') && n <= 4) return part({ quarter: n }, start + 1, rank.half, 'ordinal-quarter');
  if (noun.value.startsWith('C')) return part({ century: n }, start + 1, rank.century, 'ordinal-century');
  return null;
};

/** the second half of the match: of what is no time. */
function isOfOther(lexemes: Lexemes, at: number): boolean {
  return isKind(lexemes, at, 'of') && isKind(lexemes, afterThe(lexemes, at + 1), 'other');
}

function isHyphen(lexemes: Lexemes, at: number): boolean {
  const lexeme = lexemes[at];
  const before = lexemes[at - 1];
  return lexeme?.kind === 'joiner' && lexeme.end - lexeme.start === 1 && !lexeme.spaced && before?.end === lexeme.start;
}

const nthUnits: readonly Unit[] = ['D', 'W', 'M', 'Q', 'Y', 'BD', 'WE'];

function nthOfUnit(unit: Unit, n: number): Nth | null {
  if (!nthUnits.includes(unit)) return null;
  return unit === 'BD' ? { unit: 'workday', n } : { unit, n };
}

/** What is counted in an nth: a weekday or a unit, with 个 before it; and the index behind. */
function countedAt(lexemes: Lexemes, at: number, n: number): { nth: Nth; next: number } | null {
  const start = lexemes[at]?.value === '个' ? at + 1 : at;
  const weekday = valueAt(lexemes, start, 'weekday');
  if (weekday !== null) return { nth: { unit: 'weekday', n, weekday: Number(weekday) }, next: start + 1 };
  if (isKind(lexemes, start, 'weekend')) return { nth: { unit: 'WE', n }, next: start + 1 };
  const unit = anyUnitAt(lexemes, start);
  const nth = unit === null ? null : nthOfUnit(unit, n);
  return nth === null ? null : { nth, next: start + 1 };
}

/** 第三周, 第一个星期一, 最后一天, 第十天: behind a year or a month. */
const chineseNth: PartRule = (lexemes, at, after) => {
  if (!isWhole(after) || after.nth !== undefined || lexemes[at]?.isEnglish) return null;
  const last = lexemes[at]?.kind === 'last';
  const start = last ? at + 1 : afterNth(lexemes, at);
  const isNth = start > at && !last;
  const first = lexemes[at]?.kind === 'first';
  if (!last && !isNth && !first) return null;
  const from = first ? at + 1 : start;
  const count = wholeAt(lexemes, from);
  const n = isNth ? count : 1;
  if (n === null || n < 1) return null;
  if (isNth) {
    const counted = countedAt(lexemes, from + 1, n);
    return counted && part({ nth: counted.nth }, counted.next, rank.week + 0.5, 'nth');
  }
  return edgeUnits(lexemes, from, last);
};

/** 最后五天, 前两周, 头三个月, 首月: so many from one end. */
function edgeUnits(lexemes: Lexemes, at: number, last: boolean): ReturnType<PartRule> {
  const count = wholeAt(lexemes, at) ?? 1;
  const start = wholeAt(lexemes, at) === null ? at : at + 1;
  const counted = countedAt(lexemes, start, last ? -count : 1);
  if (counted === null || count < 1) return null;
  const { nth, next } = counted;
  if (count === 1) return part({ nth }, next, rank.week + 0.5, 'nth');
  const end: Fields = { nth: { ...nth, n: last ? -1 : count } };
  return part({ nth }, next, rank.week + 0.5, last ? 'last-units' : 'first-units', end);
}

/** 前10天 of a month or year that stands before it. */
const frontUnits: PartRule = (lexemes, at, after) => {
  if (lexemes[at]?.kind !== 'front' || !isWhole(after) || after.nth !== undefined || wholeAt(lexemes, at + 1) === null)
    return null;
  return edgeUnits(lexemes, at + 1, false);
};

/** Whether the fields name a month, a quarter or a year. */
function isWhole(fields: Fields): boolean {
  if (fields.day !== undefined || fields.weekday !== undefined || fields.part !== undefined) return false;
  const { year, month, quarter, half, season, shift, holiday, decade } = fields;
  if (shift !== undefined) return shift.unit !== 'D' && shift.unit !== 'W';
  return [year, month, quarter, half, season, holiday, decade].some((field) => field !== undefined);
}

/** 第37周, week 31, week 10: a week by its number, of a year or alone. */
const weekNumber: PartRule = (lexemes, at, after) => {
  const isEnglish = unitAt(lexemes, at, 'd') === 'W' && lexemes[at]?.isEnglish && !/s$/.test(lexemes[at]?.word ?? '');
  const week = isEnglish ? wholeAt(lexemes, at + 1) : null;
  if (week === null || week < 1 || week > 53 || lexemes[at + 1]?.number?.role === 'ordinal') return null;
  if (after.month !== undefined || unitAt(lexemes, at + 2, 'd') !== null) return null;
  return part({ weekNumber: week }, at + 2, rank.week, 'week-number');
};

function isLast(lexemes: Lexemes, at: number): boolean {
  return lexemes[at]?.word === 'last' && isKind(lexemes, at, 'shift');
}

/** An English ordinal: first, 3rd, last, second to last; and the index behind it. */
export function ordinalAt(lexemes: Lexemes, at: number): { n: number; next: number } | null {
  const start = afterThe(lexemes, at);
  const lexeme = lexemes[start];
  if (isLast(lexemes, start)) return { n: -1, next: start + 1 };
  if (lexeme?.number?.role !== 'ordinal' || lexeme.number.value === null || lexeme.number.form === 'han') return null;
  const n = lexeme.number.value;
  return isLast(lexemes, start + 1) ? { n: -n, next: start + 2 } : { n, next: start + 1 };
}

/** first Monday, the last week, the first 2 weeks, 20th day: what `of` and a longer stretch must follow. */
export function englishNth(lexemes: Lexemes, at: number): { nth: Nth; to: Nth | null; next: number } | null {
  const ordinal = ordinalAt(lexemes, at);
  if (ordinal === null) return null;
  const count = lexemes[ordinal.next]?.number?.role === 'ordinal' ? null : wholeAt(lexemes, ordinal.next);
  if (count !== null && count > 1 && Math.abs(ordinal.n) === 1) {
    const last = ordinal.n < 0;
    const counted = countedAt(lexemes, ordinal.next + 1, last ? -count : 1);
    return counted && { nth: counted.nth, to: { ...counted.nth, n: last ? -1 : count }, next: counted.next };
  }
  const counted = countedAt(lexemes, ordinal.next, ordinal.n);
  return counted && { nth: counted.nth, to: null, next: counted.next };
}

/** Ordinal parts, each with the kinds of lexeme that it begins with. */
export const ordinalRules: readonly (readonly [rule: PartRule, kinds: string])[] = [
  [ordinalPart, 'number'],
  [chineseNth, 'nth first last'],
  [frontUnits, 'front'],
  [weekNumber, 'unit'],
];

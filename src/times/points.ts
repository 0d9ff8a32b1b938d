import { boundAt } from './bounds.js';
import { clockAt } from './clock.js';
import { dashedDate, dateInDigits, dayMonth, monthDay, spelledYear, yearFirst } from './dates-english.js';
import { joint, mayFollow, takesYear } from './english-order.js';
import { afterThe, anyUnitAt, isEmpty, isKind, type Lexemes, type Part, part, rank, valueAt } from './grammar.js';
import { afternoon } from './half-day.js';
import { lengthAt } from './lengths.js';
import { partAt } from './parts.js';
import { isLunarYear } from './parts-lunar.js';
import { englishNth, ordinalAt } from './parts-ordinal.js';
import type { Bound, Fields } from './shapes.js';

/** A date or time put together of parts, coarse to fine in Chinese, in either order in English. */
export interface Point {
  readonly fields: Fields;
  readonly to: Fields | null;
  readonly next: number;
  readonly by: string;
  readonly english: boolean;
  /** A bound inside the point: today before 4pm. */
  readonly bound: Bound | null;
}

/** The longest point that starts at `at`, whether or not it may stand alone. */
export function pointAt(lexemes: Lexemes, at: number): Point | null {
  const lunarYear = isLunarYear(lexemes, at);
  const start = lunarYear ? at + 1 : at;
  const first = anyPart(lexemes, start, {});
  if (first === null) return null;
  const { fields, to, next, by } = first;
  let point: Point = { fields, to, next, by, english: isEnglishPart(lexemes, start, first), bound: null };
  let last = first.rank;
  for (;;) {
    const step = nextPart(lexemes, point, last);
    if (step === null) break;
    const found = step.part;
    point = {
      fields: placed({ ...point.fields, ...found.fields }),
      to: found.to === null ? point.to && placed({ ...point.to, ...found.fields }) : { ...point.fields, ...found.to },
      next: found.next,
      by: `${point.by}+${found.by}`,
      english: point.english || isEnglishPart(lexemes, found.next - 1, found),
      bound: step.bound ?? point.bound,
    };
    last = found.rank;
  }
  if (!lunarYear) return point;
  return point.fields.month === undefined
    ? null
    : { ...point, fields: { ...point.fields, lunar: point.fields.lunar ?? 'plain' } };
}

/** English dates hold digits too; any Latin word in the part makes it English. */
function isEnglishPart(lexemes: Lexemes, at: number, { next }: Part): boolean {
  for (let i = at; i < next; i++) if (lexemes[i]?.isEnglish && lexemes[i]?.kind !== 'number') return true;
  return false;
}

/** 11 tonight: the part of the day that comes behind says which eleven it is. */
function placed(fields: Fields): Fields {
  const { ambiguous, ...rest } = fields;
  if (!ambiguous || rest.hour === undefined || rest.part === undefined) return fields;
  return { ...rest, hour: afternoon(rest.hour, rest.part) };
}

interface Step {
  readonly part: Part;
  readonly bound: Bound | null;
}

/** The next part of a point, behind whatever may stand between. */
function nextPart(lexemes: Lexemes, point: Point, last: number): Step | null {
  const at = point.next;
  const isAbout = isAboutClock(lexemes, at, point);
  const start = isKind(lexemes, at, 'de', 'zone') || isComma(lexemes, at, point) || isAbout ? at + 1 : at;
  if (!lexemes[start]?.isEnglish || start > at) {
    const found = anyPart(lexemes, start, point.fields);
    const fits =
      found !== null &&
      found.rank > last &&
      !clashes(point.fields, found.fields) &&
      !isOwnDate(lexemes, start, found) &&
      !(start > at && !isAbout && found.rank >= rank.segment) &&
      !(isAbout && found.fields.hour === undefined) &&
      !(isKind(lexemes, at, 'zone') && found.fields.hour === undefined && found.fields.part === undefined);
    if (fits && !point.english) return { part: found, bound: null };
  }
  return nextEnglish(lexemes, point);
}

/** 二零一六年，九月三号: the comma of a pause behind the year. */
function isComma(lexemes: Lexemes, at: number, { fields, english }: Point): boolean {
  if (english || lexemes[at]?.word !== ',' || fields.month !== undefined || fields.year === undefined) return false;
  return isKind(lexemes, at + 1, 'number') && anyUnitAt(lexemes, at + 2) === 'M';
}

/** 晚上|约|9时半: a word of nearness between the day or a part of it and the hour. */
function isAboutClock(lexemes: Lexemes, at: number, { fields, english }: Point): boolean {
  const isDay = fields.part !== undefined || fields.day !== undefined || fields.shift?.unit === 'D';
  return !english && isDay && fields.hour === undefined && isKind(lexemes, at, 'approx') && !lexemes[at]?.isEnglish;
}

/** 去年去年: a date that counts from the anchor of its own. */
function isOwnDate(lexemes: Lexemes, at: number, { fields }: Part): boolean {
  return fields.shift?.base === 'a' && fields.segment === undefined && lexemes[at]?.kind === 'ref';
}

/** Whether two parts speak of the same thing. */
function clashes(a: Fields, b: Fields): boolean {
  const keys = Object.keys(b) as (keyof Fields)[];
  if (a.season !== undefined && b.month !== undefined) return true;
  if (a.now || b.now) return true;
  return keys.some((key) => a[key] !== undefined && key !== 'part' && key !== 'ambiguous');
}

function hasDate({ year, month, day, shift, holiday, nth, season, quarter, half, segment, now }: Fields): boolean {
  const date = year ?? month ?? day ?? shift ?? holiday ?? nth ?? season ?? quarter ?? half ?? segment ?? now;
  return date !== undefined;
}

/** Kinds that a clock may begin with; a half and a quarter are words of their own. */
const clockKinds = new Set('number clock noon a between other unit'.split(' '));

function anyPart(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const kind = lexemes[at]?.kind ?? '';
  let best = partAt(lexemes, at, after);
  if (clockKinds.has(kind)) best = longer(best, clockAt(lexemes, at, after), at);
  if (kind === 'number' || kind === 'the') best = longer(best, dayMonth(lexemes, at, after), at);
  if (kind === 'month') best = longer(best, monthDay(lexemes, at), at);
  const isNth = kind === 'number' || kind === 'the' || kind === 'shift';
  if (isNth && isEmpty(after)) best = longer(best, nthOfWhole(lexemes, at), at);
  const isDate = kind === 'number' || kind === 'date' || kind === 'month';
  if (!isDate || hasDate(after)) return best;
  return longer(best, dateInDigits(lexemes, at) ?? dashedDate(lexemes, at) ?? yearFirst(lexemes, at), at);
}

/** The part that reaches further; of two as long, the second. */
function longer(best: Part | null, found: Part | null, at: number): Part | null {
  return found !== null && found.next >= (best?.next ?? at + 1) ? found : best;
}

/** first Monday of May, the last week of 2016, first 2 weeks of 2021, the 20th of next month. */
function nthOfWhole(lexemes: Lexemes, at: number): Part | null {
  const day = dayOfMonth(lexemes, at);
  if (day !== null) return day;
  const found = englishNth(lexemes, at);
  if (found === null) return null;
  const clock = clockAt(lexemes, found.next, { weekday: 1 }) ?? dayPart(lexemes, found.next);
  const behind = clock?.next ?? found.next;
  if (!isKind(lexemes, behind, 'of') && lexemes[behind]?.word !== 'in') return null;
  const whole = wholeAt(lexemes, behind + 1);
  if (whole === null) return null;
  const fields: Fields = { ...whole.fields, ...clock?.fields, nth: found.nth };
  const to: Fields | null =
    found.to !== null
      ? { ...whole.fields, nth: found.to }
      : clock?.to
        ? { ...whole.fields, ...clock.to, nth: found.nth }
        : null;
  return part(fields, whole.next, rank.weekday, 'nth-of', to);
}

function dayPart(lexemes: Lexemes, at: number): Part | null {
  const named = valueAt(lexemes, at, 'daypart');
  return named === null ? null : part({ part: named }, at + 1, rank.part, 'daypart');
}

/** The longer stretch behind `of` or `in`: May, 2016, next month, the month, this year. */
function wholeAt(lexemes: Lexemes, at: number): { fields: Fields; next: number } | null {
  const start = afterThe(lexemes, at);
  const unit = anyUnitAt(lexemes, start);
  if (start > at && unit !== null && ['Y', 'M', 'Q', 'W'].includes(unit))
    return { fields: { shift: { unit, by: 0, base: 'a' } }, next: start + 1 };
  const year = spelledYear(lexemes, start);
  if (year !== null) return { fields: { year: year.year }, next: year.next };
  const point = pointAt(lexemes, start);
  if (point === null || point.to !== null) return null;
  const { fields } = point;
  const isFine = [fields.day, fields.weekday, fields.hour, fields.part, fields.nth, fields.now].some(
    (field) => field !== undefined,
  );
  if (isFine || fields.shift?.unit === 'D') return null;
  return { fields, next: point.next };
}

/** the 20th of next month, the twenty third day of September, 20 of this month. */
function dayOfMonth(lexemes: Lexemes, at: number): Part | null {
  const ordinal = ordinalAt(lexemes, at);
  const plain = lexemes[at]?.number?.form === 'arabic' && lexemes[at]?.number?.value;
  const n = ordinal !== null && ordinal.n > 0 ? ordinal.n : typeof plain === 'number' ? plain : null;
  const next = ordinal?.next ?? at + 1;
  if (n === null || n < 1 || n > 31) return null;
  const of = anyUnitAt(lexemes, next) === 'D' && ordinal !== null ? next + 1 : next;
  if (!isKind(lexemes, of, 'of')) return null;
  const whole = wholeAt(lexemes, of + 1);
  const isMonth = whole !== null && (whole.fields.month !== undefined || whole.fields.shift?.unit === 'M');
  if (whole === null || !isMonth) return null;
  return part({ ...whole.fields, day: n }, whole.next, rank.day, 'day-of');
}

/** Skips the time zone behind a clock: 2 a.m. local time on Monday. */
function behindZone(lexemes: Lexemes, { fields, next }: Point): number {
  return fields.hour !== undefined && lexemes[next]?.kind === 'zone' ? next + 1 : next;
}

function nextEnglish(lexemes: Lexemes, point: Point): Step | null {
  const gap = joint(lexemes, behindZone(lexemes, point));
  const last = lexemes[point.next - 1];
  // 歐陽沐秋1985年: no Chinese season stands before its year.
  if (point.fields.season !== undefined && last?.isEnglish === false) return null;
  // 7月6日凌晨,2025年世俱杯: nor does a Chinese day.
  const year = /\p{Script=Han}$/u.test(last?.word ?? '') ? null : spelledYear(lexemes, gap.at, point.fields);
  if (year !== null && takesYear(point.fields) && (gap.by !== 'at' || isMonthIn(lexemes, gap.at, point.fields)))
    return { part: part({ year: year.year }, year.next, rank.year, 'bare-year'), bound: null };
  const later = feastLater(lexemes, gap.at, point.fields);
  if (later !== null) return { part: later, bound: null };
  const bound = boundAt(lexemes, gap.at);
  if (bound !== null) {
    const clock = clockAt(lexemes, bound.next, point.fields);
    const fits = clock !== null && hasDay(point.fields) && mayFollow(point.fields, clock.fields, 'at');
    return fits ? { part: clock, bound: bound.bound } : null;
  }
  const found =
    ofUnit(lexemes, gap.at, gap.by, point.fields) ??
    dayBehindWeekday(lexemes, gap.at, point.fields) ??
    anyPart(lexemes, gap.at, point.fields);
  if (found === null || clashes(point.fields, found.fields) || !mayFollow(point.fields, found.fields, gap.by))
    return null;
  return { part: found, bound: null };
}

/** Friday the 26th, Tue 13th, Sunday 31. */
function dayBehindWeekday(lexemes: Lexemes, at: number, fields: Fields): Part | null {
  const number = lexemes[at]?.number;
  const isOpen =
    fields.weekday !== undefined &&
    fields.day === undefined &&
    fields.month === undefined &&
    fields.shift === undefined;
  if (!isOpen || number?.value == null || number.value < 1 || number.value > 31 || number.form === 'han') return null;
  if (monthAt(lexemes, at + 1) || isKind(lexemes, at + 1, 'ampm', 'oclock', 'unit', 'shift')) return null;
  if (number.role !== 'ordinal') {
    const next = lexemes[at + 1];
    const ends =
      next === undefined ||
      (next.kind === 'mark' && /^[!.,?]$/.test(next.word)) ||
      (next.kind === 'between' && next.word === 'between');
    if (number.form !== 'arabic' || number.value < 13 || !ends) return null;
  }
  return part({ day: number.value }, at + 1, rank.day, 'numbered-weekday');
}

function monthAt(lexemes: Lexemes, at: number): boolean {
  return isKind(lexemes, at, 'month') || (isKind(lexemes, at, 'of') && isKind(lexemes, at + 1, 'month'));
}

/** Thanksgiving in three years. */
function feastLater(lexemes: Lexemes, at: number, { holiday, year }: Fields): Part | null {
  const length =
    holiday !== undefined && year === undefined && lexemes[at - 1]?.word === 'in' ? lengthAt(lexemes, at) : null;
  if (length?.length.unit !== 'Y' || length.length.amount === null) return null;
  return part({ shift: { unit: 'Y', by: length.length.amount, base: 'a' } }, length.next, rank.year, 'years-later');
}

/** April in 2016. */
function isMonthIn(lexemes: Lexemes, at: number, { month, day, hour, holiday }: Fields): boolean {
  if (lexemes[at - 1]?.word !== 'in' || hour !== undefined) return false;
  return holiday !== undefined || (month !== undefined && day === undefined);
}

function hasDay(fields: Fields): boolean {
  return (
    [fields.day, fields.weekday, fields.holiday, fields.nth].some((field) => field !== undefined) ||
    fields.shift?.unit === 'D'
  );
}

/** the end of the month: the unit now running. */
function ofUnit(lexemes: Lexemes, at: number, by: string, fields: Fields): Part | null {
  const unit = anyUnitAt(lexemes, at);
  const isPartOf = fields.segment !== undefined || fields.half !== undefined || fields.quarter !== undefined;
  if (by !== 'of' || !isPartOf || unit === null) return null;
  if (!['Y', 'M', 'W', 'Q', 'X', 'C'].includes(unit)) return null;
  if (lexemes[at - 1]?.kind !== 'the' && lexemes[at + 1]?.number != null) return null;
  return part({ shift: { unit, by: 0, base: 'a' } }, at + 1, rank.year, 'of-unit');
}

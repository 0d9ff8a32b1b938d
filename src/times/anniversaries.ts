import { isAgo } from './bounds.js';
import { conventions } from './conventions.js';
import { spelledYear } from './dates-english.js';
import { anyUnitAt, isKind, type Lexemes, valueAt } from './grammar.js';
import { lengthOf } from './length-values.js';
import { pointAt } from './points.js';
import { type Rule, reading } from './rules.js';
import type { Fields, Length, Unit } from './shapes.js';

/** 四年前的今天, a year ago today, 16年前的5月12日, two weeks ago on Monday: the day or month that lies so far back. */
export const agoOn: Rule = (lexemes, at, context) => {
  const read = context.lengthAt(at);
  if (read === null || read.to !== null || !isAgo(lexemes, read.next) || valueAt(lexemes, read.next, 'ago') === 'c')
    return null;
  const { length, next } = read;
  if (length.amount === null || length.approx || (length.months ?? conventions.longAgo) >= conventions.longAgo)
    return null;
  const english = lexemes[next]?.isEnglish ?? false;
  const start = isKind(lexemes, next + 1, 'de') ? next + 2 : next + 1;
  const running = runningAt(lexemes, start, english);
  if (running !== null) {
    const fields = backFrom(running.fields, length);
    return fields === null ? null : reading(at, running.next, { kind: 'point', fields, to: null }, 'ago-on');
  }
  const isLed = !english || lexemes[start]?.word === 'in' || lexemes[start]?.word === 'on';
  const named = isLed ? pointAt(lexemes, english ? start + 1 : start) : null;
  const fields = named === null || named.to !== null ? null : within(named.fields, length);
  if (named === null || fields === null) return null;
  return reading(at, named.next, { kind: 'point', fields, to: null }, 'ago-on');
};

/** today, 昨天, this month: what lies at the anchor. */
function runningAt(lexemes: Lexemes, at: number, english: boolean): { fields: Fields; next: number } | null {
  const [, unit, by] = /^([DM]) (-?\d) [ap]$/.exec(valueAt(lexemes, at, 'ref') ?? '') ?? [];
  if (unit !== undefined) return { fields: { shift: { unit: unit as Unit, by: Number(by), base: 'a' } }, next: at + 1 };
  const whole = english && valueAt(lexemes, at, 'shift') === '0' ? anyUnitAt(lexemes, at + 1) : null;
  if (whole !== 'M' && whole !== 'D') return null;
  return { fields: { shift: { unit: whole, by: 0, base: 'a' } }, next: at + 2 };
}

/** Steps back from today or from this month; a month is not so many days ago. */
function backFrom(fields: Fields, length: Length): Fields | null {
  const isWhole = length.months === 0 ? fields.shift?.unit === 'D' : Number.isInteger(length.amount);
  const isDays = 'XYQMFWD'.includes(length.unit);
  return isWhole && isDays ? { ...fields, steps: [{ length, direction: -1 }] } : null;
}

/** A month, season or feast of the year so far back, a weekday of the week; null where it says its year itself. */
function within(fields: Fields, { unit, amount }: Length): Fields | null {
  const { year, shift, which, decade, century, now, weekday, month, season, holiday, half, quarter } = fields;
  const isPlaced = [year, shift, which, decade, century, now].some((field) => field !== undefined);
  if (isPlaced || amount === null || !Number.isInteger(amount)) return null;
  if (unit === 'W') return weekday === undefined ? null : { ...fields, shift: { unit, by: -amount, base: 'a' } };
  const isNamed = [month, season, holiday, half, quarter].some((field) => field !== undefined);
  return unit === 'Y' && isNamed ? { ...fields, shift: { unit, by: -amount, base: 'a' } } : null;
}

/** this day last year, this day in 1969, 1969年的今天: today's date in another year. */
export const sameDay: Rule = (lexemes, at) => {
  const today: Fields = { shift: { unit: 'D', by: 0, base: 'a' } };
  if (lexemes[at]?.isEnglish) {
    if (valueAt(lexemes, at, 'shift') !== '0' || lexemes[at + 1]?.word !== 'day') return null;
    const year = lexemes[at + 2]?.word === 'in' ? spelledYear(lexemes, at + 3) : null;
    const back = valueAt(lexemes, at + 2, 'shift') === '-1' && anyUnitAt(lexemes, at + 3) === 'Y';
    if (!back && year === null) return null;
    const fields: Fields =
      year === null
        ? { ...today, steps: [{ length: lengthOf(1, 'Y'), direction: -1 }] }
        : { ...today, year: year.year };
    return reading(at, year?.next ?? at + 4, { kind: 'point', fields, to: null }, 'same-day');
  }
  const named = anyUnitAt(lexemes, at + 1) === 'Y' ? pointAt(lexemes, at) : null;
  if (named === null || named.fields.year === undefined || Object.keys(named.fields).length > 1) return null;
  const next = isKind(lexemes, named.next, 'de') ? named.next + 1 : named.next;
  if (valueAt(lexemes, next, 'ref') !== 'D 0 a' || named.to !== null) return null;
  return reading(at, next + 1, { kind: 'point', fields: { ...today, ...named.fields }, to: null }, 'same-day');
};

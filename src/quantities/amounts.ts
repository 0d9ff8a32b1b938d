import { type NumberMatch, numberAt } from '../numbers/numbers.js';
import { numeralOf } from '../numbers/numerals.js';
import { withMillions } from './millions.js';
import type { Page } from './page.js';
import { type UnitMatch, unitAfter } from './units.js';

/** One number, or the two ends of a range, with the unit behind. Offsets index the fold. */
export interface Amount {
  readonly start: number;
  /** End of the number, without the unit. */
  readonly numberEnd: number;
  readonly end: number;
  readonly first: NumberMatch;
  readonly last: NumberMatch | null;
  readonly unit: UnitMatch | null;
}

const joiners = /^(?:\s?[-–—−~〜～]{1,2}\s?|至|到|和|与|跟| to | and | or )/;

/** The amount that starts at `start` with the number `first`. A range needs a unit: 10000-25000 is none, 10000-25000张 is. */
export function amountAt(page: Page, start: number, number: NumberMatch): Amount {
  const first = withMillions(page, number);
  const unit = unitAfter(page, first.end);
  const range = first.role === 'ordinal' ? null : rangeAfter(page, start, first, unit);
  if (range !== null) return range;
  return { start, numberEnd: first.end, end: unit?.end ?? first.end, first, last: null, unit };
}

/** 2–3倍, 4.8%—5.2%, 3亿至5亿元, two to three times. */
function rangeAfter(page: Page, start: number, first: NumberMatch, unit: UnitMatch | null): Amount | null {
  const { folded, sentence } = page;
  const from = unit?.end ?? first.end;
  const joiner = joiners.exec(folded.slice(from, from + 5))?.[0];
  if (joiner === undefined) return null;
  const isBetween = /and|or/.test(joiner);
  if (isBetween && !/\bbetween (?:(?:minus|negative) )?$/i.test(folded.slice(Math.max(0, start - 18), start)))
    return null;
  const sign = /^[$€£¥]/.exec(folded.slice(from + joiner.length))?.[0] ?? '';
  const number = numberAt(folded, from + joiner.length + sign.length, sentence.end);
  const last = number === null ? null : withMillions(page, number);
  if (last === null || last.role === 'ordinal' || last.value === null || first.value === null) return null;
  const behind = unitAfter(page, last.end);
  if (unit !== null && unit.text !== behind?.text && unit.row.kind !== 'money') return null;
  const isFraction = first.role === 'percent' || last.role === 'percent';
  const hasScale = last.value >= 10000 && last.digits === null;
  const end = behind?.end ?? last.end;
  const isAnd = /[和与跟]/.test(joiner);
  if (isAnd && !/^(?:之间|间)/.test(folded.slice(end, end + 2))) return null;
  const isSure = isBetween || isAnd || /[~〜～]/.test(joiner);
  if (behind === null && !isFraction && !hasScale && !isSure && sign === '' && first.form === 'arabic') return null;
  return { start, numberEnd: last.end, end, first, last, unit: behind };
}

/** The low end of a range; the scale of the high end counts for both where the low one has none: 2-3万 is from 20000. */
export function lowOf(folded: string, first: NumberMatch, last: NumberMatch): number | null {
  const [low, high] = [first.value, last.value];
  if (low === null || high === null) return low;
  if (first.form === 'han' && last.form === 'han') return hanLow(folded, first, last, low, high);
  const mantissa = Number(/^\d+(?:\.\d+)?/.exec(folded.slice(last.start, last.end))?.[0] ?? Number.NaN);
  const isPlain = /^\d+(?:\.\d+)?$/.test(folded.slice(first.start, first.end));
  return isPlain && mantissa > 0 && high > mantissa && low <= mantissa
    ? Number((low * (high / mantissa)).toPrecision(15))
    : low;
}

/** 一百二十到一百五十万 is from 1200000, 两到三千 from 2000: 万 and 亿 count for both, and a unit for a digit before it. */
function hanLow(folded: string, first: NumberMatch, last: NumberMatch, low: number, high: number): number {
  const myriads = Array.from(/(?<![万亿兆])[万亿兆]*$/.exec(folded.slice(last.start, last.end))?.[0] ?? '');
  const factor = myriads.reduce((product, character) => product * (numeralOf(character)?.value ?? 1), 1);
  const isSmall = !/[万亿兆]/.test(folded.slice(first.start, first.end));
  if (factor > 1) return isSmall && low * factor < high ? low * factor : low;
  const unit =
    last.end - last.start === 2 && first.end - first.start === 1 ? numeralOf(folded[last.end - 1]) : undefined;
  return unit?.role === 'unit' && low * unit.value < high ? low * unit.value : low;
}

/** Whether a time begins the amount or ends it. */
export function isOverTime(page: Page, amount: Amount): boolean {
  return page.timeAt(amount.end - 1) !== undefined || page.timeAt(amount.start) !== undefined;
}

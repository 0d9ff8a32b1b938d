import type { Quantity } from '../document/types.js';
import type { NumberMatch } from '../numbers/numbers.js';
import { type Amount, lowOf } from './amounts.js';
import { type Beside, wordBeside } from './beside.js';
import { countedBehind } from './counted.js';
import type { Page } from './page.js';

/** A quantity whose unit is still to be cut out of the text. */
export interface Draft extends Quantity {
  readonly unitSpan: { readonly start: number; readonly end: number } | null;
  readonly ofSpan: { readonly start: number; readonly end: number } | null;
  /** The word beside the number that makes it a rough one or a bound. */
  readonly beside: Beside | null;
}

/** What a plain number must come to, to be passed or crossed as a mark. */
const smallestSum = 10000;

interface Numbers {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function numbersOf(page: Page, { first, last }: Amount, factor: number): Numbers {
  const by = (value: number | null): number | null =>
    value === null || factor === 1 ? value : Number((value * factor).toPrecision(15));
  if (last === null) return { value: by(first.value), low: by(first.low), high: by(first.high) };
  const [low, high] = [by(lowOf(page.folded, first, last)), by(last.value)];
  // 100至80: the range is the same either way.
  return low !== null && high !== null && low > high
    ? { value: null, low: high, high: low }
    : { value: null, low, high };
}

/** A quantity of the amount's numbers, times `factor`; `more` says what differs: its span, unit or value. */
export function draft(
  page: Page,
  amount: Amount,
  type: Draft['type'],
  by: string,
  more: Partial<Draft> = {},
  factor = 1,
): Draft {
  const { start, end, first } = amount;
  const span = { start: more.start ?? start, end: more.end ?? end };
  const numbers = numbersOf(page, amount, factor);
  const isSum = type === 'MONEY' || type === 'PERCENT' || (numbers.value ?? 0) >= smallestSum;
  const beside = wordBeside(page, span.start, span.end, isSum);
  return {
    type,
    ...numbers,
    unit: null,
    unitSpan: null,
    base: null,
    baseLow: null,
    baseHigh: null,
    baseUnit: null,
    of: null,
    ofSpan: type === 'MONEY' || type === 'ORDINAL' ? null : countedBehind(page, span.end),
    approx: first.approx || /[好上]/.test(page.folded[first.start - 1] ?? '') || beside !== null,
    beside,
    by: `quantities/${amount.last === null ? by : `${by}-range`}`,
    ...more,
    ...span,
  };
}

/** An amount of one number, without a unit. */
export function plainAmount(start: number, end: number, first: NumberMatch): Amount {
  return { start, numberEnd: end, end, first, last: null, unit: null };
}

import type { NumberMatch } from '../numbers/numbers.js';
import { numberAt } from '../numbers/numbers.js';
import { amountAt, isOverTime } from './amounts.js';
import { baseOf } from './bases.js';
import { type Draft, draft, plainAmount } from './draft.js';
import { inPhrase, isNoQuantity } from './guards.js';
import { measured } from './measured.js';
import type { Page } from './page.js';
import { unitAfter } from './units.js';

/** 第三, 第三个, 第12届. */
export function chineseOrdinal(page: Page, at: number): Draft | null {
  const { folded, sentence } = page;
  if (folded[at] !== '第' || page.tokenAt(at)?.pos.startsWith('n')) return null;
  const number = numberAt(folded, at + 1, sentence.end);
  if (
    number === null ||
    number.value === null ||
    number.role !== 'cardinal' ||
    page.timeAt(number.end - 1) !== undefined
  )
    return null;
  const amount = amountAt(page, at, number);
  if (
    amount.last !== null ||
    isOverTime(page, amount) ||
    isNoQuantity(page, { ...amount, first: { ...number, form: 'arabic', digits: '1' }, unit: amount.unit })
  )
    return null;
  if (inPhrase(page, amount)) return null;
  const isClassifier = amount.unit?.row.kind === 'classifier';
  return draft(page, isClassifier ? amount : plainAmount(at, number.end, number), 'ORDINAL', 'ordinal', {
    unitSpan: isClassifier ? amount.unit : null,
  });
}

/** 首个, 首次, 首家: the first of its kind. */
export function firstOf(page: Page, at: number): Draft | null {
  const { folded } = page;
  if (
    folded[at] !== '首' ||
    !/[个次家批款例位届艘座条架颗项]/.test(folded[at + 1] ?? '') ||
    page.timeAt(at) !== undefined
  )
    return null;
  const token = page.tokenAt(at);
  if (token === undefined || token.start !== at || token.end > at + 2) return null;
  const number: NumberMatch = {
    start: at,
    end: at + 1,
    value: 1,
    low: null,
    high: null,
    approx: false,
    digits: null,
    form: 'han',
    role: 'ordinal',
  };
  return draft(page, plainAmount(at, at + 2, number), 'ORDINAL', 'first-of', {
    unitSpan: { start: at + 1, end: at + 2 },
  });
}

/** one in five, two out of three, 1 in 10. */
export function oneIn(page: Page, at: number, first: NumberMatch | null): Draft | null {
  const { folded, sentence } = page;
  if (first?.value == null || first.form === 'han' || first.role !== 'cardinal' || first.value > 9) return null;
  const joint = /^ (?:in every|in|out of every|out of) /.exec(folded.slice(first.end, first.end + 14))?.[0];
  if (joint === undefined || (first.value > 1 && joint === ' in ')) return null;
  const last = numberAt(folded, first.end + joint.length, sentence.end);
  if (last?.value == null || last.role !== 'cardinal' || !(last.value > first.value)) return null;
  if (page.timeAt(last.start) !== undefined || /[\w.$-]/.test(folded[at - 1] ?? '')) return null;
  const span = { start: at, end: last.end };
  const value = Number((first.value / last.value).toPrecision(15));
  const number: NumberMatch = { ...first, ...span, value, digits: null, role: 'fraction' };
  return draft(page, plainAmount(at, last.end, number), 'CARDINAL', 'one-in');
}

/** 半磅, 半公升, 半英里: half a unit of measure. */
export function halfUnit(page: Page, at: number): Draft | null {
  const { folded, tokenAt } = page;
  if (folded[at] !== '半' || page.timeAt(at) !== undefined) return null;
  const [token, unit] = [tokenAt(at), unitAfter(page, at + 1)];
  if (unit === null || unit.row.kind !== 'measure' || baseOf(unit.row.ucum) === null) return null;
  if (token === undefined || token.start !== at || (token.end > at + 1 && token.end !== unit.end)) return null;
  if (/[个一二两三四五六七八九十百千万\d多大过]/.test(folded[at - 1] ?? '')) return null;
  const number = halfNumber(at, at + 1);
  return measured(page, { start: at, numberEnd: at + 1, end: unit.end, first: number, last: null, unit });
}

function halfNumber(start: number, end: number): NumberMatch {
  return { start, end, value: 0.5, low: null, high: null, approx: false, digits: null, form: 'han', role: 'cardinal' };
}

/** 一半, 对折, 半成, half of. */
export function half(page: Page, at: number): Draft | null {
  const { folded, sentence } = page;
  if (!'半对一hH'.includes(folded.charAt(at))) return null;
  const tenth = /^(?:半成|对折)/.exec(folded.slice(at, at + 2))?.[0];
  if (tenth !== undefined && page.timeAt(at) === undefined) {
    const value = tenth === '对折' ? 50 : 5;
    const number = {
      ...{ start: at, end: at + 2, value, low: null, high: null, approx: false, digits: null },
      form: 'han',
      role: 'percent',
    } as const;
    return draft(page, plainAmount(at, at + 2, number), 'PERCENT', 'discount', { unit: '%' });
  }
  const match = /^(?:一半|half(?= (?:of|the|a|its|their|all)\b))/i.exec(folded.slice(at, at + 12))?.[0];
  if (
    match === undefined ||
    /[A-Za-z]/.test(folded[at - 1] ?? '') ||
    page.timeAt(at) !== undefined ||
    at < sentence.start
  )
    return null;
  const end = at + match.length;
  const number: NumberMatch = {
    start: at,
    end,
    value: 0.5,
    low: null,
    high: null,
    approx: false,
    digits: null,
    form: 'han',
    role: 'fraction',
  };
  return draft(page, plainAmount(at, end, number), 'CARDINAL', 'half');
}

import type { NumberMatch } from '../numbers/numbers.js';
import { numberAt } from '../numbers/numbers.js';
import { type Amount, amountAt, isOverTime } from './amounts.js';
import { isBare, minusBefore } from './bare.js';
import type { Beside } from './beside.js';
import { negated, withRest } from './compounds.js';
import type { LocalMoney } from './currency.js';
import { type Draft, draft } from './draft.js';
import { isNoQuantity } from './guards.js';
import { measured } from './measured.js';
import { money } from './money.js';
import type { Page } from './page.js';
import { signBefore } from './units.js';
import { chineseOrdinal, firstOf, half, halfUnit, oneIn } from './worded.js';

/** The quantity whose number starts at `at`, or null; `number` is the one that stands there. `local` gives the currency of a bare 元 or $. */
export function quantityAt(page: Page, at: number, number: NumberMatch | null, local: LocalMoney): Draft | null {
  const found = readAt(page, at, number, local);
  if (found === null) return null;
  const isMore = /[多余馀]/.test(page.folded.slice(found.start, found.end)) && found.approx;
  return bounded(found, found.beside, isMore);
}

function readAt(page: Page, at: number, number: NumberMatch | null, local: LocalMoney): Draft | null {
  const ordinal =
    chineseOrdinal(page, at) ?? firstOf(page, at) ?? half(page, at) ?? halfUnit(page, at) ?? oneIn(page, at, number);
  if (ordinal !== null) return ordinal;
  const start = goodMany(page, at);
  const first = decimalAt(page, at) ?? (start === at ? number : numberAt(page.folded, start, page.sentence.end));
  if (first === null || page.timeAt(first.end - 1) !== undefined) return null;
  const unsigned = scaled(page, withRest(page, amountAt(page, at, first)));
  const amount = signed(page, unsigned);
  if (isOverTime(page, amount) || (isGuarded(page, amount) && isNoQuantity(page, unsigned))) return null;
  if (first.form === 'english' && first.role === 'ordinal') return draft(page, amount, 'ORDINAL', 'ordinal');
  if (first.form === 'arabic' && first.role === 'ordinal') return draft(page, amount, 'ORDINAL', 'ordinal');
  return (
    tenths(page, amount) ??
    discount(page, amount) ??
    dozens(page, amount) ??
    money(page, amount, local) ??
    percent(page, amount) ??
    measured(page, amount) ??
    cardinal(page, amount)
  );
}

/** Neither alone in its sentence nor money by its sign: what the guards look at. */
function isGuarded(page: Page, amount: Amount): boolean {
  if (/^[万亿兆]+$/.test(page.folded.slice(amount.first.start, amount.numberEnd))) return true;
  return !isBare(page, amount) && !(amount.first.form === 'arabic' && signBefore(page, amount.start) !== null);
}

/** .5: a decimal without its zero. */
function decimalAt({ folded, sentence }: Page, at: number): NumberMatch | null {
  if (folded[at] !== '.') return null;
  const written = /^\.\d{1,9}(?![\d.])/.exec(folded.slice(at, at + 12))?.[0];
  if (written === undefined || at + written.length > sentence.end || /[\w.]/.test(folded[at - 1] ?? '')) return null;
  const span = { start: at, end: at + written.length };
  return {
    ...span,
    value: Number(written),
    low: null,
    high: null,
    approx: false,
    digits: null,
    form: 'arabic',
    role: 'cardinal',
  };
}

const scales: Readonly<Record<string, number>> = { w: 1e4, k: 1e3, K: 1e3, M: 1e6, G: 1e9, B: 1e9, T: 1e12 };

/** 1.2M, 30K, where nothing else stands in the sentence; elsewhere the letter belongs to a name or a unit. */
function scaled(page: Page, amount: Amount): Amount {
  const { first, last } = amount;
  const isWritten = first.form === 'arabic' || first.role === 'percent';
  if (!isWritten || first.value === null || last !== null) return amount;
  const suffix = /^ ?([kKMGBTw])(?![A-Za-z\d])/.exec(page.folded.slice(first.end, first.end + 3));
  const factor = scales[suffix?.[1] ?? ''];
  const end = first.end + (suffix?.[0].length ?? 0);
  if (suffix === null || factor === undefined || !isBare(page, { start: amount.start, end })) return amount;
  const value = Number((first.value * factor).toPrecision(15));
  return { ...amount, end, numberEnd: end, unit: null, first: { ...first, value, digits: null } };
}

/** 负三, -5, minus two: the sign is part of the number. */
function signed(page: Page, amount: Amount): Amount {
  const start = amount.first.role === 'ordinal' ? null : minusBefore(page, amount.start);
  return start === null ? amount : { ...amount, start, first: negated(amount.first) };
}

/** 好几百, 上千: 好 and 上 belong to the number. */
function goodMany({ folded }: Page, at: number): number {
  const next = folded[at + 1] ?? '';
  return (folded[at] === '好' && /[几多]/.test(next)) || (folded[at] === '上' && /[百千万亿]/.test(next)) ? at + 1 : at;
}

/** The value as the lower or upper bound that words make it: 逾200人, up to 50, 300多. */
function bounded(quantity: Draft, beside: Beside | null, isMore: boolean): Draft {
  const { value, low, high } = quantity;
  if (value === null || low !== null || high !== null || quantity.type === 'ORDINAL') return quantity;
  const bound = beside?.bound ?? (isMore ? 'low' : null);
  if (bound === null) return quantity;
  return { ...quantity, [bound]: value, [bound === 'low' ? 'baseLow' : 'baseHigh']: quantity.base };
}

/** 六成, 三成五, 一成半, 两三成. */
function tenths(page: Page, amount: Amount): Draft | null {
  const { unit, first } = amount;
  if (unit?.text !== '成' || first.role !== 'cardinal' || (first.value ?? first.high ?? 0) > 10) return null;
  const tail = page.folded[amount.end] ?? '';
  const digit = '一二三四五六七八九'.indexOf(tail) + 1;
  if (/[多余]/.test(tail))
    return draft(page, { ...amount, end: amount.end + 1 }, 'PERCENT', 'tenths', { unit: '%', approx: true }, 10);
  const more = tail === '半' ? 5 : tail === '' ? 0 : digit;
  if (more === 0 || amount.last !== null) return draft(page, amount, 'PERCENT', 'tenths', { unit: '%' }, 10);
  const value = (first.value ?? 0) * 10 + more;
  return draft(page, amount, 'PERCENT', 'tenths', { unit: '%', value, end: amount.end + 1 });
}

/** 五折, 七二折, 9.9折: a price in tenths or hundredths of the full one. */
function discount(page: Page, amount: Amount): Draft | null {
  const { unit, first } = amount;
  if (unit?.row.code !== '折' || first.value === null) return null;
  const value = first.value < 10 ? Number((first.value * 10).toPrecision(6)) : first.value;
  return draft(page, amount, 'PERCENT', 'discount', { unit: '%', value });
}

/** 两打, 3 dozens. */
function dozens(page: Page, amount: Amount): Draft | null {
  const { unit } = amount;
  return unit?.row.kind === 'dozen' ? draft(page, amount, 'CARDINAL', 'dozens', {}, unit.row.factor) : null;
}

/** 8.7%, 百分之十五, 4.2个百分点, 25个基点, 40 percent. */
function percent(page: Page, amount: Amount): Draft | null {
  const { unit, first } = amount;
  if (first.role === 'percent')
    return draft(page, { ...amount, end: amount.numberEnd }, 'PERCENT', 'percent', { unit: '%' });
  if (unit?.row.kind !== 'percent' || unit.text === '成') return null;
  const isPoint = unit.row.code !== '%';
  return draft(page, amount, 'PERCENT', 'percent', { unit: '%', unitSpan: isPoint ? unit : null }, unit.row.factor);
}

/** 18亿, 三分之一, a dozen. A bare 几 or 数 is none. */
function cardinal(page: Page, amount: Amount): Draft | null {
  const { first } = amount;
  if (first.form === 'han' && first.value === null && first.low === null) return null;
  return draft(
    page,
    { ...amount, end: amount.numberEnd },
    'CARDINAL',
    first.role === 'fraction' ? 'fraction' : 'cardinal',
  );
}

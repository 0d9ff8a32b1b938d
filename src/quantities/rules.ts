import type { NumberMatch } from '../numbers/numbers.js';
import { numberAt } from '../numbers/numbers.js';
import { type Amount, amountAt, lowOf } from './amounts.js';
import { isBare, minusBefore } from './bare.js';
import { baseOf, inBase } from './bases.js';
import { type Beside, wordBeside } from './bounds.js';
import { negated, withRest } from './compounds.js';
import { countedBehind } from './counted.js';
import { inPhrase, isNoQuantity } from './guards.js';
import type { Draft } from './index.js';
import type { Page } from './page.js';
import { signBefore, unitAfter } from './units.js';

/** The quantity whose number starts at `at`, or null; `number` is the one that stands there. `local` gives the currency of a bare 元. */
export function quantityAt(page: Page, at: number, number: NumberMatch | null, local: () => string): Draft | null {
  const found = readAt(page, at, number, local);
  if (found === null) return null;
  const isMore = /[多余馀]/.test(page.folded.slice(found.start, found.end)) && found.approx;
  return bounded(found, found.beside, isMore);
}

function readAt(page: Page, at: number, number: NumberMatch | null, local: () => string): Draft | null {
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

function isOverTime(page: Page, amount: Amount): boolean {
  return page.timeAt(amount.end - 1) !== undefined || page.timeAt(amount.start) !== undefined;
}

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

function draft(
  page: Page,
  amount: Amount,
  type: Draft['type'],
  by: string,
  more: Partial<Draft> = {},
  factor = 1,
): Draft {
  const { start, end, first } = amount;
  const span = { start: more.start ?? start, end: more.end ?? end };
  const beside = wordBeside(page, span.start, span.end);
  return {
    type,
    ...numbersOf(page, amount, factor),
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

/** $1.2 billion, 5亿美元, 人民币300万元, 3.8亿元. */
function money(page: Page, amount: Amount, local: () => string): Draft | null {
  const { unit, first } = amount;
  if (first.role === 'percent' || first.role === 'fraction') return null;
  const sign = signBefore(page, amount.start);
  if (unit?.text === '块' && isPiece(page, unit.end))
    return draft(page, amount, 'QUANTITY', 'classifier', { unitSpan: unit });
  const isMoney = unit?.row.kind === 'money' && !(sign !== null && isNextSign(page, unit.end));
  if (sign === null && !isMoney) return null;
  if (sign !== null && unit !== null && !isMoney && unit.row.kind !== 'classifier')
    return scaleOfMoney(page, amount, sign);
  const code = unit !== null && isMoney && unit.row.code !== 'LOCAL' ? unit.row.code : (sign?.code ?? local());
  const scale = isMoney ? scaleBehind(page, amount.end) : null;
  const end = scale?.end ?? (isMoney ? amount.end : amount.numberEnd);
  const factor = (isMoney ? unit.row.factor : 1) * (scale?.factor ?? 1);
  return draft(page, { ...amount, end }, 'MONEY', 'money', { unit: code, start: sign?.start ?? amount.start }, factor);
}

/** rmb 10 usd 20: the code goes with the number behind it. */
function isNextSign({ folded }: Page, end: number): boolean {
  return /^ ?\d/.test(folded.slice(end, end + 2));
}

const moneyScales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

/** 75 USD million: the scale behind the currency. */
function scaleBehind({ folded }: Page, end: number): { factor: number; end: number } | null {
  const match = /^ (thousand|million|billion|trillion)\b/i.exec(folded.slice(end, end + 10));
  const factor = moneyScales[match?.[1]?.toLowerCase() ?? ''];
  return match === null || factor === undefined ? null : { factor, end: end + match[0].length };
}

/** 三块蛋糕 are pieces; 三块 alone and 三块钱 are money. */
function isPiece({ folded, tokenAt }: Page, end: number): boolean {
  const next = tokenAt(end);
  return next?.start === end && /^(?:n|v|a|b|d|的)/.test(next.pos) && folded[end] !== '钱';
}

/** $5m, £3b, $20k: a letter that scales money. */
function scaleOfMoney(page: Page, amount: Amount, sign: { code: string; start: number }): Draft {
  const factor =
    amount.unit?.start === amount.numberEnd
      ? ({ m: 1e6, b: 1e9, t: 1e12 }[amount.unit.text.toLowerCase()] ?? null)
      : null;
  const end = factor === null ? amount.numberEnd : amount.end;
  return draft(page, { ...amount, end }, 'MONEY', 'money', { unit: sign.code, start: sign.start }, factor ?? 1);
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

/** 300个, 2.5吨, 30倍, two to three times. */
function measured(page: Page, amount: Amount): Draft | null {
  const { unit, first } = amount;
  if (unit === null || first.role === 'fraction' || unit.row.kind === 'percent' || unit.row.kind === 'money')
    return null;
  const base = baseOf(unit.row.ucum);
  const quantity = draft(page, amount, 'QUANTITY', unit.row.kind, { unitSpan: unit });
  if (base === null) return quantity;
  const converted = (value: number | null): number | null => (value === null ? null : inBase(value, base));
  const { value, low, high } = quantity;
  return {
    ...quantity,
    ...{ base: converted(value), baseLow: converted(low), baseHigh: converted(high), baseUnit: base.unit },
  };
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

function plainAmount(start: number, end: number, first: NumberMatch): Amount {
  return { start, numberEnd: end, end, first, last: null, unit: null };
}

/** 第三, 第三个, 第12届. */
function chineseOrdinal(page: Page, at: number): Draft | null {
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
function firstOf(page: Page, at: number): Draft | null {
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
function oneIn(page: Page, at: number, first: NumberMatch | null): Draft | null {
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
function halfUnit(page: Page, at: number): Draft | null {
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
function half(page: Page, at: number): Draft | null {
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

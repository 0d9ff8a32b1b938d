import { type NumberMatch, numberAt } from '../numbers/numbers.js';
import type { Amount } from './amounts.js';
import { baseOf } from './bases.js';
import { isOpen } from './currency.js';
import type { Page } from './page.js';
import { type UnitMatch, unitAfter } from './units.js';

/** What follows a unit and belongs to the same amount: its number in that unit, and where it ends. */
interface Rest {
  readonly value: number;
  readonly end: number;
}

/**
 * Takes in what goes on behind the unit: 两米半, 三斤半, 五元三毛, 3斤5两, 3 dollars 50 cents, 6 feet 2 inches. The
 * amount is then in the first unit.
 */
export function withRest(page: Page, amount: Amount): Amount {
  const { unit, first, last } = amount;
  const isPlain = unit !== null && last === null && first.value !== null && first.role === 'cardinal';
  if (!isPlain || unit.row.kind === 'percent' || first.value === null) return amount;
  const rest = halfAfter(page, unit) ?? finerAfter(page, unit) ?? digitAfter(page, unit) ?? centsAfter(page, unit);
  if (rest === null) return amount;
  const value = Number((first.value + rest.value).toPrecision(15));
  return { ...amount, end: rest.end, first: { ...first, value, digits: null } };
}

/** 三斤半, 两块半: half of the unit, where no word goes on with 半. */
function halfAfter({ folded, tokenAt }: Page, unit: UnitMatch): Rest | null {
  if (folded[unit.end] !== '半' || unit.row.kind === 'classifier') return null;
  const token = tokenAt(unit.end);
  const goesOn = token !== undefined && token.start === unit.end && token.end > unit.end + 1;
  return goesOn ? null : { value: 0.5, end: unit.end + 1 };
}

const joint = /^(?:又|零|[, ]{0,2}(?:and )?)/;

/** 五元三毛, 六斤八两, 3 dollars and 50 cents: a finer unit of the same kind. */
function finerAfter(page: Page, unit: UnitMatch): Rest | null {
  const { folded, sentence } = page;
  const gap = joint.exec(folded.slice(unit.end, unit.end + 6))?.[0] ?? '';
  const number = numberAt(folded, unit.end + gap.length, sentence.end);
  if (number?.value == null || number.role !== 'cardinal' || number.approx) return null;
  const finer = fenAfter(page, unit, number.end) ?? unitAfter(page, number.end);
  const share = finer === null ? null : shareOf(unit, finer);
  if (share === null || finer === null || number.value * share >= 1) return null;
  const more = finerAfter(page, finer);
  const value = number.value * share + (more === null ? 0 : more.value * share);
  return { value, end: more?.end ?? finer.end };
}

/** 1角1分, 三元五分: 分 behind money is a hundredth of its unit. */
function fenAfter({ folded }: Page, unit: UnitMatch, at: number): UnitMatch | null {
  if (unit.row.kind !== 'money' || folded[at] !== '分' || folded[at + 1] === '之') return null;
  const row = { kind: 'money', code: unit.row.code, factor: 0.01, ucum: '' };
  return { row, text: '分', start: at, end: at + 1 };
}

/** How much of `unit` one `finer` is, where both measure the same thing. */
function shareOf(unit: UnitMatch, finer: UnitMatch): number | null {
  if (unit.row.kind === 'money' && finer.row.kind === 'money') {
    const isSame = unit.row.code === finer.row.code || isOpen(finer.row.code) || isOpen(unit.row.code);
    return isSame && finer.row.factor < unit.row.factor ? finer.row.factor / unit.row.factor : null;
  }
  const [whole, part] = [baseOf(unit.row.ucum), baseOf(finer.row.ucum)];
  if (whole === null || part === null || whole.unit !== part.unit || whole.offset !== 0) return null;
  return part.factor < whole.factor ? part.factor / whole.factor : null;
}

/** 15 dollars 50, 17 USD 25. */
function centsAfter({ folded }: Page, unit: UnitMatch): Rest | null {
  if (unit.row.kind !== 'money' || unit.row.factor !== 1 || !/[a-z]$/i.test(unit.text)) return null;
  const cents = /^ (\d\d)(?=$|[.,;!?)](?!\d)| more\b)/.exec(folded.slice(unit.end, unit.end + 9))?.[1];
  return cents === undefined ? null : { value: Number(cents) / 100, end: unit.end + 3 };
}

/** 三块五, 三米九, 两毛五: one digit counts tenths. */
function digitAfter({ folded, tokenAt }: Page, unit: UnitMatch): Rest | null {
  const digit = '一二三四五六七八九'.indexOf(folded[unit.end] ?? ' ') + 1;
  const isTenths = /^[米块毛元蚊斤]$/.test(unit.text);
  if (digit === 0 || !isTenths || /[\p{L}\d]/u.test(folded[unit.end + 1] ?? '')) return null;
  const token = tokenAt(unit.end);
  return token !== undefined && token.end > unit.end + 1 ? null : { value: digit / 10, end: unit.end + 1 };
}

/** Turns the sign of a number. */
export function negated(number: NumberMatch): NumberMatch {
  const { value, low, high } = number;
  return {
    ...number,
    value: value === null ? null : -value,
    low: high === null ? null : -high,
    high: low === null ? null : -low,
    digits: null,
  };
}

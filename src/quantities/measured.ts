import type { Amount } from './amounts.js';
import { baseOf, inBase } from './bases.js';
import { type Draft, draft } from './draft.js';
import type { Page } from './page.js';

/** 300个, 2.5吨, 30倍, two to three times. */
export function measured(page: Page, amount: Amount): Draft | null {
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

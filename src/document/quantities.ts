import type { Span } from './span.js';

export const quantityTypes = ['CARDINAL', 'ORDINAL', 'PERCENT', 'MONEY', 'QUANTITY'] as const;
export type QuantityType = (typeof quantityTypes)[number];

export interface Quantity extends Span {
  readonly type: QuantityType;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly approx: boolean;
  /** The value, or the bounds, in the base unit of what is measured, and the UCUM code of that unit. */
  readonly base: number | null;
  readonly baseLow: number | null;
  readonly baseHigh: number | null;
  readonly baseUnit: string | null;
  /** What is counted or measured, as the article writes it. */
  readonly of: string | null;
  readonly by: string;
}

import type { Span } from '../document/span.js';

export type NumberForm = 'arabic' | 'han' | 'english';
export type NumberRole = 'cardinal' | 'ordinal' | 'fraction' | 'percent';

/**
 * A number as read from the fold. `value` is null where the words leave it open (数百, dozens); `low` and `high` bound it
 * where they say so. A percent has its value in hundredths (百分之五 is 5).
 */
export interface NumberMatch extends Span {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether a word inside the span makes it vague: 多, 余, 几, 数, dozens. */
  readonly approx: boolean;
  /** The digits one by one where it is written without units: "2023", "05", 二〇二三 as "2023"; else null. */
  readonly digits: string | null;
  readonly form: NumberForm;
  readonly role: NumberRole;
}

/** The exact number `value` at `span`. */
export function exactly(
  span: Span,
  value: number,
  form: NumberForm,
  more: Partial<Pick<NumberMatch, 'digits' | 'role' | 'approx'>> = {},
): NumberMatch {
  const { start, end } = span;
  return { start, end, value, low: null, high: null, approx: false, digits: null, form, role: 'cardinal', ...more };
}

/** A number between `low` and `high`; an exact one where the two are the same. */
export function between(
  span: Span,
  low: number | null,
  high: number | null,
  form: NumberForm,
  approx: boolean,
): NumberMatch {
  if (low !== null && low === high) return exactly(span, low, form, { approx });
  return { ...exactly(span, 0, form, { approx }), value: null, low, high };
}

/** Rounds away what binary fractions add to a product: 73.3 × 10⁸ is 7330000000. */
export function times(a: number, b: number): number {
  const product = a * b;
  return Number.isInteger(product) && product > 0 && product < 1e15 ? product : Number(product.toPrecision(15));
}

import type { Span } from './span.js';

export const quotationClasses = ['direct', 'mixed', 'scare', 'title', 'term', 'slogan'] as const;
export type QuotationClass = (typeof quotationClasses)[number];

/** Words between quotation marks, without the marks: what they are, and why they were taken for that. */
export interface Quotation extends Span {
  readonly kind: QuotationClass;
  /** The frame that attributes it, or what speaks against speech. */
  readonly reason: string;
  /** 0 for an outermost quotation. */
  readonly depth: number;
  /** No closing mark was found: the end of the paragraph closed it. */
  readonly unbalanced: boolean;
}

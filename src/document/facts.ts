import type { Span } from './span.js';

/** A part of a fact, with the entity (an index) that it names. */
export interface FactPart extends Span {
  readonly entity: number | null;
}

/** Who did what, or how much there is of what; its own span is the clause. Indexes point into the layers of the name. */
export interface Fact extends Span {
  readonly claim: number;
  readonly subject: FactPart;
  /** The verb as it stands (empty where none does), and the form that is the same in every row. */
  readonly predicate: Span & { readonly lemma: string };
  readonly object: FactPart | null;
  readonly time: number | null;
  readonly quantity: number | null;
  readonly rule: string;
}

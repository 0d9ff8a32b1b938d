import type { Alignment, Replacement } from './alignment.js';
import type { Article } from './article.js';
import type { Claim } from './claims.js';
import type { Entity } from './entities.js';
import type { Fact } from './facts.js';
import type { DocumentLanguage, Script } from './languages.js';
import type { Mention } from './mentions.js';
import type { Quantity } from './quantities.js';
import type { Quotation } from './quotations.js';
import type { Repair } from './repairs.js';
import type { Sentence, Token } from './sentences.js';
import type { Span } from './span.js';
import type { Timex } from './times.js';
import type { UserName, UserWordSpan } from './user-names.js';

// One place to import the types of every layer from.
export { type RepairKind, repairKinds } from './alignment.js';
export * from './article.js';
export * from './claims.js';
export * from './entities.js';
export * from './facts.js';
export * from './languages.js';
export * from './mentions.js';
export * from './quantities.js';
export * from './quotations.js';
export type { Repair } from './repairs.js';
export * from './sentences.js';
export * from './times.js';
export * from './user-names.js';

/** Something worth telling about an article that did not stop its annotation. */
export interface Diagnostic {
  readonly code: `${string}/${string}`;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly span: Span | null;
}

/** Every layer that a stage may add. A new layer is one new line here. */
export interface Layers {
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly times: readonly Timex[];
  readonly quantities: readonly Quantity[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  readonly quotations: readonly Quotation[];
  readonly facts: readonly Fact[];
}
export type LayerName = keyof Layers;

/** The article after the rewriters: its text is settled. `folded` has the same length as `text` in UTF-16 units. */
export interface Settled {
  readonly article: Article;
  readonly raw: string;
  readonly text: string;
  readonly folded: string;
  readonly alignment: Alignment<Replacement>;
  readonly repairs: readonly Repair[];
  readonly script: Script;
  readonly language: DocumentLanguage;
  /** The names and words of the user's that stand in the text, in order, none overlapping another of its kind. */
  readonly userNames: readonly UserName[];
  readonly userWords: readonly UserWordSpan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A document whose type says which layers it carries: `Document<'tokens' | 'mentions'>`. */
export type Document<L extends LayerName = never> = Settled & Pick<Layers, L>;

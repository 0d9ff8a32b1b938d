import type { Span } from '../document/span.js';
import type { CueType, QuoteKind, SourceKind, SourceStatus, Stance } from '../document/types.js';

/** Who is behind a content, before it is linked to an entity. */
export interface SourcePhrase extends Span {
  readonly kind: SourceKind;
  readonly status: SourceStatus;
}

/** What a frame found: a content with its source and its cue. Its own span is the content. */
export interface Attribution extends Span {
  readonly source: SourcePhrase | null;
  readonly cue: (Span & { readonly type: CueType }) | null;
  readonly quote: QuoteKind;
  readonly stance: Stance;
  readonly negated: boolean;
  readonly rule: string;
  readonly confidence: number;
  /** The stretch that source, cue and content fill together; the author says the rest. Null where the content is a part of the author's own clause. */
  readonly extent: Span | null;
}

/** Whether somebody who is reported or quoted himself has said so: whoever goes on is not he. */
export function isInner({ rule }: Pick<Attribution, 'rule'>): boolean {
  return rule === 'inner-report' || rule === 'inner-speech';
}

/** The same source, taken over by a later clause or sentence. */
export function carry(source: SourcePhrase | null): SourcePhrase | null {
  return source === null ? null : { ...source, status: source.status === 'pronoun' ? 'pronoun' : 'carried' };
}

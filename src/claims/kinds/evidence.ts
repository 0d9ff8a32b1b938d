import type { Span } from '../../document/span.js';
import type { CueType, Mention, Quantity, QuoteKind, Timex, Token } from '../../document/types.js';
import type { ScannedText } from '../words.js';

/** What the kinds of a content are read from. */
export interface KindEvidence {
  /** The lower-cased fold. */
  readonly words: ScannedText;
  readonly content: Span;
  readonly tokens: readonly Token[];
  readonly times: readonly Timex[];
  readonly quantities: readonly Quantity[];
  readonly mentions: readonly Mention[];
  /** Names and the quotations that only name something inside the content; their words do not count. */
  readonly quoted: readonly Span[];
  /** ISO date of publication, or null. */
  readonly published: string | null;
  readonly quote: QuoteKind;
  /** The cue word in the lower-cased fold, or ''. */
  readonly cue: string;
  readonly cueType: CueType | null;
}

/** Takes the value of a feature by its name; 0 says nothing. */
export type AddFeature = (name: string, value: number) => void;

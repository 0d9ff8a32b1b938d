import type { EntityType } from './mentions.js';
import type { Span } from './span.js';

/** A name that the user gave in a lexicon of his own; `key` tells it from all others. */
export interface UserEntry {
  readonly key: string;
  readonly name: string;
  readonly type: EntityType;
  readonly en: string | null;
  readonly zhHant: string | null;
  readonly zhHans: string | null;
  readonly wikidata: string | null;
  readonly ticker: string | null;
}

/** A form of such a name in the text. */
export interface UserName extends Span {
  readonly entry: UserEntry;
}

/** A word of the user's in the text, which is not cut; `pos` is its tag. */
export interface UserWordSpan extends Span {
  readonly pos: string;
}

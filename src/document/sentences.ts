import type { LanguageCode, Script } from './languages.js';
import type { Span } from './span.js';

/**
 * What a sentence is in its article: the text itself (body, or a duplicate of earlier body), its furniture (heading,
 * section number, byline, caption, image credit, timestamp), or the page's (read-more tails, share buttons, related
 * links, notices). Only body and duplicate are read for claims.
 */
export const sentenceKinds = [
  'body',
  'heading',
  'section',
  'byline',
  'caption',
  'credit',
  'timestamp',
  'duplicate',
  'readmore',
  'share',
  'related',
  'notice',
] as const;
export type SentenceKind = (typeof sentenceKinds)[number];

export interface Sentence extends Span {
  /** 0-based number of the paragraph. */
  readonly paragraph: number;
  readonly kind: SentenceKind;
  readonly language: LanguageCode;
  /** Its own, or where its characters do not tell, that of its paragraph or of the document. */
  readonly script: Script;
}

/** A word of the fold. `pos` is jieba's tag in Chinese (nr, ns, v, m, eng, x …) and compromise's main tag in English. */
export interface Token extends Span {
  readonly pos: string;
}

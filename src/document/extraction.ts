import { type Alignment, rewrite } from './alignment.js';
import type { Span } from './span.js';

/** A stretch of the raw text that is no part of the article as it stands, and what is read in its place. */
export interface Passage extends Span<'raw'> {
  readonly replacement: string;
}

/**
 * The article's text before any repair, and how it lies in the raw text. The markup of a page is no damage, so taking
 * it out is no repair.
 */
export function extractText({
  text,
  extraction = [],
}: {
  readonly text: string;
  readonly extraction?: readonly Passage[];
}): {
  text: string;
  alignment: Alignment;
} {
  const edits = extraction.map(({ start, end, replacement }) => {
    return { start, end, replacement, kind: 'extraction', rule: 'html', confidence: 1 } as const;
  });
  return rewrite(text, [], edits);
}

import type { Span } from '../document/span.js';

/** The non-empty lines of a text, without the white space around them. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const lead = match[0].length - match[0].trimStart().length;
    const end = match.index + match[0].trimEnd().length;
    if (match.index + lead < end) paragraphs.push({ start: match.index + lead, end });
  }
  return paragraphs;
}

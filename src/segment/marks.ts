import type { Span } from '../document/span.js';

/** Whether a sentence ends with the marks from `mark` to `end`, behind which the closing quotes and brackets stand. */
export type EndTest = (folded: string, ending: Ending, paragraph: Span) => boolean;

/** A run of end marks with what closes behind it. */
export interface Ending {
  /** Offset of the first mark. */
  readonly mark: number;
  /** One past the last mark. */
  readonly marksEnd: number;
  /** One past the quotes and brackets that close behind the marks. */
  readonly end: number;
  /** Where the sentence began. */
  readonly start: number;
}

const closing = '”’"\')]}》〉】〕';
const endMarks = '。!?.…｡';

/** Where a run of end marks that begins at `at` ends, and where the quotes and brackets behind it end. */
export function endAfter(
  folded: string,
  at: number,
  limit: number,
): { readonly marksEnd: number; readonly end: number } {
  let marksEnd = at + 1;
  while (marksEnd < limit && endMarks.includes(folded.charAt(marksEnd))) marksEnd++;
  let end = marksEnd;
  while (end < limit && isClosing(folded.charAt(end))) end++;
  return { marksEnd, end };
}

/** Whether a character closes a quotation or a bracket. */
export function isClosing(character: string): boolean {
  return character !== '' && closing.includes(character);
}

/** The first offset from `at` on that is not white space. */
export function skipSpace(folded: string, at: number, limit: number): number {
  let start = at;
  while (start < limit && /\s/.test(folded.charAt(start))) start++;
  return start;
}

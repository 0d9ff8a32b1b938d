import type { Span } from '../document/span.js';
import type { LanguageCode } from '../document/types.js';
import { endAfter, skipSpace } from './marks.js';
import { chineseEnds } from './split-chinese.js';
import { endsEnglish } from './split-english.js';

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

/**
 * Splits a paragraph of the fold into sentences. A sentence ends after its end marks and the quotes or brackets that
 * close behind them; white space between sentences belongs to none. Linear in the length of the paragraph.
 */
export function splitParagraph(folded: string, paragraph: Span, language: LanguageCode): Span[] {
  const isEnd: EndTest = language === 'en' ? endsEnglish : chineseEnds(folded, paragraph);
  const marks = language === 'en' ? '.!?。' : '。!?.｡';
  const sentences: Span[] = [];
  let start = paragraph.start;
  for (let at = paragraph.start; at < paragraph.end; at++) {
    if (!marks.includes(folded.charAt(at))) continue;
    const ending = { start, mark: at, ...endAfter(folded, at, paragraph.end) };
    at = ending.end - 1;
    if (!isEnd(folded, ending, paragraph)) continue;
    sentences.push({ start, end: ending.end });
    start = skipSpace(folded, ending.end, paragraph.end);
    at = start - 1;
  }
  if (start < paragraph.end) sentences.push({ start, end: paragraph.end });
  return sentences;
}

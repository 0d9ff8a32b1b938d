import type { Span } from '../document/span.js';
import type { LanguageCode } from '../document/types.js';
import { holdsHan } from '../text/han.js';
import { matchesOf } from '../text/matches.js';
import { findLostStops } from './lost-stops.js';
import { type EndTest, endAfter, skipSpace } from './marks.js';
import { chineseEnds } from './split-chinese.js';
import { endsEnglish } from './split-english.js';

/**
 * Splits a paragraph of the fold into sentences. A sentence ends after its end marks and the quotes or brackets that
 * close behind them; white space between sentences belongs to none. What goes on for thousands of characters without an end is
 * no sentence, and is cut behind a comma or space. `lost` is where sentences end whose stop is lost. Linear in the length of the paragraph.
 */
export function splitParagraph(
  folded: string,
  paragraph: Span,
  language: LanguageCode,
  lost: readonly number[] = findLostStops(folded, paragraph, language),
): Span[] {
  const isEnd = language === 'en' ? englishEnds(folded, paragraph) : chineseEnds(folded, paragraph);
  const marks = language === 'en' ? /[.!?。]/g : /[。!?.｡]/g;
  const sentences: Span[] = [];
  let [start, read, next] = [paragraph.start, paragraph.start, 0];
  const close = (end: number): void => {
    if (end <= start) return;
    sentences.push(...inPieces(folded, { start, end }));
    start = skipSpace(folded, end, paragraph.end);
  };
  const closeUpTo = (limit: number): void => {
    for (let end = lost[next]; end !== undefined && end <= limit; end = lost[++next])
      if (end - start >= shortestSentence) close(end);
  };
  for (const { index } of matchesOf(marks, folded.slice(paragraph.start, paragraph.end))) {
    const mark = paragraph.start + index;
    if (mark < read) continue;
    closeUpTo(mark);
    const ending = { start, mark, ...endAfter(folded, mark, paragraph.end) };
    read = ending.end;
    if (isEnd(folded, ending, paragraph)) close(ending.end);
  }
  closeUpTo(paragraph.end);
  close(paragraph.end);
  return sentences;
}

/** The test of sentence ends in an English paragraph: Chinese marks behind Han end as they do in a Chinese one. */
function englishEnds(folded: string, paragraph: Span): EndTest {
  if (!holdsHan(folded, paragraph.start, paragraph.end)) return endsEnglish;
  const endsChinese = chineseEnds(folded, paragraph);
  return (_, ending) => {
    const isChinese = folded.charAt(ending.mark) !== '.' && holdsHan(folded, ending.mark - 1, ending.mark);
    return (isChinese ? endsChinese : endsEnglish)(folded, ending, paragraph);
  };
}

/** Less before a lost stop is a label or the time of day (9:15 am The ferry sank). */
const shortestSentence = 12;
const longestSentence = 4000;

/** A sentence, or pieces of one that no reader would call so: of a table, a log, a text without full stops. */
function inPieces(folded: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > longestSentence) {
    const piece = folded.slice(from, from + longestSentence);
    const pause = Math.max(...[',', ';', '、', ' ', '\t'].map((mark) => piece.lastIndexOf(mark)));
    const whole = /[\ud800-\udbff]$/.test(piece) ? longestSentence - 1 : longestSentence;
    const to = from + (pause > 0 ? piece.slice(0, pause + 1).trimEnd().length : whole);
    pieces.push({ start: from, end: to });
    from = skipSpace(folded, to, end);
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

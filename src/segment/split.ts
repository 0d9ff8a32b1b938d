import type { Span } from '../document/span.js';
import type { LanguageCode } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';

const closing = '”’"\')]}》〉】〕';

/**
 * Splits a paragraph of the fold into sentences. A sentence ends after its end mark and the quotes or brackets that
 * close behind it; white space between sentences belongs to none.
 */
export function splitParagraph(folded: string, paragraph: Span, language: LanguageCode): Span[] {
  const ends = language === 'en' ? englishEnd : chineseEnd;
  const sentences: Span[] = [];
  let start = paragraph.start;
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const end = ends(folded, at, paragraph);
    if (end === null) continue;
    sentences.push({ start, end });
    start = skipSpace(folded, end, paragraph.end);
    at = start - 1;
  }
  if (start < paragraph.end) sentences.push({ start, end: paragraph.end });
  return sentences;
}

/** Where the sentence ends whose end mark stands at `at`, or null if none does. */
function chineseEnd(folded: string, at: number, paragraph: Span): number | null {
  const mark = folded[at] ?? '';
  if (!'。!?'.includes(mark)) return null;
  const end = pastClosing(folded, pastMarks(folded, at, paragraph.end), paragraph.end);
  // A mark inside a Latin word or a URL ends nothing, nor does one inside brackets or a title.
  if (mark !== '。' && /[A-Za-z0-9]/.test(folded[end] ?? '') && /[A-Za-z0-9=&/]/.test(folded[at - 1] ?? ''))
    return null;
  // “為什麼?”一詞: a quoted mark followed by the sentence's own words, with nothing that ends it.
  if (closing.includes(folded[end - 1] ?? '') && goesOn(folded, end)) return null;
  return end;
}

/** Whether a sentence goes on after a closing quote: a comma, a particle, or a speaker's clause follows. */
function goesOn(folded: string, end: number): boolean {
  return /^[,、;:的之是这那]/.test(folded.slice(end, end + 1));
}

function englishEnd(folded: string, at: number, paragraph: Span): number | null {
  const mark = folded[at] ?? '';
  if (!'.!?。'.includes(mark)) return null;
  const end = pastClosing(folded, pastMarks(folded, at, paragraph.end), paragraph.end);
  if (end >= paragraph.end) return paragraph.end;
  if (!/\s/.test(folded[end] ?? '')) return null;
  const next = folded[skipSpace(folded, end, paragraph.end)] ?? '';
  if (/[a-z]/.test(next)) return null;
  return mark === '.' && isAbbreviation(folded, at, paragraph.start) ? null : end;
}

/** Whether the full stop at `at` belongs to an initial (J.), to U.S., or to a word such as Mr. or Corp. */
function isAbbreviation(folded: string, at: number, from: number): boolean {
  let start = at;
  while (start > from && /[A-Za-z.]/.test(folded[start - 1] ?? '')) start--;
  const word = folded.slice(start, at);
  if (/^[A-Z]$/.test(word) || /^(?:[A-Za-z]\.)+[A-Za-z]$/.test(word)) return true;
  return openWords('abbreviations-en').has(word.toLowerCase());
}

function pastMarks(folded: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && '。!?.…'.includes(folded[end] ?? '')) end++;
  return end;
}

function pastClosing(folded: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && closing.includes(folded[end] ?? '')) end++;
  return end;
}

function skipSpace(folded: string, at: number, limit: number): number {
  let start = at;
  while (start < limit && /\s/.test(folded[start] ?? '')) start++;
  return start;
}

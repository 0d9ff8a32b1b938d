import type { Span } from '../document/span.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { type Ending, skipSpace } from './marks.js';

const longestAbbreviation = 12;
const longestTag = 60;
const longestWord = 24;

/** Whether an English sentence ends with these marks. */
export function endsEnglish(folded: string, { mark, marksEnd, end, start }: Ending, paragraph: Span): boolean {
  if (end >= paragraph.end) return true;
  if (!/[\s\p{Script=Han}]/u.test(folded.charAt(end)))
    return /[。｡]/.test(folded.charAt(mark)) || hasLostSpace(folded, mark, end, paragraph);
  const next = skipSpace(folded, end, paragraph.end);
  if (/[a-z]/.test(folded.charAt(next))) return startsWithBrand(folded, next) && folded.charAt(mark) !== '…';
  const dots = folded.charAt(mark) === '.';
  if (dots && marksEnd === mark + 1)
    return !(isListNumber(folded, mark, start) || isAbbreviated(folded, mark, end, next, paragraph));
  return !(end > marksEnd && !dots && isTagged(folded, next, paragraph));
}

/** Friday.The company said; “… trade.”Mr Lin: a word in small letters, the marks, and a word that opens sentences or stands behind a closed quotation. */
function hasLostSpace(folded: string, mark: number, end: number, paragraph: Span): boolean {
  const before = /(?<![./@\w-])[A-Za-z]?[a-z]+$/.test(
    folded.slice(Math.max(paragraph.start, mark - longestWord), mark),
  );
  const [, quote = '', word = ''] = /^([“‘]?)([A-Z][a-z]*)(?=[ ’])/.exec(folded.slice(end, end + longestWord)) ?? [];
  if (!before || word === '') return false;
  return folded.charAt(end - 1) === '”' || quote !== '' || openWords('sentence-openers-en').has(word.toLowerCase());
}

/** iPhone, eBay: a small letter that may open a sentence. */
function startsWithBrand(folded: string, at: number): boolean {
  return /^[a-z][A-Z][a-z]/.test(folded.slice(at, at + 3));
}

/** `1. The first`: the number of a list, at the start of what would be a sentence. */
function isListNumber(folded: string, mark: number, start: number): boolean {
  return mark - start <= 3 && /^(?:\d{1,3}|[ivx]{1,4}|[A-Za-z])$/.test(folded.slice(start, mark));
}

/** Whether the full stop belongs to an initial (J.), to U.S., or to a word such as Mr. or Corp., and the sentence goes on. */
function isAbbreviated(folded: string, mark: number, end: number, next: number, paragraph: Span): boolean {
  const word = wordBefore(folded, mark, paragraph.start);
  if (end > mark + 1 && !/[)\]]/.test(folded.charAt(end - 1))) return false;
  const role = openLexicon('abbreviations-en', ['word', 'role'], (row) => row.role).get(word.toLowerCase());
  if (role === 'before') return true;
  const isFigure = /\d/.test(folded.charAt(next));
  if (role === 'number') return isFigure || word.length <= 2;
  // 20°C., 36C., 5G.: a letter that a figure touches is a unit and no initial.
  const isInitial = /^[A-Z]$/.test(word) && !/(?:[\d°º]|[°º] )$/.test(folded.slice(Math.max(0, mark - 3), mark - 1));
  if (role === undefined && !isInitial && !/^(?:[A-Za-z]\.)+[A-Za-z]$/.test(word)) return false;
  // Corp. and U.S. end a sentence where an opener follows; `J. The` is an initial nowhere.
  const opener = /^["“‘'(]?[A-Z][a-z]*(?![A-Za-z])/.exec(folded.slice(next, next + 16))?.[0].replace(/^["“‘'(]/, '');
  return opener === undefined || !openWords('sentence-openers-en').has(opener.toLowerCase());
}

function wordBefore(folded: string, mark: number, from: number): string {
  let start = mark;
  while (start > from && mark - start < longestAbbreviation && /[A-Za-z.]/.test(folded.charAt(start - 1))) start--;
  return folded.slice(start, mark);
}

/** Whether the tag of a quotation follows: `Ada Okafor asked.` */
function isTagged(folded: string, next: number, paragraph: Span): boolean {
  const tag = folded.slice(next, Math.min(paragraph.end, next + longestTag));
  const words = tag.split(/\s+/, 5).map((word) => word.replace(/[^A-Za-z].*$/, ''));
  const verb = words.findIndex((word) => openWords('speech-tags-en').has(word));
  if (verb < 1 || !words.slice(0, verb).every((word) => /^[A-Z]/.test(word) || word === 'the')) return false;
  return !openWords('sentence-openers-en').has((words[0] ?? '').toLowerCase());
}

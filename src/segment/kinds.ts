import type { Span } from '../document/span.js';
import type { SentenceKind } from '../document/types.js';
import { fold } from '../script/fold.js';
import { coveredByEarlier } from './duplicates.js';
import { furnitureKind, mayBeLink } from './furniture.js';

const headingLimit = 60;

/**
 * The kind of each paragraph: what the page set around the article, its byline, captions and headings, what repeats
 * earlier text, or body.
 */
export function paragraphKinds(folded: string, paragraphs: readonly Span[], title: string | null): SentenceKind[] {
  const repeated = coveredByEarlier(folded, paragraphs);
  const foldedTitle = title === null ? null : fold(title).trim();
  let inLinks = false;
  return paragraphs.map((span, index): SentenceKind => {
    const line = folded.slice(span.start, span.end);
    const furniture = furnitureKind(line);
    if (inLinks && furniture === null && mayBeLink(line) && !startsSection(line)) return 'related';
    inLinks = furniture?.isHeader === true;
    if (furniture !== null) return furniture.kind;
    if (isByline(line)) return 'byline';
    if (isCaption(line)) return 'caption';
    if (line === foldedTitle || isHeading(line, index, paragraphs.length)) return 'heading';
    return repeated[index] === true ? 'duplicate' : 'body';
  });
}

const dateline = String.raw`(?:[【[(〔][^】\])〕]{2,14}[】\])〕])?`;
const bylines = [
  new RegExp(`^${dateline}[^\\s,。:!?]{0,14}\\s?记者\\s[^,。:!?]{2,24}$`),
  new RegExp(`^${dateline}[^\\s,。:!?]{0,14}\\s?记者\\s?[^,。:!?]{2,24}(?:报道|报导|专讯|专电|发自[^,。:!?]{1,8})$`),
  /^[([【〔]?\S{0,10}记者\s?[^,。:!?]{1,16}[/／][^,。:!?]{1,16}(?:报道|报导|电|专电|综合报道)[)\]】〕]?$/,
  /^[【([〔][^】)\]〕]{2,30}(?:报道|报导|电|讯)[】)\]〕]$/,
  /^[(]?(?:By|Reporting by|Additional reporting by|Edited by|Editing by|Written by)\s+[A-Z][^.!?]{1,100}[.)]*$/,
];

function isByline(line: string): boolean {
  return line.length <= 100 && bylines.some((pattern) => pattern.test(line));
}

const captions = [/^[▲△▼▽]/, /[((](?:图|图片|照片|资料图|摄影?)[:/][^)]{1,20}[))]$/];

function isCaption(line: string): boolean {
  return line.length <= 120 && captions.some((pattern) => pattern.test(line));
}

const sectionNumber =
  /^(?:\d{1,2}\s?[、.]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[章节部]|[(][一二三四五六七八九十\d]{1,2}[)])/;

/** Whether a line begins a section of the article, with its number. */
function startsSection(line: string): boolean {
  return /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[章节部])/.test(line);
}

/** A short line that ends no sentence: the headline, a numbered section head, or a line between paragraphs. */
function isHeading(line: string, index: number, count: number): boolean {
  if (count === 1 || line.length > headingLimit * 2 || /[a-z]{3}[.!?][”"]? [A-Z]/.test(line)) return false;
  const words = /\p{Script=Han}/u.test(line) ? line.length : line.split(/\s+/).length * 3;
  if (words > headingLimit) return false;
  if (sectionNumber.test(line) && !/。|[a-z]{2}[.;]["”)]?$/.test(line)) return true;
  const ended = /[。!?.;:…,—”"][”’"')]*$/.test(line);
  if (!ended) return !line.includes('。');
  // "…," he told the inquiry. "I regret that.": a stop or comma before a closing mark is that of a sentence.
  return index === 0 && /[!?…”"]$/.test(line) && !/。|[a-z\d][.,]["”]/.test(line);
}

import type { Span } from '../document/span.js';
import { isEnglishProse } from '../text/english-prose.js';
import { matchesOf } from '../text/matches.js';
import { type Ending, type EndTest, isClosing } from './marks.js';
import { endsEnglish } from './split-english.js';

const openers: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
};
const longestAside = 120;

/** The test of sentence ends in a Chinese paragraph: a mark inside brackets or the title of a work ends nothing. */
export function chineseEnds(folded: string, paragraph: Span): EndTest {
  const asides = findAsides(folded, paragraph);
  const dotted = !folded.slice(paragraph.start, paragraph.end).includes('。');
  let next = 0;
  return (_, ending, around) => {
    const { mark, marksEnd, end, start } = ending;
    while ((asides[next]?.end ?? Infinity) <= mark) next++;
    const aside = asides[next];
    if (
      aside !== undefined &&
      aside.start < mark &&
      !(aside.start === start && aside.end <= end && !isTitle(folded, aside))
    )
      return false;
    const character = folded.charAt(mark);
    if (character === '.')
      return (dotted && endsWithDot(folded, mark, end, around.end)) || endsProse(folded, ending, around);
    const isMark = character !== '。';
    // A mark inside a Latin word or a URL ends nothing.
    if (isMark && /[A-Za-z0-9]/.test(folded.charAt(end)) && /[A-Za-z0-9=&/]/.test(folded.charAt(mark - 1)))
      return false;
    // “為什麼?”一詞: a quoted mark followed by the sentence's own words, with nothing that ends it.
    return !(end > marksEnd && isClosing(folded.charAt(end - 1)) && goesOn(folded, end));
  };
}

/** A full stop in ASCII ends a sentence of a paragraph that has no other: after Han, with a space or nothing behind it. */
function endsWithDot(folded: string, mark: number, end: number, limit: number): boolean {
  return /\p{Script=Han}/u.test(folded.charAt(mark - 1)) && (end >= limit || /\s/.test(folded.charAt(end)));
}

const longestLook = 300;
/** One Han character among so many others does not make a stretch Chinese. */
const hanWeight = 8;

/** Whether it is running English that a full stop ends. */
function endsProse(folded: string, ending: Ending, paragraph: Span): boolean {
  if (ending.end < paragraph.end && !/[\s\p{Script=Han}]/u.test(folded.charAt(ending.end))) return false;
  const before = folded.slice(Math.max(ending.start, ending.mark - longestLook), ending.mark);
  const parts = before.split(/\p{Script=Han}/u);
  // A gloss or a quoted word in Han leaves English what it is.
  const isEnglish =
    isEnglishProse(parts.at(-1) ?? '') || ((parts.length - 1) * hanWeight < before.length && isEnglishProse(before));
  return isEnglish && endsEnglish(folded, ending, paragraph);
}

/** Whether a sentence goes on after a closing quote: a comma, a particle, or a speaker's clause follows. */
function goesOn(folded: string, end: number): boolean {
  return /^[,、;:的之是这那]/.test(folded.slice(end, end + 1));
}

function isTitle(folded: string, { start }: Span): boolean {
  return '《〈'.includes(folded.charAt(start));
}

/** The outermost brackets that close again within a sentence's length, in order. */
function findAsides(folded: string, paragraph: Span): Span[] {
  const asides: Span[] = [];
  // A slice, so that a search never runs past the paragraph: many paragraphs take linear time.
  for (const match of matchesOf(/[([《〈【〔]/g, folded.slice(paragraph.start, paragraph.end))) {
    const at = paragraph.start + match.index;
    if (at < (asides.at(-1)?.end ?? 0)) continue;
    const end = closeOf(folded, at, openers[match[0]] ?? '', Math.min(paragraph.end, at + longestAside));
    if (end !== null) asides.push({ start: at, end });
  }
  return asides;
}

function closeOf(folded: string, from: number, closer: string, limit: number): number | null {
  const opener = folded.charAt(from);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const character = folded.charAt(at);
    if (character === opener) depth++;
    else if (character === closer && --depth === 0) return at + 1;
  }
  return null;
}

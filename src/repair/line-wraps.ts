import type { Edit } from '../document/alignment.js';
import { openWords } from '../lexicons/lexicon.js';
import type { SegmenterName } from '../settings/segmenters.js';
import { lazy } from '../text/lazy.js';
import {
  type Break,
  breaksOf,
  endsSentence,
  findWrapping,
  isFull,
  type Line,
  linesOf,
  mayBeWrapped,
  type Wrapping,
} from './wrapped-lines.js';

/** A line that begins with a mark no line begins with. */
const markAtStart = /\n[ \t\u3000]*[，。、；：）》]/;

/**
 * Joins lines that were broken at a fixed width, in a document of which most lines are, and a line that begins with a
 * comma or full stop to the one before. Paragraphs, list items and headings keep their line ends.
 */
export function findLineWraps(text: string, segmenter?: SegmenterName): Edit[] {
  if (!(mayBeWrapped(text) || markAtStart.test(text))) return [];
  const lines = linesOf(text);
  const breaks = breaksOf(lines);
  const wrapping = findWrapping(lines, breaks, segmenter);
  const spacesLatin = lazy(() => hasSpacedLatin(text));
  return breaks.flatMap((each): Edit[] => {
    if (wrapping !== null && isFull(each, wrapping.width) && belongsTogether(each, wrapping))
      return [join(each, wrapping.confidence, text, spacesLatin)];
    return beginsWithMark(each)
      ? [{ ...span(each), replacement: '', kind: 'linewrap', rule: 'split-mark', confidence: 0.9 }]
      : [];
  });
}

function span({ before, after }: Break): { start: number; end: number } {
  return { start: before.end, end: after.start + indent(after) };
}

function indent({ text }: Line): number {
  return text.length - text.trimStart().length;
}

/** Items of lists, numbered heads, fields such as `License: …`, rules and rows of marks. */
const startsOwnLine =
  /^\s*(?:[•·▪◆■●○*>-]\s|[*#=~_-]+$|\d{1,2}(?:\.(?!\d)|[、)）])|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节節]|[A-Z][\w-]{1,24}: )/;

/** Whether the next line goes on with this one's paragraph. */
function belongsTogether({ before, after }: Break, { spaced }: Wrapping): boolean {
  if (after.text.startsWith('\u3000') || indent(after) > indent(before) + 1) return false;
  if (startsOwnLine.test(after.text)) return false;
  return spaced || !endsSentence(before.text);
}

function join(each: Break, confidence: number, text: string, spacesLatin: () => boolean): Edit {
  const { start, end } = span(each);
  const [last, first] = [text.charAt(start - 1), text.charAt(end)];
  const hyphenated = /[a-z]-$/.test(each.before.text) && /[a-z]/.test(first);
  if (hyphenated && !keepsHyphen(each, text))
    return {
      start: start - 1,
      end,
      replacement: '',
      kind: 'linewrap',
      rule: 'hyphenated-wrap',
      confidence: Math.min(0.9, confidence),
    };
  const apart = !hyphenated && (meetsAsLatin(last, first) || (meetsAcrossScripts(last + first) && spacesLatin()));
  return { start, end, replacement: apart ? ' ' : '', kind: 'linewrap', rule: 'hard-wrap', confidence };
}

/** Whether a space stands between two characters of Latin text. */
function meetsAsLatin(last: string, first: string): boolean {
  return /[!-~À-ɏ’”]/.test(last) && /[!-~À-ɏ‘“]/.test(first) && /[!-~]/.test(last + first);
}

function meetsAcrossScripts(pair: string): boolean {
  return /^(?:\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han})$/u.test(pair);
}

/** Whether a text sets a space between Han and Latin as a habit. */
function hasSpacedLatin(text: string): boolean {
  const apart = text.match(/\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9] (?=\p{Script=Han})/gu)?.length ?? 0;
  const together = text.match(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9](?=\p{Script=Han})/gu)?.length ?? 0;
  return apart > together;
}

/** Whether the hyphen belongs to the word: long-term, or a compound that the text writes elsewhere. */
function keepsHyphen({ before, after }: Break, text: string): boolean {
  const head = /([A-Za-z]+)-$/.exec(before.text.slice(-40))?.[1] ?? '';
  const tail = /^[A-Za-z]+/.exec(after.text.trimStart().slice(0, 40))?.[0] ?? '';
  if (text.includes(`${head}-${tail}`)) return true;
  if (text.includes(`${head}${tail}`)) return false;
  return openWords('hyphen-heads-en').has(head.toLowerCase());
}

/** Whether a line begins with a mark that ends a part of a sentence: a link or picture stood there. */
function beginsWithMark({ before, after }: Break): boolean {
  const next = after.text.trimStart();
  return (
    /^[，。、；：）》][^，。、；：）》\s].{4}/u.test(next) && /[\p{Script=Han}A-Za-z0-9”」』）》]$/u.test(before.text)
  );
}

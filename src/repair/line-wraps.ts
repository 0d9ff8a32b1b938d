import type { Edit } from '../document/alignment.js';
import { openWords } from '../lexicons/lexicon.js';
import type { SegmenterName } from '../settings/segmenters.js';
import { lazy } from '../text/lazy.js';
import { type Break, breaksOf, type Line, linesOf } from './lines.js';
import { endsSentence, endsWeakly, hasInnerStop } from './wrap-signs.js';
import { findWrapping, isIndented, mayBeWrapped, startsOwnLine, type Wrapping } from './wrapped-lines.js';

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
  let [paragraph, end] = [0, -1];
  return breaks.flatMap((each): Edit[] => {
    if (end !== each.before.end) paragraph = each.before.start;
    if (wrapping?.full.has(each) === true && belongsTogether(each, wrapping, () => isQuoted(text, paragraph, each))) {
      end = each.after.end;
      return [join(each, wrapping, text, spacesLatin)];
    }
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

/** Whether the next line goes on with this one's paragraph. */
function belongsTogether(each: Break, { joinsSentences, sliced, top }: Wrapping, isQuoted: () => boolean): boolean {
  const { before, after } = each;
  if (isIndented(after) || indent(after) > indent(before) + 1 || startsOwnLine(each)) return false;
  if (top.includes(before) && beginsAnew(each)) return false;
  if (!endsParagraph(before.text)) return true;
  // A quotation over paragraphs opens each of them, and closes only the last.
  if (isQuoted()) return !/^[“「『]/.test(after.text);
  // A cut after a number of characters keeps the space behind a full stop: without one the paragraph ends.
  if (sliced && /[.!?]$/.test(before.text) && /^[A-Z]/.test(after.text) && before.trail === 0) return false;
  return joinsSentences || (sliced && indent(after) === 1);
}

const longestQuotation = 2000;

/** Whether a quotation that opens in the paragraph up to a line end is still open there. */
function isQuoted(text: string, paragraph: number, { before }: Break): boolean {
  const marks = text.slice(Math.max(paragraph, before.end - longestQuotation), before.end).match(/[“”「」『』]/g) ?? [];
  return marks.reduce((depth, mark) => ('“「『'.includes(mark) ? depth + 1 : Math.max(0, depth - 1)), 0) > 0;
}

/** Whether a byline or, in English, a new sentence follows what may be a headline. */
function beginsAnew({ before, after }: Break): boolean {
  if (namesWriter(before.text) || namesWriter(after.text)) return true;
  return (
    /^["“‘'(]?[A-Z]/.test(after.text) &&
    /[a-z]$/.test(before.text) &&
    !endsWeakly(before.text) &&
    !hasInnerStop(before.text)
  );
}

function namesWriter(line: string): boolean {
  const isDateline = /^[（(【〔][^）)】〕]{2,30}[）)】〕]./.test(line);
  return !isDateline && /记者|記者|^文[／/|]|^By [A-Z]/.test(line.slice(0, 12));
}

/** Whether a full line may be the last of its paragraph: behind a colon or semicolon more follows. */
function endsParagraph(line: string): boolean {
  return endsSentence(line) && !/[:：；;]$/.test(line);
}

function join(each: Break, { sliced, confidence }: Wrapping, text: string, spacesLatin: () => boolean): Edit {
  const { start, end } = span(each);
  const [last, first] = [text.charAt(start - 1), text.charAt(end)];
  const edit = { start, end, kind: 'linewrap', rule: 'hard-wrap', confidence } as const;
  if (sliced && meetsAsLatin(last, first))
    return { ...edit, replacement: each.before.trail > 0 || indent(each.after) > 0 ? ' ' : '' };
  const hyphenated = /[a-z]-$/.test(each.before.text) && /[a-z]/.test(first);
  if (hyphenated && !keepsHyphen(each, text))
    return {
      ...edit,
      start: start - 1,
      replacement: '',
      rule: 'hyphenated-wrap',
      confidence: Math.min(0.9, confidence),
    };
  const apart =
    !hyphenated &&
    ((meetsAsLatin(last, first) && !isAmongHan(each)) || (meetsAcrossScripts(last + first) && spacesLatin()));
  return { ...edit, replacement: apart ? ' ' : '' };
}

/** Whether a space stands between two characters of Latin text. */
function meetsAsLatin(last: string, first: string): boolean {
  return /[!-~¡-ʯ’”€]/.test(last) && /[!-~¡-ʯ‘“€]/.test(first) && /[!-~£€¥]/.test(last + first);
}

/** Whether the letters next to the marks at a line end are Han: a colon and a quotation mark in ASCII touch there. */
function isAmongHan({ before, after }: Break): boolean {
  const last = /([\p{L}\p{N}])[^\p{L}\p{N}]{1,4}$/u.exec(before.text.slice(-5))?.[1] ?? '';
  const first = /^[^\p{L}\p{N}]{0,4}([\p{L}\p{N}])/u.exec(after.text.trimStart().slice(0, 5))?.[1] ?? '';
  return /\p{Script=Han}/u.test(last) && /\p{Script=Han}/u.test(first);
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

import { openWords } from '../lexicons/lexicon.js';
import { fold } from '../script/fold.js';
import { tagWords } from '../segment/jieba.js';
import type { SegmenterName } from '../settings/segmenters.js';

/** A line of a text without its white space at the end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns: two for a Han character, one for a Latin letter. */
  readonly width: number;
}

/** A line end between two lines that have text. */
export interface Break {
  readonly before: Line;
  readonly after: Line;
}

/** What a document's line ends look like. */
export interface Wrapping {
  /** The width that lines are filled up to. */
  readonly width: number;
  /** Whether blank lines or indents, and not line ends, part its paragraphs. */
  readonly spaced: boolean;
  /** 0..1: how much speaks for it. */
  readonly confidence: number;
}

const fewestFull = 4;
const narrowest = 24;
const widest = 160;
const fullShare = 0.4;
const openShare = 0.6;
const crossingShare = 0.2;
const weakShare = 0.2;
const looked = 200;
/** Columns that closing marks may hang over the edge. */
const hanging = 4;
const overlongCost = 3;
const nearlyBest = 0.9;
/** Columns by which lines that are full may differ: a long word did not fit any more. */
const ragged = 16;

/** Whether enough lines of a text are of about one width to have been broken there: one scan, false for most text. */
export function mayBeWrapped(text: string): boolean {
  const counts = new Int32Array(widest + hanging + ragged);
  let lines = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const width = widthBetween(text, start, Math.min(end, start + counts.length));
    if (width > 1) lines++;
    if (width >= narrowest - ragged && width < counts.length) counts[width] = (counts[width] ?? 0) + 1;
    start = end + 1;
  }
  if (lines <= fewestFull) return false;
  let near = 0;
  let most = 0;
  counts.forEach((count, width) => {
    near += count - (counts[width - ragged] ?? 0);
    most = Math.max(most, near);
  });
  return most >= fewestFull && most >= lines * fullShare * nearlyBest;
}

/** The lines of a text; blank ones have an empty `text`. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const limit = newline < 0 ? text.length : newline;
    const content = text.slice(start, limit).trimEnd();
    lines.push({ start, end: start + content.length, text: content, width: widthBetween(content, 0, content.length) });
    start = limit + 1;
  }
  return lines;
}

/** Every line end between two lines that have text. */
export function breaksOf(lines: readonly Line[]): Break[] {
  return lines.flatMap((before, i): Break[] => {
    const after = lines[i + 1];
    return before.text !== '' && after !== undefined && after.text !== '' ? [{ before, after }] : [];
  });
}

/**
 * Whether lines were broken at a fixed width, judged over the whole document: most are as full as they can be, most of the
 * full ones end within a sentence, and many within a word. Poems, lyrics, lists and tables fail one of these.
 */
export function findWrapping(
  lines: readonly Line[],
  breaks: readonly Break[],
  segmenter?: SegmenterName,
): Wrapping | null {
  if (breaks.length < fewestFull) return null;
  const width = commonWidth(breaks);
  if (width === null) return null;
  const full = breaks.filter((each) => isFull(each, width));
  if (full.length < fewestFull || full.length < breaks.length * fullShare) return null;
  if (lines.filter(({ text }) => /\t|\||\S {2,}\S/.test(text)).length * 5 > lines.length) return null;
  const open = full.filter(({ before }) => !endsSentence(before.text));
  if (open.length < full.length * openShare || !runsOn(open.slice(0, looked), segmenter)) return null;
  const spaced = lines.some(({ text }, i) => text === '' && i > 0 && i < lines.length - 2) || isIndented(lines);
  const confidence = Math.min(0.97, 0.55 + 0.25 * (full.length / breaks.length) + 0.01 * open.length);
  return { width, spaced, confidence: Math.round(confidence * 100) / 100 };
}

/** The greatest width that nearly the most lines are filled up to, and hardly any goes beyond by more than hanging marks. */
function commonWidth(breaks: readonly Break[]): number | null {
  const seen = breaks.slice(0, looked);
  const widths = [...new Set(seen.map(({ before }) => before.width))].filter(
    (width) => width >= narrowest && width <= widest,
  );
  const scored = widths.map((width) => {
    const full = seen.filter((each) => isFull(each, width)).length;
    return { width, score: full - overlongCost * seen.filter(({ before }) => before.width > width + hanging).length };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const good = scored.filter(({ score }) => score > 0 && score >= best * nearlyBest).map(({ width }) => width);
  return good.length === 0 ? null : Math.max(...good);
}

/** Whether the first unit of the next line would not have fitted on this one. */
export function isFull({ before, after }: Break, width: number): boolean {
  const next = after.text.trimStart();
  const word = /^[A-Za-z0-9][^\s\p{Script=Han}]*/u.exec(next.slice(0, 60))?.[0];
  if (word === undefined)
    return before.width + (closesLine(next.charAt(1)) ? 4 : 2) > width - (closesLine(next.charAt(2)) ? 2 : 0);
  return before.width + (/[A-Za-z0-9,.;:]$/.test(before.text) ? 1 : 0) + word.length > width;
}

/** Whether a line ends a sentence. */
export function endsSentence(line: string): boolean {
  return /[。！？!?….:：；;][”’」』"')）]*$/.test(line);
}

/** Whether enough of these breaks stand where no writer ends a line: within a word, before a comma, after “the” or “of”. */
function runsOn(breaks: readonly Break[], segmenter: SegmenterName | undefined): boolean {
  const chinese = breaks.filter(isChinese);
  if (chinese.length * 2 < breaks.length) {
    const weak = breaks.filter(({ before }) => endsWeakly(before.text)).length;
    return weak >= 2 && weak >= breaks.length * weakShare;
  }
  const crossing = chinese.filter((each) => cutsWord(each, segmenter)).length;
  return crossing >= 2 && crossing >= chinese.length * crossingShare;
}

function isChinese({ before, after }: Break): boolean {
  return /\p{Script=Han}/u.test(after.text.trimStart().charAt(0) + before.text.slice(-2));
}

function endsWeakly(line: string): boolean {
  const word = /(?:^|\s)([A-Za-z]+)(-?)$/.exec(line.slice(-30));
  if (word === null) return false;
  return word[2] === '-' || openWords('weak-endings-en').has((word[1] ?? '').toLowerCase());
}

/** Whether a line end stands within a word, or before a mark that begins no line. */
function cutsWord({ before, after }: Break, segmenter: SegmenterName | undefined): boolean {
  const left = /\p{Script=Han}{1,4}$/u.exec(before.text.slice(-4))?.[0] ?? '';
  const next = after.text.trimStart();
  if (/^[，。、；：！？）」』”》]/.test(next)) return true;
  const right = /^\p{Script=Han}{1,4}/u.exec(next.slice(0, 8))?.[0] ?? '';
  if (left === '' || right === '') return false;
  let at = 0;
  for (const { word } of tagWords(fold(left + right), segmenter)) {
    if (at < left.length && at + word.length > left.length) return true;
    at += word.length;
  }
  return false;
}

function isIndented(lines: readonly Line[]): boolean {
  const indented = lines.filter(({ text }) => /^(?:\u3000{1,2}| {2,8})\S/.test(text)).length;
  return indented > 0 && indented * 2 <= lines.length;
}

function closesLine(character: string): boolean {
  return character !== '' && '，。、；：！？）」』”’》'.includes(character);
}

function widthBetween(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) width += isWide(text.charCodeAt(at)) ? 2 : 1;
  return width;
}

function isWide(code: number): boolean {
  return (code >= 0x2e80 && code <= 0xff60) || (code >= 0x2014 && code <= 0x2026);
}

import type { SegmenterName } from '../settings/segmenters.js';
import { lazy } from '../text/lazy.js';
import {
  type Break,
  columns,
  type Fit,
  fitOf,
  isAboutFull,
  isFull,
  isOverlong,
  type Line,
  type Measure,
  measures,
} from './lines.js';
import { endsSentence, isChinese, type Signs, signsOf } from './wrap-signs.js';

/** What a document's line ends look like. */
export interface Wrapping {
  /** The breaks at which lines are as full as they can be. */
  readonly full: ReadonlySet<Break>;
  /** Whether a full line that ends a sentence is rather one within a paragraph than the last of it. */
  readonly joinsSentences: boolean;
  /** The first lines: a headline and a byline. */
  readonly top: readonly Line[];
  /** Whether lines were cut after a number of characters, within Latin words too. */
  readonly sliced: boolean;
  /** 0..1: how much speaks for it. */
  readonly confidence: number;
}

const fewestFull = 2;
const narrowest = 8;
const widest = 200;
/** Columns by which lines that are full may differ: a long word did not fit any more. */
const ragged = 16;
/** Breaks that are looked at. */
const looked = 200;
/** Of so many full lines within a paragraph one ends a sentence. */
const lineEndsPerSentenceEnd = 22;
const oddsOfEnd = 2;
/** Points from which lines are taken as wrapped: where a sentence ends within a full line, and where none does. */
const enough = { prose: 4, wide: 6, narrow: 9 };
/** Columns that hardly a line of verse is as wide as. */
const wide = 60;

/** What lines that no wrapping explains speak against it, as logarithms of likelihood ratios. */
const against = { short: -1.5, shortAtTop: -0.5, overlong: -2.5, overlongAtTop: -1.5 };
/** Lines that may be a headline and a byline. */
const top = 2;

/** So many lines that go beyond a width are made up for by one that is filled to it, at most. */
const overlongPerFull = 2;

/** Whether lines of a text end within a sentence at about one width and few go beyond it: one scan, false for most text. */
export function mayBeWrapped(text: string): boolean {
  const beyond = widest + ragged;
  const open = new Int32Array(beyond);
  const widths = new Int32Array(beyond + 1);
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + beyond)).trimEnd();
    const width = Math.min(beyond, columns(line));
    widths[width] = (widths[width] ?? 0) + 1;
    if (newline >= 0 && width >= narrowest / 2 && width < beyond && !endsSentence(line))
      open[width] = (open[width] ?? 0) + 1;
    start = end + 1;
  }
  let near = 0;
  let overlong = widths.reduce((sum, count) => sum + count, 0);
  return open.some((count, width) => {
    near += count - (open[width - ragged] ?? 0);
    overlong -= widths[width] ?? 0;
    return near >= fewestFull && overlong <= near * overlongPerFull;
  });
}

/** A width that lines may have been filled up to, and the points for it beyond those that are enough. */
interface Candidate {
  readonly measure: Measure;
  readonly width: number;
  readonly points: number;
}

/**
 * Whether lines were broken at a fixed width, judged over the whole document: there is a width that lines are filled up to
 * and hardly any goes beyond, and full lines end within words and sentences. Poems, lyrics, lists and tables fail one of
 * these.
 */
export function findWrapping(
  lines: readonly Line[],
  breaks: readonly Break[],
  segmenter?: SegmenterName,
): Wrapping | null {
  if (breaks.length < fewestFull) return null;
  if (lines.filter(({ text }) => hasCells(text)).length * 5 > lines.length) return null;
  const ends = endsOf(lines, breaks, segmenter);
  const best = measures
    .flatMap((measure) => candidates(withoutRepeats(ends).slice(0, looked), measure))
    .reduce<Candidate | null>((one, other) => (one === null || other.points > one.points ? other : one), null);
  return best === null || best.points < 0 ? null : toWrapping(lines, ends, best);
}

/** Whether a line looks like a row of a table: tabs, bars, or wide gaps that are not those behind a sentence. */
function hasCells(line: string): boolean {
  return /\t|\||[^\s.!?"'”’)] {2,}\S/.test(line);
}

/** A break with what it shows. */
interface End {
  readonly each: Break;
  readonly closed: boolean;
  readonly signs: () => Signs;
  readonly atTop: boolean;
}

/** Each line once: one that stands three times has one width, and shows no more than one. */
function withoutRepeats(ends: readonly End[]): End[] {
  const seen = new Set<string>();
  return ends.filter(({ each: { before } }) => seen.size < seen.add(before.text).size);
}

function topOf(lines: readonly Line[]): Line[] {
  return lines.filter(({ text }) => text !== '').slice(0, top);
}

function endsOf(lines: readonly Line[], breaks: readonly Break[], segmenter?: SegmenterName): End[] {
  const first = topOf(lines);
  return breaks.map((each) => ({
    each,
    closed: endsSentence(each.before.text),
    signs: lazy(() => signsOf(each, segmenter)),
    atTop: first.includes(each.before),
  }));
}

function candidates(ends: readonly End[], measure: Measure): Candidate[] {
  const fits = ends.map(({ each }) => fitOf(each, measure));
  const widths = new Set(fits.flatMap(({ line, hanging }) => [line, line - hanging]));
  return [...widths]
    .filter((width) => width >= (narrowest * measure('字')) / 2 && width <= widest)
    .map((width) => ({
      measure,
      width,
      points: pointsFor(ends, fits, { width, isWide: (width * 2) / measure('字') >= wide }),
    }));
}

interface Edge {
  readonly width: number;
  readonly isWide: boolean;
}

/** Points for a width beyond those that are enough: none where hardly a line is full or ends where no writer ends one. */
function pointsFor(ends: readonly End[], fits: readonly Fit[], { width, isWide }: Edge): number {
  let [points, open, strong, prose] = [0, 0, 0, 0];
  ends.forEach((end, i) => {
    const fit = fits[i];
    if (fit === undefined) return;
    if (!isFull(fit, width) || isOverlong(fit, width)) {
      points += isAboutFull(fit, width) && runsOn(end) ? end.signs().points / 2 : pointsAgainst(end, fit, width);
      return;
    }
    const signs = end.signs();
    points += signs.points;
    open += signs.closed ? 0 : 1;
    strong += signs.strong ? 1 : 0;
    prose += signs.prose ? 1 : 0;
  });
  if (open < fewestFull || strong + prose < fewestFull) return Number.NEGATIVE_INFINITY;
  return points - (prose > 0 ? enough.prose : isWide ? enough.wide : enough.narrow);
}

function pointsAgainst(end: End, fit: Fit, width: number): number {
  const { text } = end.each.before;
  if (isOverlong(fit, width)) {
    const isWord = !/[\s\u2e80-\uffff]/.test(text.trimStart());
    return isWord ? 0 : end.atTop ? against.overlongAtTop : against.overlong;
  }
  if (end.closed) return 0;
  return end.atTop || startsOwnLine(end.each) ? against.shortAtTop : against.short;
}

function toWrapping(lines: readonly Line[], ends: readonly End[], { measure, width, points }: Candidate): Wrapping {
  const full = ends.filter((end) => {
    const fit = fitOf(end.each, measure);
    return isFull(fit, width) && !isOverlong(fit, width) ? true : isAboutFull(fit, width) && runsOn(end);
  });
  const filled = new Set(full.map(({ each }) => each));
  const loose = ends.filter(({ each, closed }) => closed && !filled.has(each) && !isIndented(each.after));
  const parted = lines.some(({ text }, i) => text === '' && i > 0 && i < lines.length - 2) || areIndented(lines);
  const open = full.filter(({ closed }) => !closed);
  const endedWithin = open.length / lineEndsPerSentenceEnd;
  const unit = measure(open.filter(({ each }) => isChinese(each)).length * 2 > open.length ? '字' : 'a word');
  return {
    full: filled,
    top: topOf(lines),
    joinsSentences:
      (parted && loose.length * 8 <= full.length) || endedWithin > oddsOfEnd * loose.length * (unit / width),
    sliced: areSliced(open, (line) => measure(line.text) + line.trail === width),
    confidence: Math.round(Math.min(0.97, 1 / (1 + Math.exp(-2 - points))) * 100) / 100,
  };
}

/** Whether lines end after a number of characters wherever that is, also where both neighbours are letters of one word. */
function areSliced(open: readonly End[], isExact: (line: Line) => boolean): boolean {
  const latin = open.filter(
    ({ each }) => /[A-Za-z0-9]$/.test(each.before.text) && /^ ?[A-Za-z0-9]/.test(each.after.text),
  );
  return [open, latin].every((some) => some.filter(({ each }) => isExact(each.before)).length >= some.length * 0.8);
}

/** Whether a sentence goes on behind a line, by its own signs. */
function runsOn({ closed, signs }: End): boolean {
  return !closed && signs().points > 0;
}

/** Items of lists, numbered heads, fields such as `License: …`, rules and rows of marks. */
const ownLine =
  /^\s*(?:[•·▪◆■●○*>-]\s|[*#=~_-]+$|\d{1,2}(?:\.(?!\d)|[、)）])|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节節]|[A-Z][\w-]{1,24}: )/;

/** Whether the line behind a break is an item, a numbered head or a field, and goes on with nothing. */
export function startsOwnLine({ before, after }: Break): boolean {
  return ownLine.test(after.text) && !/[、，\d]$/.test(before.text);
}

/** Whether a line begins a paragraph by its indent. */
export function isIndented({ text }: Line): boolean {
  return /^(?:\u3000{1,2}| {2,8})\S/.test(text);
}

function areIndented(lines: readonly Line[]): boolean {
  const indented = lines.filter(isIndented).length;
  return indented > 0 && indented * 2 <= lines.length;
}

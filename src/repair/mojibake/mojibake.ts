import type { Edit } from '../../document/alignment.js';
import { overlaps, type Span } from '../../document/span.js';
import { gbk } from './codecs.js';
import { findGbkMarks } from './gbk-marks.js';
import { averageOf, hanIn, isChinese, isLikelier } from './likelihood.js';
import { lineBefore } from './lines.js';
import { edit, hanForms, latinForms, type Misreading, nameOf, readAgain, utf8AsGbk } from './misreadings.js';
import { hanRuns, latinRuns, type Run } from './runs.js';
import { windows1252 } from './single-byte.js';
import { editsOfReading, readSingleBytes } from './single-byte-edits.js';
import { readTornUtf8 } from './torn-utf8.js';

/** Punctuation that English and Chinese share, alone in a run: “ in GBK is ¡° in Windows-1252. */
const quotesAndPauses = /^[“”‘’—…，。、；：！？]+$/;

const notUtf8 = new Uint8Array([0xff]);
const unknown = '\ufffd';
const leastRun = 4;
const leastHan = 2;
/** Runs with too few frequent characters to be Chinese as they stand. */
const unusual = { leastLength: leastRun, leastHan, mostFrequent: 0.5 };
const anyHan = { leastLength: 1, leastHan: 1, mostFrequent: Infinity };
/** So many characters read again by one misreading, and the rest of the text went the same way. */
const leastPrevailing = 40;
/** Of so many characters that came out whole one may be lost. */
const wholeForOneLost = 2;

/**
 * Text that was written in one encoding and read by another: UTF-8 by an encoding of single bytes, GBK or Big5, GBK and Big5 by
 * Windows-1252 or each other. A run is read again if every byte fits and what comes out is far likelier
 * Chinese (by the language model of the slips), or, from UTF-8 read by single bytes, by the form of the bytes alone; of UTF-8
 * bytes may be lost. Where much of a text was misread in one way, its shortest runs are read in that way, too.
 */
export function findMojibake(text: string): Edit[] {
  const latin = latinEdits(text);
  const long = [...latin, ...hanEdits(text, latin)].sort(byPlace);
  const isTaken = touches(long);
  const edits = [...long, ...findGbkMarks(text).filter((edit) => !isTaken(edit))].sort(byPlace);
  const prevailing = hanForms.find((misreading) => covers(edits, misreading));
  if (prevailing === undefined) return edits;
  return [...edits, ...restEdits(text, prevailing, edits)].sort(byPlace);
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start;
}

function covers(edits: readonly Edit[], misreading: Misreading): boolean {
  const own = edits.filter(({ note }) => note?.startsWith(nameOf(misreading)));
  return own.reduce((sum, { start, end }) => sum + end - start, 0) >= leastPrevailing;
}

/** What was read by single bytes: two bytes a character where that is likely Chinese, else UTF-8 by its form. */
function latinEdits(text: string): Edit[] {
  const reading = readSingleBytes(text);
  const sequences = reading?.sequences ?? [];
  const isCovered = coverOf(sequences);
  const runs = latinRuns(text).filter((run) => !isCovered(run));
  const long = runs.flatMap((run) => marksOnly(run) ?? (run.text.length < leastRun ? [] : bestOf(run, latinForms)));
  const prevailing = latinForms.find((misreading) => covers(long, misreading));
  const taken = new Set(long.map(({ start }) => start));
  const short =
    prevailing === undefined
      ? []
      : latinRuns(text)
          .filter(({ start }) => !taken.has(start))
          .flatMap((run) => likeTheRest(run, prevailing));
  const edits = [...long, ...short].sort(byPlace);
  if (reading === null) return edits;
  const isTaken = touches(edits);
  const free = { ...reading, sequences: sequences.filter((sequence) => !isTaken(sequence)) };
  return [...edits, ...editsOfReading(text, free, prevailing !== undefined)].sort(byPlace);
}

/** Quotation marks and pauses of GBK among English words. */
function marksOnly(run: Run): Edit | null {
  if (!/^[\u00a1\u00a3]/.test(run.text)) return null;
  const marks = gbk.decode(windows1252.encode(run.text) ?? notUtf8);
  if (marks === null || !quotesAndPauses.test(marks)) return null;
  return edit(run.start, run.text, marks, { written: gbk, read: windows1252 }, 0.9);
}

function hanEdits(text: string, latin: readonly Edit[]): Edit[] {
  const isTaken = touches(latin);
  const edits: Edit[] = [];
  for (const run of hanRuns(text, unusual)) {
    if (isTaken(run)) continue;
    const best = bestOf(run, hanForms);
    edits.push(...(best.length > 0 ? best : tornUtf8(text, run, edits, false)));
  }
  return edits;
}

/** What the first look left, if it is like the rest of the text, which was misread in this way. */
function restEdits(text: string, misreading: Misreading, found: readonly Edit[]): Edit[] {
  const edits: Edit[] = [];
  let next = 0;
  const before: Edit[] = [];
  const isTaken = touches(found);
  for (const run of hanRuns(text, anyHan)) {
    if (isTaken(run)) continue;
    for (let edit = found[next]; edit !== undefined && edit.start < run.start; edit = found[++next]) before.push(edit);
    const whole = likeTheRest(run, misreading);
    const own = whole.length > 0 ? whole : tornUtf8(text, run, before, misreading === utf8AsGbk);
    edits.push(...own);
    before.push(...own);
  }
  return edits;
}

/** Whether a span shares a character with one of `spans`, which are in order and asked for in order. */
function touches(spans: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return (span) => {
    for (let one = spans[next]; one !== undefined && one.end <= span.start; one = spans[++next]);
    const one = spans[next];
    return one !== undefined && overlaps(one, span);
  };
}

/** Whether sequences, in order, explain all signs of runs asked for in order. */
function coverOf(sequences: readonly Span[]): (run: Run) => boolean {
  let next = 0;
  return (run) => {
    for (let one = sequences[next]; one !== undefined && one.end <= run.start; one = sequences[++next]);
    let left = '';
    let at = run.start;
    for (let i = next; at < run.end; i++) {
      const one = sequences[i];
      left += run.text.slice(at - run.start, Math.max(0, (one?.start ?? run.end) - run.start));
      at = Math.max(at, one?.end ?? run.end);
    }
    return !/[^\p{ASCII}]/u.test(left);
  };
}

/** A run that is like the rest of its text, which was misread in this way. */
function likeTheRest(run: Run, misreading: Misreading): Edit[] {
  const text = readAgain(run.text, misreading);
  if (text === null || !(isChinese(text) || averageOf(text) > averageOf(run.text))) return [];
  return [edit(run.start, run.text, text, misreading, 0.9)];
}

/** A run of UTF-8 read as GBK with bytes lost; a question mark behind it may stand for one. */
function tornUtf8(text: string, { start, end }: Run, edits: readonly Edit[], prevails: boolean): Edit[] {
  const to = text.charAt(end) === '?' ? end + 1 : end;
  const run = text.slice(start, to);
  const torn = readTornUtf8(run, lineBefore(text, start, edits), text.charAt(to));
  const known = torn.text.replaceAll(unknown, '');
  const isMostlyWhole = torn.read >= torn.lost * wholeForOneLost && !torn.isUneven;
  const isTorn = prevails
    ? torn.lost > 0 && (isMostlyWhole || (torn.lost === 1 && torn.notes.length === 1))
    : isMostlyWhole && hanIn(known) >= leastHan && isLikelier(known, run);
  if (!isTorn) return [];
  const { note, ...rest } = edit(start, run, torn.text, utf8AsGbk, torn.text.includes(unknown) ? 0.4 : 0.9);
  return [{ ...rest, note: [note, ...torn.notes].join(', ') }];
}

function bestOf(run: Run, misreadings: readonly Misreading[]): Edit[] {
  let best: { text: string; misreading: Misreading; average: number } | null = null;
  for (const misreading of misreadings) {
    const text = readAgain(run.text, misreading);
    if (text === null || hanIn(text) < leastHan) continue;
    const average = averageOf(text);
    if (best === null || average > best.average) best = { text, misreading, average };
  }
  return best === null || !isLikelier(best.text, run.text)
    ? []
    : [edit(run.start, run.text, best.text, best.misreading, 0.95)];
}

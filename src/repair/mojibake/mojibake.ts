import type { Edit } from '../../document/alignment.js';
import { gbk, utf8, windows1252 } from './codecs.js';
import { averageOf, hanIn, isChinese } from './likelihood.js';
import { edit, hanForms, latinForms, type Misreading, nameOf, readAgain, utf8AsGbk } from './misreadings.js';
import { hanRuns, latinRuns, looksLikeUtf8, type Run, withHardSpaces } from './runs.js';
import { readTornUtf8 } from './torn-utf8.js';

/** Punctuation that English and Chinese share, alone in a run: “ in GBK is ¡° in Windows-1252. */
const quotesAndPauses = /^[“”‘’—…，。、；：！？]+$/;

const notUtf8 = new Uint8Array([0xff]);
const unknown = '\ufffd';
const leastLatin = 2;
const leastRun = 4;
const leastHan = 2;
/** Runs with too few frequent characters to be Chinese as they stand. */
const unusual = { leastLength: leastRun, leastHan, mostFrequent: 0.5 };
const anyHan = { leastLength: 1, leastHan: 1, mostFrequent: Infinity };
const leastAverage = -9.5;
const leastGain = 3;
const leastTotalGain = 16;
/** So many characters read again by one misreading, and the rest of the text went the same way. */
const leastPrevailing = 40;
/** Of so many characters that came out whole one may be lost. */
const wholeForOneLost = 2;
/** So far back a quotation is looked for that is open. */
const longestLine = 400;

/**
 * Text that was written in one encoding and read by another: UTF-8 as Windows-1252, GBK or Big5, GBK and Big5 as
 * Windows-1252 or as each other. A run of it is read again only if every byte fits and what comes out is far likelier
 * Chinese (by the language model of the slips), or, from UTF-8 read as Windows-1252, by the form of the bytes alone; of UTF-8 read as
 * GBK bytes may be lost. Where much of a text was misread in one way, its shortest runs are read in that way, too.
 */
export function findMojibake(text: string): Edit[] {
  const edits = editsOf(text, null);
  const prevailing = [...latinForms, ...hanForms].find((misreading) => covers(edits, misreading));
  return prevailing === undefined ? edits : editsOf(text, prevailing);
}

function editsOf(text: string, prevailing: Misreading | null): Edit[] {
  return [...latinEdits(text, prevailing), ...hanEdits(text, prevailing)].sort((a, b) => a.start - b.start);
}

function covers(edits: readonly Edit[], misreading: Misreading): boolean {
  const own = edits.filter(({ note }) => note?.startsWith(nameOf(misreading)));
  return own.reduce((sum, { start, end }) => sum + end - start, 0) >= leastPrevailing;
}

function latinEdits(text: string, prevailing: Misreading | null): Edit[] {
  const misreading = prevailing !== null && latinForms.includes(prevailing) ? prevailing : null;
  const runs = misreading === null ? latinRuns(withHardSpaces(text), leastLatin) : latinRuns(text, 1);
  return runs.flatMap((run) => {
    const isWhole = text.startsWith(run.text, run.start);
    const sure = isWhole ? (byForm(run) ?? marksOnly(run)) : null;
    if (sure !== null) return [sure];
    const best = run.text.length < leastRun ? [] : bestOf(run, isWhole ? latinForms : latinForms.slice(0, 1));
    return best.length > 0 || misreading === null || !isWhole ? best : likeTheRest(run, misreading);
  });
}

/** UTF-8 read as Windows-1252, if all bytes of the run are UTF-8: no other text looks like that. */
function byForm(run: Run): Edit | null {
  if (!looksLikeUtf8(run.text)) return null;
  const bytes = run.text.replace(/[@-~]$/, '');
  const text = utf8.decode(windows1252.encode(bytes) ?? notUtf8);
  if (text === null || text.length >= bytes.length || /[\u0080-\u009f]/.test(text)) return null;
  return edit(run.start, bytes, text, { written: utf8, read: windows1252 }, 0.97);
}

/** Quotation marks and pauses of GBK among English words. */
function marksOnly(run: Run): Edit | null {
  if (!/^[\u00a1\u00a3]/.test(run.text)) return null;
  const marks = gbk.decode(windows1252.encode(run.text) ?? notUtf8);
  if (marks === null || !quotesAndPauses.test(marks)) return null;
  return edit(run.start, run.text, marks, { written: gbk, read: windows1252 }, 0.9);
}

function hanEdits(text: string, prevailing: Misreading | null): Edit[] {
  const misreading = prevailing !== null && hanForms.includes(prevailing) ? prevailing : null;
  const edits: Edit[] = [];
  for (const run of hanRuns(text, misreading === null ? unusual : anyHan)) {
    const best = bestOf(run, hanForms);
    const whole = best.length > 0 || misreading === null ? best : likeTheRest(run, misreading);
    edits.push(...(whole.length > 0 ? whole : tornUtf8(text, run, edits, misreading === utf8AsGbk)));
  }
  return edits;
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
  const isMostlyWhole = torn.read >= torn.lost * wholeForOneLost;
  const isTorn = prevails
    ? torn.lost > 0 && (isMostlyWhole || (torn.lost === 1 && torn.notes.length === 1))
    : isMostlyWhole && hanIn(known) >= leastHan && isLikelier(known, run);
  if (!isTorn) return [];
  const { note, ...rest } = edit(start, run, torn.text, utf8AsGbk, torn.text.includes(unknown) ? 0.4 : 0.9);
  return [{ ...rest, note: [note, ...torn.notes].join(', ') }];
}

/** The line up to `at`, as the edits so far leave it. */
function lineBefore(text: string, at: number, edits: readonly Edit[]): string {
  const near = Math.max(0, at - longestLine);
  const start = near + text.slice(near, at).lastIndexOf('\n') + 1;
  let [line, to] = ['', at];
  for (let i = edits.length - 1; i >= 0 && to > start; i--) {
    const last = edits[i];
    if (last === undefined || last.end <= start) break;
    line = last.replacement + text.slice(last.end, to) + line;
    to = last.start;
  }
  return text.slice(Math.min(start, to), to) + line;
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

/** Whether a text is far likelier Chinese than the run that it is made of. */
function isLikelier(text: string, run: string): boolean {
  const average = averageOf(text);
  const gain = average - averageOf(run);
  return average >= leastAverage && gain >= leastGain && gain * text.length >= leastTotalGain;
}

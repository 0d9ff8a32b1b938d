import type { Edit } from '../../document/alignment.js';
import type { Span } from '../../document/span.js';
import { frequencyRank } from '../../lexicons/frequent-characters.js';
import { fold } from '../../script/fold.js';
import { lazy } from '../../text/lazy.js';
import { isHan, languageModel } from '../slips/language-model.js';
import { big5, type Codec, gbk, utf8, windows1252 } from './codecs.js';

/** A text written in one encoding and read by another. */
interface Misreading {
  readonly written: Codec;
  readonly read: Codec;
}

/** The well-known misreadings, by the form that the text has then. */
const latinForms: readonly Misreading[] = [
  { written: utf8, read: windows1252 },
  { written: gbk, read: windows1252 },
  { written: big5, read: windows1252 },
];
const hanForms: readonly Misreading[] = [
  { written: utf8, read: gbk },
  { written: utf8, read: big5 },
  { written: big5, read: gbk },
  { written: gbk, read: big5 },
];

const windowsPunctuation = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/** Runs of letters and signs from U+0080 to U+00FF; behind one of them a byte of a double-byte character may be ASCII. */
const latinRun = new RegExp(`(?:[\\u0080-\\u00ff${windowsPunctuation}][@-~]?){2,}`, 'g');
/** A space that was the second byte of three before somebody made non-breaking spaces plain ones. */
const plainSpace = new RegExp(`(?<=[\\u00e2-\\u00ef]) (?=[\\u0080-\\u00bf${windowsPunctuation}])`, 'g');
/** What UTF-8 read as Windows-1252 begins with: two bytes for a Latin letter or sign, or three for the rest. */
const utf8Sign = new RegExp(
  `[\\u00c2\\u00c3][\\u0080-\\u00bf${windowsPunctuation}]|[\\u00e2-\\u00ef][\\u0080-\\u00bf${windowsPunctuation}]{2}`,
);
/** Punctuation that English and Chinese share, alone in a run: “ in GBK is ¡° in Windows-1252. */
const quotesAndPauses = /^[“”‘’—…，。、；：！？]+$/;

const notUtf8 = new Uint8Array([0xff]);
const leastRun = 4;
const leastHan = 2;
const leastAverage = -9.5;
const leastGain = 3;
const leastTotalGain = 16;
const frequentRank = 1200;
const mostFrequent = 0.5;
const longestRun = 20_000;
const sureShare = 0.93;
/** Marks that no line ends with. */
const goesOn = '、，：；“「『（《〈';
const opening = '“‘「『（《〈【〔〖';
const closing = '”’」』）》〉】〕〗';

/**
 * Text that was written in one encoding and read by another: UTF-8 as Windows-1252, GBK or Big5, GBK and Big5 as
 * Windows-1252 or as each other. A run of it is read again only if every byte fits and what comes out is far likelier
 * Chinese (by the language model of the slips), or, from UTF-8 read as Windows-1252, by the form of the bytes alone.
 */
export function findMojibake(text: string): Edit[] {
  return [...latinEdits(text), ...hanEdits(text)].sort((a, b) => a.start - b.start);
}

function latinEdits(text: string): Edit[] {
  if (!/[\u0080-\u00ff]/.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.replace(plainSpace, '\u00a0').matchAll(latinRun)) {
    const run = match[0];
    if (run.length > longestRun) continue;
    const isWhole = text.startsWith(run, match.index);
    const sure = isWhole ? (byForm(run, match.index) ?? marksOnly(run, match.index)) : null;
    if (sure !== null) edits.push(sure);
    else if (run.length >= leastRun)
      edits.push(...bestOf(run, match.index, isWhole ? latinForms : latinForms.slice(0, 1)));
  }
  return edits;
}

/** UTF-8 read as Windows-1252, if all bytes of the run are UTF-8: no other text looks like that. */
function byForm(run: string, start: number): Edit | null {
  if (!utf8Sign.test(run)) return null;
  const bytes = run.replace(/[@-~]$/, '');
  const text = utf8.decode(windows1252.encode(bytes) ?? notUtf8);
  if (text === null || text.length >= bytes.length || /[\u0080-\u009f]/.test(text)) return null;
  return edit(start, bytes, text, { written: utf8, read: windows1252 }, 0.97);
}

/** Quotation marks and pauses of GBK among English words. */
function marksOnly(run: string, start: number): Edit | null {
  if (!/^[\u00a1\u00a3]/.test(run)) return null;
  const marks = gbk.decode(windows1252.encode(run) ?? notUtf8);
  if (marks === null || !quotesAndPauses.test(marks)) return null;
  return edit(start, run, marks, { written: gbk, read: windows1252 }, 0.9);
}

function hanEdits(text: string): Edit[] {
  return unusualRuns(text).flatMap(({ start, end }) => {
    const run = text.slice(start, end);
    const torn = /[?\ufffd]$/.test(run + text.charAt(end)) ? tornUtf8(text, start, run) : null;
    return torn === null ? bestOf(run, start, hanForms) : [torn];
  });
}

/** Runs without ASCII and spaces that have too few frequent characters to be Chinese as they stand. One pass. */
function unusualRuns(text: string): Span[] {
  const table = frequent();
  const runs: Span[] = [];
  for (let start = 0; start < text.length; ) {
    if (text.charCodeAt(start) < 0x80) {
      start++;
      continue;
    }
    let [end, han, common] = [start, 0, 0];
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (unit < 0x80 || unit === 0x3000 || unit === 0xa0 || (unit >= 0xd800 && unit <= 0xdfff)) break;
      if (unit < 0x2e80) continue;
      han++;
      common += table[unit] ?? 0;
    }
    if (end - start >= leastRun && end - start <= longestRun && han >= leastHan && common < han * mostFrequent)
      runs.push({ start, end });
    start = end + 1;
  }
  return runs;
}

/**
 * UTF-8 read as GBK that ends on the first two bytes of a character: the decoder had no pair for the second or third.
 * Of the 64 characters that it can be the likeliest stands, if it is far likelier than the others, else U+FFFD.
 */
function tornUtf8(text: string, start: number, run: string): Edit | null {
  const whole = run.replace(/(?<!\ufffd)\ufffd+$/, '');
  const end = whole.length < run.length ? run.length : run.length + 1;
  const bytes = gbk.encode(whole);
  if (bytes === null || bytes.length < 5) return null;
  const lead = bytes.findLastIndex((byte) => byte >= 0xc0);
  const head = utf8.decode(bytes.subarray(0, lead));
  if (bytes.length - lead !== 2 || (bytes[lead] ?? 0) < 0xe3 || (bytes[lead] ?? 0) > 0xe9 || head === null) return null;
  if (hanIn(head) < leastHan - 1 || averageOf(head) < leastAverage || averageOf(head) - averageOf(run) < leastGain)
    return null;
  const next = text.charAt(end);
  const choices = Array.from({ length: 64 }, (_, i) => {
    const character = utf8.decode(Uint8Array.from([...bytes.subarray(lead), 0x80 + i])) ?? '';
    const fits = mayEnd(character, head, next);
    return { character, weight: fits ? Math.exp(sumOf(head.slice(-1) + character + next) - sumOf(head.slice(-1))) : 0 };
  }).sort((a, b) => b.weight - a.weight);
  const share = (choices[0]?.weight ?? 0) / choices.reduce((sum, { weight }) => sum + weight, 0);
  const last = share >= sureShare ? (choices[0]?.character ?? '') : '\ufffd';
  const candidates = choices
    .slice(0, 4)
    .map(({ character }) => character)
    .join('/');
  const { note, ...rest } = edit(start, text.slice(start, end), head + last, { written: utf8, read: gbk }, 0);
  const inferred = last === '\ufffd' ? `one of ${candidates}` : `${last} inferred (context)`;
  return { ...rest, confidence: last === '\ufffd' ? 0.4 : 0.9, note: `${note}, ${inferred}` };
}

/** Whether a character may stand between `head` and `next`: no space, no closing mark without its opening one. */
function mayEnd(character: string, head: string, next: string): boolean {
  if (/\s/.test(character) || (goesOn.includes(character) && /^\s?$/.test(next))) return false;
  const pair = closing.indexOf(character);
  return pair < 0 || head.lastIndexOf(opening.charAt(pair)) > head.lastIndexOf(character);
}

function bestOf(run: string, start: number, misreadings: readonly Misreading[]): Edit[] {
  let best: { text: string; misreading: Misreading; average: number } | null = null;
  for (const misreading of misreadings) {
    const bytes = misreading.read.encode(run);
    const text = bytes === null ? null : misreading.written.decode(bytes);
    if (text === null || hanIn(text) < leastHan || /[\ufffd\ue000-\uf8ff]/.test(text)) continue;
    const average = averageOf(text);
    if (best === null || average > best.average) best = { text, misreading, average };
  }
  if (best === null || best.average < leastAverage) return [];
  const before = averageOf(run);
  if (best.average - before < leastGain) return [];
  if ((best.average - before) * best.text.length < leastTotalGain) return [];
  return [edit(start, run, best.text, best.misreading, 0.95)];
}

function edit(
  start: number,
  run: string,
  replacement: string,
  { written, read }: Misreading,
  confidence: number,
): Edit {
  const note = `${written.name} read as ${read.name}`;
  return { start, end: start + run.length, replacement, kind: 'mojibake', rule: 'encoding', confidence, note };
}

function hanIn(text: string): number {
  return Array.from(text).filter((character) => isHan(character.charCodeAt(0))).length;
}

/** Log probability a character, in nats. */
function averageOf(text: string): number {
  return sumOf(text) / Math.max(1, text.length);
}

function sumOf(text: string): number {
  const model = languageModel();
  const folded = fold(text);
  let sum = 0;
  for (let i = 0; i < folded.length; i++)
    sum += model.transition(i === 0 ? 0 : folded.charCodeAt(i - 1), folded.charCodeAt(i));
  return sum;
}

/** 1 by UTF-16 unit for frequent Han characters of both scripts and for Chinese punctuation. */
const frequent = lazy((): Uint8Array => {
  const table = new Uint8Array(65536);
  const units = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i));
  fold(units.join('\n'))
    .split('\n')
    .forEach((folded, i) => {
      if ((frequencyRank(folded) ?? Infinity) <= frequentRank) table[0x4e00 + i] = 1;
    });
  for (let unit = 0x3000; unit <= 0x303f; unit++) table[unit] = 1;
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = 1;
  return table;
});

import type { Span } from '../../document/span.js';
import { frequentUnits } from './likelihood.js';

const windowsPunctuation = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/** Letters and signs from U+0080 to U+00FF; behind one of them a byte of a double-byte character may be ASCII. */
const latinRun = new RegExp(`(?:[\\u0080-\\u00ff${windowsPunctuation}][@-~]?)+`, 'g');
/** A space that was the second byte of three before somebody made non-breaking spaces plain ones. */
const plainSpace = new RegExp(`(?<=[\\u00e2-\\u00ef]) (?=[\\u0080-\\u00bf${windowsPunctuation}])`, 'g');
/** What UTF-8 read as Windows-1252 begins with: two bytes for a Latin letter or sign, or three for the rest. */
const utf8Sign = new RegExp(
  `[\\u00c2\\u00c3][\\u0080-\\u00bf${windowsPunctuation}]|[\\u00e2-\\u00ef][\\u0080-\\u00bf${windowsPunctuation}]{2}`,
);
const longestRun = 20_000;

/** A run of characters that bytes of another encoding may have made. */
export interface Run extends Span {
  readonly text: string;
}

/** Runs of so many letters and signs that bytes of a wrong encoding make in Windows-1252. */
export function latinRuns(text: string, leastSigns: number): Run[] {
  if (!/[\u0080-\u00ff]/.test(text)) return [];
  return Array.from(text.matchAll(latinRun), ({ 0: run, index }) => ({
    text: run,
    start: index,
    end: index + run.length,
  })).filter(
    ({ text: run }) => run.length > 1 && run.length <= longestRun && run.replace(/[@-~]/g, '').length >= leastSigns,
  );
}

/** A text with non-breaking spaces where plain ones may stand for bytes. */
export function withHardSpaces(text: string): string {
  return /[\u0080-\u00ff]/.test(text) ? text.replace(plainSpace, '\u00a0') : text;
}

/** Whether a run holds what UTF-8 read as Windows-1252 begins with. */
export function looksLikeUtf8(run: string): boolean {
  return utf8Sign.test(run);
}

/** What a run without ASCII must have: so many characters, so many of them Han, and less than this share of frequent ones. */
export interface HanLimits {
  readonly leastLength: number;
  readonly leastHan: number;
  readonly mostFrequent: number;
}

/** Runs without ASCII within the limits; a question mark may stand for a byte. One pass. */
export function hanRuns(text: string, { leastLength, leastHan, mostFrequent }: HanLimits): Run[] {
  const table = frequentUnits();
  const runs: Run[] = [];
  for (let start = 0; start < text.length; ) {
    if (!goesOn(text, start)) {
      start++;
      continue;
    }
    let [end, han, common] = [start, 0, 0];
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      const isPlain = unit > 0x3000 && unit < 0xd800;
      if (!isPlain && !goesOn(text, unit === questionMark ? end + 1 : end)) break;
      if (unit < 0x2e80) continue;
      han++;
      common += table[unit] ?? 0;
    }
    if (end - start >= leastLength && end - start <= longestRun && han >= leastHan && common < han * mostFrequent)
      runs.push({ text: text.slice(start, end), start, end });
    start = end + 1;
  }
  return runs;
}

const questionMark = 0x3f;

/** Whether a character at `at` belongs to a run; a wide space does behind one that does, since bytes of a character may make it. */
function goesOn(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 0x3000) return at > 0 && text.charCodeAt(at - 1) > 0x80 && text.charCodeAt(at - 1) !== 0x3000;
  return unit >= 0x80 && unit !== 0xa0 && !(unit >= 0xd800 && unit <= 0xdfff);
}

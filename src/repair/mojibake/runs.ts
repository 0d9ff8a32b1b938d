import type { Span } from '../../document/span.js';
import { frequentUnits } from './likelihood.js';
import { windows1252 } from './single-byte.js';
import { hanStretchEnd, latinStretchEnd, longestStretch } from './stretches.js';

/** A run of characters that bytes of another encoding may have made. */
export interface Run extends Span {
  readonly text: string;
}

/** Runs of letters and signs that bytes of a wrong encoding make in Windows-1252; stretches of the long ones. */
export function latinRuns(text: string): Run[] {
  if (!/[\u0080-\u00ff]/.test(text)) return [];
  const runs: Run[] = [];
  for (let start = 0; start < text.length; start++) {
    const end = latinEnd(text, start);
    for (let to = start; start < end; start = to) {
      to = latinStretchEnd(text, start, end);
      const run = text.slice(start, to);
      if (run.length > 1) runs.push({ text: run, start, end: to });
    }
  }
  return runs;
}

/** Where a run that may begin at `start` ends; behind a letter or sign of it a byte of a double-byte character may be ASCII. */
function latinEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isSign(text.charCodeAt(end))) {
    const next = text.charCodeAt(end + 1);
    end += next >= 0x40 && next <= 0x7e ? 2 : 1;
  }
  return end;
}

function isSign(unit: number): boolean {
  return unit >= 0x80 && (unit <= 0xff || windows1252.byteOf(unit) > 0);
}

/** What a run without ASCII must have: so many characters, so many of them Han, and less than this share of frequent ones. */
export interface HanLimits {
  readonly leastLength: number;
  readonly leastHan: number;
  readonly mostFrequent: number;
}

/** Runs without ASCII within the limits, stretches of the long ones; a question mark may stand for a byte. One pass. */
export function hanRuns(text: string, limits: HanLimits): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!goesOn(text, start)) continue;
    const end = hanEnd(text, start);
    for (let to = start; start < end; start = to) {
      to = Math.min(end, start + longestStretch);
      if (!isWithin(limits, text, start, to)) continue;
      to = hanStretchEnd(text, start, end);
      runs.push({ text: text.slice(start, to), start, end: to });
    }
  }
  return runs;
}

function hanEnd(text: string, start: number): number {
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const isPlain = unit > 0x3000 && unit < 0xd800;
    if (!isPlain && !goesOn(text, unit === questionMark ? end + 1 : end)) break;
  }
  return end;
}

function isWithin(
  { leastLength, leastHan, mostFrequent }: HanLimits,
  text: string,
  start: number,
  end: number,
): boolean {
  if (end - start < leastLength) return false;
  const table = frequentUnits();
  let [han, common] = [0, 0];
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x2e80) continue;
    han++;
    common += table[unit] ?? 0;
  }
  return han >= leastHan && common < han * mostFrequent;
}

const questionMark = 0x3f;

/** Whether a character at `at` belongs to a run; a wide space does behind one that does, since bytes of a character may make it. */
function goesOn(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 0x3000) return at > 0 && text.charCodeAt(at - 1) > 0x80 && text.charCodeAt(at - 1) !== 0x3000;
  return unit >= 0x80 && unit !== 0xa0 && !(unit >= 0xd800 && unit <= 0xdfff);
}

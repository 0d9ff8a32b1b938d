import { big5, type DoubleByteCodec, gbk } from './codecs.js';
import { isTrail, lengthOf } from './utf8-bytes.js';

/**
 * So many characters of a run are read as one. A longer edit would leave what is found in its text without a place in the raw
 * text, and a byte amiss could cost all of it.
 */
export const longestStretch = 1000;
/** So far before the longest a stretch may end, for the sake of its border. */
const mostSpare = 250;

/**
 * Where a stretch that begins at `start` ends within a run of Han characters: between two that were written in UTF-8, as its bytes
 * are if GBK, or Big5, was read. Two bytes read as two bytes may be parted anywhere.
 */
export function hanStretchEnd(text: string, start: number, end: number): number {
  if (end - start <= longestStretch) return end;
  const [ofGbk = [], ofBig5 = []] = [gbk, big5].map((read) => bordersBefore(start, (at) => isBetween(text, at, read)));
  const border = ofGbk.length >= ofBig5.length ? ofGbk[0] : ofBig5[0];
  // A question mark belongs to what it ends.
  return border ?? start + longestStretch + (text.charAt(start + longestStretch) === '?' ? 1 : 0);
}

/** The same within a run of Windows-1252: between two pairs of bytes, the second of which begins a character of UTF-8. */
export function latinStretchEnd(text: string, start: number, end: number): number {
  if (end - start <= longestStretch) return end;
  const isBorder = (at: number): boolean => (at - start) % 2 === 0 && lengthOf(text.charCodeAt(at)) > 0;
  return bordersBefore(start, isBorder)[0] ?? start + longestStretch;
}

/** The borders near the longest end of a stretch, the last first. */
function bordersBefore(start: number, isBorder: (at: number) => boolean): number[] {
  const last = start + longestStretch;
  return Array.from({ length: mostSpare }, (_, back) => last - back).filter(isBorder);
}

/** Whether three bytes that make a character of UTF-8 end before `at`, and others begin there. */
function isBetween(text: string, at: number, read: DoubleByteCodec): boolean {
  const [before, last, next] = [at - 2, at - 1, at].map((place) => read.codeOf(text.charCodeAt(place)));
  if (before === undefined || last === undefined || next === undefined) return false;
  const isWhole = (before & 0xf0) === 0xe0 && isTrail(last >> 8) && isTrail(last & 0xff);
  return isWhole && lengthOf(next >> 8) > 0;
}

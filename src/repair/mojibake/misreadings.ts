import type { Edit } from '../../document/alignment.js';
import { big5, type Codec, gbk, utf8 } from './codecs.js';
import { windows1252 } from './single-byte.js';

/** A text written in one encoding and read by another. */
export interface Misreading {
  readonly written: Codec;
  readonly read: Codec;
}

/** UTF-8 read as GBK, which is the one that often loses bytes. */
export const utf8AsGbk: Misreading = { written: utf8, read: gbk };

/** The misreadings of two bytes a character that leave Latin letters and signs. */
export const latinForms: readonly Misreading[] = [
  { written: gbk, read: windows1252 },
  { written: big5, read: windows1252 },
];

/** The well-known misreadings that leave Han characters. */
export const hanForms: readonly Misreading[] = [
  utf8AsGbk,
  { written: utf8, read: big5 },
  { written: big5, read: gbk },
  { written: gbk, read: big5 },
];

/** What the bytes of a run were, or null if they are not of the encoding to the last one. */
export function readAgain(run: string, { written, read }: Misreading): string | null {
  const bytes = read.encode(run);
  const text = bytes === null ? null : written.decode(bytes);
  return text === null || /[\ufffd\ue000-\uf8ff]/.test(text) ? null : text;
}

/** The edit that reads a run again; its note names the encodings. */
export function edit(
  start: number,
  run: string,
  replacement: string,
  misreading: Misreading,
  confidence: number,
): Edit {
  const note = nameOf(misreading);
  return { start, end: start + run.length, replacement, kind: 'mojibake', rule: 'encoding', confidence, note };
}

/** The name that the notes of edits begin with. */
export function nameOf({ written, read }: Misreading): string {
  return `${written.name} read as ${read.name}`;
}

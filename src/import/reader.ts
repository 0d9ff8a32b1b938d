import { readRegular } from '../text/regular-file.js';
import type { ReadMarks } from './from-marks.js';

/** What cannot be read as annotations at all: the message says why. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** A form in which annotations come back. A new one is one file and its entry in index.ts. */
export interface AnnotationReader {
  /** What messages call it. */
  readonly name: string;
  /** Whether `source` looks like what it reads. */
  recognizes(source: AnnotationSource): boolean;
  /**
   * The articles in the order in which they stand there.
   *
   * @throws ImportError if it is broken.
   */
  read(source: AnnotationSource): ReadMarks[];
}

/** A file or a directory, and what can be seen at its start. */
export interface AnnotationSource {
  readonly path: string;
  readonly isDirectory: boolean;
  /** The whole file; empty for a directory. */
  readonly content: string;
}

/**
 * The text of a file in UTF-8, with a byte-order mark where there is one: it counts in the offsets of some tools.
 *
 * @throws ImportError naming `place` if it is of another encoding.
 */
export function readUtf8(path: string, place: string): string {
  return decodeUtf8(readRegular(path), place);
}

/** The same of bytes that were read already. */
export function decodeUtf8(bytes: Uint8Array, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ImportError(`${place} is not UTF-8`);
  }
}

/**
 * The value that a text in JSON stands for.
 *
 * @throws ImportError naming `place`.
 */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new ImportError(`${place} is not JSON`);
  }
}

/** The objects of a file of JSON Lines, with the number of the line each; blank lines are passed over. */
export function parseLines(content: string): { line: number; value: unknown }[] {
  return content
    .split('\n')
    .map((text, i) => ({ line: i + 1, text }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ line, text }) => ({ line, value: parseJson(text, `line ${line}`) }));
}

import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isPipe } from '../text/regular-file.js';
import { ArticleError } from './article.js';
import { type Decoded, decode, type EncodingHints } from './decode.js';

/** Size and hash of a file. */
export interface FileFacts {
  readonly bytes: number;
  readonly sha256: string;
}

/** The bytes of a file, or only their facts where it is large UTF-8 that is read again in pieces. */
export type Content = FileFacts &
  (({ readonly whole: true } & Decoded) | ({ readonly whole: false } & Omit<Decoded, 'text'>));

/** Files up to this size are read at once. */
const smallFile = 1 << 22;
/** Larger ones than this cannot be read at once: their text would not fit a string. */
const largestFile = 1 << 28;

/**
 * Reads a file and finds its encoding. One that is larger than four megabytes, `isRows` and UTF-8 is left for its rows to be
 * read one by one. `facts` is told size and hash as soon as they are known.
 *
 * @throws ArticleError `input/missing`, `input/unreadable`, `input/too-large` or `input/encoding`.
 */
export async function readContent(
  path: string,
  isRows: boolean,
  hintsOf: (bytes: Uint8Array) => EncodingHints,
  onFacts: (facts: FileFacts) => void,
): Promise<Content> {
  const size = await orUnreadable(async () => sizeOf(path));
  if (size <= smallFile) return readWhole(path, hintsOf, onFacts);
  const survey = await orUnreadable(() => surveyUtf8(path));
  onFacts(survey.facts);
  const { given = null } = hintsOf(new Uint8Array());
  if (isRows && survey.encoding !== null && (given === null || given === 'UTF-8'))
    return {
      whole: false,
      ...survey.facts,
      ...survey.encoding,
      ...(given === null ? {} : { basis: 'given', confidence: 1 }),
    };
  if (size > largestFile) throw tooLarge(size);
  return readWhole(path, hintsOf, onFacts);
}

/** A pipe or device may never end. */
function sizeOf(path: string): number {
  if (isPipe(path))
    throw new ArticleError(
      'input/unreadable',
      'This is a pipe or a device, not a regular file; save what it gives as one.',
    );
  return statSync(path).size;
}

async function readWhole(
  path: string,
  hintsOf: (bytes: Uint8Array) => EncodingHints,
  onFacts: (facts: FileFacts) => void,
): Promise<Content> {
  const bytes = await orUnreadable(() => readFile(path));
  const facts = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  onFacts(facts);
  return { whole: true, ...facts, ...decode(bytes, hintsOf(bytes)) };
}

interface Survey {
  readonly facts: FileFacts;
  /** What `decode` says of the file where it is UTF-8; null where it is not. */
  readonly encoding: Omit<Decoded, 'text'> | null;
}

/** Past as many characters of more than one byte, nothing is more certain. */
const enough = 60;

/** Reads a file once, in pieces: its hash, and whether it is UTF-8 without NUL. */
async function surveyUtf8(path: string): Promise<Survey> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [bytes, sequences, isUtf8, hasMark] = [0, 0, true, false];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    if (bytes === 0) hasMark = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    bytes += chunk.length;
    hash.update(chunk);
    if (!isUtf8) continue;
    const text = decodeNext(decoder, chunk);
    if (text === null || (!hasMark && chunk.includes(0))) isUtf8 = false;
    else if (sequences < enough) sequences += text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  }
  if (isUtf8 && decodeNext(decoder, null) === null) isUtf8 = false;
  const facts = { bytes, sha256: hash.digest('hex') };
  if (!isUtf8) return { facts, encoding: null };
  if (hasMark) return { facts, encoding: { encoding: 'UTF-8', basis: 'bom', confidence: 1 } };
  return {
    facts,
    encoding: { encoding: 'UTF-8', basis: 'strict', confidence: sequences === 0 ? 1 : 1 - 0.25 ** sequences },
  };
}

function decodeNext(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array | null): string | null {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return null;
  }
}

/** Runs `read`; what the system refuses becomes an ArticleError. */
async function orUnreadable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw unreadable(error);
  }
}

/** An error of the system as one of an article; any other as it is. */
export function unreadable(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === null || error instanceof ArticleError) return error;
  if (code === 'ENOENT')
    return new ArticleError('input/missing', 'There is no such file or directory; check the path.');
  return new ArticleError('input/unreadable', `The file cannot be read (${code}); check its permissions.`);
}

function tooLarge(size: number): ArticleError {
  const message = `The file has ${Math.round(size / 1e6)} MB, which is too much to be read at once; split it, or save it as .jsonl or .csv in UTF-8, which are read row by row.`;
  return new ArticleError('input/too-large', message);
}

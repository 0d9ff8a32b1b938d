import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is recorded of a file once it is written. */
export interface FileFacts {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that is being written. */
export interface OutputFile {
  /** Adds text, in UTF-8, or bytes as they are. */
  write(content: string | Uint8Array): void;
  close(): FileFacts;
}

const bufferLength = 1 << 17;

/** Starts the file `path` in `directory`, which exists, and makes the folders between. Size and hash are taken on the way. */
export function createOutputFile(directory: string, path: string): OutputFile {
  if (path.includes('/')) mkdirSync(dirname(join(directory, path)), { recursive: true });
  const file = openSync(join(directory, path), 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  let pending: string[] = [];
  let length = 0;
  const append = (chunk: Uint8Array) => {
    for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
    hash.update(chunk);
    bytes += chunk.length;
  };
  const flush = () => {
    append(Buffer.from(pending.join(''), 'utf8'));
    pending = [];
    length = 0;
  };
  return {
    write(content) {
      if (content.length === 0) return;
      if (typeof content !== 'string') {
        flush();
        append(content);
        return;
      }
      pending.push(content);
      length += content.length;
      if (length >= bufferLength) flush();
    },
    close() {
      flush();
      closeSync(file);
      return { path, bytes, sha256: hash.digest('hex') };
    },
  };
}

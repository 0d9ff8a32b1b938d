import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What is recorded of a file once it is written. */
export interface FileFacts {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that is being written. */
export interface OutputFile {
  write(text: string): void;
  close(): FileFacts;
}

const bufferLength = 1 << 20;

/** Starts the file `path` in `directory`, in UTF-8. Size and hash are taken on the way. */
export function createOutputFile(directory: string, path: string): OutputFile {
  const file = openSync(join(directory, path), 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  let pending: string[] = [];
  let length = 0;
  const flush = () => {
    const chunk = Buffer.from(pending.join(''), 'utf8');
    for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
    hash.update(chunk);
    bytes += chunk.length;
    pending = [];
    length = 0;
  };
  return {
    write(text) {
      pending.push(text);
      length += text.length;
      if (length >= bufferLength) flush();
    },
    close() {
      flush();
      closeSync(file);
      return { path, bytes, sha256: hash.digest('hex') };
    },
  };
}

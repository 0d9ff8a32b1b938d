import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Text that waits on disk, outside the output, until what comes before it has been written. */
export interface Spool {
  write(text: string): void;
  /** Hands over all that was written, in pieces of bytes, and ends the spool. */
  drain(take: (bytes: Uint8Array) => void): void;
}

const pieceLength = 1 << 20;

/** Starts an empty spool. Its file has no name, so that nothing stays behind however the run ends. */
export function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-'));
  const file = openSync(join(folder, 'spool'), 'wx+');
  rmSync(folder, { recursive: true });
  let pending: string[] = [];
  let length = 0;
  let bytes = 0;
  const flush = () => {
    const piece = Buffer.from(pending.join(''), 'utf8');
    for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
    bytes += piece.length;
    pending = [];
    length = 0;
  };
  return {
    write(text) {
      pending.push(text);
      length += text.length;
      if (length >= pieceLength) flush();
    },
    drain(take) {
      flush();
      for (let at = 0; at < bytes; ) {
        const piece = Buffer.alloc(Math.min(pieceLength, bytes - at));
        const read = readSync(file, piece, 0, piece.length, at);
        take(piece.subarray(0, read));
        at += read;
      }
      closeSync(file);
    },
  };
}

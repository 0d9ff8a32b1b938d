import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const pieceLength = 1 << 16;

/** The lines of the file `path`, read piece by piece, up to the byte `end` if one is given. A last line without `\n` is left out. */
export function* readLines(path: string, end = Number.POSITIVE_INFINITY): Generator<string> {
  const file = openSync(path, 'r');
  const piece = Buffer.allocUnsafe(pieceLength);
  let [pending, at]: [Buffer[], number] = [[], 0];
  try {
    for (;;) {
      const length = readSync(file, piece, 0, Math.min(pieceLength, end - at), at);
      if (length === 0) return;
      at += length;
      let from = 0;
      for (let stop = piece.indexOf(10); stop >= 0 && stop < length; stop = piece.indexOf(10, from)) {
        const rest = piece.subarray(from, stop);
        yield pending.length === 0 ? rest.toString('utf8') : Buffer.concat([...pending, rest]).toString('utf8');
        pending = [];
        from = stop + 1;
      }
      if (from < length) pending.push(Buffer.from(piece.subarray(from, length)));
    }
  } finally {
    closeSync(file);
  }
}

/** A file to which lines are added, and out of which any of them can be read again by its place. */
export interface LineStore {
  /** Adds a line and gives its place. */
  add(line: string): Slice;
  read(slice: Slice): string;
  close(): void;
}

/** Bytes of a file. */
export interface Slice {
  readonly offset: number;
  readonly length: number;
}

/** Starts the file `path`, which is written in pieces and stays open for reading. */
export function createLineStore(path: string): LineStore {
  const file = openSync(path, 'wx+');
  const read = createSliceReader(file);
  let [written, pending, waiting]: [number, string[], number] = [0, [], 0];
  const flush = () => {
    written += writeAll(file, pending.join(''));
    [pending, waiting] = [[], 0];
  };
  return {
    add(line) {
      const length = Buffer.byteLength(line);
      const slice = { offset: written + waiting, length };
      pending.push(`${line}\n`);
      waiting += length + 1;
      if (waiting >= pieceLength) flush();
      return slice;
    },
    read(slice) {
      if (slice.offset + slice.length > written) flush();
      return read(slice).toString('utf8');
    },
    close: () => closeSync(file),
  };
}

/** Reads bytes of an open file. What it gives is good until it is asked again. */
export function createSliceReader(file: number): (slice: Slice) => Buffer {
  let bytes = Buffer.allocUnsafe(pieceLength);
  return ({ offset, length }) => {
    if (length > bytes.length) bytes = Buffer.allocUnsafe(2 * length);
    for (let at = 0; at < length; ) {
      const count = readSync(file, bytes, at, length - at, offset + at);
      if (count === 0)
        throw new Error(`A file of the run is shorter than it was written: ${offset + length} bytes are missing.`);
      at += count;
    }
    return bytes.subarray(0, length);
  };
}

/** Writes `text` at the end of an open file, all of it, and gives its number of bytes. */
export function writeAll(file: number, text: string): number {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  return bytes.length;
}

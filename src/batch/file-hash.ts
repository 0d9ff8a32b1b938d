import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { refusePipe } from '../text/regular-file.js';

const pieceLength = 1 << 20;

/** The hash of a file of any size, in hexadecimal digits. @throws Error of the file system, or for a pipe or device. */
export function hashFile(path: string, algorithm = 'sha256'): string {
  refusePipe(path);
  const hash = createHash(algorithm);
  const piece = Buffer.allocUnsafe(pieceLength);
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece))
      hash.update(piece.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

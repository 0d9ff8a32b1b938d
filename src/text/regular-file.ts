import { createReadStream, type ReadStream, readFileSync, statSync } from 'node:fs';

/** What the error of `refusePipe` bears as its code, in the place of one of the system's. */
export const notRegular = 'ENOTREGULAR';

/** Whether `path` is a pipe, a socket or a device: it may never end, and opening it may wait for ever. */
export function isPipe(path: string): boolean {
  const facts = statSync(path, { throwIfNoEntry: false });
  return facts !== undefined && !facts.isFile() && !facts.isDirectory();
}

/** @throws Error like those of the system, with the code `notRegular`, where `path` is a pipe or a device. */
export function refusePipe(path: string): void {
  if (!isPipe(path)) return;
  throw Object.assign(new Error(`${path} is a pipe or a device`), { code: notRegular, syscall: 'open', path });
}

/** The bytes of a file that nobody named as a pipe to read from. @throws Error of the file system, or for a pipe or device. */
export function readRegular(path: string): Buffer {
  refusePipe(path);
  return readFileSync(path);
}

/** The same, piece by piece. */
export function streamRegular(path: string): ReadStream {
  refusePipe(path);
  return createReadStream(path);
}

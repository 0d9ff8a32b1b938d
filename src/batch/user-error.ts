import { notRegular } from '../text/regular-file.js';

/** Something that a person can put right: the message says what, where, and what to do. `status` is the exit status. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    message: string,
    readonly status: 1 | 2 = 1,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The run was stopped from outside. `status` is the exit status, 128 and the number of the signal. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(
    message: string,
    readonly status = 130,
  ) {
    super(message);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of the path is a file, not a directory',
  EEXIST: 'there is a file of that name',
  ENOENT: 'the path does not exist',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'the links lead in a circle',
  EIO: 'the device fails',
  ENXIO: 'there is no such device',
  EPIPE: 'nobody reads it any more',
  EMFILE: 'too many files are open',
  EFBIG: 'the file would be larger than is allowed',
  [notRegular]: 'it is a pipe or a device, not a regular file',
};

/** Why the system refused, in words; null for an error that is not the system's. */
export function systemReason(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('syscall' in error)) return null;
  return reasons[String(error.code)] ?? `the system says ${String(error.code)}`;
}

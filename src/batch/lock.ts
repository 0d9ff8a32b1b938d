import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const lockFile = 'lock';

/** The file in the directory `work` that says which process writes it. */
export function lockOf(work: string): string {
  return join(work, lockFile);
}

/**
 * Says in the directory `work`, which no other process was seen to write, that this one does: its id, and where the system tells
 * it, when it started. A stale lock gives way. False if another process was faster.
 */
export function lock(work: string): boolean {
  const path = lockOf(work);
  if (runningOwner(path) !== null) return false;
  rmSync(path, { force: true });
  try {
    writeFileSync(path, `${process.pid} ${statOf(process.pid)?.started ?? ''}`.trim(), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isOf(error, 'EEXIST')) return false;
    throw error;
  }
}

/** How long a process that may be ending is waited for, in milliseconds. */
const patience = 2000;
const pause = 50;

/**
 * The id of another process that writes `work`, or null. A process that was killed leaves its lock behind: that says nothing,
 * even if another one has got its id since. One that is just ending is waited for.
 */
export function lockOwner(work: string): number | null {
  for (let waited = 0; ; waited += pause) {
    const owner = runningOwner(lockOf(work));
    if (owner === null || waited >= patience) return owner;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}

function runningOwner(path: string): number | null {
  const [id, started] = readLock(path)?.split(' ') ?? [];
  const owner = Number(id);
  if (!Number.isInteger(owner) || owner <= 0 || owner === process.pid || !isRunning(owner)) return null;
  const now = statOf(owner);
  if (now === null) return owner;
  return now.isEnding || (started !== undefined && started !== now.started) ? null : owner;
}

/** What the lock says, or null where there is none: its owner may remove it at any moment. */
function readLock(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isOf(error, 'ENOENT')) return null;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isOf(error, 'EPERM');
  }
}

function isOf(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** When a process started, in the system's own count, and whether it has ended but for its parent's notice; null where /proc does not say. */
function statOf(pid: number): { readonly started: string; readonly isEnding: boolean } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold spaces and brackets: fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0] ?? '', fields[19]];
    return started === undefined ? null : { started, isEnding: /[ZXx]/.test(state) };
  } catch {
    return null;
  }
}

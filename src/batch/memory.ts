import { setFlagsFromString } from 'node:v8';

/**
 * By how many percent the heap may grow before its garbage is collected. Left alone the engine waits until it has doubled, and longer on a
 * busy machine: articles leave much garbage and little else, so a run would take a third more memory and be no faster.
 */
const growth = '--heap-growing-percent=20';

/** What Node is started with in a worker: a small young generation saves 30 MB more. */
export const workerFlags = ['--max-semi-space-size=4', growth] as const;

/**
 * What the environment of a worker has beside its parent's. glibc learns from each large block that is freed to keep the next one: the
 * dictionary's loading would leave 25 MB behind; and it keeps a store of freed blocks for each thread, where one will do.
 */
export const workerEnvironment = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' } as const;

/**
 * Lets the heap of this process grow little before its garbage is collected. How large the young generation may become is settled when
 * the process starts, but not how fast: at a factor of one it stays as small as it is.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(growth);
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Lets the young generation grow again, for work that leaves much garbage after the workers have ended. */
export function letYoungGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}

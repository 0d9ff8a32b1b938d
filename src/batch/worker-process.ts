import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { LanguageCode } from '../document/types.js';
import type { SegmenterName } from '../settings/segmenters.js';
import { workerEnvironment, workerFlags } from './memory.js';
import type { Batch, BatchResult } from './worker-messages.js';

/** That a worker did not answer. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';

  constructor(readonly how: 'crashed' | 'late' | 'not started') {
    super(`the worker ${how}`);
  }
}

/** A process that annotates one batch after another. */
export interface WorkerProcess {
  /**
   * Sends a batch and waits for the answer.
   *
   * @throws WorkerFailure if none comes; then the process is gone.
   */
  send(batch: Batch, seconds: number): Promise<BatchResult>;
  /** Whether it can still be sent something. */
  readonly isAlive: boolean;
  /** Ends it at once. */
  end(): Promise<void>;
}

/** A worker that needs longer to load its dictionaries will not get ready. */
const startSeconds = 120;

/** What the workers of a run execute. */
export const workerProgram = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/**
 * Starts a worker that is to cut words with `segmenter`, and waits until it is ready for articles in these languages; what others need is
 * loaded with the first article.
 *
 * @throws WorkerFailure `not started`.
 */
export async function startWorkerProcess(
  program: URL,
  segmenter: SegmenterName,
  languages: readonly LanguageCode[],
): Promise<WorkerProcess> {
  const child = fork(program, [segmenter, ...languages], {
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...workerFlags],
    env: { ...workerEnvironment, ...process.env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await answerOf(child, startSeconds, 'not started');
  return {
    async send(batch, seconds) {
      const answer = answerOf(child, seconds, 'crashed');
      child.send(batch, () => undefined);
      return (await answer) as BatchResult;
    },
    get isAlive() {
      return isAlive(child);
    },
    end: () => kill(child),
  };
}

/** The next message of the process. Where it ends first, or takes too long, it is gone and the promise is rejected. */
async function answerOf(child: ChildProcess, seconds: number, failure: 'crashed' | 'not started'): Promise<unknown> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), seconds * 1000);
  const stopped = new AbortController();
  try {
    const { signal } = stopped;
    return await Promise.race([
      once(child, 'message', { signal }).then(([message]) => message as unknown),
      once(child, 'exit', { signal }).then(() => Promise.reject(new WorkerFailure(failure))),
      once(over.signal, 'abort', { signal }).then(() =>
        Promise.reject(new WorkerFailure(failure === 'crashed' ? 'late' : failure)),
      ),
    ]);
  } catch (error) {
    await kill(child);
    throw error instanceof WorkerFailure ? error : new WorkerFailure(failure);
  } finally {
    clearTimeout(timer);
    stopped.abort();
  }
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null && child.connected;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

import { Tinypool } from 'tinypool';
import type { ExportOptions } from '../export/format.js';
import { failure, type NumberedArticle } from './numbered-article.js';
import { systemReason, UserError } from './user-error.js';
import type { Batch, BatchResult } from './worker.js';

/** How many workers, how long one may take for its articles, and what they are told. */
export interface PoolOptions {
  readonly workers: number;
  /** Seconds for a batch, and for an article that is tried alone. */
  readonly timeout: number;
  readonly options: ExportOptions;
  readonly work: string;
}

/** Long-lived processes that annotate. `run` may be called as often as there are workers before one has answered. */
export interface WorkerPool {
  /**
   * Annotates articles. Where the worker crashes or takes too long, each is tried once more, alone, and what fails again is a
   * problem of that article.
   *
   * @throws UserError if the results cannot be written.
   */
  run(articles: readonly NumberedArticle[]): Promise<BatchResult[]>;
  /** Ends the workers. */
  close(): Promise<void>;
}

/** A worker that was started anew loads its dictionaries within the time of its first articles. */
const startSeconds = 10;

/**
 * Starts the workers. Processes, not threads: a crash of the engine's native code ends one worker and not the run, and the
 * engine's memory comes back when a worker is stopped, which it does not from a thread.
 *
 * @throws Error if they cannot be started.
 */
export async function startWorkerPool({ workers, timeout, options, work }: PoolOptions): Promise<WorkerPool> {
  const pool = new Tinypool({
    runtime: 'child_process',
    filename: new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url).href,
    ...{ minThreads: workers, maxThreads: workers, serialization: 'advanced' },
    env: process.env as Record<string, string>,
    // Articles leave much garbage and little else: a small young generation saves 30 MB a worker.
    execArgv: [...process.execArgv, '--max-semi-space-size=4'],
  });
  // A worker that dies while it has nothing to do is replaced; there is nothing to tell.
  pool.on('error', () => undefined);
  const send = async (articles: readonly NumberedArticle[]): Promise<BatchResult> => {
    const batch: Batch = { articles, options, work };
    const result = (await pool.run(batch, {
      signal: AbortSignal.timeout((timeout + startSeconds) * 1000),
    })) as BatchResult;
    if (result.refused !== null) throw refusal(result.refused);
    return result;
  };
  const alone = async (article: NumberedArticle): Promise<BatchResult> => {
    try {
      return await send([article]);
    } catch (error) {
      if (error instanceof UserError) throw error;
      return failed(article, error, timeout);
    }
  };
  await Promise.all(Array.from({ length: workers }, () => send([]))).catch(async (error: unknown) => {
    await pool.destroy();
    throw error;
  });
  return {
    async run(articles) {
      try {
        return [await send(articles)];
      } catch (error) {
        if (error instanceof UserError) throw error;
        const results: BatchResult[] = [];
        for (const article of articles) results.push(await alone(article));
        return results;
      }
    },
    close: () => pool.destroy(),
  };
}

function failed({ index, checked }: NumberedArticle, error: unknown, timeout: number): BatchResult {
  const isLate = error instanceof Error && error.name === 'AbortError';
  const problem = isLate
    ? failure(
        checked,
        'pipeline/timeout',
        `The article took more than ${timeout} seconds and was left out; --timeout allows more.`,
      )
    : failure(
        checked,
        'pipeline/crashed',
        'The process that annotated the article broke down, twice; the article was left out.',
      );
  const stacks = error instanceof Error ? [String(error.stack)] : [];
  return { part: '', results: [{ index, problems: [problem], entities: null, article: null }], stacks, refused: null };
}

function refusal({ code, message }: { code: string; message: string }): UserError {
  const reason = systemReason({ code, syscall: 'write' }) ?? message;
  return new UserError(
    `the articles cannot be written: ${reason}; what is done is kept: put that right and run again with --resume.`,
  );
}

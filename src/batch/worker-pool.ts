import type { LanguageCode } from '../document/types.js';
import type { ExportOptions } from '../export/format.js';
import { defaultSegmenter } from '../settings/segmenters.js';
import { holdsHan } from '../text/han.js';
import { failure, type NumberedArticle } from './numbered-article.js';
import { systemReason, UserError } from './user-error.js';
import type { BatchResult } from './worker-messages.js';
import { startWorkerProcess, WorkerFailure, type WorkerProcess, workerProgram } from './worker-process.js';

/** How many workers, how long one may take for its articles, and what they are told. */
export interface PoolOptions {
  readonly workers: number;
  /** Seconds for a batch, and for an article that is tried alone; as many again for each further `timedLength` of a long one. */
  readonly timeout: number;
  readonly options: ExportOptions;
  readonly work: string;
  /** What they execute, if not the pipeline. */
  readonly program?: URL;
}

/** Long-lived processes that annotate. `run` may be called as often as there are workers before one has answered. */
export interface WorkerPool {
  /**
   * Annotates articles. Where the worker crashes or takes too long, each is tried once more, alone, and what fails again is a
   * problem of that article.
   *
   * @throws UserError if the results cannot be written, or workers cannot be started any more.
   */
  run(articles: readonly NumberedArticle[]): Promise<BatchResult[]>;
  /** Ends the workers. */
  close(): Promise<void>;
}

/** How much text a worker has the time for, in UTF-16 units: ten times what it needs on a busy machine. */
export const timedLength = 1 << 16;

/** After so many workers in a row that did not start it is not the articles. */
const mostFailedStarts = 5;

/**
 * A pool of workers, each started when it is needed. They are processes, not threads: a crash of the engine's native code ends
 * one worker and not the run, and the engine's memory comes back when a worker is ended, which it does not from a thread.
 */
export function createWorkerPool({
  workers,
  timeout,
  options,
  work,
  program = workerProgram,
}: PoolOptions): WorkerPool {
  const free: (WorkerProcess | null)[] = Array.from({ length: workers }, () => null);
  const busy = new Set<WorkerProcess>();
  let [failedStarts, isClosed] = [0, false];

  const start = async (articles: readonly NumberedArticle[]): Promise<WorkerProcess> => {
    try {
      const segmenter = options.settings?.segmenter ?? defaultSegmenter;
      const worker = await startWorkerProcess(program, segmenter, languagesOf(articles));
      failedStarts = 0;
      if (isClosed) await worker.end();
      return worker;
    } catch (error) {
      if (++failedStarts < mostFailedStarts) throw error;
      throw new UserError('the processes that annotate cannot be started; is there enough memory?');
    }
  };
  const send = async (articles: readonly NumberedArticle[]): Promise<BatchResult> => {
    const idle = free.pop() ?? null;
    let worker: WorkerProcess | null = null;
    try {
      worker = idle?.isAlive === true ? idle : await start(articles);
      busy.add(worker);
      const result = await worker.send({ articles, options, work }, timeout * partsOf(articles));
      if (result.refused !== null) throw refusal(result.refused);
      return result;
    } finally {
      if (worker !== null) busy.delete(worker);
      free.push(worker);
    }
  };
  const alone = async (article: NumberedArticle): Promise<BatchResult> => {
    try {
      return await send([article]);
    } catch (error) {
      if (error instanceof WorkerFailure) return failed(article, error, timeout);
      throw error;
    }
  };
  return {
    async run(articles) {
      try {
        return [await send(articles)];
      } catch (error) {
        if (!(error instanceof WorkerFailure)) throw error;
        const results: BatchResult[] = [];
        for (const article of articles) results.push(await alone(article));
        return results;
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([...free, ...busy].map((worker) => worker?.end()));
    },
  };
}

/** What the articles are most likely written in; a worker that has read these few knows what it needs for most. */
function languagesOf(articles: readonly NumberedArticle[]): LanguageCode[] {
  return [...new Set(articles.map(({ checked }) => (holdsHan(checked.article.text) ? 'zh' : 'en')))];
}

function partsOf(articles: readonly NumberedArticle[]): number {
  const length = articles.reduce((sum, { checked }) => sum + checked.article.text.length, 0);
  return Math.max(1, Math.ceil(length / timedLength));
}

function failed(article: NumberedArticle, { how }: WorkerFailure, timeout: number): BatchResult {
  const { index, checked } = article;
  const problem =
    how === 'late'
      ? failure(
          checked,
          'pipeline/timeout',
          `The article took more than ${timeout * partsOf([article])} seconds and was left out; --timeout allows more.`,
        )
      : failure(
          checked,
          'pipeline/crashed',
          'The process that annotated the article broke down, twice; the article was left out.',
        );
  return {
    part: '',
    results: [{ index, problems: [problem], entities: null, article: null }],
    stacks: [],
    refused: null,
  };
}

function refusal({ code, message }: { code: string; message: string }): UserError {
  const reason = systemReason({ code, syscall: 'write' }) ?? message;
  return new UserError(
    `the articles cannot be written: ${reason}; what is done is kept: put that right and run again with --resume.`,
  );
}

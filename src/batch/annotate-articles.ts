import { statSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { resolve } from 'node:path';
import type { InputSource } from '../document/provenance.js';
import { relativePath } from '../input/discover.js';
import type { ReadArticle } from '../input/read-inputs.js';
import { readInputs } from '../input/read-inputs.js';
import type { Job } from './job.js';
import type { Journal, JournalEntry } from './journal.js';
import type { NumberedArticle } from './numbered-article.js';
import type { ProblemList } from './problem-list.js';
import { Interrupted, UserError } from './user-error.js';
import { createWorkerPool, timedLength, type WorkerPool } from './worker-pool.js';

/** More workers than this for a core only cost memory. */
const mostOnCore = 4;
/** Memory that a worker needs, in bytes. */
const workerMemory = 450e6;
/** So many bytes of input make one more worker pay off: it takes two seconds to get ready. */
const bytesForWorker = 1 << 19;

/**
 * Reads every article and has it annotated, unless the journal says that it is done. What cannot be read goes to `problems`,
 * each input to `onSource`.
 *
 * @throws Interrupted if the signal is given, once the articles in hand are done; UserError if what is done cannot be written
 * or the inputs are not those that the journal names.
 */
export async function annotateArticles(
  job: Job,
  journal: Journal,
  problems: ProblemList,
  onSource: (source: InputSource) => void,
): Promise<{ articles: number; failed: number; bytes: number }> {
  const allBytes = sizeOf(job);
  const progress = { articles: journal.done, failed: 0, bytes: 0 };
  const tell = () => job.onProgress?.({ stage: 'annotating', ...progress, allArticles: null, allBytes });
  const crew = new Crew(job, allBytes, journal, (entries, bytes) => {
    progress.articles += entries.length;
    progress.failed += entries.filter(({ article }) => article === null).length;
    progress.bytes = Math.max(progress.bytes, bytes);
    tell();
  });
  let index = 0;
  try {
    tell();
    for await (const item of readInputs(job.files, job.home, job.options)) {
      if (job.signal?.aborted === true) break;
      if ('source' in item) {
        if (!journal.source(item.source)) throw changed(item.source, job);
        onSource(item.source);
      } else if ('problem' in item) problems.addRead(item.problem, index);
      else {
        if (!journal.isDone(index)) await crew.add(index, item.article);
        index++;
      }
    }
    await crew.finish();
  } finally {
    await crew.leave();
  }
  if (job.signal?.aborted === true) throw new Interrupted(`stopped after ${progress.articles} articles`);
  return progress;
}

function sizeOf({ files }: Job): number {
  return files.reduce((sum, { path }) => sum + sizeOfFile(path), 0);
}

/** Nothing for what cannot be read, as a link to itself: that is told when it is. */
function sizeOfFile(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

function changed({ path }: InputSource, { home }: Job): UserError {
  const shown = relativePath(process.cwd(), resolve(home, path));
  return new UserError(
    `cannot go on: the input ${shown} has changed since the run was stopped; run without --resume to start anew.`,
  );
}

/** As many workers as the size of the input pays for, the machine has cores and memory has room. */
function payingWorkers(bytes: number): number {
  const room = Math.floor(freemem() / workerMemory);
  return Math.max(1, Math.min(availableParallelism(), Math.floor(bytes / bytesForWorker), room));
}

type Numbered = NumberedArticle & { readonly position: number };

/** The workers, who get a batch each as soon as they are free, and what they have in hand. */
class Crew {
  readonly #pool: WorkerPool;
  #batch: Numbered[] = [];
  #length = 0;
  readonly #running = new Set<Promise<void>>();
  #broken: { readonly error: unknown } | null = null;
  readonly #workers: number;

  constructor(
    private readonly job: Job,
    bytes: number,
    private readonly journal: Journal,
    private readonly onDone: (entries: readonly JournalEntry[], bytes: number) => void,
  ) {
    this.#workers = Math.min(job.pace.workers ?? payingWorkers(bytes), mostOnCore * availableParallelism());
    const { options, work, pace } = job;
    this.#pool = createWorkerPool({ workers: this.#workers, timeout: pace.timeout, options, work });
  }

  /** Waits until there is a place for the article. */
  async add(index: number, { checked, line, position }: ReadArticle): Promise<void> {
    const { length } = checked.article.text;
    if (this.#batch.length > 0 && this.#length + length > timedLength) await this.#send();
    this.#batch.push({ index, checked, line, position });
    this.#length += length;
    if (this.#batch.length >= this.job.pace.batch) await this.#send();
  }

  /** Waits until all is done, what is in no batch yet left out where the run is to stop. */
  async finish(): Promise<void> {
    if (this.#batch.length > 0 && this.job.signal?.aborted !== true) await this.#send();
    while (this.#running.size > 0) await this.#next();
    this.#check();
  }

  async leave(): Promise<void> {
    await Promise.all(this.#running);
    await this.#pool.close();
  }

  async #send(): Promise<void> {
    while (this.#running.size >= this.#workers) await this.#next();
    this.#check();
    if (this.job.signal?.aborted === true) return;
    const run = this.#annotate(this.#pool, this.#batch).catch((error: unknown) => {
      this.#broken ??= { error };
    });
    this.#running.add(run);
    void run.then(() => this.#running.delete(run));
    [this.#batch, this.#length] = [[], 0];
  }

  async #next(): Promise<void> {
    await Promise.race(this.#running);
  }

  #check(): void {
    if (this.#broken !== null) throw this.#broken.error;
  }

  async #annotate(pool: WorkerPool, batch: readonly Numbered[]): Promise<void> {
    const byIndex = new Map(batch.map((article) => [article.index, article]));
    const entries: JournalEntry[] = [];
    for (const { part, results, stacks } of await pool.run(batch.map(({ position: _, ...article }) => article))) {
      for (const stack of stacks) this.job.onFailure?.(stack);
      for (const result of results) {
        const article = byIndex.get(result.index);
        if (article === undefined) continue;
        const { id, source } = article.checked.article;
        entries.push({ ...result, part, id, path: source?.path ?? null, line: article.line });
      }
    }
    this.journal.finish(entries);
    this.onDone(entries, Math.max(0, ...batch.map(({ position }) => position)));
  }
}

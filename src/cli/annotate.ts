import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { annotateCorpus } from '../batch/annotate-corpus.js';
import { defaultPace, type Pace } from '../batch/job.js';
import { asUserError, checkOutput } from '../batch/output-directory.js';
import { openRun } from '../batch/run.js';
import type { Summary } from '../batch/summary.js';
import { UserError } from '../batch/user-error.js';
import type { ClaimChoice } from '../claims/choices.js';
import type { ExportOptions } from '../export/format.js';
import { defaultFormats, inListOrder } from '../export/index.js';
import { discover, type InputFile, relativePath } from '../input/discover.js';
import type { TargetScript } from '../script/targets.js';
import { renderProblems, renderSummary } from './render.js';
import { interruptible, showProgress } from './terminal.js';

/** What the command line asked for. */
export interface AnnotateOptions {
  readonly output: string;
  readonly published?: string;
  readonly script?: TargetScript;
  readonly encoding?: string;
  readonly tokens?: boolean;
  readonly claims: ClaimChoice;
  readonly excel?: boolean;
  readonly format?: readonly string[];
  readonly quiet?: boolean;
  readonly debug?: boolean;
  readonly resume?: boolean;
  readonly workers?: number;
  readonly batchSize?: number;
  readonly timeout?: number;
}

/**
 * The command `annotate`: exit status 1 if an article failed.
 *
 * @throws UserError if there is nothing to read or the output cannot be written.
 */
export async function annotate(inputs: readonly string[], options: AnnotateOptions): Promise<number> {
  const cwd = process.cwd();
  const home = checkOutput(options.output, cwd);
  const files = await discover(inputs, cwd, home);
  checkFiles(files, inputs);
  const summary = await writeExport(files, home, options);
  const show = (path: string) => relativePath(cwd, resolve(home, path));
  process.stderr.write(renderProblems(summary.firstErrors, show, summary.errors));
  if (options.quiet !== true) process.stdout.write(renderSummary(summary, options.output));
  return summary.errors > 0 ? 1 : 0;
}

function checkFiles(files: readonly InputFile[], inputs: readonly string[]): void {
  if (files.some(({ path }) => existsSync(path))) return;
  if (files.length > 0) throw new UserError(`${inputs.join(' ')} does not exist; check the path.`, 2);
  throw new UserError(`no articles in ${inputs.join(' ')}; give .txt, .html, .json, .jsonl or .csv files.`, 2);
}

async function writeExport(files: readonly InputFile[], home: string, options: AnnotateOptions): Promise<Summary> {
  const exportOptions: ExportOptions = {
    published: options.published ?? null,
    script: options.script ?? null,
    encoding: options.encoding ?? null,
    tokens: options.tokens ?? false,
    claims: options.claims,
    excel: options.excel ?? false,
    formats: inListOrder(options.format ?? defaultFormats),
  };
  const { output, resume = false } = options;
  const run = asUserError(output, () => openRun(home, output, files, exportOptions, resume));
  if (run.notice !== null && !(resume && options.quiet === true)) process.stderr.write(`wenmai: ${run.notice}\n`);
  const progress = showProgress(options.quiet === true);
  try {
    const summary = await interruptible((signal) =>
      annotateCorpus(
        {
          ...{ files, home, work: run.work, target: run.target, options: exportOptions, signal },
          pace: paceOf(options),
          onProgress: ({ articles, allArticles }) => progress.step(articles, allArticles),
          onFailure: (error) => options.debug === true && progress.print(error),
        },
        run.journal,
      ),
    );
    asUserError(output, run.commit);
    return summary;
  } catch (error) {
    throw run.stop(error);
  } finally {
    progress.end();
  }
}

function paceOf({ workers, batchSize, timeout }: AnnotateOptions): Pace {
  return {
    workers: workers ?? defaultPace.workers,
    batch: batchSize ?? defaultPace.batch,
    timeout: timeout ?? defaultPace.timeout,
  };
}

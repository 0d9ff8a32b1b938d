import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { annotateCorpus } from '../batch/annotate-corpus.js';
import { defaultPace, type Pace } from '../batch/job.js';
import { asUserError, checkOutput } from '../batch/output-directory.js';
import { openRun } from '../batch/run.js';
import type { Summary } from '../batch/summary.js';
import { UserError } from '../batch/user-error.js';
import type { ExportOptions } from '../export/format.js';
import { defaultFormats, inListOrder } from '../export/index.js';
import { discover, type InputFile, relativePath } from '../input/discover.js';
import { reportFile, writeReport } from '../report/write-report.js';
import { type ChoiceFlags, type Chosen, choose } from './chosen.js';
import { dryRun } from './dry-run.js';
import { type Log, openLog } from './log.js';
import { renderExports, renderSummary } from './render.js';
import { interruptible } from './terminal.js';

/** What the command line asked for. */
export interface AnnotateOptions extends ChoiceFlags {
  readonly output?: string;
  readonly report?: boolean;
  readonly format?: readonly string[];
  readonly quiet?: boolean;
  readonly debug?: boolean;
  readonly resume?: boolean;
  readonly overwrite?: boolean;
  readonly workers?: number;
  readonly batchSize?: number;
  readonly timeout?: number;
  readonly dryRun?: boolean;
  readonly jsonLogs?: boolean;
}

/**
 * The command `annotate`: exit status 1 if an article failed.
 *
 * @throws UserError if there is nothing to read or the output cannot be written.
 */
export async function annotate(inputs: readonly string[], options: AnnotateOptions): Promise<number> {
  const cwd = process.cwd();
  const output = outputOf(options);
  const home = output === null ? cwd : checkOutput(output, cwd, options.overwrite);
  const chosen = choose(options, cwd, home);
  const log = openLog(options, (path) => relativePath(cwd, resolve(home, path)));
  const exports: string[] = [];
  const files = await discover(inputs, cwd, output === null ? null : home, (directory) => exports.push(directory));
  if (exports.length > 0 && options.quiet !== true) log.notice(renderExports(exports, cwd));
  checkFiles(files, inputs);
  if (options.dryRun === true || output === null) return sayWhatIsRead(files, home, chosen, log);
  const summary = await writeExport(files, { home, output }, options, chosen, log);
  if (options.report === true) await writeReport(home, output, join(home, reportFile));
  log.problems(summary.firstTold, summary.told, `${output}/errors.csv`);
  log.summary(summary);
  if (options.quiet !== true) process.stdout.write(renderSummary(summary, output));
  return summary.errors > 0 ? 1 : 0;
}

/** Where to write; null where nothing is to be written and no place is named. */
function outputOf({ output, dryRun = false }: AnnotateOptions): string | null {
  if (output === '') throw new UserError('the directory after -o is empty; name the one to write.', 2);
  if (output === undefined && !dryRun)
    throw new UserError('there is no directory to write; name one with -o, --output <dir>.', 2);
  return output ?? null;
}

async function sayWhatIsRead(files: readonly InputFile[], home: string, chosen: Chosen, log: Log): Promise<number> {
  const { lines, problems } = await dryRun(files, home, chosen, log.path);
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  const errors = problems.filter(({ severity }) => severity === 'error');
  log.problems(problems, problems.length, null);
  return errors.length > 0 ? 1 : 0;
}

function checkFiles(files: readonly InputFile[], inputs: readonly string[]): void {
  if (files.some(({ path }) => existsSync(path))) return;
  if (files.length > 0) throw new UserError(`${inputs.join(' ')} does not exist; check the path.`, 2);
  throw new UserError(`no articles in ${inputs.join(' ')}; give .txt, .html, .json, .jsonl or .csv files.`, 2);
}

async function writeExport(
  files: readonly InputFile[],
  { home, output }: { readonly home: string; readonly output: string },
  options: AnnotateOptions,
  { settings, record, ...chosen }: Chosen,
  log: Log,
): Promise<Summary> {
  const formats = inListOrder(options.format ?? defaultFormats);
  const exportOptions: ExportOptions = { ...chosen, formats, settings, settingsRecord: record };
  const run = asUserError(output, () => openRun(home, output, files, exportOptions, options.resume ?? false));
  if (run.notice !== null && !(options.resume === true && options.quiet === true)) log.notice(run.notice);
  try {
    const summary = await interruptible((signal) =>
      annotateCorpus(
        {
          ...{ files, home, work: run.work, target: run.target, options: exportOptions, signal },
          pace: paceOf(options),
          onProgress: log.progress,
          onFailure: (error) => options.debug === true && log.failure(error),
        },
        run.journal,
      ),
    );
    asUserError(output, run.commit);
    return summary;
  } catch (error) {
    throw run.stop(error);
  } finally {
    log.clear();
  }
}

function paceOf({ workers, batchSize, timeout }: AnnotateOptions): Pace {
  return {
    workers: workers ?? defaultPace.workers,
    batch: batchSize ?? defaultPace.batch,
    timeout: timeout ?? defaultPace.timeout,
  };
}

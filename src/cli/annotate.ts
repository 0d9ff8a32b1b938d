import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { annotateCorpus } from '../batch/annotate-corpus.js';
import { asUserError, checkOutput, openOutputDirectory } from '../batch/output-directory.js';
import type { Summary } from '../batch/summary.js';
import { UserError } from '../batch/user-error.js';
import { discover, type InputFile, relativePath } from '../input/discover.js';
import { type ChoiceFlags, type Chosen, choose } from './chosen.js';
import { renderProblems, renderSummary } from './render.js';
import { interruptible, showProgress } from './terminal.js';

/** What the command line asked for. */
export interface AnnotateOptions extends ChoiceFlags {
  readonly output: string;
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/**
 * The command `annotate`: exit status 1 if an article failed.
 *
 * @throws UserError if there is nothing to read or the output cannot be written.
 */
export async function annotate(inputs: readonly string[], options: AnnotateOptions): Promise<number> {
  const cwd = process.cwd();
  const home = checkOutput(options.output, cwd);
  const chosen = choose(options, cwd, home);
  const files = await discover(inputs, cwd, home);
  checkFiles(files, inputs);
  const summary = await writeExport(files, home, options, chosen);
  const errors = summary.problems.filter(({ severity }) => severity === 'error');
  process.stderr.write(renderProblems(errors, (path) => relativePath(cwd, resolve(home, path))));
  if (options.quiet !== true) process.stdout.write(renderSummary(summary, options.output));
  return errors.length > 0 ? 1 : 0;
}

function checkFiles(files: readonly InputFile[], inputs: readonly string[]): void {
  if (files.some(({ path }) => existsSync(path))) return;
  if (files.length > 0) throw new UserError(`${inputs.join(' ')} does not exist; check the path.`, 2);
  throw new UserError(`no articles in ${inputs.join(' ')}; give .txt, .html, .json, .jsonl or .csv files.`, 2);
}

async function writeExport(
  files: readonly InputFile[],
  home: string,
  options: AnnotateOptions,
  { settings, record, ...chosen }: Chosen,
): Promise<Summary> {
  const output = openOutputDirectory(home, options.output);
  const progress = showProgress(options.quiet === true);
  try {
    const summary = await interruptible((signal) =>
      annotateCorpus({
        ...{ files, home, target: output.draft, signal, onProgress: progress.step },
        onFailure: (error) => options.debug === true && progress.print(error),
        options: { ...chosen, settings, settingsRecord: record },
      }),
    );
    output.commit();
    return summary;
  } catch (error) {
    return asUserError(options.output, () => {
      throw error;
    });
  } finally {
    progress.end();
    output.discard();
  }
}

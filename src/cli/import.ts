import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { asUserError } from '../batch/output-directory.js';
import { UserError } from '../batch/user-error.js';
import { importAnnotations } from '../import/index.js';
import { ImportError } from '../import/reader.js';
import { printable } from './render.js';

/** What the command line asked for. */
export interface ImportOptions {
  readonly output?: string;
}

/**
 * The command `import`: prints gold articles, one JSON object a line, from what an annotation tool gave back, or writes
 * them to a file. Exit status 1 if something in it could not be understood and was left out.
 *
 * @throws UserError if the input cannot be read at all, is what would be written over, or the output not be written.
 */
export function importGold(input: string, { output }: ImportOptions): number {
  if (output !== undefined && isWithin(output, input))
    throw new UserError(`cannot write ${output}: that is what is imported; choose another file with -o.`, 2);
  const read = readAnnotations(input);
  const lines = read.map(({ article }) => `${JSON.stringify(article)}\n`).join('');
  const problems = read.flatMap((one) => one.problems);
  process.stderr.write(problems.map((problem) => `wenmai: ${printable(problem)}\n`).join(''));
  if (output === undefined) process.stdout.write(lines);
  else writeWhole(output, lines);
  return problems.length > 0 ? 1 : 0;
}

function isWithin(path: string, place: string): boolean {
  return `${resolve(path)}${sep}`.startsWith(`${resolve(place)}${sep}`);
}

/** @throws UserError if the input is broken. */
function readAnnotations(input: string): ReturnType<typeof importAnnotations> {
  try {
    return importAnnotations(input);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new UserError(
      `cannot import ${input}: ${error.message}; give a JSON file of Label Studio, a JSONL file of doccano or a directory of brat.`,
      2,
      { cause: error },
    );
  }
}

/** Writes a file that appears whole or not at all; what is no plain file, as a pipe or a device, is written as it stands. */
function writeWhole(path: string, content: string): void {
  const write = () => {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
      writeFileSync(path, content);
      return;
    }
    const target = existsSync(path) ? realpathSync(path) : path;
    const draft = `${target}.wenmai-${process.pid}`;
    try {
      writeFileSync(draft, content);
      renameSync(draft, target);
    } finally {
      rmSync(draft, { force: true });
    }
  };
  asUserError(path, write, 'file');
}

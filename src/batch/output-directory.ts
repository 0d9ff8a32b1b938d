import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { dataPackageFile, dataPackageSchema } from '../export/data-package.js';
import { reportFile } from '../report/write-report.js';
import { systemReason, UserError } from './user-error.js';

/**
 * The full path of `output`, after a look at what is there: only an empty directory or a former export, which are
 * replaced at the end.
 *
 * @throws UserError if something else is there.
 */
export function checkOutput(output: string, cwd: string): string {
  const path = realPath(resolve(cwd, output));
  checkReplaceable(path, output);
  return path;
}

/** Runs `action`; what the system refuses becomes a UserError about `output`. */
export function asUserError<T>(output: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const reason = systemReason(error);
    if (reason === null) throw error;
    throw new UserError(`cannot write ${output}: ${reason}; choose another directory with -o.`, 1, { cause: error });
  }
}

function realPath(path: string): string {
  return existsSync(path) && lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
}

function checkReplaceable(path: string, shown: string): void {
  if (!existsSync(path)) return;
  if (!lstatSync(path).isDirectory())
    throw new UserError(`cannot write ${shown}: there is a file of that name; choose another directory with -o.`);
  const strange = asUserError(shown, () => filesIn(path).filter(notOf(formerFiles(path))));
  if (strange[0] === undefined) return;
  throw new UserError(
    `cannot replace ${shown}: "${strange[0]}" in it was not written by wenmai; choose an empty or new directory with -o.`,
  );
}

/** Every file and every empty folder in `directory`, by its path there with forward slashes. */
function filesIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    const inner = filesIn(join(directory, entry.name));
    return inner.length === 0 ? [entry.name] : inner.map((name) => `${entry.name}/${name}`);
  });
}

function notOf(known: ReadonlySet<string>): (name: string) => boolean {
  return (name) => !known.has(name);
}

/** The files of the export that is in `path`; empty where there is none. */
function formerFiles(path: string): Set<string> {
  const file = join(path, dataPackageFile);
  if (!existsSync(file)) return new Set();
  try {
    const { resources } = z
      .object({ resources: dataPackageSchema.shape.resources, wenmai: z.object({}) })
      .parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Set([dataPackageFile, reportFile, ...resources.map((resource) => resource.path)]);
  } catch {
    return new Set();
  }
}

/** Makes the directory `directory` step by step: node's own `recursive` never ends where a parent exists and refuses, as in /proc. */
export function makeDirectory(directory: string): void {
  if (existsSync(directory)) return;
  makeDirectory(dirname(directory));
  mkdirSync(directory);
}

/** Puts the directory `draft` in the place of `path`; what was there before goes to `former` until it is done. */
export function replaceDirectory(path: string, draft: string, former: string): void {
  if (!existsSync(path)) {
    renameSync(draft, path);
    return;
  }
  rmSync(former, { recursive: true, force: true });
  renameSync(path, former);
  try {
    renameSync(draft, path);
  } catch (error) {
    renameSync(former, path);
    throw error;
  }
  rmSync(former, { recursive: true, force: true });
}

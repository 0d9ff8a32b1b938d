import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { dataPackageFile, ownDescription } from '../document/own-export.js';
import { type DataPackage, dataPackageSchema } from '../export/data-package.js';
import { isPage } from '../report/page.js';
import { reportFile } from '../report/write-report.js';
import { isPipe } from '../text/regular-file.js';
import { hashFile } from './file-hash.js';
import { systemReason, UserError } from './user-error.js';

/**
 * The full path of `output`, after a look at what is there: only an empty directory or a former export, which are
 * replaced at the end. What was changed in it by hand is replaced if `overwrite` says so.
 *
 * @throws UserError if something else is there.
 */
export function checkOutput(output: string, cwd: string, overwrite = false): string {
  const path = realPath(resolve(cwd, output));
  checkReplaceable(path, output, overwrite);
  return path;
}

/** Runs `action`; what the system refuses becomes a UserError about `output`, a file or a directory. */
export function asUserError<T>(output: string, action: () => T, what: 'file' | 'directory' = 'directory'): T {
  try {
    return action();
  } catch (error) {
    const reason = systemReason(error);
    if (reason === null) throw error;
    throw new UserError(`cannot write ${output}: ${reason}; choose another ${what} with -o.`, 1, { cause: error });
  }
}

function realPath(path: string): string {
  return existsSync(path) && lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
}

function checkReplaceable(path: string, shown: string, overwrite: boolean): void {
  const there = asUserError(shown, () => lstatSync(path, { throwIfNoEntry: false }));
  if (there === undefined) return;
  if (there.isSymbolicLink())
    throw new UserError(`cannot write ${shown}: it is a link that leads nowhere; choose another directory with -o.`);
  if (!there.isDirectory())
    throw new UserError(`cannot write ${shown}: there is a file of that name; choose another directory with -o.`);
  const { strange, changed } = asUserError(shown, () => foreignIn(path));
  if (strange !== undefined)
    throw new UserError(
      `cannot replace ${shown}: "${strange}" in it was not written by wenmai; choose an empty or new directory with -o.`,
    );
  if (changed !== undefined && !overwrite)
    throw new UserError(
      `cannot replace ${shown}: "${changed}" in it was changed after wenmai wrote it; keep it elsewhere and say --overwrite, or choose another directory with -o.`,
    );
}

/** The first file in the directory that is none of a former export, and the first that is not as it was written. */
function foreignIn(directory: string): { strange: string | undefined; changed: string | undefined } {
  const former = formerFiles(directory);
  const names = filesIn(directory);
  const isOther = former.size === 0 && names.includes(dataPackageFile);
  return {
    strange: isOther
      ? dataPackageFile
      : names.find(
          (name) => !former.has(name) && !(former.size > 0 && name === reportFile && isPage(join(directory, name))),
        ),
    changed: names.find((name) => {
      const file = former.get(name);
      return file != null && !isSame(join(directory, name), file);
    }),
  };
}

function isSame(path: string, { bytes, hash }: Written): boolean {
  return !isPipe(path) && statSync(path).size === bytes && `sha256:${hashFile(path)}` === hash;
}

/** Every file and every empty folder in `directory`, by its path there with forward slashes. */
function filesIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    const inner = filesIn(join(directory, entry.name));
    return inner.length === 0 ? [entry.name] : inner.map((name) => `${entry.name}/${name}`);
  });
}

type Written = Pick<DataPackage['resources'][number], 'bytes' | 'hash'>;

/** The files of the export that is in `path`, as its description says that they were written; of itself it says nothing. */
function formerFiles(path: string): Map<string, Written | null> {
  const resources = dataPackageSchema.shape.resources.safeParse(ownDescription(path)?.resources).data;
  if (resources === undefined) return new Map();
  return new Map([[dataPackageFile, null], ...resources.map((resource) => [resource.path, resource] as const)]);
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

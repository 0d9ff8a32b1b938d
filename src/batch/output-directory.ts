import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { dataPackageFile, dataPackageSchema } from '../export/data-package.js';
import { systemReason, UserError } from './user-error.js';

/** A directory that appears whole or not at all: `draft` is written, then takes the place of `path`. */
export interface OutputDirectory {
  /** Where it is being written, beside `path`. */
  readonly draft: string;
  /** Puts the draft in its place. */
  commit(): void;
  /** Removes the draft, if it is still there. */
  discard(): void;
}

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

/**
 * Starts to write the directory `path`, which the user calls `shown`.
 *
 * @throws UserError if it cannot be written.
 */
export function openOutputDirectory(path: string, shown: string): OutputDirectory {
  const draft = asUserError(shown, () => makeDraft(path));
  return {
    draft,
    commit: () => asUserError(shown, () => replace(path, draft)),
    discard: () => rmSync(draft, { recursive: true, force: true }),
  };
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
    return new Set([dataPackageFile, ...resources.map((resource) => resource.path)]);
  } catch {
    return new Set();
  }
}

/** An empty directory beside `path`, with a name that no other run uses. */
function makeDraft(path: string): string {
  makeParents(dirname(path));
  for (let number = 0; ; number++) {
    const draft = join(dirname(path), `.${basename(path)}.wenmai-${process.pid}-${number}`);
    if (existsSync(draft)) continue;
    mkdirSync(draft);
    return draft;
  }
}

/** Step by step: node's own `recursive` never ends where a parent exists and refuses, as in /proc. */
function makeParents(directory: string): void {
  if (existsSync(directory)) return;
  makeParents(dirname(directory));
  mkdirSync(directory);
}

function replace(path: string, draft: string): void {
  if (!existsSync(path)) {
    renameSync(draft, path);
    return;
  }
  const former = `${draft}-former`;
  renameSync(path, former);
  try {
    renameSync(draft, path);
  } catch (error) {
    renameSync(former, path);
    throw error;
  }
  rmSync(former, { recursive: true, force: true });
}

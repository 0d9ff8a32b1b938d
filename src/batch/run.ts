import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ExportOptions } from '../export/format.js';
import { installedMakers } from '../export/versions.js';
import { type InputFile, relativePath } from '../input/discover.js';
import { noSettings } from '../settings/settings.js';
import { type Journal, openJournal, readHeader, startJournal } from './journal.js';
import { lock, lockOf, lockOwner } from './lock.js';
import { makeDirectory, replaceDirectory } from './output-directory.js';
import { Interrupted, systemReason, UserError } from './user-error.js';

/** A run that writes a directory, which appears whole or not at all. Beside it a hidden one keeps what is done. */
export interface Run {
  readonly work: string;
  /** The empty directory to be written. */
  readonly target: string;
  readonly journal: Journal;
  /** What a person should know of a former run, or null. */
  readonly notice: string | null;
  /** Puts the target in its place and clears away the rest. */
  commit(): void;
  /** Ends a run that `error` stopped: keeps what is done, and gives the error with what to do. */
  stop(error: unknown): unknown;
}

/**
 * Starts to write the directory `path`, which the user calls `shown`, or with `resume` goes on with a run that was stopped.
 *
 * @throws UserError if another process writes it, or the stopped run was another one; Error of the file system.
 */
export function openRun(
  path: string,
  shown: string,
  files: readonly InputFile[],
  options: ExportOptions,
  resume: boolean,
): Run {
  const work = join(dirname(path), `.${basename(path)}.wenmai`);
  checkLock(work, shown);
  const header = headerOf(path, files, options);
  const former = readHeader(work);
  if (resume && former !== null) checkHeader(former as Header, header, shown);
  makeDirectory(work);
  if (!lock(work)) throw new UserError(`another process has just begun to write ${shown}; wait for its end.`);
  if (!resume || former === null) clear(work);
  const target = join(work, 'export');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  const journal = resume && former !== null ? openJournal(work) : startJournal(work, header);
  return {
    ...{ work, target, journal, notice: noticeOf(former !== null, resume, journal.done, shown) },
    commit() {
      journal.close();
      replaceDirectory(path, target, join(work, 'former'));
      rmSync(work, { recursive: true, force: true });
    },
    stop(error) {
      journal.close();
      rmSync(target, { recursive: true, force: true });
      const isKept = journal.finished > 0;
      if (isKept) rmSync(lockOf(work), { force: true });
      else rmSync(work, { recursive: true, force: true });
      return explain(error, shown, isKept);
    },
  };
}

/** What has to be the same for a run to be gone on with. */
interface Header {
  readonly options: Readonly<Record<string, unknown>>;
  readonly versions: Readonly<Record<string, string>>;
  /** Hash of the user's names and words, of what is switched off, and of the tables wanted. */
  readonly settings: string;
  /** Hashes of the lexicons, dictionaries and models, and of the list of inputs. */
  readonly lexicons: string;
  readonly inputs: string;
}

function headerOf(path: string, files: readonly InputFile[], options: ExportOptions): Header {
  const inputs = files.map((file) => [relativePath(path, file.path), file.role]).sort();
  const { settings = noSettings, settingsRecord: _record, ...chosen } = options;
  const { versions, lexicons, dictionaries } = installedMakers(settings.segmenter);
  return {
    ...{ options: chosen, versions, settings: settings.id },
    ...{ lexicons: hashOf([lexicons, dictionaries]), inputs: hashOf(inputs) },
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function checkHeader(former: Header, header: Header, shown: string): void {
  const difference = differenceOf(former, header);
  if (difference === null) return;
  throw new UserError(
    `cannot go on with the run that was to write ${shown}: ${difference}; run without --resume to start anew.`,
  );
}

function differenceOf(former: Header, header: Header): string | null {
  const json = (value: unknown) => JSON.stringify(value) ?? 'none';
  const differing = (then: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>) =>
    [...new Set([...Object.keys(then), ...Object.keys(now)])].find((name) => json(then[name]) !== json(now[name]));
  const option = differing(former.options, header.options);
  if (option !== undefined)
    return `its option "${option}" was ${json(former.options[option])} and is ${json(header.options[option])}`;
  const name = differing(former.versions, header.versions);
  if (name !== undefined)
    return `the version of ${name} was ${former.versions[name] ?? 'none'} and is ${header.versions[name] ?? 'none'}`;
  if (former.settings !== header.settings) return 'the names, words or tables of the configuration have changed';
  if (former.lexicons !== header.lexicons) return 'the lexicons or models have changed';
  return former.inputs === header.inputs ? null : 'the input files are others';
}

function noticeOf(isFormer: boolean, resume: boolean, done: number, shown: string): string | null {
  if (resume) return isFormer ? `going on with ${shown}: ${done} articles are done.` : null;
  return isFormer
    ? `what a stopped run had done for ${shown} was thrown away; --resume would have gone on with it.`
    : null;
}

/** Removes what a stopped run left in its directory, but for the lock, which is this run's by now. */
function clear(work: string): void {
  for (const path of readdirSync(work).map((name) => join(work, name)))
    if (path !== lockOf(work)) rmSync(path, { recursive: true, force: true });
}

/** Two processes must not write the same. */
function checkLock(work: string, shown: string): void {
  const owner = lockOwner(work);
  if (owner === null) return;
  const path = relativePath(process.cwd(), lockOf(work));
  throw new UserError(`process ${owner} is writing ${shown}; wait for its end, or remove ${path} if it is no wenmai.`);
}

function explain(error: unknown, shown: string, isKept: boolean): unknown {
  const advice = isKept ? 'what is done is kept: run the same again with --resume to go on' : 'nothing was written';
  if (error instanceof Interrupted) return new Interrupted(`${error.message}; ${advice}.`, error.status);
  const reason = systemReason(error);
  if (reason === null) return error;
  const rest = isKept
    ? `put that right, then ${advice.slice(advice.indexOf('run'))}`
    : 'choose another directory with -o';
  return new UserError(`cannot write ${shown}: ${reason}; ${rest}.`, 1, { cause: error });
}

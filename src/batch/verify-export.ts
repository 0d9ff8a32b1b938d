import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '../config/config-error.js';
import { type Restored, restoreSettings } from '../config/load.js';
import { dataPackageFile } from '../document/own-export.js';
import { type DataPackage, dataPackageSchema } from '../export/data-package.js';
import { type HashedFile, installedMakers, type Makers } from '../export/versions.js';
import { type InputFile, relativePath } from '../input/discover.js';
import { splitLines } from '../input/lines.js';
import { shapeOf, toClause } from '../text/shape.js';
import { annotateCorpus } from './annotate-corpus.js';
import { hashFile } from './file-hash.js';
import { defaultPace, type Job } from './job.js';
import { startJournal } from './journal.js';
import { readJson } from './reading.js';
import { UserError } from './user-error.js';

/** What `verify` found: how many files were compared, and each difference in a sentence. */
export interface Verdict {
  readonly files: number;
  readonly articles: number;
  readonly differences: readonly string[];
}

/**
 * Compares an export with its own record, then makes it again in the empty directory `scratch` and compares every byte.
 *
 * @throws UserError if `directory` holds no export.
 */
export async function verifyExport(
  directory: string,
  shown: string,
  scratch: string,
  job: Partial<Pick<Job, 'signal' | 'onProgress' | 'onFailure' | 'pace'>>,
): Promise<Verdict> {
  const record = readRecord(directory, shown);
  const restored = restore(record, directory);
  if (typeof restored === 'string') return { files: 0, articles: 0, differences: [restored] };
  const files = record.sources.map(({ path, role }): InputFile => ({ path: resolve(directory, path), role }));
  const [work, target] = [join(scratch, 'work'), join(scratch, 'export')];
  mkdirSync(work);
  mkdirSync(target);
  const options = { ...record.wenmai.options, settings: restored.settings, settingsRecord: restored.record };
  const journal = startJournal(work, {});
  const run = { pace: defaultPace, ...job, files, home: directory, work, target, options };
  const summary = await annotateCorpus(run, journal).finally(journal.close);
  const outputs = [...record.resources.map(({ path }) => path), dataPackageFile];
  const changed = await Promise.all(outputs.map((path) => compareOutput(path, directory, target, record)));
  const causes = [
    ...record.sources.flatMap((source) => compareInput(source, directory)),
    ...restored.differences,
    ...compareMakers(record.wenmai, installedMakers(restored.settings.segmenter)),
  ];
  const apart = changed.filter((difference) => difference !== null);
  return {
    files: outputs.length,
    articles: summary.articles,
    differences: [
      ...causes,
      ...apart.filter(({ isEffect }) => !isEffect).map(({ path, what }) => `${path} ${what}`),
      ...effects(
        apart.filter(({ isEffect }) => isEffect),
        causes.length > 0,
        outputs.length,
      ),
    ],
  };
}

/** Files that come out differently: each on a line, or all on one where it has been said why. */
function effects(differing: readonly Difference[], isExplained: boolean, all: number): string[] {
  if (differing.length === 0) return [];
  if (!isExplained) return differing.map(({ path, place }) => `${path} differs${place}`);
  const files = differing.map(({ path, place }) => path + place).join(', ');
  return [`so ${differing.length} of ${all} files ${differing.length === 1 ? 'differs' : 'differ'}: ${files}`];
}

/** The settings that the export was made with, or why there are none any more. */
function restore({ wenmai: { settings } }: DataPackage, directory: string): Restored | string {
  try {
    return restoreSettings(settings, directory);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return `${error.message} The export was made with this file, and cannot be made again without it.`;
  }
}

function readRecord(directory: string, shown: string): DataPackage {
  const path = join(directory, dataPackageFile);
  if (!existsSync(path))
    throw new UserError(
      `${shown} holds no export: there is no ${dataPackageFile}; name a directory written by annotate.`,
    );
  const described = `${shown}/${dataPackageFile}`;
  const shaped = shapeOf(dataPackageSchema, readJson(path, described));
  if (shaped.fault === undefined) return shaped.value;
  throw new UserError(`${described} is not as wenmai writes it: ${toClause(shaped.fault)}; annotate again.`);
}

function compareInput({ path, hash }: DataPackage['sources'][number], directory: string): string[] {
  const now = hashOf(resolve(directory, path));
  if (now === hash) return [];
  const shown = relativePath(process.cwd(), resolve(directory, path));
  if (now === null) return [`input ${shown} is missing or cannot be read`];
  return [hash === null ? `input ${shown} could not be read before, and can now` : `input ${shown} has changed`];
}

function hashOf(path: string): string | null {
  try {
    return `sha256:${hashFile(path)}`;
  } catch {
    return null;
  }
}

function compareMakers(then: Makers, now: Makers): string[] {
  const versions = [...new Set([...Object.keys(then.versions), ...Object.keys(now.versions)])]
    .filter((name) => then.versions[name] !== now.versions[name])
    .map((name) => `version of ${name} was ${then.versions[name] ?? 'none'} and is ${now.versions[name] ?? 'none'}`);
  return [
    ...versions,
    ...compareFiles('lexicon', then.lexicons, now.lexicons),
    ...compareFiles('dictionary', then.dictionaries, now.dictionaries),
  ];
}

function compareFiles(what: string, then: readonly HashedFile[], now: readonly HashedFile[]): string[] {
  const before = new Map(then.map(({ name, sha256 }) => [name, sha256]));
  const after = new Map(now.map(({ name, sha256 }) => [name, sha256]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => {
      if (!after.has(name)) return `${what} ${name} is gone`;
      return before.has(name) ? `${what} ${name} has changed` : `${what} ${name} is new`;
    });
}

/** How a file is not as it was written, or not as it is made again. */
interface Difference {
  readonly path: string;
  readonly what: string;
  /** Where, as ` at line 3`; empty where it is no text. */
  readonly place: string;
  /** Whether it is as it was written, so that something else is the cause. */
  readonly isEffect: boolean;
}

async function compareOutput(
  path: string,
  directory: string,
  target: string,
  { resources }: DataPackage,
): Promise<Difference | null> {
  const written = join(directory, path);
  if (!existsSync(written)) return { path, what: 'is missing', place: '', isEffect: false };
  const hash = hashOf(written);
  if (hash === null) return { path, what: 'cannot be read', place: '', isEffect: false };
  const resource = resources.find((one) => one.path === path);
  const again = join(target, path);
  const differs = hash !== hashOf(again);
  const isText = resource === undefined || resource.encoding !== undefined;
  const place = differs && isText ? ` at line ${await firstDifference(written, again)}` : '';
  if (resource !== undefined && hash !== resource.hash)
    return { path, what: `was changed after it was written${place === '' ? '' : `,${place}`}`, place, isEffect: false };
  return differs ? { path, what: `differs${place}`, place, isEffect: true } : null;
}

/** Number of the first line, from 1, in which two files differ. */
async function firstDifference(a: string, b: string): Promise<number> {
  if (!existsSync(b)) return 1;
  const others = splitLines(createReadStream(b));
  let number = 1;
  for await (const line of splitLines(createReadStream(a))) {
    const other = await others.next();
    if (other.done === true || !line.equals(other.value)) return number;
    number++;
  }
  return number;
}

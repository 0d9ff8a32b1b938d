import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { lexiconFiles } from '../lexicons/lexicon.js';
import { modelPaths } from '../models/model.js';
import { dictionaryPath } from '../segment/jieba.js';
import { defaultSegmenter, type SegmenterName } from '../settings/segmenters.js';

/** What made an export, besides its inputs and options. */
export interface Makers {
  /** Version of wenmai and of each engine, by package name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly lexicons: readonly HashedFile[];
  readonly dictionaries: readonly HashedFile[];
}

export interface HashedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The packages whose version changes what is found, or the bytes in which it is written. */
const engines = [
  ...['@mozilla/readability', 'compromise', 'htmlparser2', 'nodejieba', 'opencc-js', 'pinyin-pro'],
  ...['fflate', 'hyparquet-writer'],
];
const root = new URL('../../', import.meta.url);

/** Version of this package. */
export function ownVersion(): string {
  return readVersion(new URL('package.json', root));
}

/** Versions, lexicons and dictionaries as they are installed, with what cuts words where it is not nodejieba. */
export function installedMakers(segmenter: SegmenterName = defaultSegmenter): Makers {
  const dictionary = dictionaryPath();
  return {
    versions: {
      wenmai: ownVersion(),
      ...Object.fromEntries(
        [...engines, ...(segmenter === 'jieba-rs' ? ['@node-rs/jieba'] : [])].map((engine) => [
          engine,
          readVersion(packageFile(engine)),
        ]),
      ),
    },
    lexicons: lexiconFiles(),
    dictionaries: [
      dictionary,
      ...['hmm_model.utf8', 'user.dict.utf8'].map((name) => join(dirname(dictionary), name)),
      ...modelPaths(),
    ].map(hashFile),
  };
}

function hashFile(path: string): HashedFile {
  const content = readFileSync(path);
  return {
    name: basename(path),
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

/** package.json of an installed package: some hide it from `require`, so it is looked for above the main file. */
function packageFile(name: string): string {
  let directory = dirname(fileURLToPath(import.meta.resolve(name)));
  while (!existsSync(join(directory, 'package.json')) || !isPackage(join(directory, 'package.json'), name)) {
    if (directory === dirname(directory)) throw new Error(`The package ${name} is not installed.`);
    directory = dirname(directory);
  }
  return join(directory, 'package.json');
}

const packageSchema = z.object({ name: z.string().optional(), version: z.string().optional() });

function isPackage(path: string, name: string): boolean {
  return packageSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).name === name;
}

function readVersion(path: string | URL): string {
  return packageSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).version ?? 'unknown';
}

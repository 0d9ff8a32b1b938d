import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { ownDescription } from '../document/own-export.js';
import { byCodePoint } from '../text/code-points.js';
import { readers } from './readers/index.js';

/** A file to be read: one with articles, or one with the fields of the articles beside it. */
export interface InputFile {
  readonly path: string;
  readonly role: 'articles' | 'fields';
}

/** The table beside `.txt` files that holds their fields. */
const fieldsFile = 'articles.csv';

/**
 * The files that the arguments of a command stand for: files as they are, directories with all below them, and globs.
 * Every file once. A path that does not exist stays in the list, to be reported when read.
 * Hidden files, READMEs and the like, whatever is inside `exclude`, and former exports are no articles of a directory; of the
 * last `onExport` is told.
 */
export async function discover(
  inputs: readonly string[],
  cwd: string,
  exclude: string | null = null,
  onExport: (directory: string) => void = () => undefined,
): Promise<InputFile[]> {
  const exports = new Set<string>();
  const found = await Promise.all(inputs.map((input) => expand(input, cwd, exports)));
  for (const directory of exports) if (directory !== exclude) onExport(directory);
  const paths = new Set(found.flat().filter((path) => exclude === null || !path.startsWith(exclude + sep)));
  return withFields([...paths]);
}

/** `path` as seen from `from`, with forward slashes. */
export function relativePath(from: string, path: string): string {
  return relative(from, path).split(sep).join('/');
}

async function expand(input: string, cwd: string, exports: Set<string>): Promise<string[]> {
  const path = resolve(cwd, input);
  if (existsSync(path)) return isDirectory(path) ? walk(path, new Set(), exports) : [path];
  if (!isDynamicPattern(input)) return [path];
  return (await glob(input, { cwd, absolute: true, expandDirectories: false })).filter(isArticleFile);
}

/**
 * The articles below `directory`, each real directory once, so that links in a circle end. A directory that may not be
 * read stands for itself, to be reported when it is read; one that holds a former export is put among `exports`.
 */
function walk(directory: string, seen: Set<string>, exports: Set<string>): string[] {
  const real = realpathSync(directory);
  if (seen.has(real)) return [];
  seen.add(real);
  const names = namesIn(directory);
  if (names === null) return [directory];
  if (ownDescription(directory) !== null) {
    exports.add(directory);
    return [];
  }
  return names.sort(byCodePoint).flatMap((name) => {
    const path = join(directory, name);
    if (isDirectory(path)) return walk(path, seen, exports);
    return isArticleFile(path) ? [path] : [];
  });
}

/** False for what the system cannot follow, such as a link to itself: it is reported when read. */
function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Names of what is not hidden, or null where the directory may not be read. */
function namesIn(directory: string): string[] | null {
  try {
    return readdirSync(directory).filter((name) => !name.startsWith('.'));
  } catch {
    return null;
  }
}

function isArticleFile(path: string): boolean {
  return readers.has(extname(path).toLowerCase()) && !/^(?:readme|license|notice|changelog)\b/i.test(basename(path));
}

/** Gives `articles.csv` beside plain articles its role, and adds it where the arguments did not name it. */
function withFields(paths: readonly string[]): InputFile[] {
  const plain = paths.filter((path) => readers.get(extname(path).toLowerCase())?.plain === true);
  const fields = new Set([...new Set(plain.map(dirname))].map((directory) => join(directory, fieldsFile)));
  return [
    ...[...fields].filter((path) => existsSync(path)).map((path) => ({ path, role: 'fields' as const })),
    ...paths.filter((path) => !fields.has(path)).map((path) => ({ path, role: 'articles' as const })),
  ];
}

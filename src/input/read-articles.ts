import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { InputSource, Problem } from '../document/provenance.js';
import type { Source } from '../document/types.js';
import { byCodePoint } from '../text/code-points.js';
import { ArticleError, type CheckedArticle, checkText, toArticle } from './article.js';
import { type Decoded, decode } from './decode.js';
import { type InputFile, relativePath } from './discover.js';
import { readRows } from './readers/csv.js';
import { readers } from './readers/index.js';
import type { InputRecord } from './readers/reader.js';

export interface ReadResult {
  /** Sorted by id, by code point; ids are unique. */
  readonly articles: readonly CheckedArticle[];
  readonly problems: readonly Problem[];
  readonly sources: readonly InputSource[];
}

type FieldRows = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** What the user says of all articles: the date of those without one, and the encoding, null to have it found out. */
export interface ReadOptions {
  readonly published: string | null;
  readonly encoding: string | null;
}

/** What is gathered while the files are read one after another. */
interface Gathered {
  readonly home: string;
  readonly options: ReadOptions;
  readonly articles: Map<string, { checked: CheckedArticle; line: number | null }>;
  readonly problems: Problem[];
  readonly sources: InputSource[];
  /** Fields of the plain articles, by directory. */
  readonly fields: Map<string, FieldRows>;
}

/**
 * Reads the articles of `files`. What cannot be read becomes a problem, and the rest goes on. Paths in the
 * result are relative to `home`.
 */
export function readArticles(files: readonly InputFile[], home: string, options: ReadOptions): ReadResult {
  const gathered: Gathered = { home, options, articles: new Map(), problems: [], sources: [], fields: new Map() };
  for (const file of inReadingOrder(files, home)) {
    const content = readFile(file, gathered);
    if (content === null) continue;
    if (file.role === 'fields') gathered.fields.set(dirname(file.path), fieldRows(file, content.text, gathered));
    else addArticles(file, content, gathered);
  }
  const { articles, problems, sources } = gathered;
  return {
    articles: [...articles.values()].map(({ checked }) => checked).sort(byId),
    problems,
    sources: sources.sort((a, b) => byCodePoint(a.path, b.path)),
  };
}

/** Tables of fields first, then by path as seen from the output: the order does not depend on who named the files. */
function inReadingOrder(files: readonly InputFile[], home: string): InputFile[] {
  const key = ({ path, role }: InputFile) => `${role === 'fields' ? 0 : 1}${relativePath(home, path)}`;
  return [...files].sort((a, b) => byCodePoint(key(a), key(b)));
}

function byId(a: CheckedArticle, b: CheckedArticle): number {
  return byCodePoint(a.article.id, b.article.id);
}

interface FileContent extends Decoded {
  readonly sha256: string;
  readonly bytes: number;
}

function readFile(file: InputFile, gathered: Gathered): FileContent | null {
  const path = relativePath(gathered.home, file.path);
  let source: InputSource = { path, role: file.role, bytes: null, sha256: null };
  try {
    const bytes = readBytes(file.path);
    const facts = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    source = { ...source, ...facts };
    const reader = readers.get(extname(file.path).toLowerCase());
    if (reader === undefined) throw unknownFormat();
    const given = file.role === 'articles' ? gathered.options.encoding : null;
    return { ...decode(bytes, { given, declared: reader.declaredEncoding?.(bytes) ?? null }), ...facts };
  } catch (error) {
    report(gathered, file, null, error);
    return null;
  } finally {
    gathered.sources.push(source);
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code === 'ENOENT')
      throw new ArticleError('input/missing', 'There is no such file or directory; check the path.');
    throw new ArticleError('input/unreadable', `The file cannot be read (${code}); check its permissions.`);
  }
}

function unknownFormat(): ArticleError {
  const known = [...readers.keys()].join(', ');
  return new ArticleError('input/format', `The file has none of the extensions ${known}; convert it to one of them.`);
}

function addArticles(file: InputFile, content: FileContent, gathered: Gathered): void {
  const reader = readers.get(extname(file.path).toLowerCase());
  const name = basename(file.path, extname(file.path));
  const rows = gathered.fields.get(dirname(file.path));
  const fields = rows?.get(basename(file.path)) ?? rows?.get(name) ?? {};
  for (const record of reader?.read(content.text, { name, fields }) ?? []) addArticle(file, content, record, gathered);
}

function addArticle(file: InputFile, content: FileContent, record: InputRecord, gathered: Gathered): void {
  const { articles } = gathered;
  const { published } = gathered.options;
  try {
    if ('error' in record) throw record.error;
    const { extraction, diagnostics = [] } = record;
    const source = sourceOf(file, content, gathered);
    const article = toArticle(record.value, { published, source, ...(extraction === undefined ? {} : { extraction }) });
    const checked = { ...article, diagnostics: [...diagnostics, ...article.diagnostics] };
    const { id } = checked.article;
    checkText(checked.article);
    const other = articles.get(id);
    if (other !== undefined) throw duplicate(id, other.checked, other.line);
    articles.set(id, { checked, line: record.line });
  } catch (error) {
    report(gathered, file, record.line, error);
  }
}

function sourceOf(file: InputFile, content: FileContent, { home }: Gathered): Source {
  const { sha256, bytes, encoding, basis, confidence } = content;
  const isWhole = readers.get(extname(file.path).toLowerCase())?.plain === true;
  return {
    ...{ path: relativePath(home, file.path), sha256, bytes, encoding },
    ...{ encodingBasis: basis, encodingConfidence: confidence, frame: isWhole ? 'file' : 'extracted' },
  };
}

function duplicate(id: string, other: CheckedArticle, line: number | null): ArticleError {
  const where = `"${other.article.source?.path ?? ''}"${line === null ? '' : `, line ${line}`}`;
  const message = `The id "${id}" is already that of the article in ${where}; give each article an id of its own.`;
  return new ArticleError('input/duplicate-id', message, id);
}

/** Rows of `articles.csv` by the name of the file that they are about: the column `file`, else `id`. */
function fieldRows(file: InputFile, content: string, gathered: Gathered): FieldRows {
  const rows = new Map<string, Readonly<Record<string, string>>>();
  for (const record of readRows(content, [])) {
    if ('error' in record) {
      report(gathered, file, record.line, record.error);
      continue;
    }
    const fields = record.value as Record<string, string>;
    const name = fields.file || fields.id || '';
    rows.set(name, fields);
    if (!fieldsFileNames(name).some((candidate) => existsSync(join(dirname(file.path), candidate))))
      gathered.problems.push(orphan(name, relativePath(gathered.home, file.path), record.line));
  }
  return rows;
}

function fieldsFileNames(name: string): string[] {
  const plain = [...readers].filter(([, reader]) => reader.plain).map(([extension]) => name + extension);
  return name === '' ? [] : [name, ...plain];
}

function orphan(name: string, path: string, line: number | null): Problem {
  const message = `The row is about "${name}", and there is no such article beside the table; the row is not used.`;
  const place = { documentId: null, path, line, start: null, end: null };
  return { ...place, code: 'input/orphan-fields', severity: 'warning', message };
}

function report({ home, problems }: Gathered, file: InputFile, line: number | null, error: unknown): void {
  if (!(error instanceof ArticleError)) throw error;
  const { code, message, id } = error;
  const path = relativePath(home, file.path);
  problems.push({ documentId: id, path, line, code, severity: 'error', message, start: null, end: null });
}

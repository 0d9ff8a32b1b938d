import { createReadStream, existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { InputSource, Problem } from '../document/provenance.js';
import type { Diagnostic, Source, SourceFrame } from '../document/types.js';
import { byCodePoint } from '../text/code-points.js';
import { ArticleError, type CheckedArticle, checkText, fieldNames, toArticle } from './article.js';
import type { Decoded } from './decode.js';
import { type InputFile, relativePath } from './discover.js';
import { type Content, readContent, unreadable } from './file-content.js';
import { readRows } from './readers/csv.js';
import { readers } from './readers/index.js';
import type { InputRecord } from './readers/reader.js';

/** What the user says of all articles: the date of those without one, and the encoding, null to have it found out. */
export interface ReadOptions {
  readonly published: string | null;
  readonly encoding: string | null;
}

/** An article with the line of its file and how many bytes of the whole input were read before it. */
export interface ReadArticle {
  readonly checked: CheckedArticle;
  readonly line: number | null;
  readonly position: number;
}

/** What is met while the files are read one after another. Ids may repeat. */
export type InputItem =
  | { readonly source: InputSource }
  | { readonly problem: Problem }
  | { readonly article: ReadArticle };

/** Rows of the tables of fields by the name of the file that they are about. */
type FieldRows = Map<string, Readonly<Record<string, string>>>;

interface Context {
  readonly home: string;
  readonly options: ReadOptions;
  /** Fields of the plain articles, by directory. */
  readonly fields: Map<string, FieldRows>;
}

/**
 * Reads the articles of `files` as they are asked for: one file, and of large tables one row, at a time. What cannot be read
 * becomes a problem, and the rest goes on. Paths in the result are relative to `home`. The order depends on the paths
 * alone.
 */
export async function* readInputs(
  files: readonly InputFile[],
  home: string,
  options: ReadOptions,
): AsyncGenerator<InputItem> {
  const context: Context = { home, options, fields: new Map() };
  let position = 0;
  for (const file of inReadingOrder(files, home)) {
    let source: InputSource = { path: relativePath(home, file.path), role: file.role, bytes: null, sha256: null };
    try {
      const content = await openFile(file, options, (facts) => {
        source = { ...source, ...facts };
      });
      yield { source };
      if (file.role === 'fields') yield* readFields(file, content, context);
      else yield* readFile(file, content, context, position);
      position += content.bytes;
    } catch (error) {
      if (source.bytes === null || !(error instanceof RowsBroken)) yield { source };
      yield { problem: toProblem(file, home, null, error instanceof RowsBroken ? error.cause : error) };
    }
  }
}

/** The rows of a file broke off after it had been opened. */
class RowsBroken extends Error {}

/** Tables of fields first, then by path as seen from the output: the order does not depend on who named the files. */
function inReadingOrder(files: readonly InputFile[], home: string): InputFile[] {
  return files
    .map((file) => ({ file, key: `${file.role === 'fields' ? 0 : 1}${relativePath(home, file.path)}` }))
    .sort((a, b) => byCodePoint(a.key, b.key))
    .map(({ file }) => file);
}

function openFile(file: InputFile, options: ReadOptions, onFacts: Parameters<typeof readContent>[3]): Promise<Content> {
  const reader = readers.get(extname(file.path).toLowerCase());
  const given = file.role === 'articles' ? options.encoding : null;
  const isRows = file.role === 'articles' && reader?.rows !== undefined;
  return readContent(
    file.path,
    isRows,
    (bytes) => {
      if (reader === undefined) throw unknownFormat();
      return { given, declared: reader.declaredEncoding?.(bytes) ?? null };
    },
    onFacts,
  );
}

function unknownFormat(): ArticleError {
  const known = [...readers.keys()].join(', ');
  return new ArticleError('input/format', `The file has none of the extensions ${known}; convert it to one of them.`);
}

async function* readFile(
  file: InputFile,
  content: Content,
  context: Context,
  before: number,
): AsyncGenerator<InputItem> {
  const reader = readers.get(extname(file.path).toLowerCase());
  const isWhole = reader?.plain === true;
  const sourceOf = (frame?: SourceFrame) => toSource(file, content, context, frame ?? (isWhole ? 'file' : 'extracted'));
  for await (const record of recordsOf(file, content, context)) {
    try {
      const checked = checkRecord(record, sourceOf, context.options.published);
      const diagnostics = content.whole
        ? [...contentDiagnostics(content), ...checked.diagnostics]
        : checked.diagnostics;
      const position = before + (record.end ?? 0);
      yield { article: { checked: { ...checked, diagnostics }, line: record.line, position } };
    } catch (error) {
      yield { problem: toProblem(file, context.home, record.line, error) };
    }
  }
}

async function* recordsOf(file: InputFile, content: Content, { fields }: Context): AsyncGenerator<InputRecord> {
  const reader = readers.get(extname(file.path).toLowerCase());
  if (content.whole) {
    const name = basename(file.path, extname(file.path));
    const rows = fields.get(dirname(file.path));
    const own = rows?.get(basename(file.path)) ?? rows?.get(name) ?? {};
    const records = reader?.read(content.text, { name, fields: own }) ?? [];
    // Of a file that is read at once nobody asks where each record ends: they are taken to be of one length.
    for (const [i, record] of records.entries())
      yield { ...record, end: Math.round((content.bytes * (i + 1)) / records.length) };
    return;
  }
  try {
    yield* reader?.rows?.(createReadStream(file.path, { highWaterMark: 1 << 18 })) ?? [];
  } catch (error) {
    throw new RowsBroken('', { cause: unreadable(error) });
  }
}

/** @throws ArticleError if the record is no article. */
function checkRecord(
  record: InputRecord,
  sourceOf: (frame?: SourceFrame) => Source,
  published: string | null,
): CheckedArticle {
  if ('error' in record) throw record.error;
  const { extraction, diagnostics = [], frame } = record;
  const defaults = { published, source: sourceOf(frame), ...(extraction === undefined ? {} : { extraction }) };
  const article = toArticle(record.value, defaults);
  checkText(article.article);
  return { ...article, diagnostics: [...diagnostics, ...article.diagnostics] };
}

function contentDiagnostics(content: Decoded): Diagnostic[] {
  return [...privateCharacters(content), ...cutOff(content)];
}

function cutOff({ cutOff = 0 }: Decoded): Diagnostic[] {
  if (cutOff === 0) return [];
  const bytes = cutOff === 1 ? 'last byte is' : `last ${cutOff} bytes are`;
  const message = `The file ends within a character: its ${bytes} read as U+FFFD; it may have been cut off.`;
  return [{ code: 'input/cut-off', severity: 'warning', message, span: null }];
}

/** Big5 as node reads it has no HKSCS: what stands there is kept as private characters, and told of. */
function privateCharacters({ encoding, text }: { readonly encoding: string; readonly text: string }): Diagnostic[] {
  const count = encoding === 'Big5' ? (text.match(/[\ue000-\uf8ff]/g)?.length ?? 0) : 0;
  if (count === 0) return [];
  const message = `${count} of the characters are of no standard Big5, as those of HKSCS; they are kept as U+E000 to U+F8FF: save the file as UTF-8.`;
  return [{ code: 'input/private-characters', severity: 'warning', message, span: null }];
}

function toSource(file: InputFile, content: Content, { home }: Context, frame: SourceFrame): Source {
  const { sha256, bytes, encoding, basis, confidence } = content;
  return {
    ...{ path: relativePath(home, file.path), sha256, bytes, encoding },
    ...{ encodingBasis: basis, encodingConfidence: confidence, frame },
  };
}

/** Keeps the rows of an `articles.csv` by the name of the file that they are about: the column `file`, else `id`. */
function* readFields(file: InputFile, content: Content, { home, fields }: Context): Generator<InputItem> {
  const rows: FieldRows = new Map();
  fields.set(dirname(file.path), rows);
  const path = relativePath(home, file.path);
  const lines = new Map<string, number | null>();
  for (const record of content.whole ? readRows(content.text, []) : []) {
    if ('error' in record) {
      yield { problem: toProblem(file, home, record.line, record.error) };
      continue;
    }
    const row = record.value as Record<string, string>;
    if (!isAboutArticles(row)) {
      yield { problem: fieldsProblem('unknown-columns', unknownColumns(row), path, 1) };
      return;
    }
    const name = row.file || row.id || '';
    const there = fieldsFileNames(name).filter((candidate) => existsSync(join(dirname(file.path), candidate)));
    // A name without its ending is that of one file, or of each that has it and no row of its own.
    const key = there.length === 1 && there[0] !== undefined ? there[0] : name;
    if (there.length === 0) yield { problem: fieldsProblem('orphan-fields', orphan(name), path, record.line) };
    else if (rows.has(key))
      yield { problem: fieldsProblem('duplicate-fields', duplicate(key, lines.get(key)), path, record.line) };
    else {
      rows.set(key, row);
      lines.set(key, record.line);
    }
  }
}

const keyColumns = ['file', 'id'];

/** Whether a table names articles, and says something of them. */
function isAboutArticles(row: Readonly<Record<string, string>>): boolean {
  const known = [...keyColumns, ...fieldNames].filter((name) => Object.hasOwn(row, name));
  return known.length > 1 && keyColumns.some((name) => known.includes(name));
}

function unknownColumns(row: Readonly<Record<string, string>>): string {
  return `The table is not used: its columns are ${Object.keys(row).join(', ')}; write file or id, which name an article, and of ${fieldNames.join(', ')} what is known of it.`;
}

function fieldsFileNames(name: string): string[] {
  const plain = [...readers].filter(([, reader]) => reader.plain).map(([extension]) => name + extension);
  return name === '' ? [] : [name, ...plain];
}

function orphan(name: string): string {
  return `The row is about "${name}", and there is no such article beside the table; the row is not used.`;
}

function duplicate(name: string, first: number | null | undefined): string {
  return `The row is about "${name}", as the one on line ${first} is; only that is used: leave one of them out.`;
}

function fieldsProblem(what: string, message: string, path: string, line: number | null): Problem {
  const place = { documentId: null, path, line, start: null, end: null };
  return { ...place, code: `input/${what}`, severity: 'warning', message };
}

function toProblem(file: InputFile, home: string, line: number | null, error: unknown): Problem {
  if (!(error instanceof ArticleError)) throw error;
  const { code, message, id } = error;
  const path = relativePath(home, file.path);
  return { documentId: id, path, line, code, severity: 'error', message, start: null, end: null };
}

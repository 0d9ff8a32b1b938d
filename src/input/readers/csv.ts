import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { type CsvError, parse as parseSync } from 'csv-parse/sync';
import { ArticleError, fieldNames } from '../article.js';
import { withoutReturnBytes, withoutReturns } from '../csv-lines.js';
import type { InputRecord, Reader } from './reader.js';

/** A table with one article a row, its columns named in the first row. */
export const csvReader: Reader = {
  extensions: ['.csv'],
  plain: false,
  read: (content) => readRows(content, ['id', 'text']),
  rows: (chunks) => streamRows(chunks, ['id', 'text']),
};

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number; readonly bytes: number };
}

const options = {
  ...{ info: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_error: true },
} as const;

/**
 * Rows of a CSV text as objects by column name, in lower case. A malformed row is an error in its place; a missing
 * column, or one that is there twice, is one error for the whole text.
 */
export function readRows(content: string, required: readonly string[]): InputRecord[] {
  const malformed: InputRecord[] = [];
  const on_skip = (error: CsvError | undefined) => void malformed.push(notCsv(error));
  const lines = withoutReturns(content);
  const rows = parseSync(lines.content, { ...options, ...lines.options, on_skip }) as unknown as ParsedRow[];
  const header = headerOf(rows[0], required);
  if (!Array.isArray(header)) return [header];
  const records = rows.slice(1).map(({ record, info }) => toRecord(header, record, info.lines));
  return [...records, ...malformed].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The same out of bytes in UTF-8, row by row. */
async function* streamRows(
  chunks: AsyncIterable<Uint8Array>,
  required: readonly string[],
): AsyncGenerator<InputRecord> {
  const malformed: InputRecord[] = [];
  const lines = await withoutReturnBytes(chunks);
  const on_skip = (error: CsvError | undefined) => void malformed.push(notCsv(error));
  const parser = parse({ ...options, ...lines.options, bom: true, on_skip });
  const broken = pipeline(lines.bytes, parser).catch(() => undefined);
  let header: string[] | null = null;
  for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
    if (header === null) {
      const found = headerOf({ record, info }, required);
      if (!Array.isArray(found)) return void (yield found);
      header = found;
      continue;
    }
    while ((malformed[0]?.line ?? Infinity) < info.lines) yield* malformed.splice(0, 1);
    yield { ...toRecord(header, record, info.lines), end: Math.max(0, info.bytes - lines.added()) };
  }
  await broken;
  const found = header ?? headerOf(undefined, required);
  yield* Array.isArray(found) ? malformed : [found];
}

/** Names of the columns, or what is wrong with them. */
function headerOf(row: ParsedRow | undefined, required: readonly string[]): string[] | InputRecord {
  const header = row?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const missing = required.find((name) => !header.includes(name));
  if (missing !== undefined) return noColumn(missing);
  const twice = header.find((name, i) => name !== '' && header.indexOf(name) < i);
  return twice === undefined ? header : columnTwice(twice);
}

/** The line is the one on which the row ends. */
function toRecord(header: readonly string[], cells: readonly string[], line: number): InputRecord {
  if (cells.length === header.length)
    return { line, value: Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])) };
  const message = `The row has ${cells.length} cells and the header ${header.length}; quote cells that hold commas.`;
  return { line, error: new ArticleError('input/csv', message) };
}

function notCsv(error: CsvError | undefined): InputRecord {
  const line = typeof error?.lines === 'number' ? error.lines : null;
  const message =
    'The row is not CSV: a quote is open or out of place; quote the whole cell and double quotes inside it.';
  return { line, error: new ArticleError('input/csv', message) };
}

function noColumn(name: string): InputRecord {
  const message = `There is no column "${name}"; the first row has to name the columns: id, text and, if known, ${fieldNames.join(', ')}.`;
  return { line: 1, error: new ArticleError('input/csv', message) };
}

function columnTwice(name: string): InputRecord {
  const message = `There are two columns "${name}"; rename or remove one of them.`;
  return { line: 1, error: new ArticleError('input/csv', message) };
}

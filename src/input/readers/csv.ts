import { type CsvError, parse } from 'csv-parse/sync';
import { ArticleError } from '../article.js';
import type { InputRecord, Reader } from './reader.js';

/** A table with one article a row, its columns named in the first row. */
export const csvReader: Reader = {
  extensions: ['.csv'],
  plain: false,
  read: (content) => readRows(content, ['id', 'text']),
};

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Rows of a CSV text as objects by column name, in lower case. A malformed row is an error in its place; a missing
 * column, or one that is there twice, is one error for the whole text.
 */
export function readRows(content: string, required: readonly string[]): InputRecord[] {
  const malformed: InputRecord[] = [];
  const rows = parse(content, {
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => void malformed.push(notCsv(error)),
  }) as unknown as ParsedRow[];
  const header = rows[0]?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const missing = required.find((name) => !header.includes(name));
  if (missing !== undefined) return [noColumn(missing)];
  const twice = header.find((name, i) => name !== '' && header.indexOf(name) < i);
  if (twice !== undefined) return [columnTwice(twice)];
  const records = rows.slice(1).map(({ record, info }) => toRecord(header, record, info.lines));
  return [...records, ...malformed].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
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
  const message = `There is no column "${name}"; the first row has to name the columns.`;
  return { line: 1, error: new ArticleError('input/csv', message) };
}

function columnTwice(name: string): InputRecord {
  const message = `There are two columns "${name}"; rename or remove one of them.`;
  return { line: 1, error: new ArticleError('input/csv', message) };
}

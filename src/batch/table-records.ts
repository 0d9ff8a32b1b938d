import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { readCsv } from '../input/csv-records.js';

/** A table of a data package: its files, one after the other, and how they are written. */
export interface TableFiles {
  readonly format: 'csv' | 'parquet';
  readonly files: readonly string[];
  readonly dialect: {
    readonly delimiter?: string | undefined;
    readonly quoteChar?: string | undefined;
    readonly header?: boolean | undefined;
  };
}

/** A row: its cells as text, null where there is nothing, and with the first row of a file the names of its columns. */
export interface TableRecord {
  readonly header: readonly string[] | null;
  /** None where a file has a header and no rows. */
  readonly cells: readonly (string | null)[] | null;
}

/** The rows of a table. @throws Error where a file is not what it is said to be. */
export async function* recordsOf({ format, files, dialect }: TableFiles): AsyncGenerator<TableRecord> {
  for (const file of files) yield* format === 'csv' ? csvRecords(file, dialect) : parquetRecords(file);
}

async function* csvRecords(file: string, dialect: TableFiles['dialect']): AsyncGenerator<TableRecord> {
  const { delimiter = ',', quoteChar = '"' } = dialect;
  const records = readCsv(file, { delimiter, quote: quoteChar, relax_column_count: true });
  let header: string[] | null = null;
  let isFirst = true;
  for await (const cells of records as AsyncIterable<string[]>) {
    if (isFirst && dialect.header !== false) {
      header = cells;
      isFirst = false;
      continue;
    }
    yield { header, cells };
    isFirst = false;
    header = null;
  }
  if (header !== null) yield { header, cells: null };
}

/** One group of rows after the other, so that memory does not grow with the file. */
async function* parquetRecords(path: string): AsyncGenerator<TableRecord> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  let header: readonly string[] | null = names;
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    for (const row of await parquetReadObjects({ file, metadata, rowStart, rowEnd })) {
      yield { header, cells: names.map((name) => toCell(row[name])) };
      header = null;
    }
    rowStart = rowEnd;
  }
  if (header !== null) yield { header, cells: null };
}

/** A value as CSV would write it; lists and objects as JSON. */
function toCell(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object')
    return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item));
  return String(value);
}

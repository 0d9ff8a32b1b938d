import { stringify } from 'csv-stringify/sync';
import { cellsOf } from './columns.js';
import type { ExportFormat, ExportOptions, Resource } from './format.js';
import type { OutputFile } from './output-file.js';
import { chosenTables } from './table-choice.js';
import type { Table } from './tables.js';

/** The tables as RFC 4180 CSV in UTF-8 with `\n`; for Excel with a byte-order mark and escaped formulas. */
export const csvTables: ExportFormat = {
  name: 'csv',
  description: 'tables as CSV, for spreadsheets and scripts',
  open(create, options) {
    const writers = chosenTables(options.settings?.tables ?? null).map((table) => openTable(table, create, options));
    return {
      add: (linked) => {
        for (const writer of writers) writer.write(writer.table.articleRows(linked));
      },
      close: (corpus) =>
        writers.map((writer) => {
          for (const rows of chunked(writer.table.corpusRows(corpus))) writer.write(rows);
          return writer.close();
        }),
    };
  },
};

const chunkLength = 1000;

function* chunked(rows: Iterable<object>): Generator<object[]> {
  let chunk: object[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = [];
  }
  yield chunk;
}

interface TableWriter {
  readonly table: Table;
  write(rows: readonly object[]): void;
  close(): Resource;
}

function openTable(table: Table, create: (path: string) => OutputFile, { excel }: ExportOptions): TableWriter {
  const { name, description, columns, primaryKey, foreignKeys } = table;
  const fields = columns.map(({ field }) => field);
  const file = create(`${name}.csv`);
  file.write((excel ? '\ufeff' : '') + toCsv([fields.map((field) => field.name)], excel));
  let rows = 0;
  return {
    table,
    write(added) {
      if (added.length === 0) return;
      rows += added.length;
      file.write(
        toCsv(
          added.map((row) => cellsOf(columns, row)),
          excel,
        ),
      );
    },
    close: () => ({
      ...{ name, description, format: 'csv', mediatype: 'text/csv', rows },
      ...{ file: file.close(), schema: { fields, primaryKey, foreignKeys } },
    }),
  };
}

function toCsv(rows: readonly (readonly unknown[])[], excel: boolean): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: '\n', quoted_match: /\r/, escape_formulas: excel, cast: { boolean: String } },
  );
}

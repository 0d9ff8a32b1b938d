import { cellsOf } from './columns.js';
import { toCsv } from './csv-rows.js';
import type { ExportFormat, ExportOptions, FormatWriter, Resource } from './format.js';
import { openTables, type TableWriter } from './open-tables.js';
import type { OutputFile } from './output-file.js';
import { errors, type Table } from './tables.js';

/** The tables as RFC 4180 CSV in UTF-8 with `\n`; for Excel with a byte-order mark and escaped formulas. */
export const csvTables: ExportFormat = {
  name: 'csv',
  description: 'tables as CSV, for spreadsheets and scripts',
  open: (create, options) => openCsv(create, options),
};

/** The one table that is written as CSV where no tables are asked for. */
export const csvErrors: ExportFormat = {
  name: 'errors',
  description: 'what could not be read or annotated',
  open: (create, options) => openCsv(create, options, [errors]),
};

function openCsv(
  create: (path: string) => OutputFile,
  options: ExportOptions,
  wanted?: readonly Table[],
): FormatWriter {
  const opened = openTables(options, (table) => openTable(table, create, options), wanted);
  return { add: opened.add, close: (corpus) => opened.end(corpus).map((writer) => writer.close()) };
}

interface CsvWriter extends TableWriter {
  close(): Resource;
}

function openTable(
  { name, description, columns, primaryKey, foreignKeys }: Table,
  create: (path: string) => OutputFile,
  { excel }: ExportOptions,
): CsvWriter {
  const fields = columns.map(({ field }) => field);
  const file = create(`${name}.csv`);
  file.write((excel ? '\ufeff' : '') + toCsv([fields.map((field) => field.name)], excel));
  let rows = 0;
  return {
    write(added) {
      rows += added.length;
      const cells = added.map((row) => cellsOf(columns, row));
      file.write(toCsv(cells, excel));
    },
    close: () => ({
      ...{ name, description, format: 'csv', mediatype: 'text/csv', rows },
      ...{ file: file.close(), schema: { fields, primaryKey, foreignKeys } },
    }),
  };
}

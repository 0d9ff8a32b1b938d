import type { ExportOptions } from './format.js';
import { type CorpusRows, type LinkedArticle, type Table, tables } from './tables.js';

/** Takes the rows of one table, as they come. */
export interface TableWriter {
  write(rows: readonly object[]): void;
}

/** All tables of an export while they are written. */
export interface OpenTables<W extends TableWriter> {
  add(linked: LinkedArticle): void;
  /** Writes the rows that come once and gives the writers, in the order of the tables. */
  end(corpus: CorpusRows): readonly W[];
}

/** Opens a writer for each table, or each of `wanted`, for the formats that hold tables. */
export function openTables<W extends TableWriter>(
  _options: ExportOptions,
  open: (table: Table) => W,
  wanted: readonly Table[] = tables,
): OpenTables<W> {
  const opened = wanted.map((table) => ({ table, writer: open(table) }));
  return {
    add(linked) {
      for (const { table, writer } of opened) writer.write(table.articleRows(linked));
    },
    end: (corpus) =>
      opened.map(({ table, writer }) => {
        writer.write(table.corpusRows(corpus));
        return writer;
      }),
  };
}

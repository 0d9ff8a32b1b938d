import type { ExportOptions } from './format.js';
import { chosenTables } from './table-choice.js';
import type { CorpusRows, LinkedArticle, Table } from './tables.js';

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

/** Opens a writer for each table that is wanted, or each of `wanted`, for the formats that hold tables. */
export function openTables<W extends TableWriter>(
  options: ExportOptions,
  open: (table: Table) => W,
  wanted: readonly Table[] = chosenTables(options.settings?.tables ?? null),
): OpenTables<W> {
  const opened = wanted.map((table) => ({ table, writer: open(table) }));
  return {
    add(linked) {
      for (const { table, writer } of opened) writer.write(table.articleRows(linked));
    },
    end: (corpus) =>
      opened.map(({ table, writer }) => {
        for (const rows of chunked(table.corpusRows(corpus))) writer.write(rows);
        return writer;
      }),
  };
}

/** So many rows are written at once. */
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

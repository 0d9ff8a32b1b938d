import { pipeline } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { streamRegular } from '../text/regular-file.js';
import { withoutReturnBytes } from './csv-lines.js';

/**
 * The records of the CSV file `path` as they are read. A byte-order mark is no part of them.
 *
 * @throws CsvError where it is no CSV; Error of the file system.
 */
export async function* readCsv(path: string, options: Options = {}): AsyncGenerator<unknown> {
  const lines = await withoutReturnBytes(streamRegular(path));
  const parser = parse({ bom: true, ...lines.options, ...options });
  // An error of either stream ends both, and comes out where the records are read.
  pipeline(lines.bytes, parser, () => undefined);
  yield* parser;
}

/** What is wrong with a file that is no CSV, in words that no version of the library changes; null for any other error. */
export function csvFault(error: unknown): string | null {
  if (!(error instanceof CsvError)) return null;
  const line = typeof error.lines === 'number' ? `line ${error.lines} ` : 'it ';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `${line}opens a quotation mark that is not closed`;
  if (error.code.startsWith('CSV_RECORD_INCONSISTENT')) return `${line}has more or fewer cells than the header`;
  return `${line}is no CSV: a quotation mark is out of place, or a line too long`;
}

import { stringify } from 'csv-stringify/sync';
import type { Cell } from './columns.js';

/**
 * Rows as RFC 4180 CSV with `\n`; with `escapesFormulas` a text that a spreadsheet would take for a formula begins with `'`.
 */
export function toCsv(rows: readonly (readonly Cell[])[], escapesFormulas = false): string {
  if (rows.length === 0) return '';
  return stringify(
    rows.map((row) => [...row]),
    {
      ...{ record_delimiter: '\n', quoted_match: /\r/, escape_formulas: escapesFormulas },
      cast: { boolean: String },
    },
  );
}

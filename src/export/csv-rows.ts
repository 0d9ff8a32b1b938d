import type { Cell } from './columns.js';

const special = /[",\r\n]/;
/** With what a cell begins that a spreadsheet takes for a formula; full-width forms are read alike. */
const formula = /^[-=+@\t\r＝＋－＠]/;

/**
 * Rows as RFC 4180 CSV with `\n`; with `escapesFormulas` a text that a spreadsheet would take for a formula begins with `'`. Written
 * here, since a library for it took a quarter of an export.
 */
export function toCsv(rows: readonly (readonly Cell[])[], escapesFormulas = false): string {
  const toLine = (row: readonly Cell[]) => `${row.map((cell) => toField(cell, escapesFormulas)).join(',')}\n`;
  return rows.map(toLine).join('');
}

function toField(cell: Cell, escapesFormulas: boolean): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = escapesFormulas && formula.test(cell) ? `'${cell}` : cell;
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

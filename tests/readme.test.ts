import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

/** The tables of the README that a line such as "`claims.csv`" introduces: file, columns and rows. */
function excerpts(): { file: string; columns: string[]; rows: string[][] }[] {
  const tables = readme.matchAll(/`(output\/\w+\.csv)`[^|]*\n\n((?:\|.*\n)+)/g);
  return [...tables].map((match) => {
    const [head = [], , ...rows] = (match[2] ?? '').trimEnd().split('\n').map(cellsOf);
    return { file: match[1] ?? '', columns: head, rows };
  });
}

function cellsOf(line: string): string[] {
  const cells = line.replace(/\\\|/g, '\u0000').split('|').slice(1, -1);
  return cells.map((cell) => cell.trim().replaceAll('\u0000', '|'));
}

test('the README shows three tables', () => {
  expect(excerpts().length).toBeGreaterThanOrEqual(3);
});

describe.each(excerpts())('$file', ({ file, columns, rows }) => {
  const records = parse<Record<string, string>>(readFileSync(new URL(file, root)), { columns: true });
  test.each(rows.map((row) => [row.join(' | '), row]))('has the row %s', (_line, row) => {
    const fits = (record: Record<string, string>) => columns.every((column, i) => record[column] === row[i]);
    expect(records.some(fits)).toBe(true);
  });
});

test('the text that the README shows as input stands in the corpus', () => {
  const input = /`corpus\/([\w-]+\.txt)`[^>]*\n\n((?:> .*\n)+)/.exec(readme);
  const article = readFileSync(new URL(`corpus/${input?.[1] ?? ''}`, root), 'utf8');
  const shown = (input?.[2] ?? '').replace(/^> /gm, '').replaceAll('\\', '').trim();
  expect(shown).not.toBe('');
  for (const line of shown.split('\n').filter((part) => part.trim() !== '')) expect(article).toContain(line);
});

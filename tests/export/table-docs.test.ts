import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { describeTables } from '../../src/export/table-docs.js';
import { tables } from '../../src/export/tables.js';

test('docs/tables.md is what npm run docs:build writes', () => {
  expect(readFileSync(new URL('../../docs/tables.md', import.meta.url), 'utf8')).toBe(describeTables());
});

test('every table and column is described', () => {
  const page = describeTables();
  for (const { name, columns } of tables) {
    expect(page).toContain(`\n## ${name}\n`);
    for (const { field } of columns) {
      expect(page).toContain(`| \`${field.name}\` |`);
      expect(field.description).not.toBe('');
    }
  }
});

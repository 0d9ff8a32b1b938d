import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { cellsOf, columnsOf } from '../../src/export/columns.js';
import { tables } from '../../src/export/tables.js';

const schema = z.object({
  id: z.string().describe('Key.').meta({ column: 'thing_id' }),
  rawStart: z.int().min(0).describe('Where.'),
  kind: z.enum(['a', 'b']).nullable().describe('Which.'),
  names: z
    .object({ 'zh-Hant': z.string().describe('Name.') })
    .nullable()
    .meta({ column: 'name' }),
  tags: z.array(z.enum(['x', 'y'])).describe('Tags.'),
  words: z.array(z.object({ text: z.string() })).describe('Words.'),
});

describe('columnsOf', () => {
  test('gives names, types and constraints', () => {
    expect(columnsOf(schema).map(({ field }) => field)).toEqual([
      { name: 'thing_id', type: 'string', description: 'Key.' },
      { name: 'raw_start', type: 'integer', description: 'Where.', constraints: { required: true, minimum: 0 } },
      { name: 'kind', type: 'string', description: 'Which.', constraints: { enum: ['a', 'b'] } },
      { name: 'name_zh_hant', type: 'string', description: 'Name.' },
      { name: 'tags', type: 'string', description: 'Tags. Joined by | (x, y); a | inside is written \\|.' },
      { name: 'words', type: 'string', description: 'Words. Joined by |; a | inside is written \\|.' },
    ]);
  });
});

describe('cellsOf', () => {
  test.each([
    [
      { id: '7', rawStart: 0, kind: 'a', names: { 'zh-Hant': '船' }, tags: ['x', 'y'], words: [{ text: 'p|q' }] },
      ['7', 0, 'a', '船', 'x|y', 'p\\|q'],
    ],
    [{ id: '', rawStart: 3, kind: null, names: null, tags: [], words: [] }, ['', 3, null, null, '', '']],
  ])('%j', (row, cells) => expect(cellsOf(columnsOf(schema), row)).toEqual(cells));
});

describe('tables', () => {
  const named = new Map(tables.map((table) => [table.name, table.columns.map(({ field }) => field.name)]));

  test.each(tables.map((table) => [table.name, table] as const))('%s', (_name, table) => {
    const names = table.columns.map(({ field }) => field.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(0, table.primaryKey.length)).toEqual(table.primaryKey);
    for (const { field } of table.columns) {
      expect(field.name).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
      expect(field.description).toMatch(/\w/);
    }
    for (const { fields, reference } of table.foreignKeys) {
      expect(names).toEqual(expect.arrayContaining([fields].flat()));
      expect(named.get(reference.resource)).toEqual(expect.arrayContaining([reference.fields].flat()));
    }
  });
});

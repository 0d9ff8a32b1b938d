import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Column } from '../../src/export/columns.js';
import { type Table, tables } from '../../src/export/tables.js';
import { type Database, openDatabase } from '../support/duckdb.js';
import { exportSample } from '../support/export.js';
import type { Workplace } from '../support/run.js';

let place: Workplace;
let database: Database;
beforeAll(async () => {
  place = exportSample(['csv', 'parquet']);
  database = await openDatabase(`${place.path}/out`);
});
afterAll(() => {
  database.close();
  place.remove();
});

const sqlTypes = { string: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** A list as one cell of CSV holds it. */
function joined(list: string, word: string): string {
  return `array_to_string(list_transform(${list}, lambda item: replace(${word}, '|', '\\|')), '|')`;
}

function ofParquet({ field, items }: Column): string {
  const value =
    items === undefined
      ? `"${field.name}"`
      : joined(`"${field.name}"`, typeof items === 'string' ? 'item' : 'item.text');
  return field.type === 'string' ? `coalesce(${value}, '')` : value;
}

function ofCsv({ field }: Column): string {
  return field.type === 'string' ? `coalesce("${field.name}", '')` : `CAST("${field.name}" AS ${sqlTypes[field.type]})`;
}

function ofJson({ field, path, items }: Column): string {
  const place = `'$${path.map((key) => `."${key}"`).join('')}'`;
  if (items !== undefined) {
    const list = `CAST(json_extract(item, ${place}) AS JSON[])`;
    return `coalesce(${joined(list, `json_extract_string(item, '${typeof items === 'string' ? '$' : '$.text'}')`)}, '')`;
  }
  const value = `json_extract_string(item, ${place})`;
  return field.type === 'string' ? `coalesce(${value}, '')` : `CAST(${value} AS ${sqlTypes[field.type]})`;
}

const select = (columns: readonly Column[], value: (column: Column) => string) =>
  columns.map((column) => `${value(column)} AS "${column.field.name}"`).join(', ');

/** Rows that are in one of two sources and not in the other. */
function difference(a: string, b: string): Promise<unknown[]> {
  return database.rows(`(FROM (${a}) EXCEPT ALL FROM (${b})) UNION ALL (FROM (${b}) EXCEPT ALL FROM (${a}))`);
}

const csv = (name: string) => `read_csv('${name}.csv', all_varchar = true, header = true, delim = ',', quote = '"')`;

test.each(tables.map((table) => [table.name, table] as const))('Parquet and CSV: %s', async (name, { columns }) => {
  const parquet = `SELECT ${select(columns, ofParquet)} FROM '${name}.parquet'`;
  expect(await difference(parquet, `SELECT ${select(columns, ofCsv)} FROM ${csv(name)}`)).toEqual([]);
});

/** What stands in the tables only: ids and counts over the corpus. */
const ofCorpus = /^(?:(?:source_|subject_|object_)?entity_ids?)$/;
const counts = ['characters', 'repairs', 'sentences', 'mentions', 'entities', 'times', 'quantities', 'claims'];

describe('JSON and Parquet', () => {
  const layers = tables.filter(({ primaryKey }) => primaryKey.join() === 'document_id,id');
  test.each(layers.map((table) => [table.name, table] as const))('%s', async (name, table) => {
    const columns = table.columns.filter(({ field }) => field.name !== 'document_id' && !ofCorpus.test(field.name));
    const json = `SELECT json->>'id' AS document_id, unnest(CAST(json->'${name}' AS JSON[])) AS item
      FROM read_ndjson_objects('annotations.jsonl')`;
    expect(
      await difference(
        `SELECT document_id, ${select(columns, ofParquet)} FROM '${name}.parquet'`,
        `SELECT document_id, ${select(columns, ofJson)} FROM (${json})`,
      ),
    ).toEqual([]);
  });

  test('documents', async () => {
    const columns = (tables.find(({ name }) => name === 'documents') as Table).columns.filter(
      ({ field }) => !counts.includes(field.name),
    );
    const json = `SELECT ${select(columns, ofJson)} FROM (SELECT json AS item FROM read_ndjson_objects('annotations.jsonl'))`;
    expect(await difference(`SELECT ${select(columns, ofParquet)} FROM 'documents.parquet'`, json)).toEqual([]);
  });
});

test('a row that is changed is found', async () => {
  const changed = `SELECT * REPLACE (text || '!' AS text) FROM 'sentences.parquet' WHERE id = 's1'`;
  expect(await difference(`FROM 'sentences.parquet' WHERE id = 's1'`, changed)).not.toEqual([]);
});

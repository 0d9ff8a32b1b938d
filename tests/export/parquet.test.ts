import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ExportOptions } from '../../src/export/format.js';
import { createOutputFile } from '../../src/export/output-file.js';
import { parquetTables } from '../../src/export/parquet.js';
import { articlesOf } from '../support/articles.js';
import { type Database, openDatabase } from '../support/duckdb.js';
import { exportSample } from '../support/export.js';
import type { Workplace } from '../support/run.js';

let place: Workplace;
let database: Database;
beforeAll(async () => {
  place = exportSample(['parquet']);
  database = await openDatabase(`${place.path}/out`);
});
afterAll(() => {
  database.close();
  place.remove();
});

const options: ExportOptions = {
  ...{ published: null, script: null, encoding: null, tokens: false, claims: 'balanced', excel: false },
  formats: ['parquet'],
};

describe('parquet', () => {
  test.each([
    ['claims', 'kinds', 'VARCHAR[]'],
    ['claims', 'entity_ids', 'VARCHAR[]'],
    ['entities', 'aliases', 'VARCHAR[]'],
    ['claims', 'check_worthy', 'DOUBLE'],
    ['claims', 'start', 'BIGINT'],
    ['sentences', 'claim', 'BOOLEAN'],
    ['sentences', 'text', 'VARCHAR'],
    [
      'claims',
      'hedges',
      'STRUCT("text" VARCHAR, "start" BIGINT, "end" BIGINT, raw_start BIGINT, raw_end BIGINT, kind VARCHAR)[]',
    ],
  ])('%s.%s is %s', async (table, column, type) => {
    const columns = await database.rows(`DESCRIBE FROM '${table}.parquet'`);
    expect(columns.find((row) => row.column_name === column)?.column_type).toBe(type);
  });

  test('a table without rows has its columns', async () => {
    expect(await database.rows(`SELECT count(*) AS rows, count(code) AS codes FROM 'errors.parquet'`)).toEqual([
      { rows: '0', codes: '0' },
    ]);
  });

  test('hedges keep their places, and characters of every plane their length', async () => {
    const rows = await database.rows(`
      SELECT c.text, h.text AS hedge, substr(d.text, h.start::INT + 1, (h.end - h.start)::INT) AS there
      FROM (SELECT *, unnest(hedges) AS h FROM 'claims.parquet') c JOIN 'documents.parquet' d USING (document_id)`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { hedge, there } of rows) expect(there).toBe(hedge);
    const [row] = await database.rows(`SELECT text FROM 'sentences.parquet' WHERE text LIKE '%😀%'`);
    expect(row?.text).toContain('𠮷');
  });

  test('long tables come in groups of rows, so that no more than one is kept in mind', async () => {
    const [article] = articlesOf(place);
    if (article === undefined) throw new Error('There is no article.');
    const writer = parquetTables.open((path) => createOutputFile(place.path, `long/${path}`), options);
    const text = '船'.repeat(1 << 20);
    for (let i = 0; i < 10; i++) await writer.add({ article: { ...article, id: `a${i}`, text }, entityId: () => null });
    const resources = await writer.close({ entities: [], problems: [], claimLinks: [] });
    expect(resources.find(({ name }) => name === 'documents.parquet')).toMatchObject({ rows: 10, binary: true });
    const groups = await database.rows(`
      SELECT DISTINCT row_group_id, row_group_num_rows AS rows FROM parquet_metadata('${place.path}/long/documents.parquet')
      ORDER BY row_group_id`);
    expect(groups.map(({ rows }) => rows)).toEqual(['4', '4', '2']);
    const [whole] = await database.rows(`
      SELECT count(*) AS rows, min(length(text)) AS least FROM '${place.path}/long/documents.parquet'`);
    expect(whole).toEqual({ rows: '10', least: String(text.length) });
  });
});

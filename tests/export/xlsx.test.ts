import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import type { ExportOptions } from '../../src/export/format.js';
import { createOutputFile } from '../../src/export/output-file.js';
import { tables } from '../../src/export/tables.js';
import { openWorkbook } from '../../src/export/workbook.js';
import { xlsxWithin } from '../../src/export/xlsx.js';
import { articlesOf } from '../support/articles.js';
import { exportSample } from '../support/export.js';
import { pythonWith, testWith } from '../support/python.js';
import type { Workplace } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = exportSample(['csv', 'xlsx']);
});
afterAll(() => place.remove());

/** The rows of each sheet, with empty cells as null, as a reader gives them. */
async function read(file: string): Promise<Map<string, unknown[][]>> {
  const sheets = await readSheets(join(place.path, file));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as unknown[][]]));
}

/** The cells of a table as CSV has them: text, empty for null. */
function csvRows(name: string): string[][] {
  return parse(place.read(`out/${name}.csv`));
}

const asText = (cells: readonly unknown[], width: number) =>
  Array.from({ length: width }, (_, i) => String(cells[i] ?? ''));

describe('xlsx', () => {
  test.each(tables.map(({ name }) => [name]))('holds the rows of %s as CSV does', async (name) => {
    const rows = csvRows(name);
    const sheet = (await read('out/tables.xlsx')).get(name) ?? [];
    expect(sheet.map((cells) => asText(cells, rows[0]?.length ?? 0))).toEqual(rows);
  });

  test('numbers are numbers, texts are texts, and nothing is a formula', async () => {
    const documents = (await read('out/tables.xlsx')).get('documents') ?? [];
    const at = (column: string) => documents[0]?.indexOf(column) ?? -1;
    expect(documents.find((cells) => cells[at('document_id')] === 'hant/港口=1')?.[at('title')]).toBe('=新渡輪');
    expect(typeof documents[1]?.[at('characters')]).toBe('number');
    const parts = Object.entries(unzipSync(readFileSync(join(place.path, 'out/tables.xlsx'))));
    expect(parts.length).toBeGreaterThan(tables.length);
    for (const [path, bytes] of parts)
      if (path.endsWith('.xml')) expect(strFromU8(bytes)).not.toMatch(/<f[ >]|t="str"/);
  });

  test('the first sheet says what the others are', async () => {
    const sheets = await read('out/tables.xlsx');
    expect([...sheets.keys()]).toEqual(['about', ...tables.map(({ name }) => name)]);
    expect(sheets.get('about')?.[1]).toEqual(['documents', 'documents', 4, 0, 'One row an article.']);
  });

  test('what Excel cannot hold goes on another sheet or is cut, and is said', async () => {
    const [article] = articlesOf(place);
    if (article === undefined) throw new Error('There is no article.');
    const options: ExportOptions = {
      ...{
        published: null,
        script: null,
        encoding: null,
        tokens: false,
        claims: 'balanced',
        excel: false,
        formats: [],
      },
    };
    const writer = xlsxWithin({ rows: 4, characters: 13 }).open(
      (path) => createOutputFile(place.path, `small/${path}`),
      options,
    );
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
      await writer.add({ article: { ...article, id, text: `${'船'.repeat(12)}𠮷船` }, entityId: () => null });
    const [resource] = await writer.close({ entities: [], problems: [], claimLinks: [] });
    expect(resource?.description).toMatch(/\d+ cells hold the beginning/);
    const sheets = await read('small/tables.xlsx');
    expect(sheets.get('about')?.[1]?.[2]).toBe(7);
    expect(['documents', 'documents (2)', 'documents (3)'].map((name) => sheets.get(name)?.length)).toEqual([4, 4, 2]);
    const text = sheets.get('documents')?.[0]?.indexOf('text') ?? -1;
    expect(sheets.get('documents (3)')?.[1]?.[text]).toBe('船'.repeat(12));
    expect(sheets.get('cut cells')?.[0]).toEqual(['sheet', 'cell', 'characters']);
    const cut = [...sheets].flatMap(([name, rows]) => (name.startsWith('cut cells') ? rows : []));
    expect(cut).toContainEqual(['documents (3)', expect.stringMatching(/^[A-Z]+2$/), 15]);
  });
});

const openpyxl = pythonWith('openpyxl==3.1.5');
const texts = ['=1+1', '-5', ' a\n\tb\r ', '<&">', '𠮷😀', '_x0041_', '_x0041', 'a\u0001b', ''];

describe('openpyxl', () => {
  testWith(openpyxl, 'reads every text as it is, but for what XML cannot hold', () => {
    const workbook = openWorkbook(createOutputFile(place.path, 'texts.xlsx'));
    const sheets = workbook.sheets('texts', ['text']);
    for (const text of texts) sheets.add([text]);
    workbook.close();
    const values = openpyxl.run(
      `import json, sys, warnings, openpyxl
warnings.simplefilter("error")
sheet = openpyxl.load_workbook(sys.argv[1])["texts"]
print(json.dumps([[cell.value, cell.data_type] for (cell,) in sheet.iter_rows(min_row=2)]))`,
      join(place.path, 'texts.xlsx'),
    );
    const read = texts.map((text) => text.replace('\u0001', '\ufffd'));
    expect((values as [string | null, string][]).map(([value]) => value?.replaceAll('_x005F_', '_') ?? null)).toEqual(
      read,
    );
    expect((values as [string | null, string][]).some(([, type]) => type === 'f')).toBe(false);
  });
});

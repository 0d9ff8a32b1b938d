import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '../support/duckdb.js';
import { exportSample } from '../support/export.js';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The queries of the document, by their headings. */
const queries = new Map(
  readFileSync(file('docs/queries.md'), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split('\n')[0] ?? '', /```sql\n([^`]+)```/.exec(section)?.[1] ?? ''] as const),
);

/** The entity that the document asks for, and one of the sample. */
const [asked, here] = ['鯤鵬灣動力', '藍鯨航運'];

const places: Workplace[] = [];
let sample: Database;
let corpus: Database;
beforeAll(async () => {
  const own = exportSample(['parquet']);
  const project = makeWorkplace();
  places.push(own, project);
  wenmai(['annotate', file('corpus'), '-o', 'out', '--quiet', '--format', 'parquet'], { cwd: project.path });
  sample = await openDatabase(`${own.path}/out`);
  corpus = await openDatabase(`${project.path}/out`);
});
afterAll(() => {
  sample.close();
  corpus.close();
  for (const place of places) place.remove();
});

test('there are ten queries, each under a heading of its own', () => expect(queries.size).toBe(10));

/** Rows that the answer for the sample corpus must hold among others, and what it must not. */
const answers: Readonly<Record<string, { has?: object[]; lacks?: object[] }>> = {
  'Who is quoted most, about whom?': {
    has: [{ speaker: 'Maria Lindqvist', about: 'Harbour Authority of Ostmark', claims: '1' }],
  },
  'Which figures has nobody put his name to?': {
    has: [{ document_id: 'en-3', text: 'Northgate Ferries carried 300,000 passengers in 2023' }],
    lacks: [{ text: '藍鯨航運今年的旅客比去年增加12%' }],
  },
  'What happened to whom, and when?': { has: [{ text: '蓝鲸航运去年亏损2000万元', begin: '2023-01-01' }] },
  'Which claims may contradict each other?': {
    has: [{ earlier: 'en-3', later: 'en-4', but: 'Northgate Ferries carried 250,000 passengers in 2023' }],
  },
  'Who is named together?': {
    has: [{ name: 'Northgate Ferries', together_with: 'Maria Lindqvist', sentences: '1' }],
  },
  'Where is the money?': { has: [{ currency: 'CNY', value: 20_000_000, text: '蓝鲸航运去年亏损2000万元' }] },
  'Which forecasts can be checked, and from when on?': { has: [{ due: '2024-05-02', text: '新渡輪預料5月1日試航。' }] },
  'How well does each publisher name its sources?': { has: [{ publisher: '海门日报', articles: '1' }] },
  'Who denies what?': {
    has: [{ speaker: '何志远', text: '票价上涨', document_id: 'hans-2' }],
    lacks: [{ text: '藍鯨航運今年的旅客比去年增加12%' }],
  },
  'Where exactly does it stand?': { has: [{ encoding: 'UTF-8', counts_in_file: false }] },
};

describe.each([...queries])('%s', (heading, query) => {
  test('is answered as it should be on the sample', async () => {
    const rows = await sample.rows(query.replaceAll(asked, here));
    for (const row of answers[heading]?.has ?? [{ missing: heading }])
      expect(rows).toContainEqual(expect.objectContaining(row));
    for (const row of answers[heading]?.lacks ?? []) expect(rows).not.toContainEqual(expect.objectContaining(row));
  });

  test('runs on the corpus of the project', async () => {
    const rows = await corpus.rows(query);
    if (heading !== 'Which claims may contradict each other?') expect(rows.length).toBeGreaterThan(0);
  });
});

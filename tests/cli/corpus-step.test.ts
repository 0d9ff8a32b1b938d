import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workerFlags } from '../../src/batch/memory.js';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

interface Rows {
  readonly id: string;
  readonly rows: Readonly<Record<string, unknown[][]>>;
  readonly entities: {
    readonly id: string;
    readonly key: string;
    readonly mentions: number;
    readonly apart: object | null;
  }[];
  readonly claims: object[];
}

interface Schema {
  readonly tables: {
    readonly name: string;
    readonly isOfCorpus: boolean;
    readonly columns: {
      readonly name: string;
      readonly type: string;
      readonly namesEntity: boolean;
      readonly description: string;
    }[];
  }[];
  readonly nodeFlags: readonly string[];
}

const articles = [
  { id: 'a', text: '盐湖银行表示，去年的利润为3亿元。', published: '2024-02-20' },
  { id: 'b', text: '盐湖银行表示，去年的利润为3亿元。Okafor said that the ferry was late.', published: '2024-02-21' },
];
const json = <T>(text: string): T[] => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
const lines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const ask = <T>(args: readonly string[], input: readonly object[] = []): T[] => {
  const { status, stdout, stderr } = wenmai(args, { input: lines(input) });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return json<T>(stdout);
};

describe('rows of articles', () => {
  const answers = ask<Rows>(['stream', '--tables'], [...articles, { id: 'c', text: '' }]);
  const [schema] = ask<Schema>(['schema']);

  test('have a value for each column of the schema', () => {
    for (const { name, columns } of schema?.tables.filter(({ isOfCorpus }) => !isOfCorpus) ?? [])
      for (const row of answers[1]?.rows[name] ?? [['no such table']]) expect(row).toHaveLength(columns.length);
    expect(answers[2]).toMatchObject({ id: 'c', error: { code: 'input/empty' } });
  });

  test('the schema says which columns name entities, and what lists are', () => {
    const named = schema?.tables.map(({ name, columns }) => [
      name,
      columns.filter(({ namesEntity }) => namesEntity).map((column) => column.name),
    ]);
    expect(Object.fromEntries(named ?? [])).toMatchObject({
      documents: [],
      mentions: ['entity_id'],
      claims: ['source_entity_id', 'entity_ids'],
      facts: ['subject_entity_id', 'object_entity_id'],
      times: [],
    });
    const ids = schema?.tables.flatMap(({ columns }) => columns).find(({ name }) => name === 'entity_ids');
    expect(ids).toMatchObject({ type: 'array', description: 'Entities named in it.' });
  });

  test('the schema tells the flags of node for a process that annotates, those of the workers', () =>
    expect(schema?.nodeFlags).toEqual(workerFlags));

  test('of one table come without what other tables need', () => {
    const [times] = ask<Rows>(['stream', '--tables', 'times'], articles);
    expect(times).toMatchObject({ id: 'a', entities: [], claims: [] });
    expect(Object.keys(times?.rows ?? {})).toEqual(['times']);
    expect(JSON.stringify(times)).not.toContain('盐湖银行');
  });
});

describe('steps over the corpus give what annotate gives', () => {
  let place: Workplace;
  beforeAll(() => {
    place = makeWorkplace();
    place.write({ 'in.jsonl': lines(articles) });
    wenmai(['annotate', 'in.jsonl', '-o', 'out', '--format', 'csv', '--quiet'], { cwd: place.path });
  });
  afterAll(() => place.remove());
  const idsIn = (file: string) =>
    place
      .read(`out/${file}.csv`)
      .split('\n')
      .slice(1, -1)
      .map((row) => row.slice(0, row.indexOf(',')));

  test('entities, then links between claims', () => {
    const answers = ask<Rows>(['stream', '--tables'], articles);
    const named = answers.flatMap(({ id, entities }) => entities.map((entity) => ({ document: id, ...entity })));
    const kinds = [...new Set(named.map(({ key }) => key))].map((key) => {
      const all = named.filter((entity) => entity.key === key);
      const mentions = all.reduce((sum, entity) => sum + entity.mentions, 0);
      return { key, documents: all.map(({ document }) => document), mentions, occurrences: all.length };
    });
    const linked = ask<{ key?: string; id?: string; entity?: { id: string } }>(['corpus-step', 'entities'], kinds);
    expect(linked.flatMap(({ entity }) => entity?.id ?? [])).toEqual(idsIn('entities'));

    const idOf = new Map(linked.map(({ key, id }) => [key, id]));
    const bucketed = ask<{ claims: { claim: string; buckets: string[] }[]; links: object[] }>(
      ['corpus-step', 'buckets'],
      answers.map(({ id, claims, entities }) => ({
        ...{ document: id, claims },
        ids: Object.fromEntries(entities.map((entity) => [entity.id, idOf.get(entity.key)])),
      })),
    );
    const members = bucketed
      .flatMap(({ claims }) => claims.flatMap(({ claim, buckets }) => buckets.map((bucket) => ({ bucket, claim }))))
      .map(({ bucket, claim }) => ({ bucket, claim: JSON.parse(claim) as object }))
      .sort((a, b) => (a.bucket < b.bucket ? -1 : a.bucket > b.bucket ? 1 : 0));
    const found = ask<{ links: { back: number; row: Record<string, unknown> }[] }>(['corpus-step', 'links'], members);
    const rows = found.flatMap(({ links }) => links.map(({ row }) => row));
    expect(rows.length).toBeGreaterThanOrEqual(idsIn('claim_links').length);
    expect(rows[0]).toMatchObject({ kind: 'restates', document_id: 'b', to_document_id: 'a' });
  });

  test.each([
    ['links', '{oops\n', 'line 1 is not JSON'],
    ['entities', '{}\n', 'line 1: key: it is missing'],
    ['entities', '{"key":"{}","documents":["a"],"mentions":1,"occurrences":1}\n', 'line 1: key: it is no entity of'],
    ['buckets', '\n{"document":"a","claims":[{}],"ids":{}}\n', 'line 2: claims.0.claimId: it is missing'],
    ['links', '{"bucket":"b","claim":[]}\n', 'line 1: claim: [] is no object'],
    ['links', Buffer.from([0xff, 0x0a]), 'line 1 is not UTF-8'],
  ])('%s refuses %j', (step, input, what) => {
    const { status, stdout, stderr } = wenmai(['corpus-step', step], { input });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^wenmai: standard input, .*[.]\n$/);
    expect(stderr).toContain(what);
  });
});

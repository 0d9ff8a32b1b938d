import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { verifyPackage } from '../../src/batch/verify-package.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

/* A package of Parquet in parts, as an engine writes it. */
let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

type Rows = Readonly<Record<string, readonly unknown[]>>;

const documents: Rows[] = [
  { document_id: ['a'], text: ['𠮷號渡輪停航。'] },
  { document_id: ['b', 'c'], text: ['The ferry is late.', null] },
];
const mentions: Rows = {
  document_id: ['a', 'a', 'b', 'c'],
  id: ['m1', 'm2', 'm1', 'm1'],
  start: [0n, 2n, 4n, null],
  end: [2n, 4n, 9n, null],
  text: ['𠮷號', '渡輪', 'ferry', null],
  cue_start: [null, 4n, null, null],
  cue_end: [null, 6n, null, null],
  cue_text: [null, '停航', null, null],
  kinds: [['ship', 'name'], [], null, null],
  share: [0.5, null, 1, 0],
};
const types: Readonly<Record<string, string>> = {
  ...{ start: 'integer', end: 'integer', cue_start: 'integer', cue_end: 'integer', kinds: 'array', share: 'number' },
};

function writeTable(name: string, parts: readonly Rows[], keys: object) {
  const files = parts.map((rows, i) => {
    const columnData = Object.entries(rows).map(([column, data]) => ({
      name: column,
      data: [...data],
      ...(column === 'kinds' ? { type: 'JSON' as const } : {}),
    }));
    const content = new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 2 }));
    const path = `${name}/part-${i}.snappy.parquet`;
    place.write({ [`p/${path}`]: content });
    return { path, bytes: content.length, hash: `sha256:${createHash('sha256').update(content).digest('hex')}` };
  });
  const fields = Object.keys(parts[0] ?? {}).map((column) => ({
    ...{ name: column, type: types[column] ?? 'string' },
    constraints: column === 'id' || column === 'document_id' ? { required: true } : { minimum: 0 },
  }));
  return {
    ...{ name, path: files.map(({ path }) => path), format: 'parquet', files },
    ...{ rows: parts.flatMap(({ document_id = [] }) => document_id).length, schema: { fields, ...keys } },
  };
}

interface Written {
  readonly documents?: Rows[];
  readonly mentions?: Rows;
  readonly change?: (resources: ReturnType<typeof writeTable>[]) => unknown;
  readonly maker?: object;
}

async function faults(written: Written = {}): Promise<readonly string[]> {
  const reference = { resource: 'documents', fields: 'document_id' };
  const resources = [
    writeTable('documents', written.documents ?? documents, { primaryKey: 'document_id' }),
    writeTable('mentions', [written.mentions ?? mentions], {
      primaryKey: ['document_id', 'id'],
      foreignKeys: [{ fields: 'document_id', reference }],
    }),
  ];
  written.change?.(resources);
  place.write({ 'p/datapackage.json': JSON.stringify({ resources, ...(written.maker ?? { wenmai: {} }) }) });
  return (await verifyPackage(`${place.path}/p`, 'p')).differences;
}

const withColumn = (name: string, values: readonly unknown[]): Written => ({
  mentions: { ...mentions, [name]: values },
});

describe('a data package of Parquet in parts', () => {
  test('as it says', async () => expect(await faults()).toEqual([]));

  test.each<[string, Written, string]>([
    [
      'a span that cuts out something else',
      withColumn('start', [1n, 2n, 4n, null]),
      'mentions/part-0.snappy.parquet: row 1: start 1 and end 2 do not cut out text',
    ],
    [
      'a span in UTF-16',
      withColumn('cue_end', [null, 7n, null, null]),
      'mentions/part-0.snappy.parquet: row 2: cue_start 4 and cue_end 7 do not cut out cue_text',
    ],
    [
      'a reference to nothing',
      withColumn('document_id', ['a', 'a', 'x', 'c']),
      'mentions/part-0.snappy.parquet: row 3 refers to document_id x, which is not in documents',
    ],
    [
      'a key twice',
      withColumn('id', ['m1', 'm1', 'm1', 'm1']),
      'mentions/part-0.snappy.parquet: row 2 has the same document_id, id as one before it',
    ],
    [
      'a key twice in two parts',
      { documents: [documents[0] ?? {}, { document_id: ['a', 'b'], text: [null, null] }] },
      'documents: row 2 has the same document_id as one before it',
    ],
    [
      'a type',
      withColumn('share', ['half', '1', '1', '1']),
      'mentions/part-0.snappy.parquet: row 1, share: "half" is no number',
    ],
    [
      'a number of rows',
      { change: ([table]) => Object.assign(table ?? {}, { rows: 4 }) },
      'documents has 3 rows, and 4 are told',
    ],
    [
      'a part that was changed',
      { change: ([table]) => Object.assign(table?.files[1] ?? {}, { hash: `sha256:${'0'.repeat(64)}` }) },
      'documents/part-1.snappy.parquet was changed: its sha256 is not the one that is told',
    ],
    [
      'columns in another order',
      { documents: [documents[0] ?? {}, { text: ['x'], document_id: ['b'] }] },
      'documents: its header is text, document_id, and the fields are document_id, text',
    ],
    [
      'a part that is no Parquet',
      { change: () => place.write({ 'p/documents/part-1.snappy.parquet': 'x'.repeat(40) }) },
      'documents is no Parquet: it is broken, or of a kind that is not read',
    ],
  ])('%s', async (_name, written, line) => expect(await faults(written)).toEqual(expect.arrayContaining([line])));

  test('spans are a matter of what wenmai made', async () =>
    expect(await faults({ ...withColumn('start', [1n, 2n, 4n, null]), maker: {} })).toEqual([]));
});

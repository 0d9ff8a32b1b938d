import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { discover } from '../../src/input/discover.js';
import { readArticles } from '../../src/input/read-articles.js';
import { readers } from '../../src/input/readers/index.js';
import type { InputRecord } from '../../src/input/readers/reader.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

const piece = fc.constantFrom(
  'a',
  '船',
  '🚢',
  ',',
  '"',
  '""',
  '\n',
  '\r\n',
  ' ',
  '{"id":"a","text":"船"}',
  'id,text\n',
  '\u2028',
  '|',
);
const content = fc.tuple(fc.constantFrom('', 'id,text\n', 'id,Text,title\n'), fc.array(piece, { maxLength: 40 }));

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function shown(record: InputRecord): unknown {
  return 'error' in record ? [record.line, record.error.message] : [record.line, record.value];
}

describe.each(['.jsonl', '.csv'])('rows of a %s file', (extension) => {
  const reader = readers.get(extension);

  test('are those of the whole content, wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 20 }), async ([head, pieces], size) => {
        const text = head + pieces.join('');
        const rows: unknown[] = [];
        for await (const row of reader?.rows?.(inChunks(Buffer.from(text), size)) ?? []) rows.push(shown(row));
        expect(rows).toEqual(reader?.read(text, { name: '', fields: {} }).map(shown));
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['\n', '\n'],
  ['\r\n', '\r\n'],
  ['\n', '\r\n'],
  ['\r\n', '\n'],
  ['\r', '\r'],
])('lines of a table that ends them with %j, and in cells with %j, are counted once', (end, inside) => {
  const table = ['id,text', `a,"船${inside}到${inside}了"`, 'b', 'c,"船', 'd,x'].join(end);
  const found = readers.get('.csv')?.read(table, { name: '', fields: {} }) ?? [];
  expect(found.slice(0, 2).map(({ line }) => line)).toEqual([4, 5]);
  expect(found[0]).toMatchObject({ value: { id: 'a', text: `船${inside}到${inside}了` } });
});

describe('a file of many megabytes', () => {
  let place: Workplace;
  beforeAll(() => {
    place = makeWorkplace();
  });
  afterAll(() => place.remove());

  const long = '港務局表示。'.repeat(2000);
  const lines = (count: number) =>
    Array.from({ length: count }, (_, i) => `${JSON.stringify({ id: `a${i}`, text: long })}\n`).join('');

  async function read(name: string) {
    const home = join(place.path, 'out');
    return readArticles(await discover([name], place.path, home), home, { published: null, encoding: null });
  }

  test.each([
    ['', 'strict', 1],
    ['\ufeff', 'bom', 1],
  ])('after %j is read row by row, as UTF-8 by %s', async (mark, basis, confidence) => {
    place.write({ 'big.jsonl': `${mark}${lines(130)}{oops\n` });
    const { articles, problems, sources } = await read('big.jsonl');
    expect(sources[0]?.bytes).toBeGreaterThan(1 << 22);
    expect(articles).toHaveLength(130);
    expect(articles[0]?.article.source).toMatchObject({
      ...{ encoding: 'UTF-8', encodingBasis: basis, encodingConfidence: confidence, frame: 'extracted' },
      ...{ sha256: sources[0]?.sha256, bytes: sources[0]?.bytes },
    });
    expect(problems).toMatchObject([{ code: 'input/json', line: 131 }]);
  });

  test('that is not UTF-8 is refused, naming the byte', async () => {
    place.write({ 'cut.jsonl': Buffer.concat([Buffer.from(lines(130)), Buffer.of(0xff, 10)]) });
    const { articles, problems } = await read('cut.jsonl');
    expect(articles).toEqual([]);
    expect(problems).toMatchObject([{ code: 'input/encoding', path: '../cut.jsonl' }]);
  });
});

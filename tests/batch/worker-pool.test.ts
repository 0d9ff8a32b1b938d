import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { NumberedArticle } from '../../src/batch/numbered-article.js';
import { createWorkerPool, type WorkerPool } from '../../src/batch/worker-pool.js';
import type { ExportOptions } from '../../src/export/format.js';

const options: ExportOptions = {
  ...{ published: null, script: null, encoding: null, tokens: false, claims: 'balanced' as const },
  ...{ excel: false, formats: [] },
};
const strange = new URL('./strange-worker.mjs', import.meta.url);

let pool: WorkerPool;
beforeEach(() => {
  pool = createWorkerPool({ workers: 2, timeout: 3, options, work: '', program: strange });
});
afterEach(() => pool.close());

function articles(...texts: string[]): NumberedArticle[] {
  return texts.map((text, index) => ({
    ...{ index, line: null },
    checked: { article: { id: `a${index}`, text }, diagnostics: [] },
  }));
}

async function codesOf(...texts: string[]): Promise<[number, string | null][]> {
  const batches = await pool.run(articles(...texts));
  return batches.flatMap(({ results }) =>
    results.map(({ index, problems }): [number, string | null] => [index, problems[0]?.code ?? null]),
  );
}

describe('a pool of workers', () => {
  test('tries what was in hand when a worker crashed again, alone, and reports what fails twice', async () => {
    expect(await codesOf('a', 'crash', 'b')).toEqual([
      [0, null],
      [1, 'pipeline/crashed'],
      [2, null],
    ]);
    expect(await codesOf('a', 'b')).toEqual([
      [0, null],
      [1, null],
    ]);
  });

  test('ends a worker that hangs', async () => {
    const [one, other] = await Promise.all([codesOf('a', 'hang'), codesOf('b', 'hang')]);
    for (const codes of [one, other])
      expect(codes).toEqual([
        [0, null],
        [1, 'pipeline/timeout'],
      ]);
  });

  test.each([
    { texts: ['told', 'The ferry is late.'], languages: 'en' },
    { texts: ['told: 船會準時。'], languages: 'zh' },
    { texts: ['told', '船會準時。'], languages: 'en zh' },
  ])('tells a worker that starts what its first articles are written in: $languages', async ({ texts, languages }) => {
    const [first] = await codesOf(...texts);
    expect(first).toEqual([0, `nodejieba ${languages}`]);
  });

  test('stops where the results cannot be written', async () => {
    await expect(pool.run(articles('full'))).rejects.toThrow(
      'the articles cannot be written: the disk is full; what is done is kept: put that right and run again with --resume.',
    );
  });

  test('gives up where no worker starts', async () => {
    await pool.close();
    pool = createWorkerPool({ workers: 1, timeout: 3, options, work: '', program: new URL('./none.mjs', strange) });
    await expect(codesOf('a', 'b', 'c', 'd', 'e')).rejects.toThrow('the processes that annotate cannot be started');
  });
});

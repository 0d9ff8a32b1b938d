import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import { writeSyntheticCorpus } from '../../src/tools/synthetic-corpus.js';
import { pythonWhere, testWith } from '../support/python.js';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

/*
 * The job of spark/ on the real engine, `npm run test:spark`: it takes minutes, 500 MB of packages, and Java 17. The command is
 * the built one.
 */
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const requirements = readFileSync(path('../../spark/requirements.txt'), 'utf8').trim().split('\n');
const spark = pythonWhere('WENMAI_SPARK', 'npm run test:spark', ...requirements);
jest.setTimeout(30 * 60_000);

const line = (id: string, text: string, more: object = {}) => JSON.stringify({ id, text, ...more });

const first = [
  line('f1', '港务局发言人林又晴说，渡轮去年运送了52000名旅客。', { published: '2024-02-20' }),
  '{not json',
  line('n1', 'Okafor said the ferry was late. Okafor left on Monday.'),
  '',
  line('crash-once', '沉船以后，盐湖銀行表示，去年的利润为3億元。'),
  line('d', '这是先来的一篇：灯塔公司宣布裁员。'),
  line('f2', '港务局发言人林又晴说，渡轮去年运送了52000名旅客。他说，渡轮今年不会停航。', { published: '2024-02-21' }),
  line('s', '渡輪\\ud83d今天停航，記者陳明報導。').replace('\\\\u', '\\u'),
];
const second = [
  line('f3', '林又晴表示：“渡轮去年运送了71000名旅客。”', { published: '2024-02-22' }),
  line('d', '这是后来的一篇：灯塔公司宣布招人。'),
  line('z', ''),
  line('n2', 'Okafor said on Tuesday that 300 people had come. Maria Okafor-Lindqvist was there.'),
  line('𠮷', '星屿大学的研究员高硯秋认为，結果並不可靠。'),
  line('kill-once', '孤船船长张伟在青州说，桥明年通车。'),
  line('date', 'Ferry.', { published: '2024-02-31' }),
  line('n3', '记者问张先生。李某說他不知道。'),
  line('half', 'A ferry.', { title: 'x\ud83dy' }),
  line('bad-throw', '坏船停航。'),
  line('bad-crash', '毒船停航。'),
  line('bad-hang', '慢船停航。'),
  line('long', `渡輪停航。${'海面平靜。'.repeat(1_500)}`),
];

const tables = [
  ...['documents', 'sentences', 'mentions', 'entities', 'times', 'quantities', 'claims', 'quotations', 'facts'],
  ...['claim_links', 'repairs', 'errors'],
];
/** What compare.py prints. */
type Found = Record<string, Record<string, unknown>>;
const nothing = Object.fromEntries(tables.map((name) => [name, 0]));

describe('Spark', () => {
  let place: Workplace;
  beforeAll(() => {
    place = makeWorkplace();
    writeSyntheticCorpus(`${place.path}/some.jsonl`, 150);
    const some = [...place.read('some.jsonl').trim().split('\n'), ...sampleCorpus()];
    const files = [
      [...first, ...some.slice(0, 80)],
      [...second, ...some.slice(80)],
    ].map((lines) => lines.join('\n'));
    const [a = '', b = ''] = files;
    place.write({ 'in/a.jsonl': `${a}\n`, 'in/b c+d%20 船.jsonl': b, 'out/.keep': '' });
  });
  afterAll(() => place.remove());

  testWith(spark, 'over 1, 2 and 7 partitions gives the rows of annotate, whatever breaks', () => {
    const breaking = new URL('unreliable.mjs', import.meta.url).href;
    const annotate = wenmai(
      ['annotate', 'in', '-o', 'out/export/tables', '--format', 'parquet', '--timeout', '10', '--quiet'],
      { cwd: place.path, env: { NODE_OPTIONS: `--import=${breaking}` } },
    );
    expect(annotate.status).toBe(1);
    const command = `node --import=${breaking} ${path('../../dist/cli.js')}`;
    const script = readFileSync(path('compare.py'), 'utf8');
    const directories = ['in', 'out/export/tables', 'out'].map((name) => `${place.path}/${name}`);
    const found = spark.run(script, path('../../spark'), ...directories, command, '1', '2', '7') as Found;
    expect(found.formats).toEqual({ parquet: 2, csv: 2, text: 2 });
    for (const partitions of ['1', '2', '7']) {
      const differences = Object.entries(found[partitions] ?? {}).filter(([, rows]) => (rows as []).length > 0);
      expect(differences).toEqual([]);
      expect(found[`package ${partitions}`]).toEqual([true, true, ['crash-once', 'kill-once', 'tables']]);
      expect(found[`links ${partitions}`]).toBeGreaterThan(20);
      expect(found[`sources ${partitions}`]).toMatchObject({
        n1: sourceOf(first[2] ?? ''),
        long: sourceOf(second.at(-1) ?? ''),
      });
      const verified = wenmai(['verify', `out/${partitions}/tables`], { cwd: place.path });
      expect(verified).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/ is as its datapackage\.json says: /),
      });
    }
    expect(found.edges).toEqual({
      'no rows': nothing,
      'no articles in a partition': nothing,
      'no column': expect.stringMatching(/bodies: there is no column "text" among id, body; rename one$/),
      'no node for the driver': expect.stringMatching(
        /^nowhere\/node cannot be started \(No such file or directory\); the driver /,
      ),
      'no node for a task': expect.stringMatching(
        /^nowhere\/node cannot be started on .*; ship Node and the package with --archives/,
      ),
      'output is there': expect.stringMatching(/nothing is there already; choose another, or say --overwrite$/),
    });
    expect(wenmai(['verify', 'out/nothing'], { cwd: place.path }).status).toBe(0);
  });
});

/** The articles of `corpus/`, without their fields. */
function sampleCorpus(): string[] {
  const corpus = path('../../corpus');
  const names = readdirSync(corpus).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => line(name, readFileSync(`${corpus}/${name}`, 'utf8'), { published: '2024-03-21' }));
}

/** What a document says of the bytes that it was read from: those of its text. */
function sourceOf(article: string) {
  const bytes = Buffer.from((JSON.parse(article) as { text: string }).text);
  return [bytes.length, null, null, 'file', createHash('sha256').update(bytes).digest('hex')];
}

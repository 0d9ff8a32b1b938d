import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { formatNames } from '../../src/export/index.js';
import { encode } from '../support/encode.js';
import { isFuzz } from '../support/fuzz.js';
import { command, makeWorkplace, type Outcome, plainEnvironment, type Workplace, wenmai } from '../support/run.js';

const traditional = '港務局昨日表示，新渡輪將於下個月開始試航，票價沒有改變。';
const simplified = '港务局昨日表示，新渡轮将于下个月开始试航，票价没有改变。';
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489ff00fe', 'hex');

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

const rows = (file: string): Record<string, string>[] => parse(place.read(file), { columns: true, bom: true });

/** What became of one file, in one run over all of them: the articles read of it and the problems told of it. */
interface Case {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Encoding of each article by its id. */
  readonly articles: Readonly<Record<string, string>>;
  /** Line and code of each problem. */
  readonly problems: readonly string[];
}

const read = (encoding: string) => ({ articles: { '': encoding }, problems: [] });
const refused = (...problems: string[]) => ({ articles: {}, problems });

const cases: readonly Case[] = [
  { name: 'empty.txt', content: '', ...refused(' input/empty') },
  { name: 'blank.txt', content: ' \n\t\u3000\n', ...refused(' input/empty') },
  { name: 'mark-alone.txt', content: '\ufeff', ...refused(' input/empty') },
  { name: 'nul.txt', content: new Uint8Array(200), ...refused(' input/binary') },
  { name: 'some-nul.txt', content: `${traditional.repeat(3)}\0`, ...read('UTF-8') },
  { name: 'picture.txt', content: png, ...refused(' input/encoding') },
  {
    name: 'cut-off.txt',
    content: Buffer.from(traditional).subarray(0, 40),
    articles: { '': 'UTF-8' },
    problems: [' input/cut-off'],
  },
  { name: 'utf16le.txt', content: encode(traditional, 'utf-16le'), ...read('UTF-16LE') },
  { name: 'utf16be.txt', content: encode(`\ufeff${simplified}`, 'utf-16be'), ...read('UTF-16BE') },
  { name: 'gb.txt', content: encode(simplified, 'gb18030'), ...read('GB18030') },
  { name: 'big5.txt', content: encode(traditional, 'big5'), ...read('Big5') },
  { name: '港 務\'局 "一" (1) & $x.txt', content: traditional, ...read('UTF-8') },
  { name: '-o.txt', content: traditional, ...read('UTF-8') },
  {
    name: 'control.txt',
    content: '\u001b[31m<script>alert(1)</script>\u009b2J\u0007港務局表示，船會來。\u202e',
    ...read('UTF-8'),
  },
  { name: 'no-columns.csv', content: '船,港\n1,2\n', ...refused('1 input/csv') },
  { name: 'few-cells.csv', content: 'id,text\nc1,船來。\nc2\n', articles: { c1: 'UTF-8' }, problems: ['3 input/csv'] },
  { name: 'open-quote.csv', content: 'id,text\nc3,"船來。\n', ...refused('2 input/csv') },
  { name: 'twice.csv', content: 'id,text,text\nc4,a,b\n', ...refused('1 input/csv') },
  {
    name: 'lines.jsonl',
    content:
      '{"id":"l1","text":"船來。"}\n{"id":"l2","text":\n\n{"id":"l3","text":"船去。"}\n[1]\n"x"\nnull\n{"id":"","text":"x"}\n{"id":"l4"}\n',
    articles: { l1: 'UTF-8', l3: 'UTF-8' },
    problems: ['2 input/json', ...[5, 6, 7, 8, 9].map((line) => `${line} input/not-an-article`)],
  },
  {
    name: 'last-line.jsonl',
    content: '{"id":"l5","text":"船來。"}\n{"id":"l6","te',
    articles: { l5: 'UTF-8' },
    problems: ['2 input/json'],
  },
  { name: 'broken.json', content: '[{"id":"j1"', ...refused(' input/json') },
  {
    name: 'surrogates.json',
    content: '{"id":"s1","text":"港\\ud800務\\udc00局。"}',
    articles: { s1: 'UTF-8' },
    problems: [' input/surrogate'],
  },
  {
    name: 'dates.jsonl',
    content: ['2024-02-30', '2023-02-29', '2024-13-01', 'gestern', '2024-02-29', '2024-03-05T10:00:00+99:99']
      .map((published, i) => `${JSON.stringify({ id: `d${i}`, text: '船來。', published })}\n`)
      .join(''),
    articles: { d4: 'UTF-8' },
    problems: [1, 2, 3, 4, 6].map((line) => `${line} input/date`),
  },
  {
    name: 'numbers.jsonl',
    content: '{"id":9007199254740991,"text":"船來。"}\n{"id":9007199254740993,"text":"船去。"}\n',
    articles: { '9007199254740991': 'UTF-8' },
    problems: ['2 input/not-an-article'],
  },
  {
    name: 'same.jsonl',
    content: '{"id":"same","text":"船來。"}\n{"id":"same","text":"船去。"}\n',
    articles: { same: 'UTF-8' },
    problems: ['2 input/duplicate-id'],
  },
  {
    name: 'paths.jsonl',
    content: ['../../x', '/tmp/wenmai-x', 'a\\..\\b', '..', 'CON', 'a\0b', 'x'.repeat(3000), '__proto__']
      .map((id) => `${JSON.stringify({ id, text: '船來。' })}\n`)
      .join(''),
    articles: Object.fromEntries(
      ['../../x', '/tmp/wenmai-x', 'a\\..\\b', '..', 'CON', 'a\0b', 'x'.repeat(3000), ['__proto__'].join('')].map(
        (id) => [id, 'UTF-8'],
      ),
    ),
    problems: [],
  },
  { name: 'hollow.html', content: '<html><body><script>x</script></body></html>', ...refused(' input/empty') },
];

describe('one run over all of it', () => {
  let outcome: Outcome;
  let before: string[];
  beforeAll(() => {
    place.write(Object.fromEntries(cases.map(({ name, content }) => [`in/${name}`, content])));
    place.write({ 'in/deep/a.txt': traditional });
    symlinkSync('..', join(place.path, 'in/deep/circle'));
    symlinkSync('itself.txt', join(place.path, 'in/itself.txt'));
    symlinkSync('nowhere.txt', join(place.path, 'in/hanging.txt'));
    before = readdirSync(place.path);
    outcome = wenmai(['annotate', 'in', '-o', 'deep/out', '--format', formatNames.join(',')], { cwd: place.path });
  });

  test('ends with 1, and tells each error in a line without a stack', () => {
    expect(outcome.status).toBe(1);
    const lines = outcome.stderr.trim().split('\n');
    for (const line of lines) expect(line).toMatch(/^wenmai: .*[.]$/);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (name, { articles, problems }) => {
    const path = `../../in/${name}`;
    const found = rows('deep/out/documents.csv').filter(({ source_path }) => source_path === path);
    const own = name.replace(/\.[^.]+$/, '');
    expect(Object.fromEntries(found.map((row) => [row.document_id, row.source_encoding]))).toEqual(
      Object.fromEntries(Object.entries(articles).map(([id, encoding]) => [id === '' ? own : id, encoding])),
    );
    const told = rows('deep/out/errors.csv').filter((row) => row.path === path);
    expect(told.map(({ line, code }) => `${line} ${code}`)).toEqual(problems);
  });

  test('links in a circle end, and links to nothing are told', () => {
    const told = rows('deep/out/errors.csv').map(({ path, code }) => `${path} ${code}`);
    expect(told).toContain('../../in/hanging.txt input/missing');
    expect(told).toContain('../../in/itself.txt input/unreadable');
    expect(rows('deep/out/documents.csv').filter(({ document_id }) => document_id === 'a')).toHaveLength(1);
  });

  test('nothing is written outside the output', () => {
    expect(readdirSync(place.path).sort()).toEqual([...before, 'deep'].sort());
    expect(readdirSync(join(place.path, 'deep'))).toEqual(['out']);
    const { resources } = JSON.parse(place.read('deep/out/datapackage.json')) as { resources: { path: string }[] };
    for (const { path } of resources) expect(path).not.toMatch(/(?:^|\/)\.\.?(?:\/|$)|^\/|\\/);
  });

  test('nothing in an article steers the terminal', () => {
    for (const args of [
      ['show', 'in/control.txt'],
      ['repair', '--diff', 'in/control.txt'],
    ]) {
      const shown = wenmai(args, { cwd: place.path });
      expect(shown.stdout + shown.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
    expect(outcome.stdout + outcome.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  test('verify makes the same again', () => {
    expect(wenmai(['verify', 'deep/out'], { cwd: place.path })).toMatchObject({ status: 0, stderr: '' });
  });
});

test('a pipe among the files is told and not waited for', () => {
  place.write({ 'pipes/a.txt': traditional });
  spawnSync(
    'mkfifo',
    ['b.txt', 'articles.csv'].map((name) => join(place.path, 'pipes', name)),
  );
  const { status, stderr } = wenmai(['annotate', 'pipes', '-o', 'from-pipes'], { cwd: place.path });
  expect(status).toBe(1);
  expect(stderr.match(/pipe or a device/g)).toHaveLength(2);
  expect(rows('from-pipes/documents.csv').map((row) => row.document_id)).toEqual(['a']);
  expect(wenmai(['verify', 'from-pipes'], { cwd: place.path })).toMatchObject({ status: 0, stderr: '' });
});

describe('a pipe in the place of a file is told and not waited for', () => {
  const told = 'it is a pipe or a device, not a regular file';
  beforeAll(() => {
    place.write({
      'odd/a.txt': traditional,
      'annotations/datapackage.json': '{"resources":[]}',
      'brat/a.txt': traditional,
    });
    mkdirSync(join(place.path, 'package'));
    const pipes = ['package/datapackage.json', 'annotations/annotations.jsonl', 'brat/a.ann', 'odd/wenmai.config.json'];
    spawnSync('mkfifo', [...pipes, 'names.tsv', 'names'], { cwd: place.path });
  });
  test.each([
    [1, 'package/datapackage.json', ['verify', 'package']],
    [1, 'annotations/annotations.jsonl', ['report', 'annotations']],
    [1, 'annotations/annotations.jsonl', ['diff', 'annotations', 'annotations']],
    [1, 'annotations/annotations.jsonl', ['evaluate', 'annotations', 'annotations']],
    [1, 'brat/a.ann', ['import', 'brat', '-o', 'imported.jsonl']],
    [2, 'names.tsv', ['show', 'odd/a.txt', '--lexicon', 'names.tsv']],
    [2, 'names', ['show', 'odd/a.txt', '--lexicon', 'names']],
  ])('%i: %s: %j', (status, path, args) => {
    const outcome = wenmai(args, { cwd: place.path });
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr).toContain(`${path}: ${told}`);
  });
  test('a configuration nobody named, and what would be replaced', () => {
    const { status, stderr } = wenmai(['show', 'a.txt'], { cwd: join(place.path, 'odd') });
    expect({ status, stderr }).toEqual({
      ...{ status: 2, stderr: `wenmai: wenmai.config.json: ${told}; save what it gives as one.\n` },
    });
    expect(wenmai(['annotate', 'odd/a.txt', '-o', 'package'], { cwd: place.path }).stderr).toMatch(
      /^wenmai: cannot replace package: "datapackage.json" in it was not written by wenmai;/,
    );
  });
});

test('for Excel no cell begins a formula', () => {
  const starts = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1'];
  place.write({
    'formulas.jsonl': starts
      .map((start, i) => `${JSON.stringify({ id: `${start}${i}`, title: start, text: `${start}，船來。` })}\n`)
      .join(''),
  });
  expect(wenmai(['annotate', 'formulas.jsonl', '-o', 'excel', '--excel', '--quiet'], { cwd: place.path }).status).toBe(
    0,
  );
  for (const name of readdirSync(join(place.path, 'excel')).filter((file) => file.endsWith('.csv')))
    for (const row of rows(`excel/${name}`))
      for (const cell of Object.values(row))
        expect(Number.isFinite(Number(cell)) || !/^[=+\-@\t\r]/.test(cell)).toBe(true);
});

test('many tiny files', () => {
  const number = isFuzz ? 100_000 : 2000;
  place.write(
    Object.fromEntries(Array.from({ length: number }, (_, i) => [`tiny/${i % 50}/${i}.txt`, `船${i}號來。`])),
  );
  const { status, stdout } = wenmai(['annotate', 'tiny', '-o', 'tiny-out', '--workers', '1'], {
    ...{ cwd: place.path, timeout: 3_600_000 },
  });
  expect(status).toBe(0);
  expect(stdout.split('\n')[0]).toMatch(isFuzz ? /^articles +100,000 / : /^articles +2,000 /);
});

test('a long line', () => {
  const sentence = '港務局說，船會準時。';
  const times = isFuzz ? 350_000 : 10_000;
  place.write({ 'line.txt': sentence.repeat(times) });
  const args = ['annotate', 'line.txt', '-o', 'line-out', '--quiet', '--timeout', '600'];
  expect(wenmai(args, { cwd: place.path, timeout: 1_200_000 })).toMatchObject({ status: 0, stderr: '' });
  expect(rows('line-out/documents.csv')[0]?.characters).toBe(String(sentence.length * times));
});

describe('articles.csv', () => {
  const told = (table: string) => {
    place.write({ 'table/a.txt': traditional, 'table/articles.csv': table });
    const { status, stderr } = wenmai(['annotate', 'table', '-o', 'of-table'], { cwd: place.path });
    return { status, stderr, title: rows('of-table/documents.csv')[0]?.title };
  };
  test('of two rows about one file the first is used, and the other told', () => {
    expect(told('file,title\na.txt,渡輪\na,新船\n')).toEqual({
      ...{ status: 0, title: '渡輪' },
      stderr:
        'wenmai: table/articles.csv, line 3: The row is about "a.txt", as the one on line 2 is; only that is used: leave one of them out.\n',
    });
  });
  test('columns that say nothing are told, with those that would', () => {
    expect(told('titel,date\n渡輪,2024-03-05\n').stderr).toBe(
      'wenmai: table/articles.csv, line 1: The table is not used: its columns are titel, date; write file or id, which name an article, and of title, author, publisher, published, lang what is known of it.\n',
    );
  });
});

describe('standard input', () => {
  test.each([['stream'], ['show', '-'], ['repair', '-']])('%s of a directory is an error', (...args) => {
    const { status, stderr } = spawnSync(process.execPath, [...command, ...args], {
      ...{ cwd: place.path, encoding: 'utf8', env: plainEnvironment() },
      stdio: [openSync(place.path, 'r'), 'pipe', 'pipe'],
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'wenmai: standard input is a directory; send it articles, as with < articles.jsonl.\n',
    });
  });
});

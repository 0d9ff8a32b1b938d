import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { annotatedArticleSchema } from '../../src/export/schema.js';
import { encode } from '../support/encode.js';
import { makeWorkplace, type Outcome, type Workplace, wenmai } from '../support/run.js';

const traditional = '港務局昨日表示，新渡輪將於下個月開始試航，票價沒有改變。';
const simplified = '港务局昨日表示，新渡轮将于下个月开始试航，票价没有改变。';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

function rows(file: string): Record<string, string>[] {
  return parse(place.read(file), { columns: true, bom: true });
}

function filesOf(directory: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(place.path, directory)).map((name) => [name, place.read(`${directory}/${name}`)]),
  );
}

describe('a corpus with good and bad articles', () => {
  let outcome: Outcome;
  beforeAll(() => {
    place.write({
      'in/big5.txt': encode(traditional, 'big5'),
      'in/gb.txt': encode(simplified, 'gb18030'),
      'in/utf16.txt': encode(`\ufeff${traditional}`, 'utf-16le'),
      'in/empty.txt': '',
      'in/nul.txt': new Uint8Array(200),
      'in/articles.csv': 'file,title,published\nbig5.txt,"=1+1, 渡輪",2024-02-20\n',
      'in/more.jsonl': `{"id":"a/b\\\\c","text":"=SUM(A1)\\r\\n𠮷號渡輪","title":"-5"}\n{"id":"gb","text":"再次"}\n{oops\n`,
    });
    outcome = wenmai(['annotate', 'in', '-o', 'out'], { cwd: place.path });
  });

  test('exports the good ones and reports the others, on standard error and in errors.csv', () => {
    expect(outcome.status).toBe(1);
    expect(rows('out/documents.csv').map((row) => [row.document_id, row.source_encoding])).toEqual([
      ['a/b\\c', 'UTF-8'],
      ['big5', 'Big5'],
      ['gb', 'GB18030'],
      ['utf16', 'UTF-16LE'],
    ]);
    const errors = rows('out/errors.csv');
    expect(errors.map((row) => [row.path, row.line, row.code, row.document_id])).toEqual([
      ['../in/empty.txt', '', 'input/empty', 'empty'],
      ['../in/more.jsonl', '2', 'input/duplicate-id', 'gb'],
      ['../in/more.jsonl', '3', 'input/json', ''],
      ['../in/nul.txt', '', 'input/binary', 'nul'],
    ]);
    const lines = outcome.stderr.trim().split('\n');
    expect(lines).toHaveLength(errors.length);
    expect(lines[1]).toMatch(/^wenmai: in\/more\.jsonl, line 2: .*"gb".*gb\.txt/);
  });

  test('prints what a person wants to know', () => {
    expect(outcome.stdout).toMatch(/^articles {4,}4 {2}\d+ characters\nrepairs /);
    expect(outcome.stdout).toMatch(/problems {4,}4 {2}see out\/errors\.csv/);
  });

  test('every line of annotations.jsonl is of the promised shape', () => {
    const articles = place
      .read('out/annotations.jsonl')
      .trim()
      .split('\n')
      .map((line) => annotatedArticleSchema.strict().parse(JSON.parse(line)));
    expect(articles.map(({ id }) => id)).toEqual(['a/b\\c', 'big5', 'gb', 'utf16']);
    expect(articles[1]).toMatchObject({
      text: traditional,
      source: { path: '../in/big5.txt' },
      published: '2024-02-20',
    });
    expect(articles[3]?.text).toBe(traditional);
  });

  test('the tables hold what annotations.jsonl holds', () => {
    const articles = place
      .read('out/annotations.jsonl')
      .trim()
      .split('\n')
      .map((line) => annotatedArticleSchema.parse(JSON.parse(line)));
    for (const layer of ['sentences', 'mentions', 'times', 'quantities', 'claims', 'repairs'] as const)
      expect(rows(`out/${layer}.csv`).map((row) => [row.document_id, row.id])).toEqual(
        articles.flatMap((article) => article[layer].map((item) => [article.id, item.id])),
      );
    const entities = new Set(rows('out/entities.csv').map((row) => row.id));
    for (const row of rows('out/mentions.csv')) expect(row.entity_id === '' || entities.has(row.entity_id)).toBe(true);
  });

  test('datapackage.json describes every file by size, hash and rows', () => {
    const description = JSON.parse(place.read('out/datapackage.json')) as {
      resources: { path: string; bytes: number; rows: number; schema?: { fields: { name: string }[] } }[];
      sources: { path: string }[];
    };
    expect(['datapackage.json', ...description.resources.map(({ path }) => path)].sort()).toEqual(
      readdirSync(join(place.path, 'out')).sort(),
    );
    for (const { path, bytes, rows: count, schema } of description.resources) {
      expect(Buffer.byteLength(place.read(`out/${path}`))).toBe(bytes);
      if (schema === undefined) continue;
      expect(rows(`out/${path}`)).toHaveLength(count);
      expect(place.read(`out/${path}`).split('\n')[0]).toBe(schema.fields.map(({ name }) => name).join(','));
    }
    expect(description.sources.map(({ path }) => path)).toContain('../in/articles.csv');
    expect(place.read('out/datapackage.json')).not.toContain(place.path);
  });

  test('the same bytes from another directory, in another order, over a former export', () => {
    const before = filesOf('out');
    const inputs = ['more.jsonl', 'utf16.txt', 'nul.txt', 'gb.txt', 'empty.txt', 'big5.txt'];
    const again = wenmai(['annotate', ...inputs, '-o', '../out', '--quiet'], { cwd: join(place.path, 'in') });
    expect(again).toMatchObject({ status: 1, stdout: '' });
    expect(filesOf('out')).toEqual(before);
    expect(readdirSync(place.path).sort()).toEqual(['in', 'out']);
  });

  test('says that dates count from one that is missing', () => {
    place.write({ 'undated/a.txt': '渡輪昨天停航。', 'undated/b.txt': '渡輪每天停航。' });
    const told = (args: readonly string[]) =>
      wenmai(['annotate', 'undated', '-o', 'dated', ...args], { cwd: place.path }).stdout;
    expect(told([])).toMatch(/times +2 {2}1 article has no date/);
    expect(told(['--published', '2024-03-01'])).toMatch(/times +2\n/);
  });

  test('for Excel: a byte-order mark and no formulas', () => {
    wenmai(['annotate', 'in', '-o', 'excel', '--excel'], { cwd: place.path });
    expect(place.read('excel/claims.csv').startsWith('\ufeffdocument_id,')).toBe(true);
    const documents = rows('excel/documents.csv');
    expect(documents.map((row) => row.title)).toEqual(["'-5", "'=1+1, 渡輪", '', '']);
    expect(documents[0]?.text?.startsWith("'=SUM")).toBe(true);
  });
});

describe('pages and encodings', () => {
  const page = (text: string, head = '') =>
    `<html><head>${head}<title>渡輪</title></head><body><p>${text}</p></body></html>`;
  beforeAll(() => {
    place.write({
      'web/page.html': page(traditional, '<meta name="pubdate" content="2024年2月20日">'),
      'web/old.htm': encode(
        page(simplified.replace('昨日', '昨&#26085;'), '<meta charset=gb2312>').replace('輪', '轮'),
        'gb18030',
      ),
      'web/wrong.html': Buffer.concat([Buffer.from(page(traditional, '<meta charset=big5>'))]),
      'web/marked.html': Buffer.from(`\ufeff${page(traditional, '<meta charset=big5>')}`),
      'web/hollow.html': page(' &nbsp;'),
      'web/cut.txt': encode(simplified, 'gb18030').slice(0, -1),
      'few/a.txt': encode('渡輪', 'big5'),
      'few/articles.csv': 'id,title\na,試航\n',
    });
  });

  test('pages are read with their metadata; what cannot be read is one line, naming the byte', () => {
    const { status, stderr } = wenmai(['annotate', 'web', '-o', 'pages'], { cwd: place.path });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'wenmai: web/cut.txt: Byte 54 is not GB18030, and the file does not read as UTF-8, Big5 or UTF-16 either; save it as UTF-8 or name its --encoding.\n' +
        'wenmai: web/hollow.html: The article has no text; leave it out or mend it.\n',
    );
    const documents = rows('pages/documents.csv');
    expect(
      documents.map((row) => [row.document_id, row.source_encoding, row.source_encoding_basis, row.source_frame]),
    ).toEqual([
      ['marked', 'UTF-8', 'bom', 'file'],
      ['old', 'GB18030', 'declared', 'file'],
      ['page', 'UTF-8', 'strict', 'file'],
      ['wrong', 'UTF-8', 'strict', 'file'],
    ]);
    expect(documents.map(({ text }) => text)).toEqual([traditional, simplified, traditional, traditional]);
    expect(documents[2]).toMatchObject({ title: '渡輪', published: '2024-02-20', repairs: '0' });
    const input = page(traditional, '<meta name="pubdate" content="2024年2月20日">');
    const [sentence] = rows('pages/sentences.csv').filter((row) => row.document_id === 'page');
    expect(Array.from(input).slice(Number(sentence?.raw_start), Number(sentence?.raw_end)).join('')).toBe(
      sentence?.text,
    );
    expect(wenmai(['verify', 'pages'], { cwd: place.path })).toMatchObject({ status: 0, stderr: '' });
  });

  test('--encoding is for the articles, and is made again by verify', () => {
    const args = ['annotate', 'few', '-o', 'given', '--encoding'];
    expect(wenmai([...args, 'big5-hkscs'], { cwd: place.path })).toMatchObject({ status: 0, stderr: '' });
    expect(rows('given/documents.csv')[0]).toMatchObject({
      ...{ title: '試航', text: '渡輪', source_encoding: 'Big5' },
      ...{ source_encoding_basis: 'given', source_encoding_confidence: '1' },
    });
    expect(wenmai(['verify', 'given'], { cwd: place.path })).toMatchObject({ status: 0, stderr: '' });
    expect(wenmai([...args, 'utf-8'], { cwd: place.path })).toMatchObject({
      status: 1,
      stderr: 'wenmai: few/a.txt: Byte 0 is not UTF-8; mend the file or name another --encoding.\n',
    });
  });
});

test('former exports among the inputs are no articles, which is told once; whoever names a file of them has it read', () => {
  place.write({
    'corpus/a.txt': traditional,
    'corpus/data/b.txt': simplified,
    'corpus/data/datapackage.json': '{"id":"c","text":"船來。"}',
  });
  const run = (...args: string[]) => wenmai(args, { cwd: join(place.path, 'corpus') });
  expect(run('annotate', '.', '-o', 'deep/t1', '--quiet')).toMatchObject({ status: 0, stderr: '' });
  expect(run('annotate', '.', '-o', 'deep/t1', '--quiet')).toMatchObject({ status: 0, stderr: '' });
  const notice = 'was written by wenmai and was passed over; name a file in it to have it read.\n';
  expect(run('annotate', '.', '-o', 't2')).toMatchObject({ status: 0, stderr: `wenmai: deep/t1 ${notice}` });
  expect(rows('corpus/t2/documents.csv').map((row) => row.document_id)).toEqual(['a', 'b', 'c']);
  expect(run('repair', 'deep')).toEqual({
    ...{ status: 2, stdout: '' },
    stderr: `wenmai: deep/t1 ${notice}wenmai: no articles in deep; give a .txt, .html, .json, .jsonl or .csv file.\n`,
  });
  expect(run('repair', 'deep/t1/annotations.jsonl').status).toBe(0);
});

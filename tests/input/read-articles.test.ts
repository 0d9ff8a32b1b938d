import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { discover } from '../../src/input/discover.js';
import { readArticles } from '../../src/input/read-articles.js';
import { readInputs } from '../../src/input/read-inputs.js';
import { encode } from '../support/encode.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace();
});
afterEach(() => place.remove());

async function read(inputs: string[], published: string | null = null, encoding: string | null = null) {
  const home = join(place.path, 'out');
  const { articles, problems, sources } = await readArticles(await discover(inputs, place.path, home), home, {
    published,
    encoding,
  });
  return {
    ids: articles.map(({ article }) => article.id),
    articles: articles.map(({ article }) => article),
    problems: problems.map(({ path, line, code, documentId }) => [path, line, code, documentId]),
    messages: problems.map(({ message }) => message),
    sources: sources.map(({ path }) => path),
  };
}

describe('discover', () => {
  const found = async (...inputs: string[]) =>
    (await discover(inputs, place.path, join(place.path, 'out')))
      .map(({ path, role }) => `${role === 'fields' ? '*' : ''}${relative(place.path, path)}`)
      .sort();

  beforeEach(() => {
    place.write({ 'news/a.txt': 'a', 'news/2024/b.TXT': 'b', 'news/2024/c.jsonl': '', 'news/articles.csv': 'id\na' });
    place.write({ 'news/README.txt': 'r', 'news/.d.txt': 'd', 'news/e.pdf': 'e', 'out/f.txt': 'f', 'g [1].html': 'g' });
  });

  test.each([
    [['news'], ['*news/articles.csv', 'news/2024/b.TXT', 'news/2024/c.jsonl', 'news/a.txt']],
    [['news/a.txt'], ['*news/articles.csv', 'news/a.txt']],
    [
      ['news/2024', 'news/2024/b.TXT'],
      ['news/2024/b.TXT', 'news/2024/c.jsonl'],
    ],
    [['news/**/*.jsonl'], ['news/2024/c.jsonl']],
    [['news/articles.csv'], ['news/articles.csv']],
    [['g [1].html'], ['g [1].html']],
    [
      ['news/e.pdf', 'nowhere'],
      ['news/e.pdf', 'nowhere'],
    ],
    [['out', 'news/*.json'], []],
  ])('%j', async (inputs, files) => expect(await found(...inputs)).toEqual(files));
});

test('links in a circle end', async () => {
  place.write({ 'news/a.txt': 'a' });
  symlinkSync('.', join(place.path, 'news/loop'));
  symlinkSync('gone.txt', join(place.path, 'news/broken.txt'));
  expect((await read(['news'])).sources).toEqual(['../news/a.txt', '../news/broken.txt']);
});

test('a link to itself is reported and stops nothing', async () => {
  place.write({ 'links/a.txt': '船' });
  symlinkSync('self.txt', join(place.path, 'links/self.txt'));
  const { ids, problems } = await read(['links']);
  expect(ids).toEqual(['a']);
  expect(problems.map(([path]) => path)).toEqual(['../links/self.txt']);
});

describe('readArticles', () => {
  test('sorts by code point and takes the fields from the table, by file or by id', async () => {
    place.write({ 'in/𠮷.txt': '船', 'in/ｆ.txt': '船', 'in/b.txt': '船' });
    place.write({ 'in/articles.csv': 'id,file,title,published\nB,b.txt,渡輪,2024-02-20\nｆ,,試航,\n' });
    const { ids, articles, problems, sources } = await read(['in'], '2020-01-01');
    expect(ids).toEqual(['B', 'ｆ', '𠮷']);
    expect(articles.map(({ title, published }) => [title, published])).toEqual([
      ['渡輪', '2024-02-20'],
      ['試航', '2020-01-01'],
      [null, '2020-01-01'],
    ]);
    expect(articles[0]?.source).toMatchObject({ path: '../in/b.txt', bytes: 3, encoding: 'UTF-8' });
    expect(problems).toEqual([]);
    expect(sources).toEqual(['../in/articles.csv', '../in/b.txt', '../in/ｆ.txt', '../in/𠮷.txt']);
  });

  test('a bad article is a problem, and the others go on', async () => {
    place.write({
      'in/empty.txt': '',
      'in/nul.txt': new Uint8Array(99),
      'in/noise.txt': Uint8Array.of(200, 0xff, 0xff),
    });
    place.write({
      'in/day.json': '[{"id":"d","text":"x","published":"2024-02-31"}, {"id":"e","text":"x"}]',
      'x.pdf': '%',
    });
    const { ids, problems } = await read(['in', 'gone.txt', 'x.pdf']);
    expect(ids).toEqual(['e']);
    expect(problems).toEqual([
      ['../gone.txt', null, 'input/missing', null],
      ['../in/day.json', 1, 'input/date', 'd'],
      ['../in/empty.txt', null, 'input/empty', 'empty'],
      ['../in/noise.txt', null, 'input/encoding', null],
      ['../in/nul.txt', null, 'input/binary', 'nul'],
      ['../x.pdf', null, 'input/format', null],
    ]);
  });

  test('of two articles with one id the first by path stays; the error names both', async () => {
    place.write({ 'in/a.txt': '第一', 'in/b.jsonl': '{"id":"x","text":"y"}\n{"id":"a","text":"第二"}\n' });
    const { articles, problems, messages } = await read(['in/b.jsonl', 'in/a.txt']);
    expect(articles.map(({ text }) => text)).toEqual(['第一', 'y']);
    expect(problems).toEqual([['../in/b.jsonl', 2, 'input/duplicate-id', 'a']]);
    expect(messages[0]).toContain('"../in/a.txt"');
  });

  test('a row of fields without its article is a warning', async () => {
    place.write({ 'in/a.txt': '船', 'in/articles.csv': 'file,title\na.txt,渡輪\nb.txt,試航\n' });
    expect((await read(['in'])).problems).toEqual([['../in/articles.csv', 3, 'input/orphan-fields', null]]);
  });

  test('characters that Big5 has none for are told of', async () => {
    const bytes = Buffer.concat([encode('港務局昨日表示，新渡輪將於下個月開始試航', 'big5'), Buffer.of(0xfc, 0xb0)]);
    place.write({ 'a.txt': bytes, 'b.txt': '船\ue188' });
    const home = join(place.path, 'out');
    const files = await discover(['a.txt', 'b.txt'], place.path, home);
    const { articles } = await readArticles(files, home, { published: null, encoding: null });
    expect(articles.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([
      ['input/private-characters'],
      [],
    ]);
    expect(articles[0]?.article.text.endsWith('航\ue188')).toBe(true);
  });

  test('a byte-order mark is no part of the text', async () => {
    place.write({ 'a.txt': '\ufeff船' });
    expect((await read(['a.txt'])).articles[0]?.text).toBe('船');
  });
});

test('how far the inputs are read grows with each article, whatever holds it, up to their size', async () => {
  const row = (id: string) => `${JSON.stringify({ id, text: '船來了。' })}\n`;
  place.write({ 'in/a.jsonl': row('a') + row('b'), 'in/c.txt': '船去了。', 'in/d.csv': 'id,text\nd,船\ne,港\n' });
  const home = join(place.path, 'out');
  const files = await discover(['in'], place.path, home);
  const positions: number[] = [];
  let bytes = 0;
  for await (const item of readInputs(files, home, { published: null, encoding: null })) {
    if ('source' in item) bytes += item.source.bytes ?? 0;
    if ('article' in item) positions.push(item.article.position);
  }
  expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
  expect([positions.length, positions.at(-1)]).toEqual([5, bytes]);
});

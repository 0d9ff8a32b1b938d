import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  place.write({
    'news.jsonl': '{"id":"a","text":"林又晴說，渡輪下月試航。"}\n{"id":"b","text":"The ferry is late."}\n',
  });
  wenmai(['annotate', 'news.jsonl', '-o', 'out', '--quiet'], { cwd: place.path });
}, 60_000);
afterAll(() => place.remove());

const report = (...args: string[]) => wenmai(['report', ...args], { cwd: place.path });

/** An annotated article in which nothing was found. */
const emptyArticle = (id: string) => ({
  ...{ id, lang: 'en', script: 'Latn', title: null, author: null, publisher: null, published: null, text: 'A ferry.' },
  ...{ repairs: [], sentences: [], mentions: [], entities: [], times: [], quantities: [], claims: [] },
});

describe('wenmai report', () => {
  test('writes one page beside the tables, the same each time, and annotate may replace the directory', () => {
    expect(report('out')).toEqual({
      status: 0,
      stdout: 'out/report.html shows 2 articles; open it in a browser.\n',
      stderr: '',
    });
    const first = place.read('out/report.html');
    expect(report('out', '-o', 'page.html').status).toBe(0);
    expect(place.read('page.html')).toBe(first);
    const again = wenmai(['annotate', 'news.jsonl', '-o', 'out', '--report', '--quiet'], { cwd: place.path });
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(place.read('out/report.html')).toBe(first);
  });

  test('no text of an article is markup in the page', () => {
    const page = place.read('out/report.html');
    expect(page).not.toContain('ferry');
    expect(page).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  test.each([
    [['nowhere'], 2, /^wenmai: nowhere holds no export with annotations\.jsonl; .*\n$/],
    [
      ['out', '-o', 'none/such/page.html'],
      1,
      /^wenmai: cannot write none\/such\/page\.html: the path does not exist; .*\n$/,
    ],
    [['out', '-o', 'news.jsonl'], 1, /^wenmai: cannot write news\.jsonl: .* no report; .*\n$/],
    [['out', '-o', 'out/claims.csv'], 1, /^wenmai: cannot write out\/claims\.csv: .* no report; .*\n$/],
    [[], 2, /^wenmai: missing required argument 'dir'; .*\n$/],
  ])('%j ends with %i and one line', (args, status, message) => {
    const outcome = report(...args);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr).toMatch(message);
  });

  test('of more than 10,000 articles it shows a sample, and says so', () => {
    const lines = Array.from({ length: 10_001 }, (_, i) => `${JSON.stringify(emptyArticle(`d${i}`))}\n`);
    place.write({
      'large/annotations.jsonl': lines.join(''),
      'large/datapackage.json': JSON.stringify({ resources: [{ name: 'annotations', records: lines.length }] }),
    });
    expect(report('large').stdout).toBe('large/report.html shows 5001 of 10001 articles; open it in a browser.\n');
  });
});

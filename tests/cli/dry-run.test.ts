import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encode } from '../support/encode.js';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  place.write({
    'in/港 務.txt': encode('港務局昨日表示，新渡輪將於下個月開始試航，票價沒有改變。', 'big5'),
    'in/articles.csv': 'file,published\n港 務.txt,2024-02-20\n',
    'in/empty.txt': '',
    'in/more.jsonl': ['a', 'b', 'c', 'd', 'a']
      .map((id, i) => `${JSON.stringify({ id, text: '船來。', ...(i < 2 && { published: `2024-03-0${i + 1}` }) })}\n`)
      .join(''),
  });
});
afterAll(() => place.remove());

test('--dry-run says what would be read, and writes nothing', () => {
  const before = readdirSync(place.path);
  const { status, stdout, stderr } = wenmai(['annotate', 'in', '--dry-run'], { cwd: place.path });
  expect(stdout.split('\n').map((line) => line.replace(/ {2,}/g, '  '))).toEqual([
    expect.stringMatching(/^in\/articles\.csv {2}fields {2}\d+ bytes$/),
    expect.stringMatching(/^in\/empty\.txt {2}txt {2}0 bytes {2}0 articles$/),
    'in/more.jsonl  jsonl  200 bytes  UTF-8 (strict)  4 articles  a, b, c, …  2024-03-01 to 2024-03-02, 2 without a date',
    'in/港 務.txt  txt  56 bytes  Big5 (statistics)  1 article  港 務  2024-02-20',
    '',
    '4 files, 5 articles, 40 characters, 2 without a date, 2 problems; nothing was written.',
    '',
  ]);
  expect(stderr.trim().split('\n')).toHaveLength(2);
  expect(stderr).toContain('The id "a" is already that of the article in');
  expect(status).toBe(1);
  expect(readdirSync(place.path)).toEqual(before);
});

test('with an output it is checked too, and not made', () => {
  place.write({ 'mine/notes.md': 'x' });
  expect(wenmai(['annotate', 'in', '--dry-run', '-o', 'mine'], { cwd: place.path })).toMatchObject({
    status: 1,
    stdout: '',
  });
  expect(wenmai(['annotate', 'in/more.jsonl', '--dry-run', '-o', 'new'], { cwd: place.path }).stdout).toContain(
    'in/more.jsonl',
  );
  expect(readdirSync(place.path)).not.toContain('new');
});

test('--json-logs tells programs of problems and of the end', () => {
  const { status, stderr, stdout } = wenmai(['annotate', 'in', '-o', 'out', '--json-logs', '--quiet'], {
    cwd: place.path,
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  const events = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.map(({ event }) => event)).toEqual(['problem', 'problem', 'done']);
  expect(events[0]).toMatchObject({ code: 'input/empty', path: 'in/empty.txt', documentId: 'empty' });
  expect(events[2]).toMatchObject({ articles: 5, errors: 2 });
  const wrong = wenmai(['annotate', 'nowhere', '-o', 'out', '--json-logs'], { cwd: place.path });
  expect(JSON.parse(wrong.stderr)).toEqual({ event: 'error', message: 'nowhere does not exist; check the path.' });
});

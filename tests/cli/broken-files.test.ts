import { cpSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

let place: Workplace;
let lines: string[];
beforeAll(() => {
  place = makeWorkplace();
  place.write({
    'in/a.txt': '港務局發言人林又晴昨天表示，票價會漲30%。\n',
    'in/b.txt': 'Roc Bay Power 🔋 said on March 3, 2024 that it will hire 1,200 people.\n',
  });
  annotate('out');
  lines = place.read('out/annotations.jsonl').split('\n');
});
afterAll(() => place.remove());

const run = (...args: string[]) => wenmai(args, { cwd: place.path });
const annotate = (output: string, ...flags: string[]) =>
  run('annotate', 'in', '-o', output, '--published', '2024-03-05', '--quiet', '--format', 'csv,brat', ...flags);

type Article = { readonly mentions: readonly object[] };

/** An article of the export by its number, with something in it changed. */
function changed(number: number, change: (article: Article) => object): string {
  const article = JSON.parse(lines[number] ?? '') as Article;
  return `${JSON.stringify({ ...article, ...change(article) })}\n`;
}

/** The first mention of an article, with something in it changed. */
const mention = (number: number, change: object) =>
  changed(number, ({ mentions: [first] }) => ({ mentions: [Object.assign({}, first, change)] }));

/** An export whose annotations are these. */
function exportOf(name: string, annotations: string): void {
  place.write({
    [`${name}/annotations.jsonl`]: annotations,
    [`${name}/datapackage.json`]: place.read('out/datapackage.json'),
  });
}

/** That a command tells what is wrong in one line of our own words. */
function expectRefusal(args: readonly string[], status: number, ...words: string[]): void {
  const outcome = run(...args);
  expect(outcome.stderr).toMatch(/^wenmai: [^\n]*[.]\n$/);
  expect(outcome.stderr).not.toMatch(/undefined|null or|Cannot|JSON at|\bat .*:\d/);
  for (const word of words) expect(outcome.stderr).toContain(word);
  expect(outcome).toMatchObject({ status, stdout: '' });
}

describe('an export that is broken', () => {
  const rows: [string, () => string, string][] = [
    ['cut off', () => (lines[0] ?? '').slice(0, 500), 'line 1 is not JSON'],
    ['a layer that is no list', () => changed(0, () => ({ claims: null })), 'line 1: claims: null is no array'],
    ['a claim that is none', () => changed(0, () => ({ claims: [3] })), 'line 1: claims.0: 3 is no object'],
    ['a span that is reversed', () => mention(0, { start: 9, end: 6 }), 'line 1: mentions.0: start 9 is behind end 6'],
    ['a span beyond the text', () => mention(0, { end: 99 }), 'line 1: mentions.0: end 99 is beyond the text'],
    [
      'UTF-16 offsets',
      () => `${lines[0]}\n${mention(1, { start: 1, end: 14 })}`,
      'line 2: mentions.0: 1 to 14 is "oc Bay Power "',
    ],
  ];
  test.each(rows)('%s: diff, evaluate', (name, annotations, what) => {
    exportOf(name, annotations());
    expectRefusal(['diff', 'out', name], 2, `${name}/annotations.jsonl, ${what}`);
    if (name !== 'cut off') expectRefusal(['evaluate', `${name}/annotations.jsonl`, 'out'], 2, what);
  });
  test.each([
    ...rows,
    ['an article less', () => `${lines[0]}\n`, 'has 1 articles, and datapackage.json tells of 2'] as (typeof rows)[0],
  ])('%s: report', (name, annotations, what) => {
    exportOf(name, annotations());
    expectRefusal(['report', name], 1, `${name}/annotations.jsonl`, what);
  });

  test.each([
    ['out/annotations.jsonl', '[]\n', 'line 1: [] is no object'],
    ['out/datapackage.json', '{"resources": [', 'is not JSON'],
    ['out/datapackage.json', '{"resources": {}}', 'resources: {} is no array'],
    ['out/entities.csv', 'id,name\n"e1,x\n', 'entities.csv: line 2 opens a quotation mark that is not closed'],
    ['out/mentions.csv', 'id,name\ne1\n', 'mentions.csv: line 2 has more or fewer cells than the header'],
  ])('%s: %j: report', (file, content, what) => {
    const before = place.read(file);
    place.write({ [file]: content });
    expectRefusal(['report', 'out', '-o', 'page.html'], 1, file, what);
    place.write({ [file]: before });
  });

  test('a directory in the place of a table', () => {
    cpSync(join(place.path, 'out'), join(place.path, 'odd'), { recursive: true });
    rmSync(join(place.path, 'odd/mentions.csv'));
    mkdirSync(join(place.path, 'odd/mentions.csv'));
    expectRefusal(['report', 'odd'], 1, 'odd/mentions.csv: it is a directory');
    expect(run('verify', 'odd')).toMatchObject({ status: 1, stdout: 'mentions.csv cannot be read\n', stderr: '' });
  });
});

describe('gold', () => {
  test.each<[string, () => string, string]>([
    ['a type that is none', () => mention(0, { type: 'PILOT' }), 'mentions.0.type: "PILOT" is none of PERSON'],
    ['an offset as text', () => mention(0, { start: '6' }), 'mentions.0.start: "6" is no number'],
    ['an id twice', () => `${lines[0]}\n${lines[0]}\n`, 'line 2 has the id "a", as line 1 has'],
  ])('with %s', (_name, gold, what) => {
    place.write({ 'gold.jsonl': gold() });
    expectRefusal(['evaluate', 'gold.jsonl', 'out'], 2, 'cannot read gold.jsonl: ', what);
  });

  const standoff = (ann: string) => ({ 'brat/x.txt': '🔋林又晴', 'brat/x.ann': ann });
  const task = (start: number, end: number, text: string) =>
    JSON.stringify([
      {
        data: { id: 'x', text: '🔋林又晴' },
        annotations: [
          {
            result: [{ id: 'r1', from_name: 'label', type: 'labels', value: { start, end, text, labels: ['PERSON'] } }],
          },
        ],
      },
    ]);
  test.each<[string, Record<string, string>, string, string]>([
    [
      'brat',
      standoff('T1\tPERSON 2 4\t林又晴\n'),
      'brat',
      'x: x.ann, line 1 is "林又晴", and at its place in x.txt stands "又晴"; it was left out',
    ],
    [
      'brat',
      standoff('T1\tPERSON 1 4\t林又晴\nT1\tPERSON 1 2\t林\n'),
      'brat',
      'x: x.ann, line 2 has the number of a line before it, T1; it was left out',
    ],
    [
      'doccano',
      { 'd.jsonl': '{"id":"x","text":"🔋林又晴","label":[[1,4,"PERSON"]]}' },
      'd.jsonl',
      'x: 1 has no place among the 4 characters of the text',
    ],
    [
      'Label Studio',
      { 't.json': task(1, 4, '林又清') },
      't.json',
      'x: r1 is "林又清", and at its place stands "林又晴"',
    ],
    ['Label Studio', { 't.json': task(1, 40, '') }, 't.json', 'x: r1 has no place among the 4 characters of the text'],
    [
      'doccano',
      { 'd.jsonl': '{"id":"x","text":"a","label":[]}\n{"id":"x","text":"b","label":[]}' },
      'd.jsonl',
      'x: there is another article of this id; it was left out',
    ],
  ])('of %s that does not stand where it says is told and left out', (_name, files, input, told) => {
    place.write(files);
    const { status, stderr } = run('import', input, '-o', 'imported.jsonl');
    expect({ status, stderr }).toEqual({ status: 1, stderr: `wenmai: ${told}\n` });
  });
});

test('show of a directory names the file that is broken', () => {
  place.write({ 'some/a.txt': '渡輪停航。', 'some/deep/b.jsonl': '{"id":"x"\n' });
  expect(run('show', 'some').stderr).toMatch(/^wenmai: some\/deep\/b\.jsonl, line 1: The line is not JSON[^\n]*\n$/);
});

describe('an output that is not as it was written', () => {
  test.each<[string, () => void, string[], number, string]>([
    [
      'brat files changed by hand',
      () => place.write({ 'mine/brat/a.ann': 'T1\tORG 0 3\t港務局\n' }),
      [],
      1,
      '"brat/a.ann" in it was changed after wenmai wrote it',
    ],
    ['the same with --overwrite', () => place.write({ 'mine/brat/a.ann': '' }), ['--overwrite'], 0, ''],
    [
      'files of others, whatever is said',
      () => place.write({ 'mine/brat/notes.md': '' }),
      ['--overwrite'],
      1,
      '"brat/notes.md" in it was not written by wenmai',
    ],
    [
      'a page that is no report',
      () => place.write({ 'mine/report.html': '<p>' }),
      ['--overwrite'],
      1,
      '"report.html" in it was not written by wenmai',
    ],
    [
      'a description that is broken off',
      () => place.write({ 'mine/datapackage.json': '{' }),
      [],
      1,
      '"datapackage.json" in it was not written by wenmai',
    ],
  ])('%s', (_name, change, flags, status, what) => {
    rmSync(join(place.path, 'mine'), { recursive: true, force: true });
    cpSync(join(place.path, 'out'), join(place.path, 'mine'), { recursive: true });
    change();
    const outcome = annotate('mine', ...flags);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr).toContain(what);
  });
});

test('an output that is a link to nothing is told; a file behind a link is written, and the link stays', () => {
  symlinkSync('nowhere', join(place.path, 'hanging'));
  expectRefusal(['annotate', 'in', '-o', 'hanging'], 1, 'cannot write hanging: it is a link that leads nowhere');
  place.write({ 'real.jsonl': '' });
  symlinkSync('real.jsonl', join(place.path, 'link.jsonl'));
  expect(run('import', 'out/brat', '-o', 'link.jsonl')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(lstatSync(join(place.path, 'link.jsonl')).isSymbolicLink()).toBe(true);
  expect(place.read('real.jsonl')).toContain('"id":"a"');
});

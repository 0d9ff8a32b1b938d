import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

let place: Workplace;
const run = (...args: string[]) => wenmai(args, { cwd: place.path });
const annotate = (input: string, output: string) =>
  run('annotate', input, '-o', output, '--published', '2024-03-05', '--quiet', '--format', 'csv,label-studio,brat');

beforeAll(() => {
  place = makeWorkplace();
  place.write({
    'in/a.txt': '港務局發言人林又晴昨天表示，票價會漲30%。\n',
    'in/b.txt': 'Roc Bay Power 🔋 said on March 3, 2024 that it will hire 1,200 people.\n',
  });
  annotate('in', 'out');
});
afterAll(() => place.remove());

describe('import', () => {
  test.each([['out/label-studio/tasks.json'], ['out/brat'], ['out']])('%s, then evaluate: all is right', (input) => {
    expect(run('import', input, '-o', 'gold.jsonl')).toEqual({ status: 0, stdout: '', stderr: '' });
    const { status, stdout, stderr } = run('evaluate', 'gold.jsonl', 'out');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const figures = stdout.split('\n').slice(2).filter(Boolean);
    expect(figures.length).toBeGreaterThan(10);
    for (const line of figures) expect(line).toMatch(/ 1\.0000 +1\.0000 +1\.0000 /);
  });

  test('prints what it read where no file is named', () => {
    const { status, stdout } = run('import', 'out/brat');
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['a', 'b']);
  });

  test('tells what it left out', () => {
    place.write({ 'odd/x.txt': '林又晴', 'odd/x.ann': 'T1\tANIMAL 0 3\t林又晴\n' });
    const { status, stdout, stderr } = run('import', 'odd');
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'wenmai: x: label "ANIMAL" of T1 is none of wenmai\'s\n' });
    expect(JSON.parse(stdout)).toMatchObject({ id: 'x', mentions: [] });
  });

  test.each([
    ['in/a.txt', /^wenmai: cannot import in\/a\.txt: it is none of .*; give .*\.\n$/],
    ['out/brat', /that is what is imported/, ['-o', 'out/brat/a.ann']],
    ['nowhere', /^wenmai: cannot import nowhere: it does not exist; give .*\.\n$/],
  ])('%s is wrong usage', (input, stderr, options: string[] = []) =>
    expect(run('import', input, ...options)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(stderr),
    }),
  );
});

describe('evaluate', () => {
  beforeAll(() => {
    const [a, b] = place
      .read('out/annotations.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    place.write({
      'corrected.jsonl': `${JSON.stringify({ ...a, mentions: [{ ...a.mentions[0], type: 'ORG' }, ...a.mentions.slice(1)] })}\n${JSON.stringify(b)}\n`,
      'one.json': JSON.stringify(a),
    });
  });

  test('a table by layer and type', () => {
    const { stdout } = run('evaluate', 'corrected.jsonl', 'out');
    expect(stdout).toMatch(/^2 articles\n +precision +recall +F1 +gold +found +hits\nmentions +0\.\d{4} /);
    expect(stdout).toMatch(/\n {2}PERSON +0\.0000 +1?0?\.?\d* /);
    expect(stdout).toMatch(/\nmentions\.span +1\.0000 /);
  });

  test('JSON', () => {
    const { layers, ...rest } = JSON.parse(run('evaluate', 'corrected.jsonl', 'out', '--json').stdout);
    expect(rest).toEqual({ articles: 2, missing: [], moved: [], unlike: [] });
    expect(layers['mentions.span']).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(layers.mentions.hits).toBe(layers.mentions.gold - 1);
  });

  test.each([
    [['mentions.span=1', 'times.value.recall=0.9'], 0, ''],
    [['mentions=1'], 1, 'wenmai: f1 of mentions is 0.'],
    [['mentions.PERSON.precision=0.5'], 1, 'wenmai: precision of mentions.PERSON is 0, below 0.5\n'],
    [['mentions.FAC=0.5'], 1, 'wenmai: gold says nothing of mentions.FAC, so its floor 0.5 cannot be held\n'],
    [['mention=0.5'], 2, 'mention=0.5'],
    [['mentions=2'], 2, 'mentions=2'],
  ])('--min %j exits with %i', (floors, status, stderr) => {
    const outcome = run('evaluate', 'corrected.jsonl', 'out', ...floors.flatMap((floor) => ['--min', floor]));
    expect(outcome.status).toBe(status);
    expect(outcome.stderr).toContain(stderr);
  });

  test('an article that the output has not', () => {
    const { status, stderr } = run('evaluate', 'out', 'one.json');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'wenmai: not in the output, so all of it was missed: b\n',
    });
  });

  test.each([
    ['nothing in common', 'odd', 'out', /have no article in common/],
    ['no annotations', 'in/a.txt', 'out', /cannot read in\/a\.txt: it is none of/],
    ['an empty directory', 'out', 'in', /cannot read in: it is none of/],
  ])('%s', (_name, gold, output, stderr) =>
    expect(run('evaluate', gold, output)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(stderr),
    }),
  );
});

describe('diff', () => {
  beforeAll(() => {
    place.write({
      'in2/a.txt': '港務局發言人慕容雨桐昨天表示，票價會漲35%。\n',
      'in2/c.txt': 'The ferry is late.\n',
    });
    annotate('in2', 'out2');
  });

  test('tells by article what appeared, vanished and changed, and exits with 1', () => {
    const { status, stdout, stderr } = run('diff', 'out', 'out2');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^a\n {2}text +~ changed\n/);
    expect(stdout).toMatch(/\n {2}quantities +~ PERCENT 35% @\d+: text 30% → 35%; value 30 → 35\n/);
    expect(stdout).toMatch(/PERSON 慕容雨桐/);
    expect(stdout).toContain('\n- b vanished\n\n+ c appeared\n\n3 articles differ\n');
    expect(stdout).not.toContain('\u001b');
  });

  test('colours where they are asked for', () => {
    const { stdout } = wenmai(['diff', 'out', 'out2'], { cwd: place.path, env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[31m30%\u001b[39m → \u001b[32m35%\u001b[39m');
  });

  test('JSON, one article a line', () => {
    const { status, stdout } = run('diff', 'out', 'out2', '--json');
    expect(status).toBe(1);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ id, status: one }) => [id, one]),
    ).toEqual([
      ['a', 'changed'],
      ['b', 'vanished'],
      ['c', 'appeared'],
    ]);
  });

  test('no difference', () => {
    expect(run('diff', 'out', 'out/annotations.jsonl')).toEqual({
      status: 0,
      stdout: 'No difference in 2 articles.\n',
      stderr: '',
    });
    expect(run('diff', 'out', 'out', '--json')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each([['in'], ['nowhere'], ['in/a.txt']])('%s is no export', (path) => {
    const { status, stdout, stderr } = run('diff', 'out', path);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^wenmai: cannot compare out with .*\.\n$/);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  place.write({ 'in/a.txt': '渡輪下月試航。', 'mine/notes.md': 'x', 'hollow/keep/.gitkeep': '' });
});
afterAll(() => place.remove());

const run = (...args: string[]) => wenmai(args, { cwd: place.path });

describe('help and version', () => {
  test.each([
    [['--help']],
    [['annotate', '--help']],
    [['stream', '--help']],
    [['schema', '--help']],
    [['corpus-step', '--help']],
    [['verify', '--help']],
    [['repair', '--help']],
    [['show', '--help']],
    [['report', '--help']],
    [['import', '--help']],
    [['evaluate', '--help']],
    [['diff', '--help']],
    [['completion', '--help']],
  ])('%j shows an example', (args) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/Example:\n.*wenmai/);
  });

  test('--version', () =>
    expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d/) }));
});

describe('what goes wrong is one line without a stack', () => {
  test.each([
    ['an unknown command', 2, ['bogus'], 'bogus'],
    ['an unknown option', 2, ['annotate', 'in', '-o', 'out', '--wat'], '--wat'],
    ['no output', 2, ['annotate', 'in'], '--output'],
    ['an output without a name', 2, ['annotate', 'in', '-o', ''], 'empty'],
    ['an empty input', 2, ['annotate', 'in', '', '-o', 'out'], 'empty'],
    ['an empty file to show', 2, ['show', ''], 'empty'],
    ['no input', 2, ['annotate', '-o', 'out'], 'inputs'],
    ['a day that is none', 2, ['annotate', 'in', '-o', 'out', '--published', '2024-02-31'], '2024-02-31'],
    ['a script that is none', 2, ['annotate', 'in', '-o', 'out', '--script', 'kana'], 'hant, hans, tw, hk'],
    ['an encoding that is none', 2, ['annotate', 'in', '-o', 'out', '--encoding', 'klingon'], 'klingon'],
    ['a directory that is not there', 2, ['annotate', 'nowhere', '-o', 'out'], 'nowhere'],
    ['a directory without articles', 2, ['annotate', 'hollow', '-o', 'out'], 'hollow'],
    ['an output below a file', 1, ['annotate', 'in', '-o', 'in/a.txt/out'], 'in/a.txt/out'],
    ['an output that is a file', 1, ['annotate', 'in', '-o', 'in/a.txt'], 'in/a.txt'],
    ['an output with files of others', 1, ['annotate', 'in', '-o', 'mine'], 'notes.md'],
    ['an output in place of the input', 1, ['annotate', 'in', '-o', 'in'], 'a.txt'],
    ['a file to repair that is not there', 2, ['repair', 'nowhere.txt'], 'nowhere.txt'],
    ['nothing to repair', 2, ['repair', 'hollow'], 'hollow'],
    ['a shell that is none', 2, ['completion', 'tcsh'], 'bash, zsh, fish'],
    ['a file to show that is not there', 2, ['show', 'nowhere.txt'], 'nowhere.txt'],
    ['no export to verify', 2, ['verify', 'in'], 'datapackage.json'],
    ['no export to report', 2, ['report', 'in'], 'annotations.jsonl'],
    [
      'an option that a command does not have names the help of that command',
      2,
      ['show', 'in', '--wat'],
      'see wenmai show --help',
    ],
  ])('%s', (_name, status, args, word) => {
    const outcome = run(...args);
    expect(outcome.stderr).toMatch(/^wenmai: .*[.]\n$/);
    expect(outcome.stderr).toContain(word);
    expect(outcome).toMatchObject({ status, stdout: '' });
  });

  test('nothing is left behind', () => {
    const listing = wenmai(['annotate', 'in', '-o', '/proc/wenmai/out'], { cwd: place.path });
    expect(listing.status).toBe(1);
    expect(listing.stderr.trim().split('\n')).toHaveLength(1);
  });
});

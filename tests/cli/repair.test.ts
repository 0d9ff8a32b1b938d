import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  place.write({
    'damaged.txt': '船務(wù)局說，渡輪(lún)下月試航，票價(jià)不變。\n船務(wù)局的渡輪(lún)\u200b很新。\n',
    'clean.txt': '渡輪下月試航。\n',
    'many.jsonl': '{"id":"a","text":"甲城下雨。"}\n{bad\n{"id":"b","text":"乙城&amp;丙城放晴。"}\n',
    'esc.txt': 'Harbour &#27;[31mred &amp; white.\n',
  });
});
afterAll(() => place.remove());

const run = (args: readonly string[], input?: string, env: NodeJS.ProcessEnv = {}) =>
  wenmai(['repair', ...args], { cwd: place.path, env, ...(input === undefined ? {} : { input }) });

describe('wenmai repair', () => {
  test('prints the repaired text and nothing else', () => {
    expect(run(['damaged.txt'])).toEqual({
      status: 0,
      stdout: '船務局說，渡輪下月試航，票價不變。\n船務局的渡輪很新。\n',
      stderr: '',
    });
  });

  test('prints clean text byte for byte', () => {
    expect(run(['clean.txt']).stdout).toBe('渡輪下月試航。\n');
  });

  test('reads standard input', () => {
    expect(run(['-'], '甲城&nbsp;下雨。\n')).toMatchObject({ status: 0, stdout: expect.stringContaining('甲城') });
  });

  test('prints every article of a file, and tells what it could not read', () => {
    const { status, stdout, stderr } = run(['many.jsonl']);
    expect(stdout).toBe('甲城下雨。\n\n乙城&丙城放晴。\n');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^wenmai: many\.jsonl, line 2: .*\n$/);
  });

  test('--diff tells where, what and how sure, without colours where there is no terminal', () => {
    const { status, stdout } = run(['--diff', 'damaged.txt']);
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^ *1:3 {2}gloss pinyin-gloss +\d+% {2}船務\[-\(wù\)-\]局說/);
    expect(stdout).toContain('[-\\u{200b}-]');
    expect(lines.at(-1)).toBe('6 repairs: gloss 5, character 1');
    expect(stdout).not.toContain('\u001b');
  });

  test.each([
    ['nothing', {}, false],
    ['a build server', { CI: 'true' }, false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('colours in a pipe under %s', (_, env, expected) => {
    expect(run(['--diff', 'damaged.txt'], undefined, env).stdout.includes('\u001b[31m')).toBe(expected);
  });

  test('--diff of clean text says so', () => {
    expect(run(['--diff', 'clean.txt']).stdout).toBe('no repairs\n');
  });

  test('nothing in an article steers the terminal', () => {
    expect(run(['--diff', 'esc.txt']).stdout).not.toContain('\u001b');
  });

  test('what is no text is refused in one line', () => {
    const { status, stdout, stderr } = run(['-'], '\u0000'.repeat(50));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^wenmai: .*[.]\n$/);
  });
});

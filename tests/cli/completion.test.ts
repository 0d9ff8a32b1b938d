import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { completionScript, shells } from '../../src/cli/completion.js';
import { createProgram } from '../../src/cli/program.js';
import { makeWorkplace, plainEnvironment, type Workplace } from '../support/run.js';

const program = createProgram(() => undefined);

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  writeFileSync(join(place.path, 'wenmai.bash'), completionScript(program, 'bash'));
  mkdirSync(join(place.path, 'news'));
});
afterAll(() => place.remove());

/** What a real bash completes for the words, of which the last is being typed. */
function complete(...words: string[]): string[] {
  const line = words.map((word) => `'${word}'`).join(' ');
  const script = `source wenmai.bash
compopt() { :; }
COMP_WORDS=(wenmai ${line}); COMP_CWORD=${words.length}
_wenmai
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    ...{ cwd: place.path, encoding: 'utf8', env: plainEnvironment() },
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

describe('bash', () => {
  test.each([
    [['anno'], ['annotate']],
    [['s'], ['schema', 'stream', 'show']],
    [['--v'], ['--version']],
    [['annotate', '--ex'], ['--excel']],
    [['annotate', 'news', '--ou'], ['--output']],
    [
      ['annotate', '--script', 'h'],
      ['hant', 'hans', 'hk'],
    ],
    [
      ['stream', '--claims', ''],
      ['balanced', 'strict'],
    ],
    [
      ['annotate', '--tables', 'cl'],
      ['claims', 'claim_links'],
    ],
    [['show', '--layer', 'm'], ['mentions']],
    [['completion', ''], [...shells]],
    [
      ['repair', '--d'],
      ['--diff', '--debug'],
    ],
    [['annotate', '--published', ''], []],
    [['annotate', 'ne'], []],
    [['annotate', '-o', 'ne'], []],
    [['annotate', '--batch'], []],
  ])('%j', (words, expected) => {
    expect(complete(...words).sort()).toEqual([...expected].sort());
  });

  test('is valid, and knows every command and option', () => {
    const script = completionScript(program, 'bash');
    expect(spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    for (const command of program.commands)
      for (const { long, hidden } of command.options) expect(hidden || script.includes(`${long}`)).toBe(true);
  });
});

test.each(['zsh', 'fish'] as const)('%s knows every command and option, and quotes what it says', (shell) => {
  const script = completionScript(program, shell);
  for (const command of program.commands) {
    expect(script).toContain(command.name());
    for (const { long, hidden } of command.options)
      expect(hidden || script.includes(shell === 'fish' ? `-l ${long?.slice(2)}` : `${long}`)).toBe(true);
  }
  expect(script).not.toMatch(/undefined|\[object/);
  if (shell === 'fish') for (const line of script.trim().split('\n')) expect(line).toMatch(/^# |^complete -c wenmai /);
});

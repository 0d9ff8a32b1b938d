import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, jest } from '@jest/globals';
import { pythonWith, testWith } from '../support/python.js';

/* The processes of a task, without Spark: they need Python alone. */
const python = pythonWith();
jest.setTimeout(120_000);

testWith(python, 'a process of a task is watched, whatever it does', () => {
  const script = readFileSync(new URL('process.py', import.meta.url), 'utf8');
  const code = fileURLToPath(new URL('../../spark', import.meta.url));
  const article = (id: string) => ({ id });
  expect(python.run(script, code, process.execPath)).toEqual({
    'no articles': [],
    'in order': ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    'one by one': ['a', 'b', 'c'],
    dies: [
      article('a'),
      ['pipeline/crashed', 'The process that annotated the article broke down, twice; the article was left out.'],
      article('b'),
    ],
    hangs: [
      ['pipeline/timeout', 'The article took more than 3 seconds and was left out; --timeout allows more.'],
      article('b'),
    ],
    halves: [{ a: '\ufffdx', b: ['\\ud83d'] }],
    'never ready': expect.stringMatching(/ does not start; its errors are in the log of the task$/),
    'ends at once': expect.stringMatching(/ does not start; its errors are in the log of the task$/),
    'no such command': expect.stringMatching(
      /^nowhere\/node cannot be started on .* \(No such file or directory\); ship Node and the package with --archives/,
    ),
    filter: [article('a'), { a: '\ufffdx', b: ['\\ud83d'] }],
    'filter of nothing': [],
    'filter fails': expect.stringMatching(/ ended with status 3$/),
    parts: [1, 1, 2, 2, 1],
  });
});

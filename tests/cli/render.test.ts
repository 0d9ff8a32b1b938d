import { describe, expect, test } from '@jest/globals';
import { renderProblems, renderSummary } from '../../src/cli/render.js';
import type { Problem } from '../../src/document/provenance.js';

const problem: Problem = {
  ...{ documentId: 'a', path: '../in/a.jsonl', line: 3, code: 'input/json', severity: 'error' },
  ...{ message: 'bad\nand \u001b[31mred.', start: null, end: null },
};

describe('renderSummary', () => {
  test('aligns the counts and says who makes the claims', () => {
    const entity = { id: 'x', type: 'ORG', names: { 'zh-Hant': null, 'zh-Hans': null, en: null } } as const;
    const summary = {
      ...{ articles: 2, characters: 12345, times: 9, undated: 1, quantities: 7, claims: 1300 },
      ...{ problems: 0, errors: 0, told: 0, firstTold: [], entities: 1 },
      repairs: new Map([
        ['markup', 2],
        ['gloss', 9],
      ]),
      topEntities: [
        { ...entity, name: '港務局', aliases: [], mentions: 5, documents: 1, wikidata: null, ticker: null, why: [] },
      ],
      sources: new Map([
        ['author', 1200],
        ['港務局', 100],
      ]),
    };
    expect(renderSummary(summary, 'out').split('\n')).toEqual([
      'articles        2  12,345 characters',
      'repairs        11  gloss 9, markup 2',
      'entities        1  港務局 5',
      'times           9  1 article has no date, from which some count: see --published',
      'quantities      7',
      'claims      1,300  the author 1,200, 港務局 100',
      'problems        0',
      '',
      'The tables are in out; datapackage.json there describes them.',
      '',
    ]);
  });
});

describe('renderProblems', () => {
  test('is one line each, without control characters', () => {
    expect(renderProblems([problem], (path) => path.slice(3))).toBe('wenmai: in/a.jsonl, line 3: bad and  [31mred.\n');
    expect(renderProblems([{ ...problem, path: null, line: null }], (path) => path)).toMatch(/^wenmai: a: bad/);
  });

  test.each([
    ['no list', undefined, 'wenmai: 5 more problems.'],
    ['a list', { list: 'out/errors.csv' }, 'wenmai: 5 more problems; all are in out/errors.csv.'],
    ['more than are given', { all: 1030, list: 'e.csv' }, 'wenmai: 1,010 more problems; all are in e.csv.'],
  ])('stops after twenty: %s', (_name, options, last) => {
    const problems = Array.from({ length: 25 }, () => problem);
    const lines = renderProblems(problems, (path) => path, options)
      .trim()
      .split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[20]).toBe(last);
  });
});

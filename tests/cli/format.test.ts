import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  place.write({ 'a.txt': '港務局表示，渡輪下月試航。' });
});
afterAll(() => place.remove());

function annotate(output: string, ...formats: readonly string[]) {
  return wenmai(['annotate', 'a.txt', '-o', output, '--quiet', ...formats.flatMap((name) => ['--format', name])], {
    cwd: place.path,
  });
}

function formatsOf(output: string): string[] {
  return JSON.parse(place.read(`${output}/datapackage.json`)).wenmai.options.formats;
}

describe('--format', () => {
  test.each([
    ['nothing', [], ['jsonl', 'csv']],
    ['one', ['jsonl'], ['jsonl']],
    ['several, in any order', ['csv', 'jsonl'], ['jsonl', 'csv']],
    ['several at once, twice', ['csv, jsonl,csv'], ['jsonl', 'csv']],
    ['all but what is always there', ['csv'], ['jsonl', 'csv']],
  ])('%s', (name, chosen, formats) => {
    expect(annotate(name, ...chosen)).toMatchObject({ status: 0, stderr: '' });
    expect(formatsOf(name)).toEqual(formats);
    expect(readdirSync(join(place.path, name)).includes('claims.csv')).toBe(formats.includes('csv'));
    expect(wenmai(['verify', name], { cwd: place.path })).toMatchObject({ status: 0, stderr: '' });
  });

  test('an unknown one is wrong usage, in one line', () => {
    const { status, stderr } = annotate('unknown', 'csv,carrier-pigeon');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^wenmai: .*carrier-pigeon.*Choose among jsonl, csv.*\n$/);
  });

  test('a folder in an export that wenmai did not write is left alone', () => {
    annotate('kept');
    place.write({ 'kept/own/notes.txt': 'mine' });
    expect(annotate('kept')).toMatchObject({ status: 1, stderr: expect.stringContaining('own/notes.txt') });
    expect(place.read('kept/own/notes.txt')).toBe('mine');
  });
});

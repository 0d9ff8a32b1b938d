import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { fold } from '../../src/script/fold.js';

const directory = new URL('../../src/lexicons/data/', import.meta.url);
const root = new URL('../../', import.meta.url);
const files = readdirSync(directory).sort();

/** Lexicons whose keys are characters of both scripts, so they cannot be in the fold. */
const unfolded = new Set([
  'frequent-characters.tsv',
  'japanese-characters.tsv',
  'script-characters.tsv',
  'simplified-extension.tsv',
]);

function read(file: string): { header: Map<string, string>; rows: string[][] } {
  const lines = readFileSync(new URL(file, directory), 'utf8').split('\n');
  const header = lines.filter((line) => line.startsWith('# ')).map((line) => /^# ([a-z-]+): (.*)$/.exec(line));
  return {
    header: new Map(header.flatMap((match) => (match === null ? [] : [[match[1] ?? '', match[2] ?? '']]))),
    rows: lines.filter((line) => line !== '' && !line.startsWith('# ')).map((line) => line.split('\t')),
  };
}

function sourceFiles(): string[] {
  return readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
}

test('every file is a lexicon, and every lexicon is opened by the code that its header names', () => {
  const openedIn = (name: string) =>
    sourceFiles().filter((path) => readFileSync(new URL(`src/${path}`, root), 'utf8').includes(`'${name}'`));
  for (const file of files) {
    expect(file).toMatch(/^[a-z0-9-]+\.tsv$/);
    expect([file, openedIn(file.slice(0, -4)).length > 0]).toEqual([file, true]);
  }
});

describe.each(files)('%s', (file) => {
  const { header, rows } = read(file);
  const content = readFileSync(new URL(file, directory), 'utf8');

  test('says what it holds, where it comes from, its licence and its readers', () => {
    expect(content.startsWith('# ')).toBe(true);
    expect([...header.keys()]).toEqual(expect.arrayContaining(['columns', 'source', 'license', 'used-by']));
    const readers = (header.get('used-by') ?? '').split(/[ ,]+/);
    const opens = (path: string) => readFileSync(new URL(path, root), 'utf8').includes(`'${file.slice(0, -4)}'`);
    expect(readers.filter((path) => !opens(path))).toEqual([]);
  });

  test('is NFC, ends with a newline, and has no stray white space', () => {
    expect(content).toBe(content.normalize('NFC'));
    expect(content.endsWith('\n')).toBe(true);
    expect(content).not.toMatch(/\r|[ \t]\n\n|^\s|\n\n/);
    expect(rows.flat().filter((cell) => cell !== cell.trim())).toEqual([]);
  });

  test('has as many cells a row as columns, and unique keys in code-point order', () => {
    const columns = (header.get('columns') ?? '').split(/\s+/).length;
    expect(rows.filter((row) => row.length !== columns)).toEqual([]);
    const keys = rows.map(([key]) => key ?? '');
    const sorted = [...new Set(keys)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(keys).toEqual(sorted);
  });

  if (!unfolded.has(file))
    test('has keys in the form in which rules read the text', () => {
      expect(rows.flatMap(([key = '']) => (fold(key) === key ? [] : [key]))).toEqual([]);
    });
});

import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from '@jest/globals';

const source = new URL('../src/', import.meta.url);

/** What each folder may import besides itself, node's own modules and packages. A stage imports no other stage. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  text: [],
  document: ['text'],
  lexicons: ['text'],
  numbers: ['document', 'lexicons', 'text'],
  script: ['document', 'lexicons', 'text'],
  settings: ['document', 'lexicons', 'script', 'text'],
  pipeline: ['document', 'lexicons', 'script', 'settings', 'text'],
  repair: ['document', 'lexicons', 'pipeline', 'script', 'segment/jieba', 'settings', 'text'],
  segment: ['document', 'lexicons', 'pipeline', 'script', 'settings', 'text'],
  times: ['document', 'lexicons', 'numbers', 'pipeline', 'script', 'text'],
  quantities: ['document', 'lexicons', 'numbers', 'pipeline', 'script', 'text'],
  models: ['document', 'lexicons', 'text'],
  mentions: ['document', 'lexicons', 'models', 'numbers', 'pipeline', 'script', 'settings', 'text'],
  entities: ['document', 'lexicons', 'pipeline', 'script', 'text'],
  facts: ['document', 'lexicons', 'pipeline', 'text'],
  claims: ['document', 'lexicons', 'pipeline', 'script', 'text'],
  input: ['document', 'lexicons', 'script', 'text'],
  report: [
    'batch/reading',
    'batch/user-error',
    'document',
    'export',
    'input/csv-records',
    'input/json-lines',
    'script',
    'text',
  ],
  export: ['document', 'entities', 'lexicons', 'models/model', 'script', 'segment/jieba', 'settings', 'text'],
  import: ['document', 'export', 'text'],
  evaluate: ['document', 'export', 'import', 'input/json-lines', 'input/lines', 'text'],
};

/** The one place that knows every stage. */
const composition = 'pipeline/default-pipeline.ts';

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split('\\').join('/'))
  .filter((path) => path.endsWith('.ts'));

function importsOf(file: string): string[] {
  const content = readFileSync(new URL(file, source), 'utf8');
  return [...content.matchAll(/from '(\.{1,2}\/[^']+)'/g)].map((match) =>
    posix.normalize(posix.join(posix.dirname(file), match[1] ?? '')).replace(/\.js$/, ''),
  );
}

test('imports point one way', () => {
  const wrong = files
    .filter((file) => file !== composition)
    .flatMap((file) => {
      const folder = file.split('/')[0] ?? '';
      const targets = allowed[folder];
      if (targets === undefined) return [];
      return importsOf(file)
        .filter((path) => ![folder, ...targets].some((target) => path === target || path.startsWith(`${target}/`)))
        .map((path) => `${file} imports ${path}`);
    });
  expect(wrong).toEqual([]);
});

test('no file imports itself, by whatever way, not even for a type', () => {
  const imports = new Map(files.map((file) => [file.replace(/\.ts$/, ''), importsOf(file)]));
  const cycles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const target of imports.get(file) ?? []) follow(target, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) follow(file, []);
  expect(cycles).toEqual([]);
});

test('only the command writes to the console', () => {
  const writers = files.filter(
    (file) =>
      !file.startsWith('tools/') &&
      /\bconsole\.|process\.std(?:out|err)/.test(readFileSync(new URL(file, source), 'utf8')),
  );
  expect(writers.filter((file) => file !== 'cli.ts' && !file.startsWith('cli/'))).toEqual([]);
});

test('no stage reads the clock, the locale or chance', () => {
  const impure = files.filter(
    (file) =>
      Object.hasOwn(allowed, file.split('/')[0] ?? '') &&
      /Date\.now|new Date\(\)|Math\.random|toLocale|localeCompare|Intl\./.test(
        readFileSync(new URL(file, source), 'utf8'),
      ),
  );
  expect(impure).toEqual([]);
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportSample } from '../support/export.js';
import { pythonWith, testWith } from '../support/python.js';
import type { Workplace } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = exportSample(['csv', 'parquet']);
});
afterAll(() => place.remove());

interface Resource {
  readonly path: string;
  readonly type?: string;
  hash: string;
  bytes: number;
}

function resources(): Resource[] {
  return JSON.parse(place.read('out/datapackage.json')).resources;
}

test('tables are said to be tables, all else is not, and names are unique', () => {
  const all = JSON.parse(place.read('out/datapackage.json')).resources as Record<string, unknown>[];
  for (const { path, type, schema, format, encoding } of all) {
    const isTable = String(path).endsWith('.csv');
    expect({ path, type, hasSchema: schema !== undefined }).toEqual({
      path,
      ...(isTable ? { type: 'table', hasSchema: true } : { hasSchema: false }),
    });
    expect(format).toBe(isTable ? 'csv' : `${String(path).split('.')[1]}-file`);
    expect(encoding).toBe(String(path).endsWith('.parquet') ? undefined : 'utf-8');
  }
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

const frictionless = pythonWith('frictionless==5.21.0');

/** The errors that the tool finds: file, row and sort of each. */
function validate(): unknown {
  return frictionless.run(
    `import json, sys
from frictionless import Package
tasks = Package(sys.argv[1]).validate().tasks
print(json.dumps([[task.place, getattr(error, "row_number", None), error.type] for task in tasks for error in task.errors]))`,
    `${place.path}/out/datapackage.json`,
  );
}

/** What is found with one file changed; its hash and size are set right again, unless `isStale`. */
function validateWith(file: string, change: (content: string) => string, isStale = false): unknown {
  const [content, description] = [place.read(file), place.read('out/datapackage.json')];
  const changed = change(content);
  expect(changed).not.toBe(content);
  place.write({ [file]: changed });
  if (!isStale) {
    const record = JSON.parse(description);
    for (const resource of record.resources as Resource[])
      if (file === `out/${resource.path}`) {
        resource.hash = `sha256:${createHash('sha256').update(changed).digest('hex')}`;
        resource.bytes = Buffer.byteLength(changed);
      }
    place.write({ 'out/datapackage.json': JSON.stringify(record) });
  }
  const errors = validate();
  place.write({ [file]: content, 'out/datapackage.json': description });
  return errors;
}

describe('the frictionless tool', () => {
  testWith(frictionless, 'finds the export valid, with all its files', () => {
    expect(resources().length).toBeGreaterThan(20);
    expect(validate()).toEqual([]);
  });

  testWith(frictionless, 'finds a changed cell by the hash', () => {
    const errors = validateWith('out/claims.csv', (csv) => csv.replace('12%', '13%'), true);
    expect(errors).toEqual([['claims.csv', null, 'hash-count']]);
  });

  testWith(frictionless, 'finds a changed hash', () => {
    const hash = resources().find(({ path }) => path === 'claims.parquet')?.hash ?? '';
    const errors = validateWith('out/datapackage.json', (json) => json.replace(hash, `sha256:${'0'.repeat(64)}`), true);
    expect(errors).toEqual([['claims.parquet', null, 'hash-count']]);
  });

  testWith(frictionless, 'finds a cell that its schema does not allow', () => {
    const errors = validateWith('out/claims.csv', (csv) => csv.replace(',asserted,', ',shouted,'));
    expect(errors).toEqual([['claims.csv', 2, 'constraint-error']]);
  });

  testWith(frictionless, 'finds a key that leads nowhere, and one that is there twice', () => {
    expect(validateWith('out/entities.csv', (csv) => csv.replace(/^org-\w+/m, 'org-0000000000'))).toContainEqual([
      'mentions.csv',
      expect.any(Number),
      'foreign-key',
    ]);
    const twice = validateWith('out/entities.csv', (csv) => `${csv}${csv.trimEnd().split('\n').at(-1)}\n`);
    expect(twice).toContainEqual(['entities.csv', expect.any(Number), 'primary-key']);
  });
});

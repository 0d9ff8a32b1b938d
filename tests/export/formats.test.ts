import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formatNames, formats } from '../../src/export/index.js';
import { exportSample, exportTo } from '../support/export.js';
import { type Workplace, wenmai } from '../support/run.js';
import { sampleCorpus } from '../support/sample-corpus.js';

let place: Workplace;
beforeAll(() => {
  place = exportSample(formatNames);
});
afterAll(() => place.remove());

function filesOf(directory: string): Map<string, Buffer> {
  const paths = readdirSync(join(place.path, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(join(place.path, directory).length + 1), readFileSync(path)]));
}

function resources(directory: string): { name: string; path: string; bytes: number }[] {
  return JSON.parse(place.read(`${directory}/datapackage.json`)).resources;
}

describe('every format', () => {
  test('has a name and a line of description', () => {
    expect(new Set(formatNames).size).toBe(formatNames.length);
    for (const { name, description } of formats) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect(description).toMatch(/^[^\n]{10,90}$/);
    }
  });

  test('is in docs/formats.md', () => {
    const document = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
    expect(formatNames.filter((name) => !document.includes(`| \`${name}\` |`))).toEqual([]);
  });

  test('lists its files, all of them, each under a name of its own', () => {
    const listed = resources('out');
    expect([...listed.map(({ path }) => path), 'datapackage.json'].sort()).toEqual([...filesOf('out').keys()].sort());
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
    for (const { path, bytes } of listed) expect(filesOf('out').get(path)?.length).toBe(bytes);
  });

  test('gives the same bytes for articles in another order, in another place, time zone and locale, from any number of workers', () => {
    const files = sampleCorpus
      .trimEnd()
      .split('\n')
      .map((line, i) => [`in/${i}.json`, line] as const);
    const run = (
      folder: string,
      inputs: readonly string[],
      names: readonly string[],
      workers: number,
      env: NodeJS.ProcessEnv,
    ) => {
      for (const [path, content] of files) place.write({ [`${folder}/${path}`]: content });
      const flags = ['--workers', String(workers), '--batch-size', String(workers)];
      const chosen = names.flatMap((name) => ['--format', name]);
      const args = ['annotate', ...inputs, '-o', 'out', '--quiet', ...flags, ...chosen];
      expect(wenmai(args, { cwd: join(place.path, folder), env })).toMatchObject({ status: 0, stderr: '' });
      return filesOf(`${folder}/out`);
    };
    const once = run('a', ['in'], formatNames, 1, {});
    const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
    const again = run('b/c', files.map(([path]) => path).reverse(), [...formatNames].reverse(), 3, env);
    expect([...again.keys()].sort()).toEqual([...once.keys()].sort());
    for (const [path, bytes] of once) expect([path, again.get(path)?.equals(bytes)]).toEqual([path, true]);
  });

  test('gives the same bytes twice, alone and among others', () => {
    exportTo(place, 'twice', formatNames);
    const [once, twice] = [filesOf('out'), filesOf('twice')];
    for (const [path, bytes] of once) expect([path, twice.get(path)?.equals(bytes)]).toEqual([path, true]);
  });

  test('is made again by verify; a byte of it that changed is told', () => {
    expect(wenmai(['verify', 'out'], { cwd: place.path })).toMatchObject({ status: 0, stderr: '' });
    const bytes = filesOf('out').get('claims.parquet') ?? Buffer.alloc(0);
    const changed = Uint8Array.from(bytes, (byte, i) => (i === 100 ? byte ^ 1 : byte));
    place.write({ 'out/claims.parquet': changed });
    const { status, stdout } = wenmai(['verify', 'out'], { cwd: place.path });
    place.write({ 'out/claims.parquet': bytes });
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'claims.parquet was changed after it was written\n' });
  });
});

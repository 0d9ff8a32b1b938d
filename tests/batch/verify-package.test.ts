import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyPackage } from '../../src/batch/verify-package.js';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

const ports = 'id,name,berths,opened\n1,渡口,12,1998-05-01\n2,"鹽港, 東",,\n';
const ships = 'id;port;kind\na;1;ferry\nb;2;tug\nc;;ferry\n';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** A package as frictionless writes it, of its own words: `stats`, a dialect, plain md5. */
function describePackage(change: (resources: Record<string, never>[]) => void = () => {}): string {
  const resources = [
    {
      ...{ name: 'ports', path: 'ports.csv', format: 'csv' },
      ...{ bytes: Buffer.byteLength(ports), hash: `sha256:${sha256(ports)}`, rows: 2 },
      schema: {
        fields: [
          { name: 'id', type: 'integer', constraints: { required: true, minimum: 1 } },
          { name: 'name', type: 'string', constraints: { pattern: '.*\\p{L}.*', maxLength: 20 } },
          { name: 'berths', type: 'integer', constraints: { maximum: 50 } },
          { name: 'opened', type: 'date' },
        ],
        primaryKey: 'id',
      },
    },
    {
      ...{ name: 'ships', path: 'sub/ships.csv', format: 'csv', dialect: { delimiter: ';' } },
      stats: { hash: md5(ships), rows: 3 },
      schema: {
        fields: [
          { name: 'id', constraints: { unique: true } },
          { name: 'port', type: 'integer' },
          { name: 'kind', constraints: { enum: ['ferry', 'tug'] } },
        ],
        foreignKeys: [{ fields: 'port', reference: { resource: 'ports', fields: 'id' } }],
      },
    },
    { name: 'notes', path: 'notes.jsonl', format: 'jsonl', rows: 1 },
  ];
  change(resources as unknown as Record<string, never>[]);
  return JSON.stringify({ name: 'harbour', resources });
}

function verify(files: Readonly<Record<string, string>> = {}, description = describePackage()) {
  const all = {
    'ports.csv': ports,
    'sub/ships.csv': ships,
    'notes.jsonl': '{"a": 1}\n',
    'datapackage.json': description,
  };
  place.write(
    Object.fromEntries(Object.entries({ ...all, ...files }).map(([path, content]) => [`p/${path}`, content])),
  );
  return verifyPackage(`${place.path}/p`, 'p');
}

function field(name: string, constraints: object): object {
  return { name, constraints };
}

/** A package whose first table is said to be elsewhere. */
function atPath(path: string): string {
  return describePackage(([ports]) => Object.assign(ports ?? {}, { path }));
}

/** What is wrong with it. */
const faults = async (files: Readonly<Record<string, string>> = {}, description?: string) =>
  (await verify(files, description)).differences;

describe('a data package made elsewhere', () => {
  test('as it says', async () => expect(await verify()).toEqual({ files: 3, rows: 6, differences: [] }));

  test('by the command, whose exit status tells', async () => {
    await verify();
    const run = () => wenmai(['verify', 'p'], { cwd: place.path });
    expect(run()).toEqual({ status: 0, stderr: '', stdout: 'p is as its datapackage.json says: 3 files, 6 rows.\n' });
    await verify({ 'notes.jsonl': '{"a": 2}\n{}\n' });
    expect(run()).toMatchObject({
      status: 1,
      stderr: '',
      stdout: expect.stringMatching(/\nnotes has 2 rows, and 1 are told\n$|^notes/),
    });
  });

  const withoutHash = describePackage((resources) => {
    for (const resource of resources) for (const key of ['bytes', 'hash', 'stats', 'rows']) delete resource[key];
  });
  test.each<[string, Record<string, string>, string]>([
    ['a type', { 'ports.csv': ports.replace('12', 'twelve') }, 'ports.csv: row 1, berths: "twelve" is no integer'],
    ['a bound', { 'ports.csv': ports.replace('12', '120') }, 'ports.csv: row 1, berths: 120 is more than 50'],
    [
      'a date that is none',
      { 'ports.csv': ports.replace('05-01', '13-01') },
      'ports.csv: row 1, opened: "1998-13-01" is no date',
    ],
    ['a pattern', { 'ports.csv': ports.replace('渡口', '?') }, 'ports.csv: row 1, name: "?" is not .*\\p{L}.*'],
    [
      'a length',
      { 'ports.csv': ports.replace('渡口', '渡'.repeat(21)) },
      `ports.csv: row 1, name: "${'渡'.repeat(21)}" is longer than 20`,
    ],
    [
      'a value of others',
      { 'sub/ships.csv': ships.replace('tug', 'raft') },
      'sub/ships.csv: row 2, kind: "raft" is none of the values that it may have',
    ],
    ['a cell that must be there', { 'ports.csv': ports.replace('\n2,', '\n,') }, 'ports.csv: row 2 has no id'],
    [
      'a key twice',
      { 'ports.csv': ports.replace('\n2,', '\n1,') },
      'ports.csv: row 2 has the same id as one before it',
    ],
    [
      'a unique cell twice',
      { 'sub/ships.csv': ships.replace('b;', 'a;') },
      'sub/ships.csv: row 2 has the same id as one before it',
    ],
    [
      'a reference to nothing',
      { 'sub/ships.csv': ships.replace('b;2', 'b;7') },
      'sub/ships.csv: row 2 refers to port 7, which is not in ports',
    ],
    [
      'a header',
      { 'ports.csv': ports.replace('berths', 'quays') },
      'ports.csv: its header is id, name, quays, opened, and the fields are id, name, berths, opened',
    ],
    [
      'a cell too many',
      { 'ports.csv': ports.replace('12,', '12,,') },
      'ports.csv: row 1 has 5 cells, and there are 4 fields',
    ],
    ['a quotation mark that is not closed', { 'ports.csv': ports.replace('東"', '東') }, 'ports.csv is no CSV: '],
    ['a line that is no JSON', { 'notes.jsonl': '{"a": 1\n' }, 'notes.jsonl, line 1 is not JSON'],
  ])('%s', async (_name, files, line) =>
    expect(await faults(files, withoutHash)).toEqual(expect.arrayContaining([expect.stringContaining(line)])),
  );

  test.each<[string, Record<string, string>, string, string]>([
    ['bytes', { 'ports.csv': `${ports}\n` }, describePackage(), 'ports.csv has 64 bytes, and 63 are told'],
    [
      'a hash',
      { 'ports.csv': ports.replace('12', '13') },
      describePackage(),
      'ports.csv was changed: its sha256 is not the one that is told',
    ],
    [
      'a plain md5',
      { 'sub/ships.csv': ships.replace('tug', 'ferry') },
      describePackage(),
      'sub/ships.csv was changed: its md5 is not the one that is told',
    ],
    [
      'rows',
      {},
      describePackage(([, ships]) => Object.assign(ships?.stats ?? {}, { rows: 4 })),
      'ships has 3 rows, and 4 are told',
    ],
    [
      'rows of JSON Lines',
      { 'notes.jsonl': '{"a": 1}\n{"b": 2}\n' },
      describePackage(),
      'notes has 2 rows, and 1 are told',
    ],
    [
      'a hash of an unknown kind',
      {},
      describePackage(([ports]) => Object.assign(ports ?? {}, { hash: 'crc32:00' })),
      'the hash of ports.csv is of no known kind',
    ],
    [
      'a file that is missing',
      {},
      describePackage(([ports]) => Object.assign(ports ?? {}, { path: 'quays.csv' })),
      'quays.csv is missing',
    ],
    [
      'a path that leaves the package',
      {},
      describePackage(([ports]) => Object.assign(ports ?? {}, { path: '../x.csv' })),
      '../x.csv is outside of the package and was not looked at',
    ],
    [
      'a reference to no resource',
      {},
      describePackage((all) => all.shift()),
      'sub/ships.csv: its foreign key refers to ports, which there is not',
    ],
  ])('%s', async (_name, files, description, line) =>
    expect(await faults(files, description)).toEqual(expect.arrayContaining([line])),
  );

  test.each([
    ['no JSON', '{', /^p\/datapackage\.json is not JSON: it may have been cut off\.$/],
    ['no resources', '{"resources": []}', /describes no data package: resources: /],
    [
      'a pattern that is none',
      describePackage(([ports]) => Object.assign(ports ?? {}, { schema: { fields: [field('id', { pattern: '(' })] } })),
      /describes no data package: resources\.0\.schema\..*pattern: it is no regular expression\.$/,
    ],
  ])('%s', async (_name, description, message) => expect(verify({}, description)).rejects.toThrow(message));

  test.each<[string, Record<string, string>, string | undefined, string[]]>([
    [
      'a row of too few cells is told of once',
      { 'ports.csv': ports.replace('12,1998-05-01', '') },
      withoutHash,
      ['ports.csv: row 1 has 3 cells, and there are 4 fields'],
    ],
    [
      'a key that is missing is told of once',
      { 'ports.csv': ports.replace('\n2,', '\n,') },
      withoutHash,
      ['ports.csv: row 2 has no id', 'sub/ships.csv: row 2 refers to port 2, which is not in ports'],
    ],
    [
      'of a table that cannot be read no references are looked at',
      { 'ports.csv': ports.replace('東"', '東') },
      withoutHash,
      ['ports.csv is no CSV: line 3 opens a quotation mark that is not closed'],
    ],
    ['a table that is a directory', {}, atPath('sub'), ['sub is no file']],
    [
      'a schema that is missing',
      {},
      describePackage(([ports]) => Object.assign(ports ?? {}, { schema: 'schema.json' })),
      ['the schema schema.json is missing, so the cells of ports were not checked'],
    ],
    [
      'a schema that is broken off',
      { 'schema.json': '{"fields": [' },
      describePackage(([ports]) => Object.assign(ports ?? {}, { schema: 'schema.json' })),
      ['schema.json is not JSON: it may have been cut off, so the cells of ports were not checked'],
    ],
    [
      'a schema of another shape',
      { 'schema.json': '{"fields": {}}' },
      describePackage(([ports]) => Object.assign(ports ?? {}, { schema: 'schema.json' })),
      ['schema.json is no table schema: fields: {} is no array, so the cells of ports were not checked'],
    ],
    [
      'two resources of one name',
      {},
      describePackage((all) => all.push(all[2] ?? {})),
      ['two resources are called notes; give each a name of its own'],
    ],
  ])('%s', async (_name, files, description, lines) => expect(await faults(files, description)).toEqual(lines));

  test('no more than twenty faults of a table are told one by one', async () => {
    const many = `${ports}${Array.from({ length: 30 }, (_, i) => `${i + 3},x,99,\n`).join('')}`;
    const lines = await faults({ 'ports.csv': many }, withoutHash);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('ports.csv has 10 more faults');
  });
});

test('--package checks an export without its articles', () => {
  place.write({ 'in/a.txt': '港務局發言人林又晴昨天表示，票價會漲30%。\n' });
  wenmai(['annotate', 'in', '-o', 'out', '--quiet'], { cwd: place.path });
  place.write({ 'in/a.txt': '改了。' });
  const verifyOut = () => wenmai(['verify', '--package', 'out'], { cwd: place.path });
  expect(verifyOut()).toMatchObject({ status: 0, stderr: '' });
  place.write({ 'out/mentions.csv': place.read('out/mentions.csv').replace(',PERSON,', ',PILOT,') });
  expect(verifyOut()).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('mentions.csv: row 1, type: "PILOT" is none of'),
  });
});

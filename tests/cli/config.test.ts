import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  place.write({
    'in/a.txt': '鯤灣昨天降價，Qwen 大模型沒有降價。',
    'in/b.txt': '鲲湾表示，价格不会变。',
    'in/c.txt': 'Kunpeng Bay said the price would stay.',
    'names.csv': 'name,type,aliases,en,wikidata,ticker\n鯤鵬灣,ORG,鲲湾|Kunpeng Bay,Roc Bay,Q12345,HK:1234\n',
    'more.tsv': 'name\ttype\nQwen大模型\tPRODUCT\n',
    'wenmai.config.json': JSON.stringify({
      lexicon: ['names.csv'],
      published: '2024-03-05',
      tables: { entities: true, mentions: ['text', 'by'], times: true, facts: false, claims: ['text', 'source_text'] },
    }),
  });
});
afterAll(() => place.remove());

const rows = (file: string): Record<string, string>[] => parse(place.read(file), { columns: true });
const run = (...args: string[]) => wenmai(args, { cwd: place.path });

describe('wenmai.config.json', () => {
  test('is found in the working directory; names, date, tables and columns are as it says', () => {
    expect(run('annotate', 'in', '-o', 'out', '--lexicon', 'more.tsv', '--quiet')).toMatchObject({
      status: 0,
      stderr: '',
    });
    const entities = rows('out/entities.csv');
    expect(entities.find(({ wikidata }) => wikidata === 'Q12345')).toMatchObject({
      ...{ type: 'ORG', name_zh_hant: '鯤鵬灣', name_zh_hans: '鲲鹏湾', name_en: 'Roc Bay' },
      ...{ mentions: '3', documents: '3', ticker: 'HK:1234' },
    });
    const mentions = rows('out/mentions.csv');
    expect(Object.keys(mentions[0] ?? {})).toEqual(['document_id', 'id', 'text', 'by']);
    expect(mentions.filter(({ by }) => by === 'user-lexicon').map(({ text }) => text)).toEqual([
      ...['鯤灣', 'Qwen 大模型', '鲲湾', 'Kunpeng Bay'],
    ]);
    expect(rows('out/times.csv')[0]?.value).toBe('2024-03-04');
    expect(readdirSync(join(place.path, 'out'))).not.toContain('facts.csv');
    expect(rows('out/claims.csv').map(({ source_text }) => source_text)).toEqual(expect.arrayContaining(['鲲湾']));
  });

  test('is recorded with the files and their hashes, and verify makes the same again from anywhere', () => {
    const { wenmai: made, resources } = JSON.parse(place.read('out/datapackage.json'));
    expect(made.settings.lexicon.map(({ path }: { path: string }) => path)).toEqual(['../more.tsv', '../names.csv']);
    expect(made.settings.lexicon[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(resources.find(({ name }: { name: string }) => name === 'mentions').schema.foreignKeys).toHaveLength(1);
    expect(place.read('out/datapackage.json')).not.toContain(place.path);
    expect(wenmai(['verify', '../out'], { cwd: join(place.path, 'in') })).toMatchObject({ status: 0, stderr: '' });
  });

  test('verify says that a lexicon has changed, or is missing', () => {
    const content = place.read('names.csv');
    place.write({ 'names.csv': content.replace('HK:1234', 'HK:4321') });
    const changed = run('verify', 'out');
    expect(changed.status).toBe(1);
    expect(changed.stdout).toMatch(/^user lexicon names\.csv has changed\n/);
    place.write({ 'names.csv': content, 'wenmai.config.json': '{"lexicon": ["nowhere.csv"]}' });
    expect(run('verify', 'out').status).toBe(0);
    expect(run('annotate', 'in', '-o', 'out2')).toMatchObject({
      ...{ status: 2, stdout: '', stderr: 'wenmai: nowhere.csv: there is no such file; check the path.\n' },
    });
    place.write({ 'more.tsv': 'name\ttype\nQwen大模型\tSHIP\n' });
    expect(run('verify', 'out')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^more\.tsv: line 2: type: "SHIP" is none of .* without it[^\n]*\n$/),
    });
    expect(run('annotate', 'in', '-o', 'out3', '--config', 'no.json')).toMatchObject({
      ...{ status: 2, stderr: 'wenmai: no.json: there is no such file; check the path.\n' },
    });
  });

  test('flags win over it', () => {
    place.write({
      'c.json': JSON.stringify({ published: '2024-03-05', script: 'hans', tables: ['facts'], claims: 'strict' }),
    });
    const flags = ['--published', '2020-01-02', '--script', 'tw', '--tables', 'times,mentions', '--claims', 'balanced'];
    expect(run('annotate', 'in', '-o', 'flags', '--config', 'c.json', ...flags, '--quiet').status).toBe(0);
    expect(rows('flags/times.csv')[0]?.value).toBe('2020-01-01');
    const { options } = JSON.parse(place.read('flags/datapackage.json')).wenmai;
    expect(options).toMatchObject({ published: '2020-01-02', script: 'tw', claims: 'balanced' });
    expect(readdirSync(join(place.path, 'flags')).sort()).toEqual([
      ...['annotations.jsonl', 'datapackage.json', 'errors.csv', 'mentions.csv', 'times.csv'],
    ]);
  });

  test('stream reads it too', () => {
    place.write({ 'wenmai.config.json': '{"lexicon": [{"name": "鲲湾", "type": "ORG", "wikidata": "Q9"}]}' });
    const { stdout } = wenmai(['stream'], { cwd: place.path, input: '{"id": "a", "text": "鯤灣降價。"}\n' });
    expect(JSON.parse(stdout).entities).toMatchObject([{ name: '鯤灣', wikidata: 'Q9' }]);
  });
});

describe('the segmenter', () => {
  test('is chosen by a flag or the configuration, recorded, and used again by verify', () => {
    place.write({ 'other.json': '{ "segmenter": "jieba-rs" }' });
    const versions = (output: string) => JSON.parse(place.read(`${output}/datapackage.json`)).wenmai.versions;
    for (const [output, ...flags] of [
      ['by-flag', '--config', 'other.json', '--segmenter', 'nodejieba'],
      ['by-file', '--config', 'other.json'],
    ] as const)
      expect(run('annotate', 'in', '-o', output, '--quiet', ...flags)).toMatchObject({ status: 0 });
    expect(Object.keys(versions('by-flag'))).not.toContain('@node-rs/jieba');
    expect(versions('by-file')).toMatchObject({ '@node-rs/jieba': expect.stringMatching(/^2\./) });
    expect(run('verify', 'by-file')).toMatchObject({ status: 0 });
    expect(place.read('by-file/mentions.csv')).toBe(place.read('by-flag/mentions.csv'));
  });

  test('another one is an error that names those there are', () => {
    place.write({ 'wrong.json': '{ "segmenter": "hanlp" }' });
    expect(run('annotate', 'in', '-o', 'no', '--config', 'wrong.json').stderr).toMatch(/segmenter.*nodejieba/);
  });
});

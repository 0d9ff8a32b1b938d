import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConfigError } from '../../src/config/config-error.js';
import { parseLexicon, parseWords } from '../../src/config/lexicon-file.js';
import { loadConfig, resolveSettings, restoreSettings } from '../../src/config/load.js';
import { configSchemaText } from '../../src/config/schema.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

const entry = { aliases: [], en: null, zhHant: null, zhHans: null, wikidata: null, ticker: null };

test('the schema that the package ships is the one that is checked', () => {
  const shipped = readFileSync(new URL('../../src/config/config.schema.json', import.meta.url), 'utf8');
  expect(shipped).toBe(configSchemaText());
});

describe('names in a file', () => {
  const kunpeng = {
    ...entry,
    name: '鯤鵬灣',
    type: 'ORG',
    aliases: ['鲲湾', 'Kunpeng Bay'],
    en: 'Roc Bay',
    ticker: 'HK:1',
  };
  test.each([
    ['names.tsv', '# ours\nname\ttype\taliases\ten\tticker\n鯤鵬灣\tORG\t鲲湾|Kunpeng Bay\tRoc Bay\tHK:1\n'],
    ['names.csv', 'Ticker,name,type,en,aliases\r\nHK:1,鯤鵬灣,ORG,"Roc Bay","鲲湾| Kunpeng Bay"\r\n'],
    ['names.json', JSON.stringify([{ ...kunpeng, wikidata: undefined }])],
  ])('%s', (file, content) => {
    expect(parseLexicon(content, file)).toEqual([kunpeng]);
  });

  test('a quote in a TSV is a quote, and a short row has empty cells', () => {
    expect(parseLexicon('name\ttype\ten\n"船"號\tPRODUCT\n', 'x.tsv')).toEqual([
      { ...entry, name: '"船"號', type: 'PRODUCT' },
    ]);
  });

  test.each([
    ['x.txt', 'a', 'x.txt: names stand in a .tsv, .csv or .json file'],
    ['x.tsv', 'name\tkind\n', 'x.tsv: line 1: there is no column "kind"; the first row names the columns: name, type'],
    ['x.csv', 'name\na\n', 'x.csv: line 1: there is no column "name" or "type"'],
    ['x.csv', '', 'x.csv: line 1: there is no column "name" or "type"'],
    ['x.csv', 'name,type\n船,ORG\n港,BOAT\n', 'x.csv: line 3: type: "BOAT" is none of PERSON, NORP'],
    ['x.csv', 'name,type\n,ORG\n', 'x.csv: line 2: name: it is empty.'],
    ['x.csv', 'name,type\n港,ORG,,\n', 'x.csv: line 2: there are 4 cells and 2 columns.'],
    ['x.csv', 'name,type\n"港,ORG\n', 'this is not CSV'],
    ['x.csv', 'name,type,wikidata\n港,ORG,123\n', 'x.csv: line 2: wikidata: "123" is not of the form'],
    [
      'x.csv',
      'name,type,Name\n港,ORG,船\n',
      'x.csv: line 1: there are two columns "name"; rename or remove one of them.',
    ],
    ['x.csv', 'name,type,constructor\n港,ORG,\n', 'x.csv: line 1: there is no column "constructor"'],
    ['x.csv', 'name,type\n\u200b,ORG\n', 'x.csv: line 2: name: it has no character that can be seen'],
    [
      'x.csv',
      'name,type,aliases\n港,ORG,船|\u3164\n',
      'x.csv: line 2: aliases.1: it has no character that can be seen',
    ],
    ['x.json', '{', 'x.json: this is not JSON'],
    ['x.json', '{}', 'x.json: write an array of objects'],
    ['x.json', '[{"name":"港"}]', 'x.json: row 1: type: it is missing.'],
  ])('%s: %j is refused in one line', (file, content, message) => {
    expect(() => parseLexicon(content, file)).toThrow(ConfigError);
    expect(() => parseLexicon(content, file)).toThrow(message);
  });
});

test("words in a user dictionary of jieba's", () => {
  expect(parseWords('換電車 5 nz\n开换电\tv\n港務艇 3\n\n渡輪\r\n', 'x')).toEqual([
    { word: '換電車', tag: 'nz' },
    { word: '开换电', tag: 'v' },
    { word: '港務艇', tag: 'n' },
    { word: '渡輪', tag: 'n' },
  ]);
  expect(() => parseWords('a\nb c d e', 'x.txt')).toThrow('x.txt: line 2: write a word');
  expect(() => parseWords('a\n\u200b 3\n', 'x.txt')).toThrow(
    'x.txt: line 2: the word has no character that can be seen',
  );
});

describe('a configuration', () => {
  let place: Workplace;
  beforeAll(() => {
    place = makeWorkplace();
  });
  afterAll(() => place.remove());

  const load = (config: unknown) => {
    place.write({ 'c.json': typeof config === 'string' ? config : JSON.stringify(config) });
    return loadConfig('c.json', place.path);
  };

  test('is nothing where there is no file', () => {
    expect(loadConfig(undefined, place.path).config).toEqual({});
  });

  test.each<[unknown, string]>([
    ['{', 'c.json: this is not JSON; check its commas and quotes.'],
    [[], 'c.json: [] is no object.'],
    [{ lexicons: [] }, 'c.json: "lexicons" is no setting here; leave it out or mend its name.'],
    [{ published: '2024-02-31' }, 'c.json: published: it is no real day as YYYY-MM-DD.'],
    [{ script: 'kana' }, 'c.json: script: "kana" is none of hant, hans, tw, hk.'],
    [{ encoding: 'klingon' }, 'c.json: encoding: it is no encoding'],
    [{ tokens: 'yes' }, 'c.json: tokens: "yes" is no boolean.'],
    [{ lexicon: 'x.tsv' }, 'c.json: lexicon: "x.tsv" is no array.'],
    [{ lexicon: [3] }, 'c.json: lexicon.0: 3 is of a wrong type.'],
    [{ lexicon: [{ name: '港', type: 'SHIP' }] }, 'c.json: lexicon.0.type: "SHIP" is none of PERSON'],
    [{ lexicon: [{ name: '港', type: 'ORG', alias: [] }] }, 'c.json: lexicon.0: "alias" is no setting here'],
    [{ words: [{ word: '港', tag: 'N' }] }, 'c.json: words.0.tag: "N" is not of the form'],
    [{ recognizers: { modle: true } }, 'c.json: recognizers: "modle" is no setting here'],
    [{ recognizers: { model: 'off' } }, 'c.json: recognizers.model: "off" is no boolean.'],
    [{ tables: ['claim'] }, 'c.json: tables.0: "claim" is none of documents, sentences'],
    [{ tables: { claims: ['words'] } }, 'c.json: tables.claims.0: "words" is none of document_id'],
    [{ tables: { claim: true } }, 'c.json: tables: "claim" is no setting here'],
  ])('%j is refused in one line', (config, message) => {
    const failing = () => load(config);
    expect(failing).toThrow(ConfigError);
    expect(failing).toThrow(message);
    expect(failing).not.toThrow('\n');
  });

  test('names files that are there, relative to it', () => {
    place.write({ 'deep/names.csv': 'name,type\n港務局,ORG\n', 'deep/words.txt': '渡輪 3 n\n' });
    place.write({
      'deep/c.json': '\ufeff{"lexicon": ["names.csv", {"name": "船", "type": "PRODUCT"}], "wordFiles": ["words.txt"]}',
    });
    const { settings, record } = resolveSettings(loadConfig('deep/c.json', place.path), `${place.path}/out`);
    expect(settings.lexicon.map(({ name }) => name)).toEqual(['港務局', '船']);
    expect(settings.words).toEqual([{ word: '渡輪', tag: 'n' }]);
    expect(record?.lexicon).toMatchObject([{ path: '../deep/names.csv', bytes: 24 }, { name: '船' }]);

    const again = restoreSettings(record, `${place.path}/out`);
    expect(again).toEqual({ settings, record, differences: [] });
    place.write({ 'deep/names.csv': 'name,type\n港務处,ORG\n' });
    expect(restoreSettings(record, `${place.path}/out`).differences).toEqual([
      expect.stringMatching(/^user lexicon .*deep\/names\.csv has changed$/),
    ]);
    place.write({ 'deep/c.json': '{"lexicon": ["gone.csv"]}' });
    expect(() => resolveSettings(loadConfig('deep/c.json', place.path), place.path)).toThrow(
      'gone.csv: there is no such file; check the path.',
    );
  });

  test.each<[unknown, string[] | null]>([
    [undefined, null],
    [
      ['claims', 'times'],
      ['claims', 'times'],
    ],
    [{ claims: ['text'], facts: false }, null],
  ])('tables %j', (tables, expected) => {
    const { settings } = resolveSettings(load(tables === undefined ? {} : { tables }), place.path);
    if (expected !== null) expect(Object.keys(settings.tables ?? {})).toEqual(expected);
    else if (tables === undefined) expect(settings.tables).toBeNull();
    else {
      expect(settings.tables).toMatchObject({ claims: ['text'], mentions: null });
      expect(Object.keys(settings.tables ?? {})).not.toContain('facts');
    }
  });
});

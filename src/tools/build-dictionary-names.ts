/**
 * Compiles the names of jieba's dictionary, which the models look for in a text whatever the words that jieba cuts it into.
 * Run: `tsx src/tools/build-dictionary-names.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { dictionaryKinds } from '../models/dictionary-names.js';
import { PhraseTable } from '../models/phrase-table.js';
import { fold } from '../script/fold.js';

const kinds: Readonly<Record<string, (typeof dictionaryKinds)[number]>> = {
  nr: 'person',
  nrfg: 'person',
  nrt: 'foreign',
  ns: 'place',
  nt: 'organization',
  nz: 'other',
};

const folder = dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
const dictionary = readFileSync(join(folder, 'submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8');
const table = new PhraseTable();
for (const line of dictionary.split('\n')) {
  const [word = '', , tag = ''] = line.trim().split(' ');
  const kind = kinds[tag];
  const name = fold(word);
  if (kind !== undefined && /^[\p{Script=Han}·]{2,10}$/u.test(name))
    table.add(name, 1 << dictionaryKinds.indexOf(kind));
}
writeFileSync(new URL('../models/data/dictionary-names.bin', import.meta.url), table.pack());

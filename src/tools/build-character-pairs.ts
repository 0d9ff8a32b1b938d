/**
 * Writes the lexicon `character-pairs`: which character follows which in Chinese text of our own (the articles of the
 * corpus, repaired, those of the kinds data, and the sentences of the name data), counted on the fold. What was seen but once is left out:
 * it makes the list three times as long and repairs little better.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { defaultPipeline } from '../pipeline/default-pipeline.js';
import { fold } from '../script/fold.js';
import { byCodePoint } from '../text/code-points.js';
import { readKindsArticles } from './training/kinds-articles.js';

const root = new URL('../../', import.meta.url);
const header = [
  '# Pairs of neighbouring characters seen twice and more in running Chinese text, by the fold; a line break stands for no character',
  '# columns: pair count',
  '# source: counted in corpus/, data/kinds/ and data/names/ by src/tools/build-character-pairs.ts',
  '# license: CC BY 4.0',
  '# used-by: src/repair/slips/language-model.ts',
];

/** Files of the name data that are left out: with them there are three times the pairs, and damage is repaired no better. */
const leftOut = /-(?:encyclopedia-2|news-2|things|world)\.txt$/;

const counts = new Map<string, number>();
for (const text of [...articles(), ...news(), ...sentences()])
  for (const line of text.split('\n'))
    for (let i = 0; i + 1 < line.length; i++) {
      const pair = line.slice(i, i + 2);
      if (isChinese(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
const rows = [...counts]
  .filter(([, count]) => count > 1)
  .sort(([a], [b]) => byCodePoint(a, b))
  .map(([pair, count]) => `${pair}\t${count}`);
writeFileSync(new URL('src/lexicons/data/character-pairs.tsv', root), `${[...header, ...rows].join('\n')}\n`);

/** The repaired articles of the corpus that are Chinese. */
function articles(): string[] {
  const folder = new URL('corpus/', root);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => defaultPipeline.run({ id: name, text: readFileSync(new URL(name, folder), 'utf8') }))
    .filter(({ language }) => language === 'zh')
    .map(({ folded }) => folded);
}

/** The Chinese articles of the kinds data. */
function news(): string[] {
  return ['zh-hans', 'zh-hant']
    .flatMap((name) => readKindsArticles(readFileSync(new URL(`data/kinds/${name}.txt`, root), 'utf8')))
    .map(({ text }) => fold(text));
}

/** The sentences of the name data, without their markup. */
function sentences(): string[] {
  const folder = new URL('data/names/', root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^zh-.*\.txt$/.test(name) && !leftOut.test(name))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => !line.startsWith('# '))
    .map((line) => fold(line.replace(/\[([^[\]|]+)\|[A-Z_]+\]/g, '$1')));
}

/** Whether a pair holds a Han character and nothing but Han characters and punctuation, in the form of the fold. */
function isChinese(pair: string): boolean {
  if (fold(pair) !== pair) return false;
  return /\p{Script=Han}/u.test(pair) && !/[\p{Script=Latin}\d\s\t\ud800-\udfff]/u.test(pair);
}

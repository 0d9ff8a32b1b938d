/**
 * Compiles how much more often a character stands in a given name than in text, from jieba's dictionary. Run: `tsx src/tools/build-name-characters.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openLexicon } from '../lexicons/lexicon.js';
import { fold } from '../script/fold.js';
import { dictionaryPath } from '../segment/jieba.js';

const surnames = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind);
const given = new Map<string, number>();
const text = new Map<string, number>();

function count(table: Map<string, number>, characters: string, weight: number): void {
  for (const character of characters) table.set(character, (table.get(character) ?? 0) + weight);
}

for (const line of readFileSync(dictionaryPath(), 'utf8').split('\n')) {
  const [word = '', frequency = '', tag = ''] = line.trim().split(' ');
  if (!/^[\u4e00-\u9fff]{1,8}$/.test(word)) continue;
  if (!tag.startsWith('nr')) count(text, word, Math.log(1 + Number(frequency)));
  const surname = surnames.has(word.slice(0, 2)) ? 2 : surnames.has(word.slice(0, 1)) ? 1 : 0;
  if (tag === 'nr' && surname > 0 && word.length > surname && word.length <= surname + 2)
    count(given, word.slice(surname), 1);
}

const givenTotal = [...given.values()].reduce((sum, n) => sum + n, 0);
const textTotal = [...text.values()].reduce((sum, n) => sum + n, 0);

function weightOf(character: string): number {
  const share = ((given.get(character) ?? 0) + 0.3) / (givenTotal + 1000);
  return Math.log(share / (((text.get(character) ?? 0) + 30) / (textTotal + 30_000)));
}

const lines = [...new Set([...given.keys(), ...text.keys()])]
  .filter(
    (character) => fold(character) === character && ((given.get(character) ?? 0) >= 2 || weightOf(character) <= -0.5),
  )
  .sort()
  .map((character) => `${character}\t${weightOf(character).toFixed(1)}`);
const head = [
  '# Log-odds of a character in a Chinese given name against text',
  '# columns: character weight',
  "# source: compiled from jieba's dictionary by src/tools/build-name-characters.ts",
  '# license: MIT',
  '# used-by: src/mentions/person-zh.ts, src/models/phrase-classes.ts',
];
writeFileSync(
  new URL('../lexicons/data/given-name-characters.tsv', import.meta.url),
  `${[...head, ...lines].join('\n')}\n`,
);

/** Writes the lexicon `frequent-characters`: the Han characters that occur most in the words of jieba's dictionary, by rank. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dictionaryPath } from '../segment/jieba.js';
import { byCodePoint } from '../text/code-points.js';

/** Ends of the classes of rank; what is rarer than the last is left out. */
const classes = [300, 600, 1200, 2000, 3500];

const header = [
  '# The most frequent Han characters of running Simplified text, each with the class of its rank: among the first 300, 600 …',
  '# columns: character rank',
  "# source: frequencies of the words in jieba's dictionary, compiled by src/tools/build-frequent-characters.ts",
  '# license: MIT',
  '# used-by: src/lexicons/frequent-characters.ts',
];
const characters = [...countCharacters()]
  .sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
  .slice(0, classes.at(-1))
  .map(([character], rank) => `${character}\t${classes.find((end) => rank < end)}`)
  .sort(byCodePoint);
writeFileSync(
  new URL('../lexicons/data/frequent-characters.tsv', import.meta.url),
  `${[...header, ...characters].join('\n')}\n`,
);

function countCharacters(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of readFileSync(dictionaryPath(), 'utf8').split('\n')) {
    const [word = '', frequency = '0'] = line.split(' ');
    for (const character of word)
      if (/\p{Script=Han}/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + Number(frequency));
  }
  return counts;
}

/**
 * Compiles how Hong Kong and Korea spell the characters of names, from the romanisation of the Hong Kong government and
 * the Korean readings of Hanja. Run: `tsx src/tools/build-name-readings.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { soundsLike } from '../entities/spelling.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { fold } from '../script/fold.js';
import { byCodePoint } from '../text/code-points.js';

const require = createRequire(import.meta.url);
const cantonese = require('cantonese-romanisation/dist/charToRoman.json') as Record<string, readonly string[]>;
const hangul = JSON.parse(
  readFileSync(new URL('../../node_modules/hanja/lib/data/hanjaeum.json', import.meta.url), 'utf8'),
) as Record<string, string>;

const initials = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ');
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

/** Korean surnames that are spelled as no rule has it. */
const surnames: Readonly<Record<string, string>> = {
  금: 'kim',
  이: 'lee yi rhee i',
  리: 'lee yi rhee i',
  림: 'lim im',
  로: 'roh noh',
  량: 'yang ryang',
  라: 'na ra',
  한: 'han hahn',
  박: 'park pak',
  최: 'choi choe',
  임: 'lim im',
  유: 'yoo ryu yu',
  류: 'ryu yoo',
  노: 'roh noh',
  백: 'baek paik',
  안: 'ahn an',
  오: 'oh o',
  우: 'woo u',
  여: 'yeo lyuh',
  양: 'yang ryang',
  나: 'na ra',
};

/** The revised romanisation of a Hangul syllable, without what its neighbours change. */
function romanized(syllable: string): string {
  const index = syllable.charCodeAt(0) - 0xac00;
  if (index < 0 || index >= 11_172) return '';
  const [initial, vowel, final] = [Math.floor(index / 588), Math.floor((index % 588) / 28), index % 28];
  return `${initials[initial]}${vowels[vowel]}${finals[final]}`.replaceAll('-', '');
}

const characters = new Set(
  [...openLexicon('given-name-characters', ['character', 'weight'], (row) => Number(row.weight)).entries()]
    .filter(([, weight]) => weight > -1.5)
    .map(([character]) => character),
);
for (const [character] of openLexicon('frequent-characters', ['character', 'rank'], (row) => row.rank).entries())
  characters.add(character);
for (const [surname, kind] of openLexicon('surnames', ['surname', 'kind'], (row) => row.kind).entries())
  if (kind !== 'japanese') for (const character of surname) characters.add(character);

const readings = new Map<string, { cantonese: Set<string>; korean: Set<string> }>();
function rowOf(character: string) {
  const row = readings.get(character) ?? { cantonese: new Set<string>(), korean: new Set<string>() };
  readings.set(character, row);
  return row;
}

for (const [character, spellings] of Object.entries(cantonese)) {
  const key = fold(character);
  if (characters.has(key))
    for (const spelling of spellings) rowOf(key).cantonese.add(soundsLike(spelling, 'cantonese'));
}
for (const [character, sound] of Object.entries(hangul)) {
  const key = fold(character);
  if (!characters.has(key) || romanized(sound) === '') continue;
  for (const spelling of [romanized(sound), ...(surnames[sound] ?? '').split(' ')])
    if (spelling !== '') rowOf(key).korean.add(soundsLike(spelling, 'korean'));
}

const head = [
  '# How characters of names are spelled in Hong Kong and in Korea, without what spellings of one sound differ in',
  '# columns: character cantonese korean',
  '# source: compiled from cantonese-romanisation and hanja by src/tools/build-name-readings.ts',
  '# license: MIT',
  '# used-by: src/entities/romanization.ts',
];
const lines = [...readings]
  .sort(([a], [b]) => byCodePoint(a, b))
  .map(([character, row]) =>
    [character, [...row.cantonese].sort().join(' '), [...row.korean].sort().join(' ')].join('\t'),
  );
writeFileSync(new URL('../lexicons/data/name-readings.tsv', import.meta.url), `${[...head, ...lines].join('\n')}\n`);

import { openLexicon } from '../lexicons/lexicon.js';
import { pinyinSyllables } from '../script/pinyin-word.js';
import { isSmallWord, kindStems, kindWeight, stemOf } from './name-words.js';
import { spelled } from './romanization.js';
import { latinSoundsOf, type Sounds, soundKeys } from './sound.js';
import { soundsLike } from './spelling.js';

/** A word of an English name: how it is compared, and how much it tells. */
export interface LatinWord {
  readonly text: string;
  readonly stem: string;
  readonly sounds: Sounds;
  readonly isKind: boolean;
  readonly isPinyin: boolean;
  readonly weight: number;
}

/** An English name in its words, small ones left out. */
export interface LatinName {
  readonly words: readonly LatinWord[];
}

const mostWords = 8;
const suffixesEn = () => openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type);

/** Reads an English name once, to be compared with many; null for one that has too many words or none. */
export function latinNameOf(form: string): LatinName | null {
  const words = form
    .replace(/['’]s\b/g, '')
    .split(/[\s/&-]+/)
    .map((word) => word.replace(/[^\p{L}\d]/gu, ''))
    .filter((word) => word !== '' && !isSmallWord(word.toLowerCase()));
  if (words.length === 0 || words.length > mostWords) return null;
  return {
    words: words.map((text): LatinWord => {
      const lower = text.toLowerCase();
      const isKind = suffixesEn().has(lower) || kindStems().has(stemOf(text));
      return {
        text: lower,
        stem: stemOf(text),
        sounds: bySound(text) ? latinSoundsOf(text) : '',
        isKind,
        isPinyin: pinyinSyllables(lower) > 0,
        weight: isKind ? kindWeight : 1,
      };
    }),
  };
}

/** Initials are not written by sound. */
function bySound(word: string): boolean {
  return word.length >= 3 && !/^[A-Z]{2,5}$/.test(word);
}

/** Keys under which an English name is looked up: its telling words, by meaning, spelling and sound. */
export function latinKeys({ words }: LatinName): string[] {
  const telling = words.filter(({ isKind }) => !isKind);
  const keys = (telling.length > 0 ? telling : words).flatMap(({ text, stem, sounds }) => [
    `t:${stem}`,
    `r:${spelled(text)}`,
    `c:${soundsLike(text, 'cantonese')}`,
    ...soundKeys(sounds),
    ...halvesOf(text),
  ]);
  words.forEach(({ text }, at) => {
    const next = words[at + 1]?.text;
    if (next === undefined) return;
    keys.push(`r:${spelled(text + next)}`, `c:${soundsLike(text, 'cantonese')}${soundsLike(next, 'cantonese')}`);
  });
  return keys;
}

/** Stems of what a compound may begin with. */
function halvesOf(text: string): string[] {
  if (text.length < 6) return [];
  return Array.from({ length: text.length - 5 }, (_, at) => `t:${stemOf(text.slice(0, at + 3))}`);
}

import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames, listedEnglish } from '../lexicons/names.js';
import { pinyinSyllables } from '../script/pinyin-word.js';
import { remembered } from '../text/remembered.js';
import { spelled, spellingsOf } from './romanization.js';
import { latinSoundsOf, type Sounds, soundKeys, soundSimilarity, soundsByCharacter } from './sound.js';
import { soundsLike } from './spelling.js';

const kinds = () => openLexicon('kind-translations', ['word', 'english'], (row) => row.english.split(' '));
const glosses = () => openLexicon('glosses', ['word', 'glosses'], (row) => row.glosses);
const suffixesEn = () => openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type);

/** A word of an English name: how it is compared, and how much it tells. */
interface Word {
  readonly text: string;
  readonly stem: string;
  readonly sounds: Sounds;
  readonly isKind: boolean;
  readonly isPinyin: boolean;
  readonly weight: number;
}

/** An English name in its words, small ones left out. */
export interface LatinName {
  readonly words: readonly Word[];
}

/** What a stretch of a Chinese name may be in English. */
interface Part {
  readonly start: number;
  readonly end: number;
  /** Each a list of stems that stand for it together. */
  readonly stems: ReadonlySet<string>;
  readonly names: readonly (readonly string[])[];
  readonly sounds: Sounds;
  readonly mandarin: ReadonlySet<string>;
  readonly cantonese: ReadonlySet<string>;
  readonly isKind: boolean;
}

export interface HanName {
  readonly length: number;
  /** What each character tells, words of kind less. */
  readonly weights: readonly number[];
  readonly parts: readonly Part[];
}

const small = /^(?:of|the|and|for|de|del|la|le|a|an|in|on|at|to|s)$/;
const longestHan = 16;
const mostWords = 8;
const longestPart = 6;
const kindWeight = 0.35;

/** A word without endings that translations differ in: institute and institution, sea and seas. */
function stemOf(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?<=[a-z]{3})(?:ies|es|s|y|e)$/, '')
    .replace(/(?<=[a-z]{4})(?:en|ing)$/, '');
  return plain.slice(0, 6);
}

/** Reads an English name once, to be compared with many; null for one that has too many words or none. */
export function latinNameOf(form: string): LatinName | null {
  const words = form
    .replace(/['’]s\b/g, '')
    .split(/[\s/&-]+/)
    .map((word) => word.replace(/[^\p{L}\d]/gu, ''))
    .filter((word) => word !== '' && !small.test(word.toLowerCase()));
  if (words.length === 0 || words.length > mostWords) return null;
  return {
    words: words.map((text): Word => {
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

let stems: ReadonlySet<string> | undefined;

function kindStems(): ReadonlySet<string> {
  stems ??= new Set([...kinds().entries()].flatMap(([, english]) => english.map(stemOf)));
  return stems;
}

/** Reads a Chinese name once: the fold. Null for one that is no name of a thing by its length. */
export const hanNameOf = remembered(readHanName, 1 << 9);

function readHanName(folded: string): HanName | null {
  const form = folded.replace(/[·\s-]/g, '');
  if (!/^\p{Script=Han}+$/u.test(form) || form.length < 2 || form.length > longestHan) return null;
  const spellings = spellingsOf(form);
  const soundsAt = soundsByCharacter(form);
  const weights = Array.from({ length: form.length }, () => 1);
  const parts: Part[] = [];
  for (let start = 0; start < form.length; start++)
    for (let end = start + 1; end <= Math.min(form.length, start + longestPart); end++) {
      const word = form.slice(start, end);
      const kind = kinds().get(word);
      const gloss = glosses().get(word);
      const spelling = end - start <= 4 ? spellings.slice(start, end) : [];
      const readings = (of: 'mandarin' | 'cantonese') => new Set(product(spelling.map((one) => one[of])));
      parts.push({
        start,
        end,
        stems: new Set([...(kind ?? []), ...(gloss?.split(' ') ?? [])].map(stemOf)),
        names: namesOf(word),
        sounds: end - start >= 2 && isTransliterated(word) ? soundsAt.slice(start, end).join('') : '',
        mandarin: end - start >= 2 ? readings('mandarin') : new Set(),
        cantonese: end - start >= 2 ? readings('cantonese') : new Set(),
        isKind: kind !== undefined,
      });
      if (kind !== undefined && end - start >= 2) weights.fill(kindWeight, start, end);
    }
  if (kinds().has(form.slice(-1))) weights[form.length - 1] = Math.min(kindWeight, weights.at(-1) ?? 1);
  return { length: form.length, weights, parts };
}

/** Whether all but one of the characters write foreign names. */
function isTransliterated(word: string): boolean {
  const sounds = openWords('transliteration-characters');
  return [...word].filter((character) => !sounds.has(character)).length * 3 <= word.length;
}

function namesOf(word: string): string[][] {
  if (word.length < 2) return [];
  const known = knownNames(word).flatMap(({ en, forms }) => [...(en === null ? [] : [en]), ...forms]);
  const listed = ['GPE', 'ORG', 'PERSON'].flatMap((type) => listedEnglish(word, type) ?? []);
  return [...new Set([...known, ...listed])]
    .filter((form) => /^[\p{Script=Latin}\s.'’-]+$/u.test(form))
    .map((form) =>
      form
        .split(/[\s-]+/)
        .map(stemOf)
        .filter((stem) => stem !== '' && !small.test(stem)),
    )
    .filter((list) => list.length > 0);
}

function product(lists: readonly (readonly string[])[]): string[] {
  if (lists.length === 0) return [];
  return lists.reduce<string[]>(
    (heads, tails) =>
      heads.length * tails.length > 24 ? [] : heads.flatMap((head) => tails.map((tail) => head + tail)),
    [''],
  );
}

/** How well a part stands for a set of words, as a mask over them. */
interface Match {
  readonly end: number;
  readonly mask: number;
  readonly credit: number;
}

/**
 * How far a Chinese and an English name are translations of each other, 0 to 1: what share of both is covered by parts that
 * mean the same, are the same place, or sound the same. 0 where nothing but words of kind agrees.
 */
export function translationSimilarity(han: HanName, latin: LatinName): number {
  const words = wordsFor(han, latin.words);
  const matches = matchesOf(han, words);
  const wordWeights = words.map(({ weight }) => weight);
  const allWords = sum(wordWeights);
  const allHan = sum(han.weights);
  // best[position] maps a mask of used words to the weight of characters covered so far.
  const best: Map<number, Covered>[] = Array.from({ length: han.length + 1 }, () => new Map());
  best[0]?.set(0, { han: 0, words: 0, distinct: false });
  for (let at = 0; at < han.length; at++)
    for (const [mask, covered] of best[at] ?? []) {
      keep(best[at + 1], mask, covered);
      for (const match of matches[at] ?? []) {
        if ((match.mask & mask) !== 0) continue;
        const hanWeight = sum(han.weights.slice(at, match.end)) * match.credit;
        const wordWeight = wordsIn(match.mask, wordWeights) * match.credit;
        keep(best[match.end], mask | match.mask, {
          han: covered.han + hanWeight,
          words: covered.words + wordWeight,
          distinct: covered.distinct || (hanWeight >= 0.6 && isDistinct(match.mask, words)),
        });
      }
    }
  let top = 0;
  for (const covered of best[han.length]?.values() ?? []) {
    const [ofHan, ofWords] = [covered.han / allHan, covered.words / allWords];
    const score = (2 * ofHan * ofWords) / (ofHan + ofWords);
    // 财政部, Ministry of Finance: words of kind alone must agree in all.
    if (covered.distinct || score >= 0.95) top = Math.max(top, score);
  }
  return Math.min(1, top);
}

interface Covered {
  readonly han: number;
  readonly words: number;
  readonly distinct: boolean;
}

function keep(states: Map<number, Covered> | undefined, mask: number, covered: Covered): void {
  const known = states?.get(mask);
  if (known === undefined || gainOf(covered) > gainOf(known)) states?.set(mask, covered);
}

function gainOf({ han, words, distinct }: Covered): number {
  return han + words + (distinct ? 1 : 0);
}

function isDistinct(mask: number, words: readonly Word[]): boolean {
  return words.some(({ isKind }, at) => !isKind && (mask & (1 << at)) !== 0);
}

function wordsIn(mask: number, weights: readonly number[]): number {
  return weights.reduce((total, weight, at) => ((mask & (1 << at)) === 0 ? total : total + weight), 0);
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}

/** By start, what each part of the Chinese name may stand for. */
function matchesOf(han: HanName, words: readonly Word[]): Match[][] {
  const matches: Match[][] = Array.from({ length: han.length }, () => []);
  const cantonese = words.map(({ text }) => soundsLike(text, 'cantonese'));
  for (const part of han.parts) {
    const add = (mask: number, credit: number) => matches[part.start]?.push({ end: part.end, mask, credit });
    let meant = 0;
    words.forEach((word, at) => {
      const bit = 1 << at;
      const means = part.stems.has(word.stem);
      if (means) meant |= bit;
      if (means || part.mandarin.has(spelled(word.text)) || part.cantonese.has(cantonese[at] ?? '')) add(bit, 1);
      else if (part.sounds !== '' && word.sounds !== '' && !word.isKind && word.text.length >= 3) {
        const alike = soundSimilarity(part.sounds, word.sounds);
        // What reads as pinyin is more often Chinese.
        if (alike >= (word.isPinyin ? 0.9 : soundFloor)) add(bit, alike);
      }
      // Tung Hai: one spelled word a character.
      const next = words[at + 1];
      if (next === undefined) return;
      const [joined, joinedCantonese] = [spelled(word.text + next.text), `${cantonese[at]}${cantonese[at + 1]}`];
      if (part.mandarin.has(joined) || part.cantonese.has(joinedCantonese)) add(bit | (bit << 1), 1);
    });
    if ((meant & (meant - 1)) !== 0) add(meant, 1);
    for (const name of part.names) {
      const first = words.findIndex((_, at) => name.every((stem, offset) => words[at + offset]?.stem === stem));
      if (first >= 0) add(((1 << name.length) - 1) << first, 1);
    }
  }
  return matches;
}

const soundFloor = 0.74;

/** The words of the English name, a compound parted where both halves have a meaning of the Chinese one: silver|reed, 银苇. */
function wordsFor(han: HanName, words: readonly Word[]): Word[] {
  const meanings = new Set(han.parts.flatMap(({ stems }) => [...stems]));
  return words.flatMap((word) => {
    if (word.isKind || word.text.length < 6 || meanings.has(word.stem)) return [word];
    for (let at = 3; at <= word.text.length - 3; at++) {
      const halves = [word.text.slice(0, at), word.text.slice(at)].map((text) => ({
        ...{ text, stem: stemOf(text), sounds: '', isKind: false, isPinyin: false, weight: word.weight / 2 },
      }));
      if (halves.every(({ stem }) => meanings.has(stem))) return halves;
    }
    return [word];
  });
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

/** Keys under which a Chinese name finds English ones. */
export function hanKeys({ parts }: HanName): string[] {
  const keys = new Set<string>();
  for (const part of parts) {
    for (const stem of part.stems) keys.add(`t:${stem}`);
    for (const [first] of part.names) keys.add(`t:${first}`);
    for (const reading of part.mandarin) keys.add(`r:${reading}`);
    for (const reading of part.cantonese) keys.add(`c:${reading}`);
    for (const key of soundKeys(part.sounds)) keys.add(key);
  }
  return [...keys];
}

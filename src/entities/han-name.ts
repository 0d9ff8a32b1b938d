import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames, listedEnglish } from '../lexicons/names.js';
import { remembered } from '../text/remembered.js';
import { isSmallWord, kindWeight, kindWords, stemOf } from './name-words.js';
import { spellingsOf } from './romanization.js';
import { type Sounds, soundKeys, soundsByCharacter } from './sound.js';

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

/** A Chinese name in all the stretches that may be one word of it. */
export interface HanName {
  readonly length: number;
  /** What each character tells, words of kind less. */
  readonly weights: readonly number[];
  readonly parts: readonly Part[];
}
const glosses = () => openLexicon('glosses', ['word', 'glosses'], (row) => row.glosses);
const longestHan = 16;
const longestPart = 6;

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
      const kind = kindWords().get(word);
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
  if (kindWords().has(form.slice(-1))) weights[form.length - 1] = Math.min(kindWeight, weights.at(-1) ?? 1);
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
        .filter((stem) => stem !== '' && !isSmallWord(stem)),
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

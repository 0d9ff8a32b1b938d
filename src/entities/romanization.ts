import type { LinkRule } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { pinyinPro } from '../script/pinyin.js';
import { type Spelling, soundsLike } from './spelling.js';

/** A key under which a Chinese name and its romanised form meet, and the rule that made it. */
export interface RomanKey {
  readonly key: string;
  readonly rule: LinkRule;
}

/**
 * Keys of the name of a person, surname first: 李彦宏 and Li Yanhong give `liyanhong`, Yanhong Li that and `yanhongli`. In
 * pinyin and as Taiwan spells it (Wade-Giles), and as Hong Kong and Korea do; of a Japanese name, its surname. None for a name that
 * cannot be romanised so. Expects the fold.
 */
export function romanKeys(form: string): RomanKey[] {
  return isHan(form) ? ofHan(form) : ofLatin(form);
}

function isHan(form: string): boolean {
  return /\p{Script=Han}/u.test(form);
}

interface Readings {
  readonly cantonese: readonly string[];
  readonly korean: readonly string[];
}

const readings = () =>
  openLexicon(
    'name-readings',
    ['character', 'cantonese', 'korean'],
    (row): Readings => ({ cantonese: listOf(row.cantonese), korean: listOf(row.korean) }),
  );

function listOf(cell: string): string[] {
  return cell === '' ? [] : cell.split(' ');
}

/** How Japanese surnames are read, in the spelling of Hepburn without long vowels. */
const japanese = () => openLexicon('surnames-japanese', ['surname', 'reading'], (row) => listOf(row.reading));

/** More readings than this tell nothing. */
const mostKeys = 48;

function ofHan(form: string): RomanKey[] {
  if (!/^\p{Script=Han}{2,6}$/u.test(form)) return [];
  const keys: RomanKey[] = [];
  const native = japanese().longestAt(form, 0);
  if (native !== null && form.length - native.end <= 3)
    for (const reading of native.value) keys.push({ key: `j:${reading}`, rule: 'japanese' });
  const surname = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind).longestAt(form, 0);
  const given = form.length - (surname?.end ?? form.length);
  const fits = form.length <= 4 && given >= 1 && given <= 2;
  if (!fits) return keys;
  return [...keys, ...mandarin(form, true), ...inSpelling(form, 'cantonese'), ...inSpelling(form, 'korean')];
}

/** Pinyin, Wade-Giles, and what mixes the two. */
function mandarin(form: string, isPerson: boolean): RomanKey[] {
  const syllables = pinyinPro().pinyin(form, {
    toneType: 'none',
    type: 'array',
    ...(isPerson ? { surname: 'head' } : {}),
  });
  const plain = spelled(syllables.join(''));
  const others = product(syllables.map((syllable) => [spelled(syllable), ...taiwanese(syllable)]));
  return [
    { key: plain, rule: 'pinyin' },
    ...[...new Set(others)].filter((key) => key !== plain).map((key): RomanKey => ({ key, rule: 'wade-giles' })),
  ];
}

function inSpelling(form: string, spelling: Spelling): RomanKey[] {
  const characters = [...form].map((character) => readings().get(character)?.[spelling] ?? []);
  return product(characters).map((key) => ({ key: `${spelling.charAt(0)}:${key}`, rule: spelling }));
}

/** Every way to read the characters one after the other; none where one has no reading or there are too many. */
function product(readingsOf: readonly (readonly string[])[]): string[] {
  return readingsOf.reduce<string[]>(
    (heads, tails) =>
      heads.length * tails.length > mostKeys ? [] : heads.flatMap((head) => tails.map((tail) => head + tail)),
    [''],
  );
}

function ofLatin(form: string): RomanKey[] {
  const words = form.split(' ');
  if (!words.every((word) => /^[A-ZÜÖ][A-Za-zÀ-ɏ'’-]*$/.test(word))) return [];
  // Peter Lo Wing-yan: an English name before the Chinese one.
  const isEnglish = words.length === 3 && openWords('given-names-en').has((words[0] ?? '').toLowerCase());
  const pairs: (readonly [string, string])[] =
    words.length === 2
      ? [[words[0] ?? '', words[1] ?? '']]
      : words.length === 3 && !isEnglish
        ? [
            [words[0] ?? '', `${words[1]}-${words[2]}`],
            [`${words[0]}-${words[1]}`, words[2] ?? ''],
          ]
        : isEnglish
          ? [[words[1] ?? '', words[2] ?? '']]
          : [];
  return pairs.flatMap(([first, last]) => ofPair(first, last));
}

function ofPair(first: string, last: string): RomanKey[] {
  const joined = (write: (word: string) => string, prefix: string, rule: LinkRule): RomanKey[] => {
    const [a, b] = [write(first), write(last)];
    return [`${prefix}${a}${b}`, `${prefix}${b}${a}`].map((key) => ({ key, rule }));
  };
  return [
    ...joined(spelled, '', 'pinyin'),
    ...joined((word) => bySyllable(word, 'cantonese'), 'c:', 'cantonese'),
    ...joined((word) => bySyllable(word, 'korean'), 'k:', 'korean'),
    ...[first, last].map((word): RomanKey => ({ key: `j:${longVowels(word)}`, rule: 'japanese' })),
  ];
}

/** Hyphens part syllables: Wing-yan is no Win-gyan. */
function bySyllable(word: string, spelling: Spelling): string {
  return word
    .split(/['’-]/)
    .map((syllable) => soundsLike(syllable, spelling))
    .join('');
}

function longVowels(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/o[uoh](?![aeiou])/g, 'o')
    .replace(/uu/g, 'u');
}

/** The same for places, without their words of kind: 东莞市, Dongguan and Dongguan City give `dongguan`. */
export function romanPlaceKeys(form: string): RomanKey[] {
  if (!isHan(form)) {
    const name =
      /^([A-ZÜ][a-zü'’-]+(?: [A-Z][a-z'’-]+){0,2}?)(?: (?:City|County|Province|District|Township|Town|Village|Island))?$/.exec(
        form,
      )?.[1];
    if (name === undefined) return [];
    const cantonese = name
      .split(/[ -]/)
      .map((word) => soundsLike(word, 'cantonese'))
      .join('');
    return [
      { key: spelled(name), rule: 'pinyin' },
      { key: `c:${cantonese}`, rule: 'cantonese' },
    ];
  }
  const name = /^(\p{Script=Han}{2,4}?)(?:自治县|地区|[省市县区镇乡岛村]|街道)?$/u.exec(form)?.[1];
  return name === undefined ? [] : [...mandarin(name, false), ...inSpelling(name, 'cantonese')];
}

/** How one or two characters of a surname are spelled in any system, for a surname that stands alone. */
export function surnameKeys(form: string): RomanKey[] {
  if (!isHan(form))
    return /^[A-ZÜ][a-zü'’-]+$/.test(form)
      ? [
          { key: spelled(form), rule: 'pinyin' },
          { key: `c:${bySyllable(form, 'cantonese')}`, rule: 'cantonese' },
          { key: `k:${bySyllable(form, 'korean')}`, rule: 'korean' },
          { key: `j:${longVowels(form)}`, rule: 'japanese' },
        ]
      : [];
  const native = japanese().get(form) ?? [];
  return [
    ...mandarin(form, true),
    ...inSpelling(form, 'cantonese'),
    ...inSpelling(form, 'korean'),
    ...native.map((reading): RomanKey => ({ key: `j:${reading}`, rule: 'japanese' })),
  ];
}

/** How the characters of a name may be spelled, one list a character: pinyin, Wade-Giles and Cantonese. */
export function spellingsOf(name: string): { mandarin: string[]; cantonese: readonly string[] }[] {
  const syllables = pinyinPro().pinyin(name, { toneType: 'none', type: 'array' });
  return [...name].map((character, at) => {
    const syllable = syllables[at] ?? '';
    return {
      mandarin: [spelled(syllable), ...taiwanese(syllable)],
      cantonese: readings().get(character)?.cantonese ?? [],
    };
  });
}

/** Small letters without hyphens and apostrophes; ü as u, as most papers write it. */
export function spelled(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-zü]/g, '')
    .replace(/(?<=[ln])(?:ü|yu|v)/g, 'u')
    .replace(/ü/g, 'u');
}

/** Wade-Giles, where it differs from pinyin. */
function taiwanese(syllable: string): string[] {
  const other = toWadeGiles(syllable);
  return other === spelled(syllable) ? [] : [other];
}

/** Pinyin to Wade-Giles without its apostrophes, in this order; the first rule of each group that fits is enough. */
const finals: readonly (readonly [RegExp, string])[] = [
  [/^(zh|ch|sh|r)i$/, '$1ih'],
  [/^[zc]i$/, 'tzu'],
  [/^si$/, 'ssu'],
  [/^you$/, 'yu'],
  [/^er$/, 'erh'],
  [/^([gkh])e$/, '$1o'],
  [/^([gk])ui$/, '$1uei'],
  [/^(zh|ch|r|[dtnlzcs])uo$/, '$1o'],
  [/ong$/, 'ung'],
  [/([iuy])e$/, '$1eh'],
  [/([iy])an$/, '$1en'],
];
const initials: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'ch'],
  [/^[jq]/, 'ch'],
  [/^x/, 'hs'],
  [/^[zc](?!h)(?!u$)/, 'ts'],
  [/^r/, 'j'],
  [/^b/, 'p'],
  [/^d/, 't'],
  [/^g/, 'k'],
];

function toWadeGiles(syllable: string): string {
  const plain = syllable.replace(/ü/g, 'u');
  const ended = firstFit(finals, plain);
  return /^tzu$/.test(ended) ? ended : firstFit(initials, ended);
}

function firstFit(rules: readonly (readonly [RegExp, string])[], word: string): string {
  const rule = rules.find(([pattern]) => pattern.test(word));
  return rule === undefined ? word : word.replace(...rule);
}

import { pinyinPro } from '../script/pinyin.js';

/**
 * How names sound, coarsely: P (b, p), T (d, t), Z (th), K (g, k), S (s, z, sh, ch), J (soft g and j, 吉 捷), X (希 西), Q (奇 丘), H, F, W, M,
 * N, L, R (r, 尔) and Y; vowels in small letters, `-` for one that may be silent.
 */
export type Sounds = string;

const latinSounds: readonly (readonly [RegExp, string])[] = [
  [/sch|tsch|tch|sh|sz|cz|zh|ts|tz|zz|ss/y, 'S'],
  [/ch/y, 'Q'],
  [/dj|dg(?=[eiy])|gi(?=[aou])|j/y, 'J'],
  [/g(?=[eiy])/y, 'J'],
  [/c(?=[eiy])/y, 'S'],
  [/ph|ff|f/y, 'F'],
  [/v/y, 'V'],
  [/w/y, 'W'],
  [/kh|h/y, 'H'],
  [/gh(?![aeiouy])/y, ''],
  [/x/y, 'KS'],
  [/ck|qu|[ckqg]/y, 'K'],
  [/th/y, 'Z'],
  [/tt|dd|[dt]/y, 'T'],
  [/pp|bb|[bp]/y, 'P'],
  [/mm|mb$|m/y, 'M'],
  [/ng(?![aeiou])|nn|gn|n/y, 'N'],
  [/ll|l/y, 'L'],
  [/rr|r/y, 'R'],
  [/[sz]/y, 'S'],
  [/y(?=[aeiou])/y, 'Y'],
  [/ee|ea|ie|[iy]/y, 'i'],
  [/oo|ou|u/y, 'u'],
  [/au|aw|oa|o/y, 'o'],
  [/ai|ei|ae|e/y, 'e'],
  [/a/y, 'a'],
];

const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'e',
  œ: 'e',
  ð: 'd',
  þ: 't',
  ı: 'i',
  đ: 'd',
};

/** The sounds of a word in Latin letters. */
export function latinSoundsOf(word: string): Sounds {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłßæœðþıđ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^a-z]/g, '');
  let sounds = '';
  for (let at = 0; at < plain.length; ) {
    const end = latinStep(plain, at);
    sounds += end.sound;
    at = end.at;
  }
  return sounds;
}

function latinStep(word: string, at: number): { sound: string; at: number } {
  for (const [pattern, sound] of latinSounds) {
    pattern.lastIndex = at;
    const match = pattern.exec(word);
    if (match !== null) return { sound, at: at + match[0].length };
  }
  return { sound: '', at: at + 1 };
}

const initialSounds: readonly (readonly [RegExp, string])[] = [
  [/^(?:zh|ch|sh|[zcs])/, 'S'],
  [/^[bp]/, 'P'],
  [/^[dt]/, 'T'],
  [/^[gk]/, 'K'],
  [/^j/, 'J'],
  [/^q/, 'Q'],
  [/^x/, 'X'],
  [/^h/, 'H'],
  [/^f/, 'F'],
  [/^m/, 'M'],
  [/^n/, 'N'],
  [/^l/, 'L'],
  [/^r/, 'R'],
  [/^w/, 'W'],
  [/^y/, 'Y'],
];

/** The sounds of Chinese characters, as Mandarin reads them. Expects the fold. */
export function hanSoundsOf(name: string): Sounds {
  return pinyinPro().pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed' }).map(syllableSounds).join('');
}

/** The sounds of each character, in order. */
export function soundsByCharacter(name: string): Sounds[] {
  return pinyinPro().pinyin(name, { toneType: 'none', type: 'array' }).map(syllableSounds);
}

function syllableSounds(syllable: string): Sounds {
  if (syllable === 'er') return 'R';
  const initial = initialSounds.find(([pattern]) => pattern.test(syllable))?.[1] ?? '';
  return `${initial}${vowelOf(syllable)}${/ng?$/.test(syllable) ? 'N' : ''}`;
}

/** `-` for the vowel of a character that often writes a consonant alone: 斯, 德, 夫. */
function vowelOf(syllable: string): string {
  if (/^(?:zhi|chi|shi|ri|zi|ci|si|de|te|ke|ge|le|fu|mu|pu|bu)$/.test(syllable)) return '-';
  const vowels = /[aeiouü]+/.exec(syllable)?.[0] ?? '';
  return vowelSounds[vowels] ?? vowels.at(-1) ?? '';
}

const vowelSounds: Readonly<Record<string, string>> = {
  ai: 'a',
  ao: 'o',
  ou: 'o',
  ui: 'e',
  iu: 'u',
  uai: 'a',
  iao: 'o',
  ü: 'u',
  üe: 'e',
};

/** What it costs that a sound has no counterpart. */
const alone: Readonly<Record<string, number>> = {
  a: 0.1,
  e: 0.08,
  i: 0.08,
  o: 0.1,
  u: 0.08,
  '-': 0.02,
  H: 0.4,
  R: 0.35,
  Y: 0.25,
  W: 0.4,
  N: 0.7,
};

/** What it costs that two sounds stand for each other, besides 0 for equal ones; all others cost 1. */
const alike: Readonly<Record<string, number>> = {
  ae: 0.1,
  ao: 0.1,
  ei: 0.05,
  ou: 0.05,
  eo: 0.12,
  iu: 0.12,
  eu: 0.12,
  io: 0.15,
  ai: 0.15,
  au: 0.12,
  '-a': 0.08,
  '-e': 0.03,
  '-i': 0.04,
  '-o': 0.06,
  '-u': 0.03,
  LR: 0.05,
  FV: 0,
  VW: 0.05,
  FW: 0.4,
  KH: 0.35,
  JS: 0.15,
  QS: 0.15,
  SX: 0.1,
  JX: 0.4,
  JQ: 0.3,
  JK: 0.35,
  KQ: 0.35,
  HX: 0.15,
  HJ: 0.25,
  TJ: 0.45,
  TQ: 0.45,
  TS: 0.5,
  LN: 0.45,
  MN: 0.3,
  FH: 0.45,
  HW: 0.3,
  Wu: 0.1,
  Wo: 0.15,
  Wa: 0.3,
  Yi: 0.05,
  Ye: 0.12,
  Ya: 0.2,
  Ru: 0.25,
  Ra: 0.3,
  Ro: 0.3,
  Re: 0.25,
  JY: 0.2,
  PV: 0.15,
  PF: 0.45,
  HK: 0.35,
  LT: 0.8,
  JR: 0.15,
  TZ: 0,
  SZ: 0.1,
  KX: 0.6,
  HS: 0.7,
  PW: 0.5,
};

function costOf(a: string, b: string): number {
  if (a === b) return 0;
  return alike[a + b] ?? alike[b + a] ?? 1;
}

function costAlone(sound: string): number {
  return alone[sound] ?? 1;
}

/** How much two names sound alike, 0 to 1: one less the cost of the best alignment by the weight of the longer name. */
export function soundSimilarity(a: Sounds, b: Sounds): number {
  const weight = Math.max(weightOf(a), weightOf(b));
  if (weight === 0) return 0;
  let row = [0];
  for (let j = 0; j < b.length; j++) row.push((row[j] ?? 0) + costAlone(b.charAt(j)));
  for (let i = 0; i < a.length; i++) {
    const one = a.charAt(i);
    const next = [(row[0] ?? 0) + costAlone(one)];
    for (let j = 0; j < b.length; j++) {
      const other = b.charAt(j);
      next.push(
        Math.min(
          (row[j] ?? 0) + costOf(one, other),
          (row[j + 1] ?? 0) + costAlone(one),
          (next[j] ?? 0) + costAlone(other),
        ),
      );
    }
    row = next;
  }
  return Math.max(0, 1 - (row[b.length] ?? 0) / weight);
}

function weightOf(sounds: Sounds): number {
  let weight = 0;
  for (const sound of sounds) weight += /[a-z]/.test(sound) ? 0.2 : costAlone(sound);
  return weight;
}

/** Groups of sounds that stand for each other, by the sound: several where it is unclear, '' where it may be left out. */
const groups: Readonly<Record<string, readonly string[]>> = {
  ...{
    P: ['P'],
    T: ['T'],
    K: ['K'],
    S: ['S'],
    Q: ['S', 'K'],
    J: ['S', 'K', 'T', ''],
    X: ['S', ''],
    F: ['F'],
    V: ['F'],
    Z: ['T', 'S'],
  },
  ...{ W: ['F', ''], M: ['N'], N: ['N'], L: ['L'], R: ['L', ''], H: ['', 'K'], Y: [''] },
};

/** Keys under which names that sound alike meet: their first two consonants, coarsely. */
export function soundKeys(sounds: Sounds): string[] {
  let heads = [''];
  for (const sound of sounds.replace(/[a-z-]/g, '')) {
    if (heads.every((head) => head.length >= 2)) break;
    heads = [
      ...new Set(
        heads.flatMap((head) => (head.length >= 2 ? [head] : (groups[sound] ?? ['']).map((group) => head + group))),
      ),
    ];
  }
  return heads.filter((head) => head !== '').map((head) => `s:${head}`);
}

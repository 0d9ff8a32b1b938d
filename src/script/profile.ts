import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/**
 * What a character says of the script of its text. Characters that every script writes are `han`; the others are
 * named after the scripts that do write them.
 */
const characterClass = {
  other: 0,
  han: 1,
  /** Both Chinese scripts, and not Japanese. */
  chinese: 2,
  hant: 3,
  hans: 4,
  jpan: 5,
  hantJpan: 6,
  hansJpan: 7,
  ascii: 8,
  latin: 9,
  kana: 10,
  /** の, which Chinese shops and headlines write too. */
  no: 11,
  opening: 12,
  closing: 13,
} as const;

type ClassName = keyof typeof characterClass;

const classCount = Object.keys(characterClass).length;

/** How many characters of each class a text has. */
export interface Profile {
  /** Number of characters of that class. */
  count(name: ClassName): number;
  /** The same, outside brackets and quotation marks. */
  countOutside(name: ClassName): number;
  /** Number of stretches of kana. */
  readonly kanaRuns: number;
  /** Most ASCII letters without a Han character between them. */
  readonly longestLatinRun: number;
}

interface Classes {
  /** By UTF-16 unit. */
  readonly units: Uint8Array;
  /** Marked characters beyond the Basic Multilingual Plane, by code point. */
  readonly astral: ReadonlyMap<number, number>;
}

const classes = lazy((): Classes => {
  const units = new Uint8Array(0x10000);
  const astral = new Map<number, number>();
  const everything = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
  const fill = (characters: RegExp, name: ClassName) => {
    for (const { 0: run, index } of everything.matchAll(characters))
      units.fill(characterClass[name], index, index + run.length);
  };
  fill(/\p{Script=Han}+/gu, 'han');
  fill(/\p{Script=Latin}+/gu, 'latin');
  fill(/[A-Za-z]+/g, 'ascii');
  fill(/[\p{Script=Hiragana}\p{Script=Katakana}]+/gu, 'kana');
  fill(/の/g, 'no');
  fill(/[《〈「『“(（]/g, 'opening');
  fill(/[》〉」』”)）]/g, 'closing');
  const mark = (character: string, name: ClassName) => {
    if (character.length === 1) units[character.charCodeAt(0)] = characterClass[name];
    else astral.set(character.codePointAt(0) ?? 0, characterClass[name]);
  };
  const chinese = openLexicon('script-characters', ['character', 'script'], (row) => row.script);
  for (const [character, script] of chinese.entries()) mark(character, script === 'Hant' ? 'hant' : 'hans');
  const japanese = openLexicon('japanese-characters', ['character', 'japanese'], (row) => row.japanese === 'yes');
  for (const [character, isJapanese] of japanese.entries()) {
    const script = chinese.get(character);
    if (!isJapanese) mark(character, 'chinese');
    else mark(character, script === undefined ? 'jpan' : script === 'Hant' ? 'hantJpan' : 'hansJpan');
  }
  return { units, astral };
});

/** Counts the characters of `text` by class, in one pass over it. */
export function profileOf(text: string): Profile {
  const { units, astral } = classes();
  const counts = new Uint32Array(2 * classCount);
  let depth = 0;
  let run = 0;
  let longestLatinRun = 0;
  let kanaRuns = 0;
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let found = units[unit] ?? 0;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const point = text.codePointAt(i) ?? 0;
      if (point > 0xffff) i++;
      found = astral.get(point) ?? (isAstralHan(point) ? characterClass.han : characterClass.other);
    }
    if (found === characterClass.kana && last !== found) kanaRuns++;
    last = found;
    if (found === 0) continue;
    if (found <= characterClass.hansJpan) run = 0;
    else if (found === characterClass.ascii) {
      if (++run > longestLatinRun) longestLatinRun = run;
    } else if (found === characterClass.opening) depth++;
    else if (found === characterClass.closing && depth > 0) depth--;
    const slot = depth > 0 ? found + classCount : found;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const outside = (name: ClassName) => counts[characterClass[name]] ?? 0;
  const count = (name: ClassName) => outside(name) + (counts[characterClass[name] + classCount] ?? 0);
  // A bracket that never closes does not put the rest of the text in brackets.
  return { count, countOutside: depth > 0 ? count : outside, kanaRuns, longestLatinRun };
}

/** Planes 2 and 3, where the rare ideographs are. */
function isAstralHan(point: number): boolean {
  return point >= 0x20000 && point <= 0x3ffff;
}

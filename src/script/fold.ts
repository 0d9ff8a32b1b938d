import { openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { openChain, unknownLength } from './opencc.js';
import type { WordList } from './word-list.js';

/** Punctuation that the fold unifies so that rules see one form; every pair has the same length. */
const punctuation: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹁': '“',
  '﹂': '”',
  '﹃': '‘',
  '﹄': '’',
  '〝': '“',
  '〞': '”',
  '〟': '”',
  '\u00a0': ' ',
  '\u3000': ' ',
  '•': '·',
  '‧': '·',
  '・': '·',
  '﹒': '·',
};

/** Set where a unit alone does not tell what becomes of it. */
const needsLook = 0x10000;
const particle = 0x7740; // 着
const written = 0x8457; // 著
/** How far before and behind a 著 a word may reach that it belongs to. */
const longestBefore = 3;
const longestAfter = 8;
const chunkLength = 0x2000;

interface Tables {
  /** What each UTF-16 unit becomes, with `needsLook` where more has to be looked at. */
  readonly units: Uint32Array;
  readonly phrases: WordList;
  readonly characters: WordList;
  /** Compatibility ideographs and what they are unified with, where that is of the same length. */
  readonly compatible: ReadonlyMap<number, string>;
}

const tables = lazy((): Tables => {
  const { steps, normalization } = openChain('t2s');
  const [phrases, characters] = [steps[0]?.[0], steps[0]?.at(-1)];
  const [normal] = normalization;
  if (phrases === undefined || characters === undefined || normal === undefined)
    throw new Error('opencc-js has other lists for t2s than it had.');
  const units = Uint32Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (const key of characters.keys()) {
    const value = characters.get(key);
    if (key.length === 1 && value.length === 1) units[key.charCodeAt(0)] = value.charCodeAt(0);
  }
  for (let unit = 0xff01; unit <= 0xff5e; unit++) units[unit] = unit - 0xfee0;
  for (const [key, value] of Object.entries(punctuation)) units[key.charCodeAt(0)] = value.charCodeAt(0);
  const look = (unit: number) => {
    units[unit] = (units[unit] ?? 0) | needsLook;
  };
  for (const key of phrases.keys()) look(key.charCodeAt(0));
  for (let unit = 0xd800; unit <= 0xdbff; unit++) look(unit);
  for (let unit = 0x2ff0; unit <= 0x2fff; unit++) look(unit);
  look(written);
  const unified = [...normal.keys()].filter((key) => key.length === 1 && normal.get(key).length === 1);
  const compatible = new Map(unified.map((key) => [key.charCodeAt(0), normal.get(key)]));
  for (const unit of compatible.keys()) look(unit);
  return { units, phrases, characters, compatible };
});

/**
 * The text as the recognisers read it: Simplified characters, ASCII in place of full-width ASCII (，becomes ,), “ ” for
 * 「 」 and ‘ ’ for 『 』. Always of the same length in UTF-16 units as `text`, so both share one set of offsets; a
 * character or phrase whose Simplified form has another length stays as it is. Case is kept.
 */
export function fold(text: string): string {
  const { units, compatible } = tables();
  const folded = new Uint16Array(text.length);
  const particles: number[] = [];
  let isSame = true;
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    const known = units[unit] ?? unit;
    if (known < needsLook) {
      folded[i++] = known;
      if (known !== unit) isSame = false;
      continue;
    }
    if (compatible.has(unit)) return fold(unify(text, compatible));
    const value = lookAt(text, i);
    for (let j = 0; j < value.length; j++) {
      const to = value.charCodeAt(j);
      if (to === written) particles.push(i + j);
      if (to !== text.charCodeAt(i + j)) isSame = false;
      folded[i + j] = to;
    }
    i += value.length;
  }
  for (const at of particles)
    if (isParticle(folded, at)) {
      folded[at] = particle;
      isSame = false;
    }
  return isSame ? text : toText(folded, 0, folded.length);
}

/**
 * The text with every character in Simplified by itself, whatever stands around it (乾隆 becomes 干隆, 著 becomes 着): a
 * form in which names are compared, not read. Of the same length.
 */
export function foldCharacters(text: string): string {
  const { units } = tables();
  const folded = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = (units[text.charCodeAt(i)] ?? 0) & 0xffff;
    folded[i] = unit === written ? particle : unit;
  }
  return toText(folded, 0, folded.length);
}

/** What stands at `at` in Simplified, phrase by phrase (乾隆 stays 乾隆), of the length of what it stands for. */
function lookAt(text: string, at: number): string {
  const { units, phrases, characters } = tables();
  const length = phrases.lengthAt(text, at, text.length);
  if (length > 0) {
    const value = phrases.get(text.slice(at, at + length));
    if (value.length === length) return value;
  }
  const whole = text.slice(at, at + unknownLength(text, at, text.length));
  if (whole.length === 1) return String.fromCharCode((units[text.charCodeAt(at)] ?? 0) & 0xffff);
  const value = characters.get(whole);
  return value.length === whole.length ? value : whole;
}

/** With unified ideographs in place of compatibility ideographs. */
function unify(text: string, compatible: ReadonlyMap<number, string>): string {
  return text.replace(/[\uf900-\ufaff]/g, (character) => compatible.get(character.charCodeAt(0)) ?? character);
}

/** Whether the 著 at `at` is the particle 着, which Taiwan writes 著 too: no word that is written with 著 everywhere. */
function isParticle(folded: Uint16Array, at: number): boolean {
  const words = openWords('zhu-words');
  const from = Math.max(0, at - longestBefore);
  const around = toText(folded, from, Math.min(folded.length, at + longestAfter));
  for (let start = 0; start <= at - from; start++)
    if (words.allAt(around, start).some((word) => word.end > at - from)) return false;
  return true;
}

function toText(units: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let start = from; start < to; start += chunkLength) {
    const chunk: ArrayLike<number> = units.subarray(start, Math.min(to, start + chunkLength));
    // Not spread: that walks the array by its iterator, seven times slower.
    text += String.fromCharCode.apply(null, chunk as number[]);
  }
  return text;
}

import { fold } from '../script/fold.js';
import { pinyinPro } from '../script/pinyin.js';

const cache = new Map<string, ReadonlySet<string>>();

/** Every reading, with tone marks, of a character and of its Simplified form. */
export function readingsOf(character: string): ReadonlySet<string> {
  const cached = cache.get(character);
  if (cached !== undefined) return cached;
  const readings = new Set([character, foldCharacter(character)].flatMap(allReadings));
  cache.set(character, readings);
  return readings;
}

function allReadings(character: string): string[] {
  return pinyinPro()
    .pinyin(character, { multiple: true, type: 'array' })
    .map((reading) => reading.normalize('NFC'));
}

const folds = new Map<string, string>();

/** One character as the fold has it. */
export function foldCharacter(character: string): string {
  let folded = folds.get(character);
  if (folded === undefined) {
    folded = fold(character);
    folds.set(character, folded);
  }
  return folded;
}

/** A bracketed syllable of pinyin, `(zhàn)`, in ASCII or full-width brackets. */
export interface Gloss {
  /** Offset of the opening bracket and one past the closing one. */
  readonly start: number;
  readonly end: number;
  readonly reading: string;
  readonly fullWidth: boolean;
}

const syllable = /[(（]([a-zêüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]{1,6})[)）]/gu;

/** Every bracketed syllable of a text, whatever stands before it. */
export function findGlosses(text: string): Gloss[] {
  return [...text.matchAll(syllable)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    reading: match[1] ?? '',
    fullWidth: match[0].startsWith('（'),
  }));
}

/** The text without its glosses in ASCII brackets. */
export function withoutGlosses(text: string): string {
  return text.replace(syllable, (gloss) => (gloss.startsWith('(') ? '' : gloss));
}

import { remembered } from '../text/remembered.js';
import { hashOf } from './hash.js';
import { wordClasses } from './words-en.js';

/** What the features of an English sentence see of one of its words, by itself. */
export interface WordForm {
  /** Hash of the word in lower case. */
  readonly word: number;
  /** Hashes of its pattern of capitals, small letters and digits: letter for letter, and run for run. */
  readonly shape: number;
  readonly brief: number;
  readonly classes: number;
  /** Hashes of the first and of the last one to four letters in lower case, where it has more. */
  readonly heads: readonly number[];
  readonly tails: readonly number[];
  /** Hash of its last three letters. */
  readonly ending: number;
  /** Whether it has a letter or a digit; is a mark behind which a part of the sentence begins; is a longer word; in capitals at its start. */
  readonly isWord: boolean;
  readonly opensPart: boolean;
  readonly isLong: boolean;
  readonly isCapital: boolean;
}

/** The form of a word. */
export const formOf = remembered(readForm, 1 << 14);

/** Hash of the ending of a word that is not there. */
export const noEnding = hashOf('');

function readForm(word: string): WordForm {
  const lower = word.toLowerCase();
  const sizes = [1, 2, 3, 4].filter((size) => size < lower.length);
  return {
    word: hashOf(lower),
    shape: shapeOf(word),
    brief: hashOf(squeezed(word)),
    classes: wordClasses().get(lower.replace(/\.$/, '')) ?? 0,
    heads: sizes.map((size) => hashOf(lower, 0, size)),
    tails: sizes.map((size) => hashOf(lower, lower.length - size)),
    ending: hashOf(lower.slice(-3)),
    isWord: /[\p{L}\p{N}]/u.test(word),
    opensPart: /^[“".:?!]$/.test(word),
    isLong: /^\p{L}{4,}$/u.test(word),
    isCapital: /^\p{Lu}/u.test(word),
  };
}

function shapeOf(word: string): number {
  return hashOf(
    word
      .replace(/\p{Lu}/gu, 'A')
      .replace(/\p{Ll}/gu, 'a')
      .replace(/\d/g, '0')
      .slice(0, 12),
  );
}

function squeezed(word: string): string {
  return word
    .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'AA' : 'A'))
    .replace(/[\p{Ll}\p{Lo}]+/gu, 'a')
    .replace(/\d+/g, '0');
}

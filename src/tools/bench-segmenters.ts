import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { dictionaryPath } from '../segment/jieba.js';

/** What a word segmenter gives: words, or words with tags, unknown words by its HMM. */
export interface Segmenter {
  cut(text: string, hmm: boolean): string[];
  tag(text: string, hmm?: boolean): { word: string; tag: string }[];
}

/** nodejieba as the whole process has it. */
export const nodejieba = createRequire(import.meta.url)('nodejieba') as Segmenter;

/** jieba in Rust, with the dictionary of nodejieba. */
export function nodeRsJieba(): Segmenter {
  return Jieba.withDict(readFileSync(dictionaryPath()));
}

/**
 * How often `other` gives something else than nodejieba over the texts, in a sentence. To be asked before the pipeline runs: that
 * teaches nodejieba names.
 */
export function differences(other: Segmenter, texts: readonly string[]): string {
  const [ours, theirs] = [nodejieba, other].map((segmenter) => texts.map((text) => wordsOf(segmenter.tag(text, true))));
  let [words, cut, tagged] = [0, 0, 0];
  ours?.forEach((own, i) => {
    for (const [place, tag] of own) {
      words++;
      const otherTag = theirs?.[i]?.get(place);
      if (otherTag === undefined) cut++;
      else if (otherTag !== tag) tagged++;
    }
  });
  const share = (count: number) => `${count} (${((100 * count) / words).toFixed(2)} %)`;
  return `Of ${words} words that nodejieba makes of the runs of Han characters, @node-rs/jieba with the same dictionary cuts ${share(cut)} otherwise, and tags ${share(tagged)} otherwise.`;
}

/** The tag of each word by its place. */
function wordsOf(words: readonly { word: string; tag: string }[]): Map<string, string> {
  let at = 0;
  return new Map(
    words.map(({ word, tag }) => {
      const start = at;
      at += word.length;
      return [`${start}-${at}`, tag];
    }),
  );
}

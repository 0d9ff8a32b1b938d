import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureOf } from '../../models/feature-writer.js';
import { inputTemplates } from '../../models/features-zh.js';
import { hashOf } from '../../models/hash.js';
import { labelCount } from '../../models/labels.js';
import { allowedLabels, inputsOf, type Lesson } from './examples.js';

/**
 * Writes what `network.py` learns from: for each lesson its length, for each unit its inputs and the labels that the data allows,
 * and for each word of LAC's vocabulary which input it is. All numbers little-endian.
 */
export function writeNetworkData(folder: string, lessons: readonly Lesson[], vocabulary: string): void {
  mkdirSync(folder, { recursive: true });
  const [lengths, counts, ids, allowed]: [number[], number[], Int32Array[], Uint8Array[]] = [[], [], [], []];
  for (const lesson of lessons) {
    const inputs = inputsOf(lesson);
    if (inputs.length === 0) continue;
    lengths.push(inputs.length);
    for (let t = 0; t < inputs.length; t++) counts.push((inputs.starts[t + 1] ?? 0) - (inputs.starts[t] ?? 0));
    ids.push(inputs.ids);
    allowed.push(allowedLabels(lesson));
  }
  const put = (name: string, parts: readonly (Int32Array | Uint8Array)[]): void =>
    writeFileSync(
      join(folder, name),
      Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
    );
  put('lengths.bin', [Int32Array.from(lengths)]);
  put('counts.bin', [Int32Array.from(counts)]);
  put('ids.bin', ids);
  put('allowed.bin', allowed);
  put('words.bin', [Int32Array.from(readVocabulary(vocabulary).flatMap(inputsOfWord))]);
  writeFileSync(join(folder, 'labels.txt'), `${labelCount}\n`);
}

/** Rows of LAC's `word.dic`: a number and a word. */
function readVocabulary(file: string): { index: number; word: string }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([index = '', word = '']) => ({ index: Number(index), word }))
    .filter(
      ({ word }) =>
        /^[\p{Script=Han}·\p{P}\w]+$/u.test(word) && (word.length === 1 || /^\p{Script=Han}{2,}$/u.test(word)),
    );
}

/** Index, kind (0 a character, 1 a word) and input of a word of the vocabulary; a character is a word too. */
function inputsOfWord({ index, word }: { index: number; word: string }): number[] {
  const asWord = [index, 1, featureOf(inputTemplates.word, hashOf(word))];
  return word.length === 1 ? [index, 0, featureOf(inputTemplates.character, word.charCodeAt(0)), ...asWord] : asWord;
}

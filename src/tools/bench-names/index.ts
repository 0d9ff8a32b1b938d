/**
 * `npm run bench:names -- pairs data/parallel/pairs.tsv [--misses]`: how many pairs of an English and a Chinese sentence
 * give the same people, organisations and places, linked. Prints Markdown.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measurePairs, type PairFigures, readPairs } from './pairs.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean' } } });
const [what, ...files] = positionals;

if (what === 'pairs') {
  const pairs = files.flatMap((file) => readPairs(readFileSync(file, 'utf8')));
  const rows = [false, true].map((together) => ({ together, figures: measurePairs(pairs, together) }));
  print('| corpus | pairs | same and linked | and nothing else found | things found | of these linked |');
  print('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const { together, figures } of rows) print(rowOf(together ? 'all pairs at once' : 'each pair', figures));
  if (values.misses === true)
    for (const { pair, cause, what: form } of rows[0]?.figures.misses ?? []) print(`${pair}\t${cause}\t${form}`);
} else {
  console.error('usage: bench:names pairs <file.tsv>… [--misses]');
  process.exitCode = 2;
}

function rowOf(name: string, { pairs, whole, exact, things, found, linked }: PairFigures): string {
  const share = (part: number, of: number) => (part / Math.max(1, of)).toFixed(3);
  return `| ${name} | ${pairs} | ${share(whole, pairs)} | ${share(exact, pairs)} | ${share(found, things)} | ${share(linked, found)} |`;
}

function print(line: string): void {
  console.log(line);
}

/**
 * What names are worth beyond their spans; prints Markdown. `npm run bench:names -- pairs data/parallel/pairs.tsv [--misses]`:
 * how many pairs of an English and a Chinese sentence give the same people, organisations and places, linked. `scripts <file>…`: how
 * many texts give the same names in both scripts. `damage <file>…`: what damage costs.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { measureDamage, readClean } from './damage.js';
import { measurePairs, type PairFigures, readPairs } from './pairs.js';
import { measureScripts, textsOf } from './scripts.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean' } } });
const [what, ...files] = positionals;

if (what === 'pairs' && files.length > 0) printPairs();
else if (what === 'scripts' && files.length > 0) printScripts();
else if (what === 'damage' && files.length > 0) printDamage();
else {
  console.error('usage: bench:names pairs <file.tsv>… [--misses] | scripts <file>… | damage <file>…');
  process.exitCode = 2;
}

function printPairs(): void {
  const pairs = files.flatMap((file) => readPairs(readFileSync(file, 'utf8')));
  const rows = [false, true].map((together) => ({ together, figures: measurePairs(pairs, together) }));
  print('| corpus | pairs | same and linked | and nothing else found | things found | of these linked |');
  print('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const { together, figures } of rows) print(rowOf(together ? 'all pairs at once' : 'each pair', figures));
  if (values.misses === true)
    for (const { pair, cause, what: form } of rows[0]?.figures.misses ?? []) print(`${pair}\t${cause}\t${form}`);
}

function printScripts(): void {
  print('| file | texts that differ between the scripts | same mentions | same entities |');
  print('| --- | ---: | ---: | ---: |');
  for (const file of files) {
    const { texts, sameMentions, sameEntities } = measureScripts(textsOf(file));
    print(`| ${basename(file)} | ${texts} | ${share(sameMentions, texts)} | ${share(sameEntities, texts)} |`);
  }
}

function printDamage(): void {
  const { texts, clean, damaged } = measureDamage(files.map(readClean));
  print('| Chinese texts | F1 of names, clean | damaged |');
  print('| ---: | ---: | ---: |');
  print(`| ${texts} | ${clean.toFixed(3)} | ${damaged.toFixed(3)} |`);
}

function rowOf(name: string, { pairs, whole, exact, things, found, linked }: PairFigures): string {
  return `| ${name} | ${pairs} | ${share(whole, pairs)} | ${share(exact, pairs)} | ${share(found, things)} | ${share(linked, found)} |`;
}

function share(part: number, of: number): string {
  return (part / Math.max(1, of)).toFixed(3);
}

function print(line: string): void {
  console.log(line);
}

/**
 * `npm run bench:claims [-- --half dev] [--misses N] [--strict] [files…]`: how often each frame of the claim layer is
 * right, and the figures by language, on the marked fixtures or on files of your own. A file has one text a line, marked
 * as `claims/marked.ts` says; a file without a mark is only counted, with an example of each frame to read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultPipeline } from '../pipeline/default-pipeline.js';
import { kindsFigures } from './claims/kinds.js';
import { readMarked } from './claims/marked.js';
import { type Figures, noFigures, score, type Tally } from './claims/score.js';

interface Options {
  half: string | null;
  misses: number;
  strict: boolean;
  files: string[];
}

const options = readOptions(process.argv.slice(2));
const fixtures = fileURLToPath(new URL('../../tests/fixtures/claims/', import.meta.url));
const files = options.files.length > 0 ? options.files : fixtureFiles();
if (options.files.some((file) => !readFileSync(file, 'utf8').includes('{'))) count(files);
else measure(files);

function fixtureFiles(): string[] {
  return readdirSync(fixtures)
    .filter((name) => options.half === null || name.includes(`-${options.half}`))
    .sort()
    .map((name) => fixtures + name);
}

function measure(paths: readonly string[]): void {
  const whole = noFigures();
  print(
    '| set | content P / R / F | source F | triple P / R | exact content F | quote type |\n|---|---|---|---|---|---|',
  );
  for (const path of paths.filter((name) => name.endsWith('.txt'))) {
    const figures = noFigures();
    for (const row of rowsOf(path)) {
      const marked = readMarked(row);
      for (const into of [figures, whole]) score(marked, claimsOf(marked.text), into);
    }
    print(line(nameOf(path), figures));
    for (const miss of figures.misses.slice(0, options.misses)) print(`    ${miss}`);
  }
  print(line('all', whole));
  for (const path of paths.filter((name) => name.endsWith('.tsv')))
    print(kindsFigures(nameOf(path), rowsOf(path), claimsOf, options.misses));
  print(`\n| frame | hits | right | precision |\n|---|---|---|---|`);
  for (const [frame, { hit, found }] of [...whole.frames].sort((a, b) => b[1].found - a[1].found))
    print(`| ${frame} | ${found} | ${hit} | ${share(hit, found)} |`);
}

function count(paths: readonly string[]): void {
  const frames = new Map<string, string[]>();
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    for (const claim of claimsOf(text)) {
      const example = `${claim.source === null ? '–' : text.slice(claim.source.start, claim.source.end)}: ${text.slice(claim.start, claim.end)}`;
      frames.set(claim.rule, [...(frames.get(claim.rule) ?? []), example]);
    }
  }
  print('| frame | hits | example |\n|---|---|---|');
  for (const [frame, examples] of [...frames].sort((a, b) => b[1].length - a[1].length))
    print(`| ${frame} | ${examples.length} | ${(examples[0] ?? '').replaceAll('\n', ' ')} |`);
}

function claimsOf(text: string) {
  const { claims } = defaultPipeline.run({ id: 'bench', text, published: '2025-03-12' });
  return claims;
}

function rowsOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'));
}

function line(name: string, { content, source, triple, exactContent, quote }: Figures): string {
  const { hit, found, wanted } = content;
  return `| ${name} | ${share(hit, found)} / ${share(hit, wanted)} / ${f1(content)} | ${f1(source)} | ${share(triple.hit, triple.found)} / ${share(triple.hit, triple.wanted)} | ${f1(exactContent)} | ${share(quote.hit, quote.found)} |`;
}

function f1({ hit, found, wanted }: Tally): string {
  return share(2 * hit, found + wanted);
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function nameOf(path: string): string {
  return (
    path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? path
  );
}

function readOptions(words: readonly string[]): Options {
  const read: Options = { half: null, misses: 0, strict: false, files: [] };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--half') read.half = words[++at] ?? null;
    else if (word === '--misses') read.misses = Number(words[++at]);
    else if (word === '--strict') read.strict = true;
    else read.files.push(word);
  }
  return read;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

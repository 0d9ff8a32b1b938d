/**
 * `npm run bench:claims [-- --half dev|dev2|test] [--misses N] [--strict] [--write] [--corenlp jars]
 * [--damage N] [files…]`: how often each frame of
 * the claim layer is right, and the figures by language, on the marked fixtures and articles and those of `data/claims`, or on files of your own. A
 * file has one text a line or articles, marked as `claims/marked.ts` says; a file without a mark is only counted, with an example of
 * each frame to read. `--damage N` measures, over N of the articles of odd number, what damage costs instead. `--write` puts hits and right ones into the lexicon of frames, from which `--claims strict` chooses.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isReliable } from '../claims/strict.js';
import type { Claim } from '../document/types.js';
import { defaultPipeline } from '../pipeline/default-pipeline.js';
import { compareWithCoreNlp } from './claims/corenlp.js';
import { damageFigures } from './claims/damage.js';
import { kindsFigures } from './claims/kinds.js';
import { type MarkedText, readGold, readMarked, readMarkedArticles, withoutMarks } from './claims/marked.js';
import { type Figures, noFigures, score, type Tally } from './claims/score.js';
import { findSpurious } from './claims/spurious.js';
import { type KindsArticle, readKindsArticles } from './training/kinds-articles.js';

interface Options {
  half: string | null;
  misses: number;
  strict: boolean;
  write: boolean;
  corenlp: string | null;
  damage: number;
  files: string[];
}

const options = readOptions(process.argv.slice(2));
const fixtures = fileURLToPath(new URL('../../tests/fixtures/', import.meta.url));
const articleFiles = fileURLToPath(new URL('../../data/claims/', import.meta.url));
const framesFile = fileURLToPath(new URL('../lexicons/data/claim-frames.tsv', import.meta.url));
const files = options.files.length > 0 ? options.files : fixtureFiles();
if (options.damage > 0) print(damageFigures(oddArticles(options.files, options.damage), options.misses));
else if (options.files.some((file) => !readFileSync(file, 'utf8').includes('{'))) count(files);
else if (options.corenlp !== null) print(compareWithCoreNlp(options.corenlp, markedTexts(files), claimsOf));
else measure(files);

function fixtureFiles(): string[] {
  const sets = readdirSync(`${fixtures}claims`)
    .filter((name) => options.half === null || name.includes(`-${options.half}.`))
    .sort()
    .map((name) => `${fixtures}claims/${name}`);
  const articles = ['gold', 'articles'].flatMap((folder) =>
    readdirSync(`${fixtures}${folder}`).map((name) => `${fixtures}${folder}/${name}`),
  );
  const further = readdirSync(articleFiles).filter((name) => name.endsWith('.txt'));
  return options.half === null
    ? [...sets, ...articles.sort(), ...further.map((name) => `${articleFiles}${name}`)]
    : sets;
}

/** So many of the articles of odd number in files of `data/claims` or `data/kinds`, spread over all of them. */
function oddArticles(paths: readonly string[], most: number): KindsArticle[] {
  const files =
    paths.length > 0
      ? paths
      : readdirSync(articleFiles).flatMap((name) => (name.endsWith('.txt') ? [`${articleFiles}${name}`] : []));
  const odd = files
    .flatMap((path) => readKindsArticles(withoutMarks(readFileSync(path, 'utf8'))))
    .filter(({ id }) => isOdd(id));
  const step = Math.max(1, odd.length / most);
  return odd.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

function isOdd(id: string): boolean {
  return /[13579]$/.test(id);
}

function markedTexts(paths: readonly string[]): MarkedText[] {
  return paths.filter((name) => !name.endsWith('.tsv')).flatMap((path) => [...setsIn(path).values()].flat());
}

/** The marked texts of a file by the name of their set; articles with an odd and an even number are sets of their own. */
function setsIn(path: string): Map<string, MarkedText[]> {
  const content = readFileSync(path, 'utf8');
  if (path.endsWith('.json')) return new Map([[path.split('/').at(-2) ?? 'articles', [readGold(content)]]]);
  if (!content.includes('# id=')) return new Map([[nameOf(path), rowsOf(path).map(readMarked)]]);
  const articles = readMarkedArticles(content);
  return new Map([
    [`${nameOf(path)}, odd`, articles.filter(({ id }) => isOdd(id))],
    [`${nameOf(path)}, even`, articles.filter(({ id }) => !isOdd(id))],
  ]);
}

function measure(paths: readonly string[]): void {
  const sets = new Map<string, MarkedText[]>();
  for (const path of paths.filter((name) => !name.endsWith('.tsv'))) {
    for (const [name, rows] of setsIn(path)) sets.set(name, [...(sets.get(name) ?? []), ...rows]);
  }
  const whole = noFigures();
  print(
    '| set | content P / R / F | source F | triple P / R | exact content F | quote type |\n|---|---|---|---|---|---|',
  );
  for (const [name, rows] of sets) {
    const figures = noFigures();
    for (const marked of rows) {
      const claims = claimsOf(marked.text);
      for (const into of [figures, whole]) score(marked, claims, into);
    }
    print(line(name, figures));
    for (const miss of figures.misses.slice(0, options.misses)) print(`    ${miss}`);
  }
  print(line('all', whole));
  for (const path of paths.filter((name) => name.endsWith('.tsv')))
    print(kindsFigures(nameOf(path), rowsOf(path), claimsOf, options.misses));
  print(
    `\n| frame | hits | right | precision | source known: hits | right | precision |\n|---|---|---|---|---|---|---|`,
  );
  const known = (frame: string): string => {
    const { hit, found } = whole.known.get(frame) ?? { hit: 0, found: 0 };
    return `${found} | ${hit} | ${share(hit, found)}`;
  };
  for (const [frame, { hit, found }] of [...whole.frames].sort((a, b) => b[1].found - a[1].found))
    print(`| ${frame} | ${found} | ${hit} | ${share(hit, found)} | ${known(frame)} |`);
  if (options.write) writeFrames(whole);
  reportSpurious(paths.filter((name) => name.endsWith('.json')));
}

/** Claims out of what claims nothing, and scare quotes and titles taken for speech. */
function reportSpurious(paths: readonly string[]): void {
  const found = paths.map((path) =>
    findSpurious(readFileSync(path, 'utf8'), (text, published) => defaultPipeline.run({ id: path, text, published })),
  );
  const sum = (count: (one: (typeof found)[number]) => number): number =>
    found.reduce((all, one) => all + count(one), 0);
  print(
    `\nOut of ${sum(({ silent }) => silent)} sentences that claim nothing: ${sum(({ claims }) => claims.length)} claims. Of ${sum(({ unsaid }) => unsaid)} quotations that nobody says: ${sum(({ quotations }) => quotations.length)} taken for speech.`,
  );
  for (const { claims, quotations } of found) for (const text of [...claims, ...quotations]) print(`    ${text}`);
}

/** Puts what was measured into the lexicon of frames; a frame that did not fire keeps zero hits. */
function writeFrames({ frames, known }: Figures): void {
  const lines = readFileSync(framesFile, 'utf8')
    .split('\n')
    .filter((row) => row !== '');
  const rows = lines.map((row) => {
    const [frame = '', , , , , what = ''] = row.split('\t');
    if (row.startsWith('#')) return row;
    const counts = [frames, known].flatMap((of) => [of.get(frame)?.found ?? 0, of.get(frame)?.hit ?? 0]);
    return [frame, ...counts, what].join('\t');
  });
  writeFileSync(framesFile, `${rows.join('\n')}\n`);
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

function claimsOf(text: string): readonly Claim[] {
  const { claims } = defaultPipeline.run({ id: 'bench', text, published: '2025-03-12' });
  return options.strict ? claims.filter(isReliable) : claims;
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
  const read: Options = { half: null, misses: 0, strict: false, write: false, corenlp: null, damage: 0, files: [] };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--half') read.half = words[++at] ?? null;
    else if (word === '--misses') read.misses = Number(words[++at]);
    else if (word === '--strict') read.strict = true;
    else if (word === '--write') read.write = true;
    else if (word === '--damage') read.damage = Number(words[++at]);
    else if (word === '--corenlp') read.corenlp = words[++at] ?? null;
    else read.files.push(word);
  }
  return read;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

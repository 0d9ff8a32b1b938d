/**
 * `npm run bench:damage -- <cases.jsonl>`: what the repair recovers and what it leaves alone, beside ftfy (installed
 * from PyPI into a temporary folder, where Python is to be had), and how long it takes beside opencc-js. A case is a
 * JSON object a line: `damaged`, `clean`, `kind` ("damaged", or the name of a control that must stay as it is), and
 * `lossless` (whether every character can be told from what is left). Prints Markdown.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { repairArticle } from '../annotate.js';
import type { Settled } from '../document/types.js';
import { settle, type Trace } from '../pipeline/builder.js';
import { rewriters } from '../repair/index.js';

interface Case {
  readonly damaged: string;
  readonly clean: string;
  readonly kind: string;
  readonly lossless?: boolean;
}

const ftfyVersion = '6.3.1';
const ftfyScript = `
import json, sys, ftfy
for line in sys.stdin:
    print(json.dumps(ftfy.fix_text(json.loads(line))))
`;
const unknown = '\ufffd';
const plainLength = 4000;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: npm run bench:damage -- <cases.jsonl>');
const cases = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case);

const repaired = cases.map(({ damaged }) => timed(() => repairArticle({ id: 'bench', text: damaged })));
const ours = repaired.map(({ result }) => result.text);
const theirs = ftfy(cases.map(({ damaged }) => damaged));

print(
  `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}. ${cases.length} cases.\n`,
);
print('| | Wenmai | ftfy |\n| --- | ---: | ---: |');
row('lossless damage recovered exactly', (texts) =>
  shareExact(texts, (one) => one.kind === 'damaged' && one.lossless === true),
);
row('lossy damage recovered exactly', (texts) =>
  shareExact(texts, (one) => one.kind === 'damaged' && one.lossless !== true),
);
row('controls untouched', (texts) => shareExact(texts, (one) => one.kind !== 'damaged'));
print(`\nCharacters emitted for lossy damage: ${wrongShare()} wrong.`);
const times = repaired.filter((_, i) => cases[i]?.kind === 'damaged').map(({ milliseconds }) => milliseconds);
print(`Time for a damaged text: median ${quantile(times, 0.5)} ms, 95 % under ${quantile(times, 0.95)} ms.`);
print(`Time of the repair of undamaged text ÷ opencc-js reading it: ${plainRatio().toFixed(2)}.`);

function row(name: string, figure: (texts: readonly string[]) => string): void {
  print(`| ${name} | ${figure(ours)} | ${theirs === null ? 'not installed' : figure(theirs)} |`);
}

function shareExact(texts: readonly string[], counts: (one: Case) => boolean): string {
  const judged = cases.flatMap((one, i) => (counts(one) ? [texts[i]?.trim() === one.clean.trim()] : []));
  return `${judged.filter(Boolean).length} of ${judged.length}`;
}

/** How many of the characters that repairs of lossy damage put are not those of the clean text. */
function wrongShare(): string {
  let [emitted, wrong] = [0, 0];
  repaired.forEach(({ result }, i) => {
    const one = cases[i];
    if (one === undefined || one.kind !== 'damaged' || one.lossless === true) return;
    const stray = strayIn(result.text, one.clean);
    for (const at of charactersOf(result)) {
      emitted++;
      if (stray.has(at)) wrong++;
    }
  });
  return `${wrong} of ${emitted}`;
}

/** Offsets in the repaired text of what slips put there, U+FFFD left out. */
function charactersOf({ text, repairs }: Settled): number[] {
  return repairs
    .filter(({ kind }) => kind === 'mojibake')
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i))
    .filter((at) => text[at] !== unknown);
}

/** Offsets of `text` that are in no longest common subsequence with `clean`. */
function strayIn(text: string, clean: string): ReadonlySet<number> {
  const width = clean.length + 1;
  const lengths = new Uint16Array((text.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = text.length - 1; i >= 0; i--)
    for (let j = clean.length - 1; j >= 0; j--)
      lengths[i * width + j] = text[i] === clean[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const stray = new Set<number>();
  for (let i = 0, j = 0; i < text.length; ) {
    if (j < clean.length && text[i] === clean[j]) [i, j] = [i + 1, j + 1];
    else if (j >= clean.length || at(i + 1, j) >= at(i, j + 1)) stray.add(i++);
    else j++;
  }
  return stray;
}

/** Time of the rewriters on clean Chinese text over that of opencc-js (Traditional to Simplified), median of rounds. */
function plainRatio(): number {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const text = cases
    .filter(({ kind }) => kind === 'damaged')
    .map(({ clean }) => clean)
    .join('\n')
    .slice(0, plainLength);
  const article = { id: 'bench', text };
  const names = new Set(rewriters.map(({ name }) => name));
  const ratios = Array.from({ length: 50 }, () => {
    let own = 0;
    const trace: Trace = (stage, work) => {
      const from = performance.now();
      const result = work();
      if (names.has(stage)) own += performance.now() - from;
      return result;
    };
    repeat(20, () => settle(article, rewriters, { published: null, article }, trace));
    const from = performance.now();
    repeat(20, () => toSimplified(text));
    return own / (performance.now() - from);
  });
  return Number(quantile(ratios, 0.5));
}

function ftfy(texts: readonly string[]): string[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-ftfy-'));
  try {
    const python = join(folder, 'bin', 'python3');
    if (spawnSync('python3', ['-m', 'venv', folder]).status !== 0) return null;
    if (spawnSync(python, ['-m', 'pip', 'install', '--quiet', `ftfy==${ftfyVersion}`]).status !== 0) return null;
    const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
    const { stdout } = spawnSync(python, ['-c', ftfyScript], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as string);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const from = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - from };
}

function repeat(times: number, work: () => unknown): void {
  for (let i = 0; i < times; i++) work();
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

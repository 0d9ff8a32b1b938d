/**
 * `npm run bench`: speed of every stage and of the whole, in one process, as a share of what bare `nodejieba.cut` (with
 * HMM) and opencc-js do over the same text in the same round. Prints Markdown. Timings on shared machines are noisy: the
 * ratios of a round hold better than its seconds, so each figure is the median over the rounds.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { Converter } from 'opencc-js';
import { defaultPipeline } from '../pipeline/default-pipeline.js';
import { detectLanguage } from '../script/detect.js';

const rounds = 7;
const minimumCharacters = 60_000;

interface Engine {
  cut(text: string, hmm: boolean): string[];
}
const jieba = createRequire(import.meta.url)('nodejieba') as Engine;
const openccToSimplified = Converter({ from: 't', to: 'cn' });

const articles = readTexts(new URL('../../corpus/', import.meta.url));
const chinese = articles.filter((text) => detectLanguage(text) === 'zh');
const english = articles.filter((text) => detectLanguage(text) === 'en');

print(
  `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}. ${rounds} rounds, medians.\n`,
);
for (const [label, texts] of [
  ['Chinese', chinese],
  ['English', english],
] as const)
  print(measure(label, texts));
const start = await secondsToFirstAnswer(chinese[0] ?? '');
print(`Start to first annotation: ${start.toFixed(2)} s. Peak memory of this run: ${peakMegabytes()} MB.`);

function measure(label: string, texts: readonly string[]): string {
  const repeats = Math.max(1, Math.ceil(minimumCharacters / characters(texts)));
  const work = Array.from({ length: repeats }, () => texts).flat();
  for (const text of texts) defaultPipeline.run({ id: 'warm', text, published: '2025-03-12' });
  const seconds = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++)
    for (const [name, time] of runRound(work)) seconds.set(name, [...(seconds.get(name) ?? []), time]);
  return table(label, characters(work), seconds);
}

/** Seconds that each peer and stage spends on `texts`, once over. */
function runRound(texts: readonly string[]): Map<string, number> {
  const spent = new Map<string, number>();
  const timed = <T>(name: string, work: () => T): T => {
    const from = performance.now();
    const result = work();
    spent.set(name, (spent.get(name) ?? 0) + (performance.now() - from) / 1000);
    return result;
  };
  for (const text of texts) {
    timed('nodejieba.cut', () => jieba.cut(text, true));
    timed('opencc-js t2s', () => openccToSimplified(text));
    timed('whole pipeline', () => defaultPipeline.run({ id: 'bench', text, published: '2025-03-12' }, timed));
  }
  return spent;
}

function table(label: string, total: number, seconds: ReadonlyMap<string, readonly number[]>): string {
  const cut = seconds.get('nodejieba.cut') ?? [];
  const convert = seconds.get('opencc-js t2s') ?? [];
  const rows = [...seconds].map(([name, times]) => {
    const against = (peer: readonly number[]) => median(times.map((time, i) => (peer[i] ?? 0) / time)).toPrecision(3);
    return `| ${name} | ${Math.round(total / median(times) / 1000).toLocaleString('en')} | ${against(cut)} | ${against(convert)} |`;
  });
  const head = `| ${label} | thousand characters a second | ÷ nodejieba.cut | ÷ opencc-js |\n| --- | ---: | ---: | ---: |`;
  return `${[head, ...rows].join('\n')}\n`;
}

/** Seconds from starting the built command until its first answer. */
function secondsToFirstAnswer(text: string): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, [new URL('../../dist/cli.js', import.meta.url).pathname, 'stream']);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.once('data', () => resolve((performance.now() - from) / 1000));
    child.stdin.end(`${JSON.stringify({ id: 'first', text })}\n`);
  });
}

function readTexts(folder: URL): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

function characters(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

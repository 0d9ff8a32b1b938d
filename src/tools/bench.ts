/**
 * `npm run bench`: CPU seconds of every stage and of the whole, in one process, as a share of what bare `nodejieba.cut` (with
 * HMM), opencc-js and, in English, a full parse by compromise take over the same text in the same round. With
 * `-- --profile [file]` the pipeline alone: a table of its stages, and a profile for a viewer of flame graphs. Prints Markdown.
 * Timings on shared machines are noisy: the ratios of a round hold better than its seconds, so each figure is the median over the rounds.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import compromise from 'compromise';
import { Converter } from 'opencc-js';
import { defaultPipeline } from '../pipeline/default-pipeline.js';
import { detectLanguage } from '../script/detect.js';
import { fold } from '../script/fold.js';
import { profiled } from './bench-profile.js';
import { differences, nodejieba, nodeRsJieba } from './bench-segmenters.js';

const rounds = 7;
const minimumCharacters = 60_000;
const defaultProfile = 'wenmai.cpuprofile';
const firstSentence = '潮信科技創辦人林知遠昨天在台北說,公司今年將投入3億元研發晶片。';

/** What else is run over the same texts, by name. */
type Peers = Readonly<Record<string, (text: string) => unknown>>;

const openccToSimplified = Converter({ from: 't', to: 'cn' });
const rust = nodeRsJieba();
const anyLanguage: Peers = {
  'nodejieba.cut': (text) => nodejieba.cut(text, true),
  'opencc-js t2s': openccToSimplified,
};
const chinesePeers: Peers = {
  ...anyLanguage,
  'nodejieba.tag': (text) => nodejieba.tag(text),
  '@node-rs/jieba cut': (text) => rust.cut(text, true),
  '@node-rs/jieba tag': (text) => rust.tag(text, true),
};
const englishPeers: Peers = { ...anyLanguage, 'compromise, full parse': (text) => compromise(text) };
/** The peers that the others are measured by. */
const measures = ['nodejieba.cut', 'opencc-js t2s', 'compromise, full parse'];

const { values, positionals } = parseArgs({ options: { profile: { type: 'boolean' } }, allowPositionals: true });
const articles = readTexts(new URL('../../corpus/', import.meta.url));
const chinese = articles.filter((text) => detectLanguage(text) === 'zh');
const english = articles.filter((text) => detectLanguage(text) === 'en');

print(
  `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}. ${rounds} rounds, medians.\n`,
);
if (values.profile === true) await profile(positionals[0] ?? defaultProfile);
else await compare();

async function compare(): Promise<void> {
  const segmenters = differences(rust, chinese.flatMap(hanRuns));
  print(measure('Chinese', chinese, chinesePeers));
  print(`${segmenters}\n`);
  print(measure('English', english, englishPeers));
  const [sentence, damaged] = [await secondsToFirstAnswer(firstSentence), await secondsToFirstAnswer(chinese[0] ?? '')];
  print(
    `Start to first annotation: ${sentence.toFixed(2)} s for a sentence, ${damaged.toFixed(2)} s for a damaged article. ` +
      `Peak memory of this run: ${peakMegabytes()} MB.`,
  );
}

async function profile(file: string): Promise<void> {
  const tables: string[] = [];
  await profiled(file, () => tables.push(measure('Chinese', chinese, {}), measure('English', english, {})));
  print([...tables, `${file} is for speedscope, or the performance panel of a browser.`].join('\n'));
}

function measure(label: string, texts: readonly string[], peers: Peers): string {
  const repeats = Math.max(1, Math.ceil(minimumCharacters / characters(texts)));
  const work = Array.from({ length: repeats }, () => texts).flat();
  for (const text of texts) runRound([text], peers);
  const seconds = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++)
    for (const [name, time] of runRound(work, peers)) seconds.set(name, [...(seconds.get(name) ?? []), time]);
  return table(label, characters(work), seconds);
}

/** CPU seconds that each peer and stage spends on `texts`, once over. */
function runRound(texts: readonly string[], peers: Peers): Map<string, number> {
  const spent = new Map<string, number>();
  const timed = <T>(name: string, work: () => T): T => {
    const from = cpuSeconds();
    const result = work();
    spent.set(name, (spent.get(name) ?? 0) + cpuSeconds() - from);
    return result;
  };
  for (const text of texts) {
    for (const [name, peer] of Object.entries(peers)) timed(name, () => peer(text));
    timed('whole pipeline', () => defaultPipeline.run({ id: 'bench', text, published: '2025-03-12' }, timed));
  }
  return spent;
}

function table(label: string, total: number, seconds: ReadonlyMap<string, readonly number[]>): string {
  const whole = seconds.get('whole pipeline') ?? [];
  const against = (times: readonly number[], peer: readonly number[]) =>
    median(times.map((time, i) => (peer[i] ?? 0) / time)).toPrecision(3);
  const columns = measures.filter((name) => seconds.has(name));
  const rows = [...seconds].map(([name, times]) => {
    const speed = Math.round(total / median(times) / 1000).toLocaleString('en');
    const time = ((1e6 * median(times)) / total).toFixed(2);
    const share = median(times.map((spent, i) => (100 * spent) / (whole[i] ?? 1))).toFixed(1);
    const ratios = columns.map((peer) => ` ${against(times, seconds.get(peer) ?? [])} |`).join('');
    return `| ${name} | ${speed} | ${time} | ${share} |${ratios}`;
  });
  const titles = `| ${label} | thousand characters a CPU second | µs a character | % of the whole |${columns.map((name) => ` ÷ ${name} |`).join('')}`;
  const rule = `| --- | ---: | ---: | ---: |${columns.map(() => ' ---: |').join('')}`;
  const ratio = median((seconds.get('claims') ?? []).map((time, i) => time / (seconds.get('mentions')?.[i] ?? 0)));
  return `${[titles, rule, ...rows].join('\n')}\n\nClaims take ${ratio.toFixed(2)} times as long as names.\n`;
}

/** What the pipeline gives to the segmenter. */
function hanRuns(text: string): string[] {
  return fold(text).match(/[\u3400-\u9fff]+/g) ?? [];
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
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

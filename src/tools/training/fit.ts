import type { Decoder, Tagged } from '../../models/decoder.js';
import { labelCount } from '../../models/labels.js';
import { confidences, type Model } from '../../models/model.js';
import { CrfTrainer, type Example, type TrainingOptions } from './crf-trainer.js';
import { allowedLabels, featuresOf, inputsOf, type Lesson } from './examples.js';

export interface FitOptions extends TrainingOptions {
  /** How often a feature must occur to be learned. */
  readonly minimum: number;
  /** How many weights the model keeps. */
  readonly size: number;
}

/** How many steps of an integer weight make one nat. */
const scale = 24;

/** Trains a model, drops its smallest weights and makes the rest integers. Its margins are still empty. */
export function fit(lessons: readonly Lesson[], options: FitOptions, report: (line: string) => void): Model {
  const extracted = lessons.map(featuresOf);
  const counts = new Map<number, number>();
  for (const { ids } of extracted) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const index = new Map<number, number>();
  for (const [id, count] of counts) if (count >= options.minimum) index.set(id, index.size);
  const examples = lessons.map((lesson, i): Example => {
    const { length = 0, starts, ids } = extracted[i] ?? {};
    const kept: number[] = [];
    const ends = new Int32Array(length + 1);
    for (let t = 0; t < length; t++) {
      for (let at = starts?.[t] ?? 0; at < (starts?.[t + 1] ?? 0); at++) {
        const feature = index.get(ids?.[at] ?? 0);
        if (feature !== undefined) kept.push(feature);
      }
      ends[t + 1] = kept.length;
    }
    return { length, starts: ends, features: Int32Array.from(kept), allowed: allowedLabels(lesson) };
  });
  report(`${lessons.length} sentences, ${index.size} of ${counts.size} features`);
  const trainer = new CrfTrainer(index.size);
  trainer.train(examples, options, (epoch, loss) => report(`epoch ${epoch + 1}: loss ${loss.toFixed(1)}`));
  return quantize(trainer, [...index.keys()], options.size);
}

function quantize({ weights, transitions }: CrfTrainer, hashes: readonly number[], size: number): Model {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const least = sizes[Math.max(0, sizes.length - size)] ?? 0;
  const order = hashes.map((_, i) => i).sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0));
  const [features, starts, labels, values]: number[][] = [[], [0], [], []];
  for (const feature of order) {
    const before = labels?.length ?? 0;
    for (let label = 0; label < labelCount; label++) {
      const weight = weights[feature * labelCount + label] ?? 0;
      const value = Math.max(-127, Math.min(127, Math.round(weight * scale)));
      if (Math.abs(weight) < least || Math.abs(value) < 2) continue;
      labels?.push(label);
      values?.push(value);
    }
    if ((labels?.length ?? 0) === before) continue;
    features?.push(hashes[feature] ?? 0);
    starts?.push(labels?.length ?? 0);
  }
  return {
    features: Int32Array.from(features ?? []),
    starts: Int32Array.from(starts ?? []),
    labels: Uint8Array.from(labels ?? []),
    weights: Int8Array.from(values ?? []),
    transitions: Int16Array.from(transitions, (weight) => Math.round(weight * scale)),
    margins: new Int32Array(confidences.length),
  };
}

/** The names that a model finds in a lesson, by offsets of its text. */
export function tag(decoder: Decoder, lesson: Lesson): Tagged[] {
  return decoder.decode(featuresOf(lesson), inputsOf(lesson)).map((name) => ({
    ...name,
    start: lesson.units[name.start]?.start ?? 0,
    end: lesson.units[name.end - 1]?.end ?? 0,
  }));
}

/** Margins from which on so many of the names found are right as `confidences` say, learned from lessons kept apart. */
export function calibrate(found: readonly { margin: number; right: boolean }[]): Int32Array {
  const sorted = [...found].sort((a, b) => a.margin - b.margin);
  const window = Math.max(20, Math.floor(sorted.length / 12));
  const margins = new Int32Array(confidences.length);
  let from = 0;
  confidences.forEach((confidence, level) => {
    while (from + window <= sorted.length) {
      const right = sorted.slice(from, from + window).filter((name) => name.right).length;
      if (right / window >= confidence) break;
      from++;
    }
    margins[level] = from + window <= sorted.length ? (sorted[from]?.margin ?? 0) : (sorted.at(-1)?.margin ?? 0) + 1;
  });
  margins[0] = 0;
  return margins;
}

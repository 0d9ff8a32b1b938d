import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { labelCount } from './labels.js';

/**
 * A trained linear-chain CRF. A weight belongs to a feature (a hash) and a label; all numbers are integers, so that
 * every machine decodes alike.
 */
export interface Model {
  /** Hashes of the features; their weights are `starts[i]` up to `starts[i + 1]`. */
  readonly features: Int32Array;
  readonly starts: Int32Array;
  readonly labels: Uint8Array;
  readonly weights: Int8Array;
  /** `labelCount` × `labelCount`, from the row's label to the column's. */
  readonly transitions: Int16Array;
  /** Margins at which a name reaches the confidence of `confidences`, ascending. */
  readonly margins: Int32Array;
}

/** What a name is trusted with as its margin reaches the next of a model's `margins`. */
export const confidences = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.94, 0.97] as const;

const magic = 0x314d4e57;

/** Packs a model into bytes, little-endian. */
export function packModel(model: Model): Uint8Array {
  const counts = model.features.map((_, i) => (model.starts[i + 1] ?? 0) - (model.starts[i] ?? 0));
  const head = Int32Array.from([magic, labelCount, model.features.length, model.weights.length]);
  const parts = [
    head,
    model.margins,
    model.features,
    model.transitions,
    Uint8Array.from(counts),
    model.labels,
    model.weights,
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

/**
 * Reads a model from the bytes of `packModel`.
 *
 * @throws Error if they are those of another format or set of labels: a broken installation.
 */
export function unpackModel(bytes: Uint8Array): Model {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const [found, labels, features = 0, weights = 0] = new Int32Array(buffer, 0, 4);
  if (found !== magic || labels !== labelCount)
    throw new Error('The model of names has another format; train it again.');
  let at = 16;
  const take = (size: number): number => {
    at += size;
    return at - size;
  };
  const margins = new Int32Array(buffer, take(confidences.length * 4), confidences.length);
  const hashes = new Int32Array(buffer, take(features * 4), features);
  const transitions = new Int16Array(buffer, take(labelCount * labelCount * 2), labelCount * labelCount);
  const counts = new Uint8Array(buffer, take(features), features);
  const starts = new Int32Array(features + 1);
  for (let i = 0; i < features; i++) starts[i + 1] = (starts[i] ?? 0) + (counts[i] ?? 0);
  return {
    margins,
    features: hashes,
    transitions,
    starts,
    labels: new Uint8Array(buffer, take(weights), weights),
    weights: new Int8Array(buffer, take(weights), weights),
  };
}

export type ModelName = 'names-zh' | 'names-en';

const folder = new URL('./data/', import.meta.url);

/** Path of a file of the models. */
export function modelPath(file: string): string {
  return fileURLToPath(new URL(file, folder));
}

/** Paths of all files of the models, by name. */
export function modelPaths(): string[] {
  return readdirSync(folder).sort().map(modelPath);
}

/**
 * Reads a model that comes with the package.
 *
 * @throws Error if its file is missing or of another format: a broken installation.
 */
export function readModel(name: ModelName): Model {
  return unpackModel(readFileSync(modelPath(`${name}.bin`)));
}

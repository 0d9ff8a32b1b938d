import type { Features } from './feature-writer.js';
import { labelCount, type ModelType, mayBegin, mayEnd, mayFollow, partOf, typeOf } from './labels.js';
import { confidences, type Model } from './model.js';
import type { Network } from './network.js';

/** A name that a model finds: units from `start` to `end`, and how much it is to be trusted. */
export interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly type: ModelType;
  readonly confidence: number;
  /** By how much the best reading with this name beats the best one without it. */
  readonly margin: number;
}

const never = -(1 << 29);
const moves = Array.from({ length: labelCount * labelCount }, (_, i) => i).filter((i) =>
  mayFollow(Math.floor(i / labelCount), i % labelCount),
);
const tos = Uint8Array.from(moves, (move) => move % labelCount);
/** The moves from a label are `firstMove[label]` up to `firstMove[label + 1]`. */
const firstMove = Int32Array.from(
  { length: labelCount + 1 },
  (_, label) => moves.filter((move) => move < label * labelCount).length,
);
const begins = Uint8Array.from({ length: labelCount }, (_, label) => (mayBegin(label) ? 1 : 0));
const ends = Uint8Array.from({ length: labelCount }, (_, label) => (mayEnd(label) ? 1 : 0));
/** How far behind the best a label may be and still be followed: more than what any later word makes good. */
const lag = 640;

/** Finds the best sequence of labels, all in integers. */
export class Decoder {
  readonly #margins: Int32Array;
  /** Open addressing, two numbers a slot: a feature, and one more than the place of its weights; 0 where it is free. */
  readonly #slots: Int32Array;
  /** At the place of a feature its number of weights, then label and weight of each. */
  readonly #weights: Int8Array;
  /** A bit for every hash that a feature may have: most features of a text are unknown, and need no look into the table. */
  readonly #sieve = new Uint8Array(1 << 16);
  readonly #costs: Int16Array;
  readonly #network: Network | undefined;
  #scores = new Int32Array(0);
  #ahead = new Int32Array(0);
  #behind = new Int32Array(0);
  #back = new Uint8Array(0);
  /** The best score of each unit. */
  #tops = new Int32Array(0);

  /** With a network, its scores are added to the model's. */
  constructor(model: Model, network?: Network) {
    const { features, starts, labels, weights, transitions, margins } = model;
    this.#margins = margins;
    this.#network = network;
    this.#costs = Int16Array.from(moves, (move) => (transitions[move] ?? 0) + (network?.transitions[move] ?? 0));
    let size = 1 << 10;
    while (size < features.length * 2) size *= 2;
    this.#slots = new Int32Array(size * 2);
    this.#weights = new Int8Array(features.length + weights.length * 2);
    let place = 0;
    features.forEach((feature, index) => {
      let slot = (feature ^ (feature >>> 16)) & (size - 1);
      while (this.#slots[slot * 2 + 1] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot * 2] = feature;
      this.#slots[slot * 2 + 1] = place + 1;
      const bit = (feature >>> 13) & 0x7ffff;
      this.#sieve[bit >> 3] = (this.#sieve[bit >> 3] ?? 0) | (1 << (bit & 7));
      const [from, to] = [starts[index] ?? 0, starts[index + 1] ?? 0];
      this.#weights[place++] = to - from;
      for (let w = from; w < to; w++) {
        this.#weights[place++] = labels[w] ?? 0;
        this.#weights[place++] = weights[w] ?? 0;
      }
    });
  }

  /** The names of a sentence, in order. `inputs` is what the network sees of it. */
  decode(features: Features, inputs?: Features): Tagged[] {
    const { length } = features;
    if (length === 0) return [];
    this.#score(features);
    if (inputs !== undefined) this.#network?.addScores(inputs, this.#scores);
    this.#forward(length);
    const path = this.#path(length);
    const best = this.#bestAt(length - 1, -1, length);
    const names: Tagged[] = [];
    let start = -1;
    if (path.some((label) => label !== 0)) this.#backward(length);
    for (let t = 0; t < length; t++) {
      const label = path[t] ?? 0;
      const part = partOf(label);
      const type = typeOf(label);
      if (part === 'B' || part === 'S') start = t;
      if (type === undefined || (part !== 'E' && part !== 'S')) continue;
      const margin = best - Math.max(this.#bestAt(start, path[start] ?? 0, length), this.#bestAt(t, label, length));
      names.push({ start, end: t + 1, type, margin, confidence: this.#confidence(margin) });
    }
    return names;
  }

  #confidence(margin: number): number {
    let level = 0;
    while (level + 1 < confidences.length && margin >= (this.#margins[level + 1] ?? 0)) level++;
    return confidences[level] ?? 0.5;
  }

  #score({ length, starts: units, ids }: Features): void {
    if (this.#scores.length < length * labelCount) this.#allocate(length * labelCount * 2);
    const [slots, weights, sieve, scores] = [this.#slots, this.#weights, this.#sieve, this.#scores];
    const mask = slots.length / 2 - 1;
    scores.fill(0, 0, length * labelCount);
    for (let t = 0; t < length; t++) {
      const row = t * labelCount;
      const last = units[t + 1] as number;
      for (let i = units[t] as number; i < last; i++) {
        const id = ids[i] as number;
        const bit = (id >>> 13) & 0x7ffff;
        if (((sieve[bit >> 3] as number) & (1 << (bit & 7))) === 0) continue;
        let slot = (id ^ (id >>> 16)) & mask;
        while (slots[slot * 2] !== id && slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
        const place = slots[slot * 2 + 1] as number;
        if (place === 0) continue;
        const end = place + (weights[place - 1] as number) * 2;
        for (let w = place; w < end; w += 2) {
          const at = row + (weights[w] as number);
          scores[at] = (scores[at] as number) + (weights[w + 1] as number);
        }
      }
    }
  }

  #allocate(size: number): void {
    this.#scores = new Int32Array(size);
    this.#ahead = new Int32Array(size);
    this.#behind = new Int32Array(size);
    this.#back = new Uint8Array(size);
    this.#tops = new Int32Array(size);
  }

  /**
   * Best score of a sequence that ends at each unit with each label, its own score included. Labels that lag far behind
   * the best one are not followed.
   */
  #forward(length: number): void {
    const [scores, ahead, back, costs, tops] = [this.#scores, this.#ahead, this.#back, this.#costs, this.#tops];
    let top = never;
    for (let j = 0; j < labelCount; j++) {
      ahead[j] = begins[j] === 1 ? (scores[j] as number) : never;
      top = Math.max(top, ahead[j] as number);
    }
    tops[0] = top;
    for (let t = 1; t < length; t++) {
      const [row, before] = [t * labelCount, (t - 1) * labelCount];
      ahead.fill(never, row, row + labelCount);
      const least = top - lag;
      for (let from = 0; from < labelCount; from++) {
        const base = ahead[before + from] as number;
        if (base < least) continue;
        const last = firstMove[from + 1] as number;
        for (let m = firstMove[from] as number; m < last; m++) {
          const to = row + (tos[m] as number);
          const score = base + (costs[m] as number);
          if (score > (ahead[to] as number)) {
            ahead[to] = score;
            back[to] = from;
          }
        }
      }
      top = never;
      for (let j = row; j < row + labelCount; j++) {
        const score = (ahead[j] as number) + (scores[j] as number);
        ahead[j] = score;
        if (score > top) top = score;
      }
      tops[t] = top;
    }
    const row = (length - 1) * labelCount;
    for (let j = 0; j < labelCount; j++) if (ends[j] === 0) ahead[row + j] = never;
  }

  /** Best score of what can follow each label of each unit, its own score left out. */
  #backward(length: number): void {
    const [scores, ahead, behind, costs] = [this.#scores, this.#ahead, this.#behind, this.#costs];
    const row = (length - 1) * labelCount;
    for (let j = 0; j < labelCount; j++) behind[row + j] = ends[j] === 0 ? never : 0;
    for (let t = length - 1; t > 0; t--) {
      const [here, before] = [t * labelCount, (t - 1) * labelCount];
      for (let from = 0; from < labelCount; from++) {
        let most = never;
        if ((ahead[before + from] as number) >= (this.#tops[t - 1] as number) - lag) {
          const last = firstMove[from + 1] as number;
          for (let m = firstMove[from] as number; m < last; m++) {
            const to = here + (tos[m] as number);
            const score = (behind[to] as number) + (scores[to] as number) + (costs[m] as number);
            if (score > most) most = score;
          }
        }
        behind[before + from] = most;
      }
    }
  }

  #path(length: number): Uint8Array {
    const path = new Uint8Array(length);
    const last = (length - 1) * labelCount;
    for (let j = 1; j < labelCount; j++)
      if ((this.#ahead[last + j] as number) > (this.#ahead[last + (path[length - 1] as number)] as number))
        path[length - 1] = j;
    for (let t = length - 1; t > 0; t--) path[t - 1] = this.#back[t * labelCount + (path[t] as number)] as number;
    return path;
  }

  /** The best score of all sequences that do not have `label` at `unit`. */
  #bestAt(unit: number, label: number, length: number): number {
    let best = never;
    const row = unit * labelCount;
    for (let j = 0; j < labelCount; j++) {
      if (j === label) continue;
      const score = (this.#ahead[row + j] as number) + (unit === length - 1 ? 0 : (this.#behind[row + j] as number));
      if (score > best) best = score;
    }
    return best;
  }
}

import { mix, seed } from './hash.js';

/** The features of a sentence: those of unit `i` are `ids[starts[i]]` up to `ids[starts[i + 1]]`, each a hash of 32 bits. */
export interface Features {
  readonly length: number;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
}

/** Collects the features of a sentence without making strings: a feature is the hash of its template and its values. */
export class FeatureWriter implements Features {
  #ids = new Int32Array(1 << 13);
  #starts = new Int32Array(1 << 8);
  #count = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }
  get starts(): Int32Array {
    return this.#starts;
  }
  get ids(): Int32Array {
    return this.#ids;
  }

  /** Forgets all features, to begin a new sentence. */
  clear(): void {
    this.#count = 0;
    this.#length = 0;
  }

  /** A feature of the present unit. */
  add(template: number, a: number, b = 0, c = 0): void {
    if (this.#count === this.#ids.length) this.#ids = grown(this.#ids);
    this.#ids[this.#count++] = featureOf(template, a, b, c);
  }

  /** Closes the present unit. */
  next(): void {
    if (this.#length + 2 > this.#starts.length) this.#starts = grown(this.#starts);
    this.#starts[++this.#length] = this.#count;
  }
}

/** The hash of a template, a number below 256, and its values. */
export function featureOf(template: number, a: number, b = 0, c = 0): number {
  return mix(mix(mix(begun[template] as number, a), b), c);
}

const mostTemplates = 256;

/** The hash of each template, to go on with its values. */
const begun = Int32Array.from({ length: mostTemplates }, (_, template) => mix(seed, template));

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

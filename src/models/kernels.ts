import { readFileSync } from 'node:fs';
import { modelPath } from './model.js';

/** The part of WebAssembly that is used here; Node has it, the types of Node 20 do not. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** What `kernels.wat` exports: functions of pointers and sizes over a memory. */
export interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  places(...pointers: number[]): void;
  gather(...pointers: number[]): void;
  sums(...pointers: number[]): void;
  hidden(...pointers: number[]): void;
  scores(...pointers: number[]): void;
  forward(...pointers: number[]): void;
}

/** Parts begin with a line of the processor's cache, so that a row of so many bytes is one line. */
const line = 64;

/** The kernels with a memory of their own: first the parts that stay, behind them room that each sentence uses anew. */
export class Workspace {
  readonly kernels: Kernels;
  #top = line;
  #cells = new Int32Array(0);

  constructor() {
    const bytes = readFileSync(modelPath('kernels.wasm'));
    this.kernels = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Kernels;
  }

  /** Where the room behind the parts begins. */
  get free(): number {
    return this.#top;
  }

  get buffer(): ArrayBuffer {
    return this.kernels.memory.buffer;
  }

  /** All of the memory in numbers of 32 bits: the one at byte `at` is the one of index `at >>> 2`. Void when the memory grows. */
  get cells(): Int32Array {
    const { buffer } = this.kernels.memory;
    if (this.#cells.buffer !== buffer) this.#cells = new Int32Array(buffer);
    return this.#cells;
  }

  /** Copies a part that stays, and gives its place. */
  put(part: Int8Array | Int16Array | Int32Array): number {
    const at = this.#top;
    this.#top = (at + part.byteLength + line - 1) & -line;
    this.reserve(this.#top);
    new Uint8Array(this.buffer).set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    return at;
  }

  /** Sees to it that the memory has so many bytes; views of it are void then. */
  reserve(bytes: number): void {
    const missing = bytes - this.buffer.byteLength;
    if (missing > 0) this.kernels.memory.grow(Math.ceil(missing / 65536) + 16);
  }
}

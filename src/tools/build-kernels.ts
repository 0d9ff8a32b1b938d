/** Compiles the arithmetic of the network of names. Run: `tsx src/tools/build-kernels.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import createWabt from 'wabt';

const folder = new URL('../models/', import.meta.url);
const wabt = await createWabt();
const module = wabt.parseWat('kernels.wat', readFileSync(new URL('kernels.wat', folder), 'utf8'), { simd: true });
writeFileSync(new URL('data/kernels.wasm', folder), module.toBinary({}).buffer);

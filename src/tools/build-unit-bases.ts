/**
 * Writes the lexicon `unit-bases`: for every UCUM code of the lexicon `units` its base unit, and how a value becomes one of
 * the base, by @atomic-ehr/ucum.
 */
import { writeFileSync } from 'node:fs';
import { ucum } from '@atomic-ehr/ucum';
import { openUnits } from '../numbers/units.js';

/** Base units in the order in which they are tried. */
const targets = [
  'm',
  'kg',
  's',
  'm2',
  'm3',
  'm/s',
  'J',
  'W',
  'Pa',
  'K',
  'Hz',
  'V',
  'A',
  'C',
  'lm',
  'lx',
  'cd/m2',
  'rad',
];
/** Units that UCUM gives no dimension. */
const plain: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  bit: ['bit', 1],
  By: ['By', 1],
  kBy: ['By', 1e3],
  MBy: ['By', 1e6],
  GBy: ['By', 1e9],
  TBy: ['By', 1e12],
  PBy: ['By', 1e15],
  'dB[SPL]': ['dB[SPL]', 1],
};

const codes = new Set([...openUnits().entries()].map(([, row]) => row.ucum).filter((code) => code !== ''));
const rows = [...codes].sort().map((code) => {
  const [base, factor, offset] = conversionOf(code);
  return [code, base, factor, offset].join('\t');
});

function conversionOf(code: string): readonly [base: string, factor: number, offset: number] {
  const own = plain[code];
  if (own !== undefined) return [own[0], own[1], 0];
  if (code === 'a') return ['a', 1, 0];
  if (code === 'lm' || code === 'lx' || code === 'cd/m2') return [code, 1, 0];
  const base = targets.find((target) => ucum.isConvertible(code, target));
  if (base === undefined) throw new Error(`${code} has no base unit`);
  const [zero, one] = [ucum.convert(0, code, base), ucum.convert(1, code, base)];
  return [base, Number((one - zero).toPrecision(12)), Number(zero.toPrecision(12))];
}

const header = [
  '# Units of UCUM with their base unit: value × factor + offset',
  '# columns: ucum base factor offset',
  '# source: the conversions of @atomic-ehr/ucum, computed by src/tools/build-unit-bases.ts',
  '# license: MIT',
  '# used-by: src/quantities/bases.ts',
];
writeFileSync(new URL('../lexicons/data/unit-bases.tsv', import.meta.url), `${[...header, ...rows].join('\n')}\n`);

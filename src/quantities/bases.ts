import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** How a unit of UCUM becomes its base unit: value × factor + offset. */
export interface UnitBase {
  /** The UCUM code of the base unit. */
  readonly unit: string;
  readonly factor: number;
  readonly offset: number;
}

const bases = lazy(() =>
  openLexicon(
    'unit-bases',
    ['ucum', 'base', 'factor', 'offset'],
    ({ base, factor, offset }): UnitBase => ({ unit: base, factor: Number(factor), offset: Number(offset) }),
  ),
);

/** The base of a UCUM code, or null where it has none. */
export function baseOf(ucum: string): UnitBase | null {
  return ucum === '' ? null : (bases().get(ucum) ?? null);
}

/** A value in base units, rounded as decimals are. */
export function inBase(value: number, { factor, offset }: UnitBase): number {
  return Number((value * factor + offset).toPrecision(12));
}

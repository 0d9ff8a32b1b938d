import type { Lexeme } from './lexemes.js';
import type { Fields, Unit } from './shapes.js';

export type Lexemes = readonly Lexeme[];

/** A part of a date: what one rule read, the index behind it, and its place from coarse (0) to fine (9). */
export interface Part {
  readonly fields: Fields;
  /** The other end where the part is a range of its own: 18至20日. */
  readonly to: Fields | null;
  readonly next: number;
  readonly rank: number;
  readonly by: string;
}

export type PartRule = (lexemes: Lexemes, at: number, after: Fields) => Part | null;

export const rank = {
  century: 0,
  decade: 1,
  year: 2,
  half: 3,
  month: 4,
  week: 5,
  day: 6,
  weekday: 7,
  part: 8,
  clock: 9,
  segment: 10,
};

/** A part without another end. */
export function part(fields: Fields, next: number, order: number, by: string, to: Fields | null = null): Part {
  return { fields, to, next, rank: order, by };
}

/** Whether a point says nothing yet. */
export function isEmpty(fields: Fields): boolean {
  for (const _ in fields) return false;
  return true;
}

/** The value of a lexeme of `kind`, or null. */
export function valueAt(lexemes: Lexemes, at: number, kind: string): string | null {
  const lexeme = lexemes[at];
  return lexeme?.kind === kind ? lexeme.value : null;
}

/** Whether a lexeme of `kind` stands at `at`. */
export function isKind(lexemes: Lexemes, at: number, ...kinds: readonly string[]): boolean {
  const kind = lexemes[at]?.kind;
  return kind !== undefined && kinds.includes(kind);
}

/** Whether a unit lexeme stands at `at` in the role `d` (counted) or `o` (numbered). */
export function unitAt(lexemes: Lexemes, at: number, role: 'd' | 'o'): Unit | null {
  // one second: the noun, and no ordinal.
  if (role === 'd' && lexemes[at]?.word === 'second' && lexemes[at - 1]?.number?.role === 'cardinal') return 's';
  // three weekends: counted, and no recurring ones.
  if (role === 'd' && lexemes[at]?.word === 'weekends' && lexemes[at - 1]?.number != null) return 'WE';
  const lexeme = lexemes[at];
  if (lexeme?.kind !== 'unit') return null;
  const { unit, counted, numbered } = unitOf(lexeme.value);
  return (role === 'd' ? counted : numbered) ? unit : null;
}

interface UnitRow {
  readonly unit: Unit;
  readonly counted: boolean;
  readonly numbered: boolean;
}

const unitRows = new Map<string, UnitRow>();

/** The value of a row of a unit, taken apart once: `Y do`. */
function unitOf(value: string): UnitRow {
  const known = unitRows.get(value);
  if (known !== undefined) return known;
  const [unit, roles = ''] = value.split(' ');
  const row = { unit: unit as Unit, counted: roles.includes('d'), numbered: roles.includes('o') };
  unitRows.set(value, row);
  return row;
}

/** The unit at `at` in either role. */
export function anyUnitAt(lexemes: Lexemes, at: number): Unit | null {
  return unitAt(lexemes, at, 'd') ?? unitAt(lexemes, at, 'o');
}

/** The exact whole number at `at`, or null. */
export function wholeAt(lexemes: Lexemes, at: number): number | null {
  const number = lexemes[at]?.number;
  if (number?.value == null || number.approx || number.role === 'fraction' || number.role === 'percent') return null;
  return Number.isInteger(number.value) && number.value >= 0 ? number.value : null;
}

/** Whether a month with its day follows. */
export function isBeforeMonth(lexemes: Lexemes, at: number): boolean {
  return isGlued(lexemes, at) && unitAt(lexemes, at + 1, 'o') === 'M' && unitAt(lexemes, at + 3, 'o') === 'D';
}

/** Skips 第 before a number. */
export function afterNth(lexemes: Lexemes, at: number): number {
  return valueAt(lexemes, at, 'nth') === null ? at : at + 1;
}

/** Skips an article. */
export function afterThe(lexemes: Lexemes, at: number): number {
  return lexemes[at]?.kind === 'the' ? at + 1 : at;
}

/** Whether nothing stands between two lexemes. */
export function isGlued(lexemes: Lexemes, at: number): boolean {
  return lexemes[at - 1]?.end === lexemes[at]?.start;
}

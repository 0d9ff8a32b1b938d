import { type Lexicon, openLexicon } from '../lexicons/lexicon.js';

/** What a unit is for, and how it is reported. */
export interface UnitRow {
  /** measure, classifier, dozen, percent or money. */
  readonly kind: string;
  /** The ISO 4217 code of money, the sign of a percentage, `strong` for a measure word that is one whatever follows, or ''. */
  readonly code: string;
  /** What the number is multiplied by: 0.01 for a basis point, 0.1 for 角, 12 for a dozen. */
  readonly factor: number;
  /** The UCUM code of a unit of measure, or ''. */
  readonly ucum: string;
}

/** Units of measure, measure words and currencies that follow a number. */
export function openUnits(): Lexicon<UnitRow> {
  return openLexicon('units', ['unit', 'kind', 'code', 'factor', 'ucum'], ({ kind, code, factor, ucum }) => ({
    kind,
    code,
    factor: Number(factor),
    ucum,
  }));
}

/** Signs and codes of money that stand before a number, in small letters, with their ISO 4217 codes. */
export function openCurrencySigns(): Lexicon<string> {
  return openLexicon('currency-signs', ['sign', 'code'], (row) => row.code);
}

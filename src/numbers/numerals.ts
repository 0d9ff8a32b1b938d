import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** A row of the lexicon: digit, vague, unit, tens, myriad, more or vulgar (½), and what it counts. */
export interface Numeral {
  readonly role: string;
  readonly value: number;
}

const numerals = lazy(() =>
  openLexicon(
    'numerals',
    ['character', 'role', 'value'],
    (row): Numeral => ({ role: row.role, value: Number(row.value) }),
  ),
);

/** The numerals by their UTF-16 unit: they are asked for at every character of a text. */
const byUnit = lazy(() => {
  const table = new Map<number, Numeral>();
  for (const [character, numeral] of numerals().entries()) table.set(character.charCodeAt(0), numeral);
  return table;
});

/** What a character of the fold means in a numeral, or undefined. */
export function numeralOf(character: string | undefined): Numeral | undefined {
  return character === undefined ? undefined : byUnit().get(character.charCodeAt(0));
}

/** All characters that numerals are written with. */
export function numeralCharacters(): Iterable<string> {
  return Array.from(numerals().entries(), ([character]) => character);
}

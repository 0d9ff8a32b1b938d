import { openLexicon } from '../lexicons/lexicon.js';
import { convert } from './convert.js';

/**
 * A Simplified name in Traditional characters, phrase by phrase. A person keeps the characters that names are written
 * with: 于 and 余 do not become 於 and 餘.
 */
export function toTraditionalName(name: string, isPerson: boolean): string {
  const converted = convert(name, 's2tw');
  if (!isPerson || converted.length !== name.length) return converted;
  return Array.from(converted, (character, i) => personForm(Array.from(name)[i] ?? '') ?? character).join('');
}

/** The Traditional form of a Simplified character in the name of a person, where it is a special one. */
export function personForm(character: string): string | undefined {
  return openLexicon('person-forms', ['character', 'traditional'], (row) => row.traditional).get(character);
}

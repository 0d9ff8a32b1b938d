import { openLexicon } from '../lexicons/lexicon.js';
import { convert } from './convert.js';
import { openChain } from './opencc.js';

/**
 * A Simplified name in Traditional characters, phrase by phrase. A person keeps the characters that names are written
 * with: 于 and 余 do not become 於 and 餘.
 */
export function toTraditionalName(name: string, isPerson: boolean): string {
  const converted = convert(name, 's2tw');
  if (!isPerson || converted.length !== name.length) return converted;
  return Array.from({ length: name.length }, (_, at) => personForm(name, at) ?? converted.charAt(at)).join('');
}

/**
 * The Traditional form of the character at `at` of a person's Simplified name, where it is a special one; undefined
 * where it is none, or where OpenCC has a phrase for it: 皇后.
 */
export function personForm(name: string, at: number): string | undefined {
  const forms = openLexicon('person-forms', ['character', 'traditional'], (row) => row.traditional);
  const form = forms.get(name.charAt(at));
  return form === undefined || isInPhrase(name, at) ? undefined : form;
}

function isInPhrase(name: string, at: number): boolean {
  const phrases = openChain('s2tw').segmentation;
  return Array.from({ length: at + 1 }, (_, start) => start).some((start) =>
    phrases.some((list) => list.lengthAt(name, start, name.length) > Math.max(1, at - start)),
  );
}

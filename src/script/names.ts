import type { EntityType } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { remembered } from '../text/remembered.js';
import { convert } from './convert.js';
import { openChain } from './opencc.js';

/**
 * A Simplified name in Traditional characters, phrase by phrase. A person keeps the characters that people are named
 * with, and a place its own: 于 and 余 do not become 於 and 餘, nor 裕民里 裕民裡.
 */
export function toTraditionalName(name: string, type: EntityType): string {
  const converted = convert(name, 's2tw');
  if (converted.length !== name.length) return converted;
  return Array.from({ length: name.length }, (_, at) => nameForm(name, at, type) ?? converted.charAt(at)).join('');
}

const forms = lazy(() =>
  openLexicon('name-forms', ['character', 'traditional', 'types'], ({ traditional, types }) => ({
    traditional,
    types: types.split('|'),
  })),
);

/**
 * The Traditional form of the character at `at` of a Simplified name, where names of the type have a special one;
 * undefined where they have none, or where OpenCC has a phrase for it: 皇后.
 */
export function nameForm(name: string, at: number, type: EntityType): string | undefined {
  const character = name.charAt(at);
  const form = forms().get(character);
  if (form?.types.includes(type) === true && !isInPhrase(name, at)) return form.traditional;
  return namesOnly.has(type) && hasRegionalForm(character) ? character : undefined;
}

/** Names that say nothing: not titles, in which words have the forms that they have anywhere. */
const namesOnly: ReadonlySet<EntityType> = new Set(['PERSON', 'GPE', 'LOC', 'FAC', 'ORG']);

/** Whether a Simplified character is Traditional too, and Taiwan writes another in its place: 檐 and 簷. */
const hasRegionalForm = remembered(
  (character) =>
    openChain('t2tw').steps.some((lists) => lists.some((list) => list.lengthAt(character, 0, character.length) > 0)),
  1 << 13,
);

function isInPhrase(name: string, at: number): boolean {
  const phrases = openChain('s2tw').segmentation;
  return Array.from({ length: at + 1 }, (_, start) => start).some((start) =>
    phrases.some((list) => list.lengthAt(name, start, name.length) > Math.max(1, at - start)),
  );
}

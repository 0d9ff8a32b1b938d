import type { CueType } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { wordList } from './words.js';

/** What follows a verb of claiming or asking in the place of a clause. */
export type Complement =
  | 'to'
  | 'object-to'
  | 'object-of'
  | 'object-at'
  | 'object-as'
  | 'object-adj'
  | 'object-for'
  | 'about';

/** What the lexicon says about a verb that claims or asks by a deed. */
export interface Deed {
  readonly type: CueType;
  readonly complements: readonly Complement[];
}

/** The English verbs that claim or ask without a clause. */
export const deedVerbs = wordList(() =>
  openLexicon(
    'deed-verbs-en',
    ['word', 'type', 'complements'],
    (row): Deed => ({ type: row.type as CueType, complements: row.complements.split(' ') as Complement[] }),
  ),
);

/** Whether a verb asks, promises or accuses; the others only judge. */
export function addresses({ complements }: Deed): boolean {
  return complements.some((complement) => /^(?:to|object-to|object-of)$/.test(complement));
}

import type { EntityType } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';
import { knownNames, listedEnglish } from '../lexicons/names.js';
import { isHan } from './forms.js';

const longestCalling = 6;

/** Whether a word such as 民警 or 村民 stands right before the offset of the fold: whom it names is seldom the one that is listed. */
export function isOrdinaryAt(folded: string, start: number): boolean {
  const callings = openWords('ordinary-callings');
  for (let length = 2; length <= Math.min(longestCalling, start); length++)
    if (callings.has(folded.slice(start - length, start))) return true;
  return false;
}

/** Whether lists of names have a person of this Chinese name whom an entity without an English name is not. Expects the fold. */
export function isNamesake(folded: string, type: EntityType, en: string | null): boolean {
  if (type !== 'PERSON' || en !== null || !isHan(folded)) return false;
  return (
    listedEnglish(folded, type) !== null || knownNames(folded).some((known) => known.type === type && known.en !== null)
  );
}

/**
 * Whether a listed name says less than the full one, which has a word before it: 教育局 of 台南市教育局. What is said of the
 * listed one is not said of it. A person may be known by the last part of the name.
 */
export function isPartOf(full: string, listed: string, type: EntityType): boolean {
  return type !== 'PERSON' && full.length > listed.length && full.endsWith(listed);
}

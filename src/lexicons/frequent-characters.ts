import { lazy } from '../text/lazy.js';
import { openLexicon } from './lexicon.js';

const ranks = lazy(() => openLexicon('frequent-characters', ['character', 'rank'], ({ rank }) => Number(rank)));

/** The class of a Simplified character's rank in running text: 300 for the 300 most frequent, 600 …; null if it is none. */
export function frequencyRank(character: string): number | null {
  return ranks().get(character) ?? null;
}

/** The frequent characters themselves. */
export function frequentCharacters(): readonly string[] {
  return Array.from(ranks().entries(), ([character]) => character);
}

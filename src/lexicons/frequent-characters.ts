import { openLexicon } from './lexicon.js';

/** The class of a Simplified character's rank in running text: 300 for the 300 most frequent, 600 …; null if it is none. */
export function frequencyRank(character: string): number | null {
  const ranks = openLexicon('frequent-characters', ['character', 'rank'], ({ rank }) => Number(rank));
  return ranks.get(character) ?? null;
}

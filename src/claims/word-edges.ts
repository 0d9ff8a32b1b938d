import type { Lexicon } from '../lexicons/lexicon.js';

const longest = 8;

/** Whether a text opens with a word of a lexicon. */
export function opensWith(words: Lexicon<unknown>, text: string): boolean {
  return words.longestAt(text, 0) !== null;
}

/** Whether a text closes with a word of a lexicon. */
export function closesWith(words: Lexicon<unknown>, text: string): boolean {
  for (let at = Math.max(0, text.length - longest); at < text.length; at++) if (words.has(text.slice(at))) return true;
  return false;
}

import type { Lexicon } from './lexicon.js';

/** Whether a text holds a word of a lexicon at any place. */
export function holdsWordOf(words: Lexicon<unknown>, text: string): boolean {
  for (
    let at = words.nextStart(text, 0, text.length);
    at < text.length;
    at = words.nextStart(text, at + 1, text.length)
  )
    if (words.longestAt(text, at) !== null) return true;
  return false;
}

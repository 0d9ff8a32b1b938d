import { matchesOf } from '../text/matches.js';
import type { Span } from './span.js';

/**
 * The fold in lower case with every offset kept: a character whose lower-case form is longer stays as it is, and so does the name of a
 * month within a time that is a verb in small letters (on May 8, not what it may do).
 */
export function lowerCase({ folded, times }: { readonly folded: string; readonly times: readonly Span[] }): string {
  const lower = smallLetters(folded);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of times)
    for (const { 0: month, index } of matchesOf(/\b(?:May|March)\b/g, folded.slice(start, end))) {
      if (start + index < at) continue;
      parts.push(lower.slice(at, start + index), month);
      at = start + index + month.length;
    }
  return at === 0 ? lower : parts.join('') + lower.slice(at);
}

function smallLetters(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  }).join('');
}

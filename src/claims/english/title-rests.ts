import { isVerb } from '../../document/tags.js';
import { openWords } from '../../lexicons/lexicon.js';
import { matchesOf } from '../../text/matches.js';
import { nounBefore } from '../nouns.js';
import type { Reading } from '../reading.js';

const longestTitle = 60;

/** Where a phrase begins that ends a stretch: behind a mark, or behind a word that joins clauses. */
const opening = /(?:[,;:]|\s(?=(?:and|but|while|whereas|though|although|as|because|yet|so)\s))/g;

/**
 * Rates stayed unchanged|, and Chair [Jerome Powell told …]: where the author's words end before a report whose speaker has
 * a title in front: the start of the phrase that ends in the title, `to` if none does. `to` is where the speaker begins.
 */
export function beforeTitle(reading: Reading, from: number, to: number): number {
  const title = titleStart(reading, from, to);
  if (title === null) return to;
  // …, though its head teacher, Mrs [Gwen Hall insisted …]
  const isAddress = openWords('honorifics-en').has(reading.lower.slice(title, to).replace(/[^a-z]/g, ''));
  return (isAddress ? titleStart(reading, from, title) : null) ?? title;
}

/** Where the last phrase of a stretch begins, with its mark or conjunction, if it ends in a title; else null. */
function titleStart(reading: Reading, from: number, to: number): number | null {
  // …, its principal, [Tess Holm, said …]
  const end = from + reading.lower.slice(from, to).trimEnd().replace(/,$/, '').length;
  const start = Math.max(from, end - longestTitle);
  const cut = matchesOf(opening, reading.lower.slice(start, end)).at(-1)?.index;
  if (cut === undefined || start + cut <= from || !isTitle(reading, { start: start + cut, end })) return null;
  return start + reading.lower.slice(start, start + cut).replace(/(?<![,\s])[,\s]+$/, '').length;
}

/** Whether a phrase ends in what somebody is called by or does, and tells nothing. */
function isTitle(reading: Reading, phrase: { start: number; end: number }): boolean {
  const last = /(?<![a-z])[a-z]+(?=\.?$)/.exec(reading.lower.slice(phrase.start, phrase.end))?.[0];
  if (last === undefined) return false;
  const isCalled =
    openWords('person-titles-en').has(last) ||
    openWords('honorifics-en').has(last) ||
    nounBefore(reading.lower, phrase.start, phrase.end)?.role === 'title';
  return isCalled && !reading.tokensIn(phrase).some(isVerb);
}

import { isVerb } from '../../document/tags.js';
import { openWords } from '../../lexicons/lexicon.js';
import { nounBefore } from '../nouns.js';
import type { Reading } from '../reading.js';

const longestTitle = 60;

/** Where a phrase begins that ends a stretch: behind a mark, or behind a word that joins clauses. */
const opening = /(?:[,;:]|\s(?=(?:and|but|while|whereas|though|although|as|because|yet|so)\s))/g;

/**
 * Rates stayed unchanged|, and Chair [Jerome Powell told …]: where the author's words end before a report whose speaker has
 * a title in front, that is how much belongs to the report at the end of the stretch; its end if nothing does.
 */
export function beforeTitle(reading: Reading, from: number, to: number): number {
  const start = Math.max(from, to - longestTitle);
  const cut = [...reading.lower.slice(start, to).matchAll(opening)].at(-1)?.index;
  if (cut === undefined || start + cut <= from) return to;
  const phrase = { start: start + cut, end: to };
  if (!isTitle(reading, phrase)) return to;
  const end = start + reading.lower.slice(start, phrase.start).trimEnd().replace(/,$/, '').length;
  return beforeTitle(reading, from, end);
}

/** Whether a phrase ends in what somebody is called by or does, and tells nothing. */
function isTitle(reading: Reading, phrase: { start: number; end: number }): boolean {
  const last = /[a-z]+(?=\.?$)/.exec(reading.lower.slice(phrase.start, phrase.end))?.[0];
  if (last === undefined) return false;
  const isCalled =
    openWords('person-titles-en').has(last) ||
    openWords('honorifics-en').has(last) ||
    nounBefore(reading.lower, phrase.start, phrase.end)?.role === 'title';
  return isCalled && !reading.tokensIn(phrase).some(isVerb);
}

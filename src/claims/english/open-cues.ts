import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import { matchesOf } from '../../text/matches.js';
import type { CueMatch } from '../cues.js';
import type { Reading } from '../reading.js';

/** A verb with its particle, at the end of what stands before `that`. */
const verbBefore = /(?<![a-z])([a-z]{3,20})(?:\s(?:out|back|on|up|down|in|away|clear|plain|known))?$/;
/** No such verb is longer, with its particle and the character before it. */
const longestVerb = 32;

/**
 * Verbs of an English stretch that no lexicon of cues lists and that take a clause with `that` (the mayor rued that …), with their
 * particle. Verbs that bring about or imply something (ensured that, meant that) are none.
 */
export function openCues(reading: Reading, { start, end }: Span): CueMatch[] {
  const text = reading.lower.slice(start, end);
  if (!text.includes(' that ')) return [];
  return matchesOf(/\sthat(?=\s)/g, text).flatMap(({ index }): CueMatch[] => {
    const before = text.slice(Math.max(0, index - longestVerb), index);
    const match = verbBefore.exec(before);
    if (match === null) return [];
    const [word, verb = ''] = match;
    const at = start + index - word.length;
    if (openWords('that-bars-en').has(verb)) return [];
    const token = reading.tokensIn({ start: at, end: at + verb.length })[0];
    if (token === undefined || token.start !== at || token.pos !== 'Verb') return [];
    return [
      {
        start: at,
        end: at + word.length,
        word,
        type: 'say',
        frame: 'that',
        stance: 'neutral',
        negates: false,
        isOpen: true,
      },
    ];
  });
}

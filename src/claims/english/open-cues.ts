import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import type { CueMatch } from '../cues.js';
import type { Reading } from '../reading.js';

const verbThat = /(?<![a-z])([a-z]{3,20})(?:\s(?:out|back|on|up|down|in|away|clear|plain|known))?(?=\sthat\s)/g;

/**
 * Verbs of an English stretch that no lexicon of cues lists and that take a clause with `that` (the mayor rued that …), with their
 * particle. Verbs that bring about or imply something (ensured that, meant that) are none.
 */
export function openCues(reading: Reading, { start, end }: Span): CueMatch[] {
  const text = reading.lower.slice(start, end);
  if (!text.includes(' that ')) return [];
  return [...text.matchAll(verbThat)].flatMap((match): CueMatch[] => {
    const verb = match[1] ?? '';
    const at = start + match.index;
    if (openWords('that-bars-en').has(verb)) return [];
    const token = reading.tokensIn({ start: at, end: at + verb.length })[0];
    if (token === undefined || token.start !== at || token.pos !== 'Verb') return [];
    const word = match[0];
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

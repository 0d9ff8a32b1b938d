import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import type { SourcePhrase } from '../attribution.js';
import { describeSource } from '../nouns.js';
import type { NumberedSentence } from '../reading.js';
import type { Scene } from '../scene.js';
import { findSubjectEn } from './sources.js';

/**
 * Who goes on where an English cue has no subject of its own: the source of what is reported before it in the
 * sentence, else the subject of the sentence's first verb; null where there is none.
 */
export function firstSubject(scene: Scene, sentence: NumberedSentence, cue: Span): SourcePhrase | null {
  const earlier = scene.found.findLast((found) => found.start >= sentence.start && found.end <= cue.start);
  if (earlier?.source) return earlier.source;
  const verb = scene.reading
    .tokensIn({ start: sentence.start, end: cue.start })
    .find((token) => token.start > sentence.start && isVerb(token));
  const subject =
    verb === undefined
      ? (scene.reading.mentionsIn(sentence).find(({ start }) => start === sentence.start) ?? null)
      : findSubjectEn(scene.reading, { start: sentence.start, end: verb.start });
  return subject === null ? null : describeSource(scene.reading, subject);
}

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
  const from = partStart(scene, sentence, cue);
  const earlier = scene.found.findLast((found) => found.start >= from && found.end <= cue.start);
  if (earlier?.source) return earlier.source;
  const verb = scene.reading
    .tokensIn({ start: from, end: cue.start })
    .find((token) => token.start > from && isVerb(token));
  const subject =
    verb === undefined
      ? (scene.reading.mentionsIn(sentence).find(({ start }) => start === sentence.start) ?? null)
      : findSubjectEn(scene.reading, { start: from, end: verb.start });
  return subject === null ? null : describeSource(scene.reading, subject);
}

/** Ann said it was safe; |Bob frowned, saying …; shares rose after |the maker lifted its outlook and said …: where the part of a sentence begins whose subject goes on. */
function partStart({ reading }: Scene, sentence: Span, cue: Span): number {
  const text = reading.lower.slice(sentence.start, cue.start);
  const part = sentence.start + text.lastIndexOf(';') + 1;
  const clause = /\s(?:after|before|as|when|while|because|since|although|though)\s(?=[^,;:]+\s(?:and|but)\s$)/.exec(
    reading.lower.slice(part, cue.start),
  );
  if (clause === null) return part;
  const start = part + clause.index + clause[0].length;
  const [first, ...others] = reading.tokensIn({ start, end: cue.start });
  return first !== undefined && !isVerb(first) && others.some(isVerb) ? start : part;
}

import type { Span } from '../../document/span.js';
import { carry, type SourcePhrase } from '../attribution.js';
import type { CueMatch } from '../cues.js';
import { asks, complementBehind, deedVerbs } from '../deed-verbs.js';
import { cueAt } from '../leads.js';
import { describeSource, isSomebody, nounBefore } from '../nouns.js';
import type { NumberedSentence } from '../reading.js';
import { holdsQuote, type Scene } from '../scene.js';
import { findWords } from '../words.js';
import { firstSubject } from './carried.js';
import { endOfReport, type Frame, goesOn, type Report } from './reports.js';
import { findSubjectEn } from './sources.js';
import { groupStart, isBarred } from './verb-groups.js';

/**
 * `speaker-deed`: S vowed to leave, S urged him to leave, S accused him of leaving, S put the cost at 3m, S complained of noise: a verb that
 * claims or asks without a clause. The content begins behind the verb.
 */
export const speakerDeed: Frame = {
  rule: 'speaker-deed',
  find(scene, sentence) {
    const { reading } = scene;
    return findWords(reading.words, deedVerbs, sentence.start, sentence.end).flatMap(
      ({ start, end, value }): Report[] => {
        const cue = cueAt(reading.lower, { start, end }, value.type);
        const complement = complementBehind(reading, value, { start: end, end: Math.min(sentence.end, end + 140) });
        if (complement === null || holdsQuote(scene, cue) || isBarred(scene, sentence.start, cue) || isName(scene, cue))
          return [];
        const source = sourceOf(scene, sentence, cue, asks(complement.form) && !value.needsSomebody);
        if (source === null) return [];
        const from = end + complement.gap;
        const content = { start: from, end: endOfReport(scene, sentence, from) };
        return [{ source, cue, start: Math.min(source.start, start), content, confidence: 0.75, isInner: false }];
      },
    );
  },
};

/**
 * Who claims or asks: the subject before the verb, or that of the sentence where the verb goes on (…, accusing him of …). Only somebody
 * asks, whatever the noun (the archbishop urged Catholics to vote); what else is claimed needs a noun of a source.
 */
function sourceOf(scene: Scene, sentence: NumberedSentence, cue: CueMatch, isAsking: boolean): SourcePhrase | null {
  const { reading } = scene;
  const before = reading.lower.slice(sentence.start, cue.start);
  if (goesOn(before, { ...cue, frame: 'clause' })) return carry(firstSubject(scene, sentence, cue));
  if (/ing$/.test(cue.word)) return null;
  const subject = findSubjectEn(reading, {
    start: regionStart(scene, sentence, cue),
    end: groupStart(scene, sentence.start, cue) ?? cue.start,
  });
  if (subject === null) return null;
  const isIt = /^(?:it|this|that|there)$/.test(reading.lower.slice(subject.start, subject.end));
  if (!(isAsking && !isIt) && !(isSomebody(reading, subject) || isHeaded(reading.lower, subject))) return null;
  return describeSource(reading, subject);
}

/** an audit by the port: the noun before a preposition is one of a source. */
function isHeaded(lower: string, { start, end }: Span): boolean {
  const head = /^[^,]*?(?=\s(?:by|of|for|in|at|from|with|on)\s)/.exec(lower.slice(start, end))?.[0];
  return head !== undefined && nounBefore(lower, start, start + head.length) !== null;
}

function regionStart(scene: Scene, sentence: Span, cue: Span): number {
  const quote = scene.quotes.findLast(({ end }) => end <= cue.start)?.end ?? 0;
  // The editorial, headlined “…”, accused him of …
  const isAside = /^,\s(?:\w+ly\s|has\s|have\s|had\s|also\s)?$/.test(scene.reading.folded.slice(quote, cue.start));
  return isAside ? sentence.start : Math.max(sentence.start, quote);
}

/** The Pledge to Act: a capital inside the sentence is a part of a name. */
function isName({ reading }: Scene, cue: Span): boolean {
  return /\p{Lu}/u.test(reading.folded[cue.start] ?? '') || reading.mentionsIn(cue).length > 0;
}

import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import { matchesOf } from '../../text/matches.js';
import { carry, type SourcePhrase } from '../attribution.js';
import { cueAt } from '../leads.js';
import { describeSource, isSomebody } from '../nouns.js';
import type { NumberedSentence } from '../reading.js';
import { hasVerb, holdsQuote, type Scene } from '../scene.js';
import { firstSubject } from './carried.js';
import { endOfReport, type Frame, type Report } from './reports.js';
import { findSubjectEn } from './sources.js';
import { hasRole, type Word, wordsIn } from './words.js';

/** What a clause begins with behind its adjective: few words do, while any may be an adjective. */
const clauseHead = /\s(?:(that)\s|(?:he|she|it|they|we|the|there|his|her|its|their)(?=\s))/g;
const longestAdjective = 20;

/**
 * `speaker-cue-clause`: she is convinced that …; brokers remain confident (that) …; …, certain that …: an adjective of belief or feeling. Without
 * `that` only behind a verb of state.
 */
export const believer: Frame = {
  rule: 'speaker-cue-clause',
  find(scene, sentence) {
    const { reading } = scene;
    const text = reading.lower.slice(sentence.start, sentence.end);
    return matchesOf(clauseHead, text).flatMap((match): Report[] => {
      const word = /[a-z]+$/.exec(text.slice(Math.max(0, match.index - longestAdjective), match.index))?.[0] ?? '';
      if (!openWords('belief-adjectives-en').has(word)) return [];
      const end = sentence.start + match.index;
      const cue = cueAt(reading.lower, { start: end - word.length, end }, 'think');
      if (holdsQuote(scene, cue)) return [];
      const isMarked = match[1] !== undefined;
      const source = believerOf(scene, sentence, cue, isMarked);
      const start = end + (isMarked ? match[0].length : 1);
      const content = { start, end: endOfReport(scene, sentence, start) };
      if (source === null || !hasVerb(scene, content)) return [];
      return [{ source, cue, start: Math.min(source.start, cue.start), content, confidence: 0.75, isInner: false }];
    });
  },
};

/** Who believes: the subject of the verb of state, or that of the sentence behind a comma. */
function believerOf(scene: Scene, sentence: NumberedSentence, cue: Span, isMarked: boolean): SourcePhrase | null {
  const { reading } = scene;
  const words = wordsIn(reading.lower, { start: Math.max(sentence.start, cue.start - 60), end: cue.start });
  let last = words.length - 1;
  while (last >= 0 && words.length - last < 4 && isDegree(words[last])) last--;
  const verb = words[last];
  if (verb !== undefined && hasRole(verb.text, 'state')) {
    const auxiliary = words[last - 1]?.text;
    const end = /^(?:has|have|had|will|would|also|still|now)$/.test(auxiliary ?? '')
      ? (words[last - 1]?.start ?? verb.start)
      : verb.start;
    const subject = findSubjectEn(reading, { start: sentence.start, end });
    if (subject === null || /^(?:it|this|that|there)$/.test(reading.lower.slice(subject.start, subject.end)))
      return null;
    return isSomebody(reading, subject) ? describeSource(reading, subject) : null;
  }
  const gap = reading.folded.slice(verb?.end ?? sentence.start, words[last + 1]?.start ?? cue.start);
  return isMarked && /,/.test(gap) ? carry(firstSubject(scene, sentence, cue)) : null;
}

/** She is |more than| certain, |not at all| sure. */
function isDegree(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return hasRole(word.text, 'adverb') || hasRole(word.text, 'degree') || /ly$/.test(word.text);
}

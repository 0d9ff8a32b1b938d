import type { Span } from '../../document/span.js';
import { carry, type SourcePhrase } from '../attribution.js';
import { findCues } from '../cue-search.js';
import { describeSource, nounBefore } from '../nouns.js';
import type { NumberedSentence } from '../reading.js';
import { holdsQuote, type Scene } from '../scene.js';
import { clauseBehind } from './behind.js';
import { firstSubject } from './carried.js';
import { endOfReport, type Frame, goesOn, type Report } from './reports.js';
import { nounPhraseEn } from './shorten.js';
import { isBarred } from './verb-groups.js';
import { hasRole, wordsIn } from './words.js';

/** `participle-speaker`: …, with critics arguing that …; a letter warning that …; she spent years insisting that …. */
export const participleSpeaker: Frame = {
  rule: 'participle-speaker',
  find(scene, sentence) {
    const { reading } = scene;
    return findCues(reading, sentence).flatMap((cue): Report[] => {
      if (!/ing$/.test(cue.word) || cue.frame !== 'clause' || holdsQuote(scene, cue)) return [];
      const before = { start: sentence.start, end: cue.start };
      if (goesOn(reading.lower.slice(before.start, before.end), cue) || isBarred(scene, sentence.start, cue)) return [];
      const start = clauseBehind(scene, cue, sentence.end);
      const source = start === null ? null : participleSource(scene, sentence, cue);
      if (start === null || source === null) return [];
      const content = { start, end: endOfReport(scene, sentence, start) };
      return [{ source, cue, start: cue.start, content, confidence: 0.7 }];
    });
  },
};

/** released a (short) statement |saying …: the subject of the sentence speaks in it. */
function isIssued(before: string): boolean {
  return wordsIn(before, { start: 0, end: before.length })
    .slice(-4)
    .some(({ text }) => hasRole(text, 'issue'));
}

/** State media quoted |May Chen|, an aide, as saying …: whom somebody quotes; null where nobody is quoted. */
export function quotedAs({ reading }: Scene, sentence: Span, cue: Span): SourcePhrase | null {
  const text = reading.lower.slice(sentence.start, cue.start);
  const quoted = text.endsWith(' as ')
    ? /\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\s(?=[^;:]{2,120}\sas\s$)/.exec(text)
    : null;
  if (quoted === null) return null;
  const start = sentence.start + quoted.index + quoted[0].length;
  const comma = reading.folded.slice(start, cue.start).indexOf(',');
  const subject = nounPhraseEn(reading, { start, end: comma < 0 ? cue.start - 3 : start + comma });
  return subject === null ? null : describeSource(reading, subject);
}

/** Who is behind a participle: the noun behind with, the paper before it unless the subject issued it, else the subject where time was spent. */
function participleSource(scene: Scene, sentence: NumberedSentence, cue: Span): SourcePhrase | null {
  const { reading } = scene;
  const text = reading.lower.slice(sentence.start, cue.start);
  const quoted = quotedAs(scene, sentence, cue);
  if (quoted !== null) return quoted;
  const absolute = /(?:,\s|^)(?:but\s|and\s)?with\s(?=[^,;:]{2,80}$)/.exec(text);
  if (absolute !== null) {
    const subject = nounPhraseEn(reading, {
      start: sentence.start + absolute.index + absolute[0].length,
      end: cue.start,
    });
    return subject === null ? null : describeSource(reading, subject);
  }
  const noun = nounBefore(reading.lower, sentence.start, cue.start - 1);
  const paper = noun?.role === 'report' ? { start: noun.start, end: cue.start - 1 } : null;
  if (paper !== null && !isIssued(reading.lower.slice(sentence.start, paper.start)))
    return describeSource(reading, paper);
  const spends = /\bsp(?:ent|ends|ending)\s[^,;:]{2,60}$/.test(text);
  return paper !== null || spends ? carry(firstSubject(scene, sentence, cue)) : null;
}

import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import { carry } from '../attribution.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { describeSource, isSomebody } from '../nouns.js';
import { adoptQuotes } from '../quotes/alone.js';
import type { NumberedSentence, Reading } from '../reading.js';
import { hasVerb, holdsQuote, quoteOf, record, type Scene } from '../scene.js';
import { believer } from './adjectives.js';
import { clauseBehind, contentBehind } from './behind.js';
import { firstSubject } from './carried.js';
import { apposedSpeaker, asSpeakerSaid, closingSpeaker } from './closing-frames.js';
import { speakerDeed } from './deeds.js';
import { inOwnWords } from './own-words.js';
import { invertedCue, parenthetical } from './parenthetical-frames.js';
import { participleSpeaker } from './participle-frames.js';
import { gapped, ifBelieved, judgedBy, toldPassive } from './passive-frames.js';
import { accordingTo, reportedly, rumour } from './phrase-frames.js';
import { tieQuotesEn } from './quote-frames.js';
import { endOfReport, type Frame, goesOn, type Report } from './reports.js';
import { findSubjectEn } from './sources.js';
import { groupStart, isBarred, isNominal } from './verb-groups.js';
import { opensWithVerb, viewThat } from './view-nouns.js';
import { hasRole, wordsIn } from './words.js';

/** Finds every attribution of an English paragraph: quotations first, then reported clauses, then quotations alone. */
export function attributeEnglish(scene: Scene): void {
  tieQuotesEn(scene);
  for (const sentence of scene.paragraph.sentences) reportSentence(scene, sentence);
  adoptQuotes(scene);
}

function reportSentence(scene: Scene, sentence: NumberedSentence): void {
  for (const { rule, find } of frames) {
    for (const report of find(scene, sentence)) {
      if (report.content.end - report.content.start < 3 || isCovered(scene, report)) continue;
      if (isPointer(scene, report.content)) continue;
      const { source, cue, content, confidence } = report;
      const quote = quoteOf(scene, content);
      const extent = {
        start: Math.min(report.start, content.start),
        end: Math.max(content.end, cue.end, report.end ?? 0),
      };
      record(scene, { rule: report.rule ?? rule, source, cue, content, quote, extent, confidence });
      for (const span of report.more ?? [])
        record(scene, { rule, source, cue, content: span, quote: quoteOf(scene, span), extent: span, confidence });
    }
  }
}

/** He denied |that|: a word that points at what was said before says nothing itself; That, he said, was wrong. */
function isPointer({ reading }: Scene, { start, end }: Span): boolean {
  return /^(?:that|this|it|so|as much|otherwise|the same)(?:[,:]|$)/.test(reading.folded.slice(start, end));
}

/** Whether an earlier frame has taken the cue or the start of the content; a report inside a denial is its own. */
function isCovered(scene: Scene, report: Report): boolean {
  return scene.found.some(({ start, extent, cue, rule }) => {
    if (report.isInner === true && cue?.start !== report.cue.start && start !== report.content.start) return false;
    if (rule === 'report-that' && report.cue.negates) return false;
    if (cue !== null && cue.start === report.cue.start && report.sharesCue !== true) return true;
    if (report.sharesCue === true) return start === report.content.start;
    return extent !== null && extent.start <= report.content.start && report.content.start < extent.end;
  });
}

/** `speaker-cue-clause`: S said (on Tuesday) that …; `speaker-cue-bare`: S said …. */
const speakerCueClause: Frame = {
  rule: 'speaker-cue-clause',
  find(scene, sentence) {
    const { reading } = scene;
    const reports: Report[] = [];
    let from = sentence.start;
    for (const cue of findCues(reading, sentence)) {
      if (cue.start < from || !['clause', 'that'].includes(cue.frame) || holdsQuote(scene, cue)) continue;
      const aux = progressive(scene, from, cue) ?? groupStart(scene, from, cue);
      if (aux === null && (isBarred(scene, from, cue) || /ing$/.test(cue.word))) continue;
      if (goesOn(reading.lower.slice(sentence.start, cue.start), cue) || isNominal(reading, cue)) continue;
      if (isInverted(scene, cue)) continue;
      const subject = findSubjectEn(reading, { start: clauseStart(scene, sentence, cue, from), end: aux ?? cue.start });
      if (subject === null) continue;
      const start = contentBehind(scene, cue, subject, sentence.end);
      if (start === null) continue;
      if (start === cue.end + 1 && cue.type === 'predict' && !isSomebody(reading, subject)) continue;
      if (cue.isOpen === true && !canSpeak(reading, subject)) continue;
      const content = { start, end: asideEnd(scene, cue) ?? endOfReport(scene, sentence, start) };
      if (cue.isOpen === true && (!hasVerb(scene, content) || opensWithVerb(scene, content))) continue;
      // The law explains why: only somebody tells how and why.
      if (
        /^(?:how|why)\s/.test(reading.lower.slice(start, start + 4)) &&
        (!isSomebody(reading, subject) || describeSource(reading, subject).kind === 'publication')
      )
        continue;
      const source = describeSource(reading, subject);
      const region = { start: sentence.start, end: cue.start };
      const isMarkedThat = /\bthat\s*$/.test(reading.lower.slice(cue.end, start));
      if (
        cue.type === 'data' &&
        cue.frame !== 'clause' &&
        source.kind === 'person' &&
        !(/^f(?:ind|inds|ound)$/.test(cue.word) && isMarkedThat && source.status !== 'pronoun') &&
        !namesPaper(scene, region)
      )
        continue;
      const isMarked = /(?:\bthat|:)\s*$/.test(reading.lower.slice(cue.end, start));
      const named = isMarked ? 'speaker-cue-clause' : 'speaker-cue-bare';
      reports.push({ source, cue, start: Math.min(subject.start, cue.start), content, confidence: 0.85, rule: named });
      from = content.end;
    }
    return reports;
  },
};

/** The bank, which denies wrongdoing, says …: where the relative clause ends that a cue stands in, if the sentence goes on behind it. */
function asideEnd(scene: Scene, cue: CueMatch): number | null {
  const at = scene.clauses.findIndex(({ start, end }) => start <= cue.start && cue.end <= end);
  const [clause, next] = [scene.clauses[at], scene.clauses[at + 1]];
  if (clause === undefined || next === undefined || next.sentence !== clause.sentence || clause.mark !== ',')
    return null;
  if (!/^(?:which|who)\s/.test(scene.reading.lower.slice(clause.start, clause.start + 6))) return null;
  const first = scene.reading.tokensIn(next)[0];
  return first !== undefined && isVerb(first) ? clause.end : null;
}

/** Not so, |says Ellen Marr|, …: what stands before such a verb is not its subject. */
function isInverted(scene: Scene, cue: CueMatch): boolean {
  const at = scene.clauses.findIndex(({ start }) => start === cue.start);
  const [before, clause] = [scene.clauses[at - 1], scene.clauses[at]];
  if (before === undefined || clause === undefined || before.sentence !== clause.sentence || before.mark !== ',')
    return false;
  return (
    invertedCue(scene, clause) !== undefined && /^\s\p{Lu}/u.test(scene.reading.folded.slice(cue.end, cue.end + 2))
  );
}

/** Somebody, or a paper, is behind a verb that no lexicon lists; it and this are not (it followed that …). */
function canSpeak(reading: Reading, subject: Span): boolean {
  return !/^(?:it|this)$/.test(reading.lower.slice(subject.start, subject.end)) && isSomebody(reading, subject);
}

/** Traders |are betting| that …: where the auxiliary of a verb in -ing begins; null where there is none. */
function progressive({ reading }: Scene, from: number, cue: CueMatch): number | null {
  if (!/ing$/.test(cue.word)) return null;
  const before = reading.lower.slice(Math.max(from, cue.start - 24), cue.start);
  const match = /\s(?:is|are|was|were|has been|have been|had been)\s(?:now\s|also\s|still\s|already\s|even\s)?$/.exec(
    before,
  );
  return match === null ? null : cue.start - before.length + match.index;
}

/** Figures compiled by May Chen show: behind a paper a person shows something, too. */
function namesPaper({ reading }: Scene, region: Span): boolean {
  return wordsIn(reading.lower, region).some(({ text }) => hasRole(text, 'paper'));
}

function clauseStart(scene: Scene, sentence: NumberedSentence, cue: Span, from: number): number {
  const quote = scene.quotes.findLast(({ end }) => end <= cue.start)?.end ?? 0;
  // One of them, who hid his name "for good reasons", boasted that …: nobody stands between quotation and verb.
  const isAside = quote > from && /^,\s(?:\w+ly\s)?$/.test(scene.reading.folded.slice(quote, cue.start));
  return Math.max(sentence.start, from, isAside ? 0 : quote);
}

/** `omitted-speaker-cue-clause`: …, saying (that) …: the subject of the sentence goes on. */
const omittedSpeaker: Frame = {
  rule: 'omitted-speaker-cue-clause',
  find(scene, sentence) {
    const { reading } = scene;
    return findCues(reading, sentence).flatMap((cue): Report[] => {
      if (!['clause', 'that'].includes(cue.frame) || holdsQuote(scene, cue)) return [];
      if (!goesOn(reading.lower.slice(sentence.start, cue.start), cue)) return [];
      const start = clauseBehind(scene, cue, sentence.end);
      const subject = start === null ? null : firstSubject(scene, sentence, cue);
      if (start === null || subject === null) return [];
      const content = { start, end: endOfReport(scene, sentence, start) };
      return [{ source: carry(subject), cue, start: cue.start, content, confidence: 0.7 }];
    });
  },
};

const frames: readonly Frame[] = [
  accordingTo,
  inOwnWords,
  ifBelieved,
  rumour,
  closingSpeaker,
  apposedSpeaker,
  asSpeakerSaid,
  parenthetical,
  speakerCueClause,
  speakerDeed,
  participleSpeaker,
  omittedSpeaker,
  believer,
  gapped,
  judgedBy,
  viewThat,
  toldPassive,
  reportedly,
];

import type { Span } from '../document/span.js';
import { isVerb } from '../document/tags.js';
import { carry, type SourcePhrase } from './attribution.js';
import { apposedSpeaker, closingSpeaker, parenthetical } from './closing-frames-en.js';
import { type CueMatch, findCues } from './cues.js';
import { describeSource, isSomebody } from './nouns.js';
import { accordingTo, reportedly, reportThat, rumour } from './phrase-frames-en.js';
import { isBarred, tieQuotesEn } from './quote-frames-en.js';
import { adoptQuotes } from './quotes-alone.js';
import type { NumberedSentence } from './reading.js';
import { clauseBehind, endOfReport, type Frame, goesOn, type Report } from './reports-en.js';
import { holdsQuote, quoteOf, record, type Scene } from './scene.js';
import { findSubjectEn } from './sources-en.js';

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
    }
  }
}

/** He denied |that|: a word that points at what was said before says nothing itself. */
function isPointer({ reading }: Scene, { start, end }: Span): boolean {
  return /^(?:that|this|it|so|as much|otherwise|the same)(?:,|$)/.test(reading.lower.slice(start, end));
}

/** Whether an earlier frame has taken the cue or the start of the content; a report inside a denial is its own. */
function isCovered(scene: Scene, report: Report): boolean {
  return scene.found.some(({ extent, cue, rule }) => {
    if (report.isInner === true && cue?.start !== report.cue.start) return false;
    if (rule === 'report-that' && report.cue.negates) return false;
    if (cue !== null && cue.start === report.cue.start) return true;
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
      if (isBarred(scene, from, cue) || /ing$/.test(cue.word)) continue;
      if (goesOn(reading.lower.slice(sentence.start, cue.start), cue)) continue;
      const start =
        clauseBehind(scene, cue, sentence.end) ?? planBehind(scene, cue) ?? figureBehind(scene, cue, sentence.end);
      const subject =
        start === null
          ? null
          : findSubjectEn(reading, { start: clauseStart(scene, sentence, cue, from), end: cue.start });
      if (start === null || subject === null) continue;
      if (start === cue.end + 1 && /^expects?$/.test(cue.word) && !isSomebody(reading, subject)) continue;
      const content = { start, end: endOfReport(scene, sentence, start) };
      const source = describeSource(reading, subject);
      if (cue.type === 'data' && cue.frame !== 'clause' && source.kind === 'person') continue;
      const isMarked = /(?:\bthat|:)\s*$/.test(reading.lower.slice(cue.end, start));
      const named = isMarked ? 'speaker-cue-clause' : 'speaker-cue-bare';
      reports.push({ source, cue, start: Math.min(subject.start, cue.start), content, confidence: 0.85, rule: named });
      from = content.end;
    }
    return reports;
  },
};

/** NASA expects to spend …: what somebody expects of himself. */
function planBehind({ reading }: Scene, cue: CueMatch): number | null {
  return /^expects?$/.test(cue.word) && /^\sto\s[a-z]/.test(reading.lower.slice(cue.end, cue.end + 5))
    ? cue.end + 1
    : null;
}

/** The bank forecasts growth of 2.4 percent: a figure without a clause. */
function figureBehind({ reading }: Scene, cue: CueMatch, end: number): number | null {
  if (
    cue.type !== 'predict' ||
    !/^\s(?!to\b|by\b|in\b|that\b)[\p{L}$£€][^.;]*\d/u.test(reading.folded.slice(cue.end, end))
  )
    return null;
  return cue.end + 1;
}

function clauseStart(scene: Scene, sentence: NumberedSentence, cue: Span, from: number): number {
  const quote = scene.quotes.findLast(({ end }) => end <= cue.start)?.end ?? 0;
  return Math.max(sentence.start, from, quote);
}

/** `relative-speaker`: a supplier that claims …, X, a supplier that claims …: the antecedent by its name or noun. */
const relativeSpeaker: Frame = {
  rule: 'relative-speaker',
  find(scene, sentence) {
    const { reading } = scene;
    return findCues(reading, sentence).flatMap((cue): Report[] => {
      if (!['clause', 'that'].includes(cue.frame) || /ing$/.test(cue.word) || holdsQuote(scene, cue)) return [];
      const that = /\sthat\s$/.exec(reading.lower.slice(sentence.start, cue.start));
      const start = that === null ? null : clauseBehind(scene, cue, sentence.end);
      if (that === null || start === null) return [];
      const subject = antecedent(scene, { start: sentence.start, end: sentence.start + that.index });
      if (subject === null) return [];
      const content = { start, end: endOfReport(scene, sentence, start) };
      const source = describeSource(reading, subject);
      return [{ source, cue, start: cue.start, content, confidence: 0.75, isInner: true }];
    });
  },
};

/** The noun phrase before a relative clause; the name before it where it is only an apposition to one. */
function antecedent({ reading }: Scene, region: Span): Span | null {
  const comma = reading.folded.lastIndexOf(',', region.end - 1);
  const apposed = comma > region.start && /^,\s(?:an?|the)\s/.test(reading.lower.slice(comma, comma + 6));
  const end = apposed ? comma : region.end;
  return reading.mentionsIn({ start: region.start, end }).findLast((mention) => mention.end === end) ?? null;
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

/** The subject of the sentence's first verb. */
function firstSubject(scene: Scene, sentence: NumberedSentence, cue: Span): SourcePhrase | null {
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

const frames: readonly Frame[] = [
  accordingTo,
  rumour,
  closingSpeaker,
  apposedSpeaker,
  parenthetical,
  reportThat,
  speakerCueClause,
  relativeSpeaker,
  omittedSpeaker,
  reportedly,
];

import type { Span } from '../../document/span.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { cueAt } from '../leads.js';
import { describeSource, isSomebody } from '../nouns.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { sentenceAt } from '../reading.js';
import { hasVerb, record, type Scene, skipSpaces } from '../scene.js';
import { nounPhraseEn } from './shorten.js';
import { findSubjectEn, firstVerbEn } from './sources.js';

/**
 * `speaker-cue-quote` where the sentence opens with the cue: Noting that “…”, May Chen asked for more; Said May Chen, the mayor: “…”.
 */
export function frontedCue(scene: Scene, quote: QuotedSpan): boolean {
  const { reading, paragraph } = scene;
  const sentence = sentenceAt(paragraph, quote.start);
  if (sentence === undefined || quote.start - sentence.start > longestFront) return false;
  const cue = findCues(reading, { start: sentence.start, end: quote.start })[0];
  if (cue === undefined || cue.start !== sentence.start || !speaks(cue)) return false;
  const gap = reading.folded.slice(cue.end, quote.start);
  const subject = /ing$/.test(cue.word) ? subjectBehind(scene, quote, gap) : namedBehind(scene, cue, quote.start);
  if (subject === null) return false;
  const source = describeSource(reading, subject);
  const extent = { start: sentence.start, end: quote.end };
  const rule = 'speaker-cue-quote';
  record(scene, { rule, source, cue, content: quote.inner, quote: 'direct', extent, confidence: 0.8 });
  return true;
}

/** `in-the-eyes-of`: For May Chen, who sells fruit here, it was “…”: for whom something is what the quotation calls it. */
export function inEyesOf(scene: Scene, quote: QuotedSpan): boolean {
  const { reading, paragraph } = scene;
  const { folded, lower } = reading;
  const sentence = sentenceAt(paragraph, quote.start);
  if (sentence === undefined || quote.start - sentence.start > longestFront) return false;
  const before = lower.slice(sentence.start, quote.start);
  const lead = /^(for|to)\s[^,;:“”"]{2,60},/.exec(before);
  if (
    lead?.[1] === undefined ||
    !/\s(?:is|was|are|were|remains?|remained|feels?|felt like|means?|meant)\s(?:[a-z]+\s)?$/.test(before)
  )
    return false;
  const start = sentence.start + lead[1].length;
  const subject = nounPhraseEn(reading, { start, end: sentence.start + lead[0].length - 1 });
  if (subject === null || !isSomebody(reading, subject) || !/^[\s.,;!?]/.test(folded.slice(quote.end, quote.end + 1)))
    return false;
  const cue = cueAt(lower, { start: sentence.start, end: start }, 'think');
  const source = describeSource(reading, subject);
  const extent = { start: sentence.start, end: quote.end };
  const content = quote.inner;
  record(scene, { rule: 'in-the-eyes-of', source, cue, content, quote: 'direct', extent, confidence: 0.7 });
  return true;
}

const longestFront = 120;

function speaks({ frame, type }: CueMatch): boolean {
  return ['clause', 'that', 'quote', 'gesture'].includes(frame) && type !== 'data';
}

/** Calling it “…”, |the judge| fined him: the subject of the clause behind the quotation. */
function subjectBehind({ reading, paragraph }: Scene, quote: QuotedSpan, gap: string): Span | null {
  if (!/^(?:\s(?:that|as|it|him|her|them|the|this|his|their)\b[^,;:“”"]{0,50})?[,:]?\s$/.test(gap)) return null;
  const { folded } = reading;
  const isOpen = folded[quote.end] === ',' || /,$/.test(folded.slice(quote.inner.start, quote.inner.end));
  const start = skipSpaces(folded, quote.end + 1, paragraph.end);
  const end = Math.min(paragraph.end, start + longestFront);
  const verb = isOpen ? firstVerbEn(reading, { start, end }) : null;
  const subject = verb === null ? null : findSubjectEn(reading, { start, end: verb });
  return subject !== null && isSomebody(reading, subject) ? subject : null;
}

/** Said |May Chen|, the mayor: “…”: the name behind the verb, up to the comma or colon. */
function namedBehind({ reading }: Scene, cue: CueMatch, limit: number): Span | null {
  const text = reading.folded.slice(cue.end, limit);
  if (cue.type === 'ask' || !/^\s[^:]{3,}:\s?$/.test(text) || hasVerb({ reading }, { start: cue.end, end: limit }))
    return null;
  const subject = nounPhraseEn(reading, {
    start: cue.end,
    end: cue.end + text.search(/[,:]|\s(?:who|which|of|at|in)\s/),
  });
  return subject !== null && isSomebody(reading, subject) ? subject : null;
}

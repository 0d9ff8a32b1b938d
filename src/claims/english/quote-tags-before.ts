import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { describeSource } from '../nouns.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { roleOf } from '../quotes/roles.js';
import { sentenceAt } from '../reading.js';
import { endOfContent, hasVerb, record, type Scene } from '../scene.js';
import { quotedAs } from './participle-frames.js';
import { isParenthetical } from './quote-places.js';
import { goesOn } from './reports.js';
import { findSubjectEn, firstVerbEn } from './sources.js';
import { groupStart, habitStart, isBareNoun, isBarred, isNominal } from './verb-groups.js';
import { hasRole, wordsIn } from './words.js';

/** Who speaks in a tag before a quotation. */
interface Speaker {
  readonly subject: Span;
  /** Where the clause begins in which others speak than its first subject, or null. */
  readonly outer: number | null;
}

/**
 * `speaker-cue-quote`: May Chen said: “…”; he called it “…”; she told reporters “…”. The tag stands in the sentence of the quotation, behind
 * the quotation before it and not before `from`.
 */
export function tagBefore(scene: Scene, quote: QuotedSpan, from = 0): boolean {
  const { reading, paragraph } = scene;
  const sentence = sentenceAt(paragraph, quote.start);
  if (sentence === undefined) return false;
  const previous = scene.quotes.findLast(({ end }) => end <= quote.start)?.end ?? 0;
  const start = Math.max(sentence.start, previous, quote.start - 200, from);
  const cue = cueBefore(scene, quote, start);
  if (cue === null) return false;
  const region = { start, end: verbOf(scene, start, cue) ?? cue.start };
  // The editorial, headlined “…”, accused him of “…”: the quotation before is a part of the subject.
  const isSubject =
    start === previous && /^,\s(?:\w+ly\s|has\s|have\s|had\s|also\s)?$/.test(reading.folded.slice(previous, cue.start));
  const speaker = speakerIn(scene, region, isSubject ? { start: sentence.start, end: cue.start } : null);
  if (speaker === null) return false;
  const { subject, outer } = speaker;
  // The poll showed that most parents found it “…”: what they think is what the poll shows.
  if (outer !== null && cue.type === 'think') return false;
  // A report, and read as one.
  if (isParenthetical(scene, sentence, { start: subject.start, end: cue.end }, quote)) return true;
  const isWhole = from > 0 || isWholeQuote(scene, quote, cue);
  const content = isWhole
    ? quote.inner
    : { start: quote.start, end: Math.max(quote.inner.end, endOfContent(reading.folded, sentence)) };
  const own = outer === null ? secondVerbStart(scene, region, cue) : cue.start;
  const first = own ?? (isLaterClause(scene, start, subject) ? subject.start : start);
  record(scene, {
    rule: 'speaker-cue-quote',
    source: (cue.word === 'saying' ? quotedAs(scene, sentence, cue) : null) ?? describeSource(reading, subject),
    cue,
    content,
    quote: isWhole ? 'direct' : 'mixed',
    extent: { start: first, end: Math.max(quote.end, content.end) },
    confidence: 0.9,
  });
  return true;
}

/** The last cue from `start` on that leads to a quotation, or null. */
function cueBefore(scene: Scene, quote: QuotedSpan, start: number): CueMatch | null {
  const { reading } = scene;
  const cue = findCues(reading, { start, end: quote.start }).findLast(
    (candidate) =>
      reaches(scene, candidate, quote) &&
      (!isBarred(scene, start, candidate) || habitStart(reading.lower, candidate) !== null) &&
      !isOwned(reading.lower, candidate) &&
      !isNominal(reading, candidate) &&
      !isBareNoun(reading, candidate),
  );
  if (cue === undefined || ['lead', 'adverb', 'of'].includes(cue.frame)) return null;
  const isMarked = /[,:]/.test(reading.folded.slice(cue.end, quote.start));
  return cue.type === 'data' && !hasRole(cue.word, 'judge') && !isMarked ? null : cue;
}

/** Where the verbs begin that a cue belongs to, or null. */
function verbOf(scene: Scene, start: number, cue: CueMatch): number | null {
  if (/ing$/.test(cue.word)) return leadingVerb(scene, start, cue);
  return groupStart(scene, start, cue) ?? habitStart(scene.reading.lower, cue);
}

/** Who speaks before a verb, in its region or else in a wider one; null where nobody does. */
function speakerIn(scene: Scene, region: Span, wider: Span | null): Speaker | null {
  const { reading } = scene;
  const found = findSubjectEn(reading, region);
  const outer = found === null ? null : outerReport(scene, found, region.end);
  const near = outer === null ? found : findSubjectEn(reading, { start: outer, end: region.end });
  const subject = near ?? (wider === null ? null : findSubjectEn(reading, wider));
  return subject === null ? null : { subject, outer };
}

/** Whether a quotation is all that was said, rather than the end or a part of a clause. */
function isWholeQuote({ reading: { folded } }: Scene, quote: QuotedSpan, cue: CueMatch): boolean {
  return (
    hasRole(cue.word, 'judge') ||
    cue.frame === 'quote' ||
    /^\s*(?:[.,;:!?—–]|$)/.test(folded.slice(quote.end, quote.end + 2)) ||
    /[.!?]/.test(folded[quote.inner.end - 1] ?? '')
  );
}

/** Brokers put it at 3m, a figure the union called “…”: whether the clause before a subject is somebody else's. */
function isLaterClause(scene: Scene, start: number, subject: Span): boolean {
  return (
    subject.start > start &&
    hasVerb(scene, { start, end: subject.start }) &&
    !/^(?:when|after|before|while|as|if|although|though|because|since|until|to|\w+ing|\w+ed)\s/.test(
      scene.reading.lower.slice(start, subject.start),
    )
  );
}

/** The minister said |critics| called it “…”; the poll showed that |most parents| found it “…”: where the clause begins in which others speak. */
function outerReport(scene: Scene, subject: Span, limit: number): number | null {
  const { reading } = scene;
  const cue = findCues(reading, subject).find(
    ({ start, end, frame }) => start > subject.start && end < subject.end && /^(?:clause|that)$/.test(frame),
  );
  if (cue === undefined || isNominal(reading, cue) || isBarred(scene, subject.start, cue)) return null;
  return cue.end + (/^\sthat(?=\s)/.exec(reading.lower.slice(cue.end, limit))?.[0].length ?? 0);
}

/**
 * The bank confirmed that …, |citing “…”; said it would appeal |and called the order “…”: where a second verb of the same subject begins, before which
 * stands a report of its own; null where it is the only verb.
 */
function secondVerbStart({ reading }: Scene, region: Span, cue: CueMatch): number | null {
  const before = reading.lower.slice(region.start, cue.start);
  if (/ing$/.test(cue.word)) return before.endsWith(', ') ? cue.start : null;
  if (!goesOn(before, cue)) return null;
  const join = /,?\s(?:but|and|yet)\s(?:\S+\s){0,1}$/.exec(before);
  return join === null ? null : region.start + join.index;
}

/** A guard |can be heard| shouting: the first verb of the last clause before a participle, else of the sentence. */
function leadingVerb({ reading }: Scene, start: number, cue: Span): number | null {
  const comma = start + reading.folded.slice(start, cue.start).lastIndexOf(',') + 1;
  return firstVerbEn(reading, { start: comma, end: cue.start }) ?? firstVerbEn(reading, { start, end: cue.start });
}

/** the coroner's |report|, “…”: a noun. */
function isOwned(lower: string, { start }: Span): boolean {
  return /\w['’]s?\s$/.test(lower.slice(Math.max(0, start - 4), start));
}

/** Whether nothing but a mark, a listener (told reporters) or an object (called it) stands between verb and quotation. */
function reaches(scene: Scene, cue: CueMatch, quote: QuotedSpan): boolean {
  const { lower } = scene.reading;
  const gap = lower.slice(cue.end, quote.start);
  const words = wordsIn(lower, { start: cue.end, end: quote.start }).length;
  if (gap === ' as ') return cue.frame === 'quote';
  if (/^\s*(?:[,:]\s*)?$/.test(gap)) return cue.frame !== 'quote' || /[,:]/.test(gap) || !namesOnly(scene, quote, cue);
  if (/^t(?:ell|ells|old|elling)$/.test(cue.word))
    return words <= 5 && !/,\s\S|\sthat\s/.test(gap) && !hasVerb(scene, { start: cue.end, end: quote.start });
  if (/^\s*(?:on|in|at|to)\s[^,:]*[,:]\s*$/.test(gap)) return words <= 8;
  // warned the jury: “…”; puts it differently: “…”
  if (/^\s(?:(?:the|a|an|his|her|its|their)\s)?[\w'’-]+(?:\s[\w'’-]+)?:\s*$/.test(gap)) return cue.type !== 'data';
  // The bill, dubbed the “…” by its opponents: a participle, without an object.
  if (/^\s(?:an?|the)\s$/.test(gap) && lower.startsWith(', ', cue.start - 2)) return false;
  const takesObject = cue.frame === 'quote' || hasRole(cue.word, 'judge');
  if (!takesObject || words > 7 || !/^\s[^,;:]+$/.test(gap) || /\sthat\s*$/.test(gap)) return false;
  // The sign reads simply “Closed”: a single word with a capital is no judgement.
  const { inner } = quote;
  if (/^\p{Lu}\S*$/u.test(scene.reading.folded.slice(inner.start, inner.end))) return false;
  const isPlain =
    cue.frame === 'quote' &&
    words <= 6 &&
    /^\s(?:it|him|her|them|the|his|its|their|this|that|these|those|such|any|all|an?)\b/.test(gap);
  return isPlain || !holdsFinite(scene, { start: cue.end, end: quote.start });
}

/** Whether a stretch holds a verb; behind an article or adjective a word with such a tag is a noun. */
function holdsFinite({ reading }: Scene, stretch: Span): boolean {
  return reading
    .tokensIn(stretch)
    .some(
      (token, index, tokens) =>
        isVerb(token) && !/^(?:Determiner|Adjective|Pronoun)$/.test(tokens[index - 1]?.pos ?? ''),
    );
}

/** called “X” names something; asked “…?” speaks. */
function namesOnly(scene: Scene, quote: QuotedSpan, cue: CueMatch): boolean {
  const role = roleOf(scene.reading.lower, quote);
  // warned of “delays”: behind such a preposition a short phrase is somebody's wording.
  if (role === 'short' && /\s(?:of|as|with|against|at|about|to|for)$/.test(cue.word)) return false;
  // for what it called “…”: a judgement, no name.
  if (
    role !== 'title' &&
    /\bwhat\s(?:[\w'’-]+\s){1,4}$/.test(scene.reading.lower.slice(Math.max(0, cue.start - 48), cue.start))
  )
    return false;
  return cue.type !== 'ask' && role !== 'speech';
}

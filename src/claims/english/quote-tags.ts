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
import { findSubjectEn, firstVerbEn } from './sources.js';
import { groupStart, habitStart, isBareNoun, isBarred, isNominal } from './verb-groups.js';
import { hasRole, wordsIn } from './words.js';

/** `speaker-cue-quote`: May Chen said: “…”; he called it “…”; she told reporters “…”. */
export function tagBefore(scene: Scene, quote: QuotedSpan, from = 0): boolean {
  const { reading, paragraph } = scene;
  const sentence = sentenceAt(paragraph, quote.start);
  if (sentence === undefined) return false;
  const previous = scene.quotes.findLast(({ end }) => end <= quote.start)?.end ?? 0;
  const start = Math.max(sentence.start, previous, quote.start - 200, from);
  const cue = tagCue(scene, quote, start);
  if (cue === undefined) return false;
  const verb = /ing$/.test(cue.word)
    ? leadingVerb(scene, start, cue)
    : (groupStart(scene, start, cue) ?? habitStart(reading.lower, cue));
  const subject =
    findSubjectEn(reading, { start, end: verb ?? cue.start }) ??
    // The editorial, headlined “…”, accused him of “…”: the quotation before is a part of the subject.
    (/^,\s(?:\w+ly\s|has\s|have\s|had\s|also\s)?$/.test(reading.folded.slice(previous, cue.start)) && start === previous
      ? findSubjectEn(reading, { start: sentence.start, end: cue.start })
      : null);
  if (subject === null) return false;
  // A report, and read as one.
  if (isParenthetical(scene, sentence, { start: subject.start, end: cue.end }, quote)) return true;
  const isWhole = from > 0 || isWholeQuote(scene, cue, quote);
  const content = isWhole
    ? quote.inner
    : { start: quote.start, end: Math.max(quote.inner.end, endOfContent(reading.folded, sentence)) };
  const extent = { start: tagStart(scene, start, subject, cue), end: Math.max(quote.end, content.end) };
  const source = (cue.word === 'saying' ? quotedAs(scene, sentence, cue) : null) ?? describeSource(reading, subject);
  record(scene, {
    rule: 'speaker-cue-quote',
    source,
    cue,
    content,
    quote: isWhole ? 'direct' : 'mixed',
    extent,
    confidence: 0.9,
  });
  return true;
}

/** The last cue between `start` and a quotation that attributes it. */
function tagCue(scene: Scene, quote: QuotedSpan, start: number): CueMatch | undefined {
  const { reading } = scene;
  const cue = findCues(reading, { start, end: quote.start }).findLast(
    (candidate) =>
      reaches(scene, candidate, quote) &&
      (!isBarred(scene, start, candidate) || habitStart(reading.lower, candidate) !== null) &&
      !isOwned(reading.lower, candidate) &&
      !isNominal(reading, candidate) &&
      !isBareNoun(reading, candidate),
  );
  if (cue === undefined || ['lead', 'adverb', 'of'].includes(cue.frame)) return undefined;
  const needsMark = cue.type === 'data' && !hasRole(cue.word, 'judge');
  return needsMark && !/[,:]/.test(reading.folded.slice(cue.end, quote.start)) ? undefined : cue;
}

/** Whether a quotation is all that is said, and no part of a reported clause. */
function isWholeQuote({ reading }: Scene, cue: CueMatch, quote: QuotedSpan): boolean {
  return (
    hasRole(cue.word, 'judge') ||
    cue.frame === 'quote' ||
    /^[\s]*(?:[.,;:!?]|$)/.test(reading.folded.slice(quote.end, quote.end + 2)) ||
    /[.!?]/.test(reading.folded[quote.inner.end - 1] ?? '')
  );
}

/** Where the attribution begins in a tag: behind what is somebody else's. */
function tagStart(scene: Scene, start: number, subject: Span, cue: CueMatch): number {
  const { folded, lower } = scene.reading;
  // The bank confirmed that …, citing “…”: a report of its own stands before the participle.
  if (/ing$/.test(cue.word) && /,\s$/.test(folded.slice(cue.start - 2, cue.start))) return cue.start;
  // Brokers put it at 3m, a figure the union called “…”: the clause before is somebody else's.
  const isLater =
    subject.start > start &&
    hasVerb(scene, { start, end: subject.start }) &&
    !/^(?:when|after|before|while|as|if|although|though|because|since|until|to|\w+ing|\w+ed)\s/.test(
      lower.slice(start, subject.start),
    );
  return isLater ? subject.start : start;
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

import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { describeSource } from '../nouns.js';
import { goOn } from '../quotes/alone.js';
import { nameBefore } from '../quotes/named.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { roleOf } from '../quotes/roles.js';
import { sentenceAt } from '../reading.js';
import { endOfContent, hasVerb, record, type Scene, skipSpaces } from '../scene.js';
import { isRelative } from './closing-frames.js';
import { apposedName, lengthOfName } from './name-ends.js';
import { quotedAs } from './participle-frames.js';
import { frontedCue, inEyesOf } from './quote-fronts.js';
import { hasLostComma, isParenthetical, opensClause } from './quote-places.js';
import { sieveQuote } from './quote-sieve.js';
import { goesOn } from './reports.js';
import { nounPhraseEn } from './shorten.js';
import { findSubjectEn, firstVerbEn } from './sources.js';
import { groupStart, habitStart, isBareNoun, isBarred, isNominal } from './verb-groups.js';
import { hasRole, wordsIn } from './words.js';

/** Frames that tie an English quotation to a speaker beside it. */
export function tieQuotesEn(scene: Scene): void {
  for (const quote of scene.quotes)
    for (const frame of [tagBehind, mixedBefore, frontedCue, tagBefore, inEyesOf, nameBefore, goOn, sieveQuote])
      if (frame(scene, quote)) break;
  for (const quote of scene.paragraph.quotes) if (quote.depth === 1) tagInside(scene, quote);
}

interface Tag extends Span {
  readonly subject: Span;
  readonly cue: CueMatch;
}

/** `quote-speaker-cue`: “…,” May Chen said; “…,” said May Chen, who …. */
function tagBehind(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  const start = skipSpaces(folded, quote.end + (folded[quote.end] === ',' ? 1 : 0), scene.paragraph.end);
  if (
    start === quote.end ||
    !(
      folded[quote.end] === ',' ||
      /[,.!?…—]["'’”]?$/.test(folded.slice(quote.inner.start, quote.inner.end)) ||
      hasLostComma(scene, quote)
    )
  )
    return false;
  if (!opensClause(scene, quote)) return false;
  const sentence = sentenceAt(scene.paragraph, start);
  const end = Math.min(sentence?.end ?? start, nextQuote(scene, start), start + 160);
  const tag = sourced(scene, { start, end }) ?? inverted(scene, { start, end }) ?? upright(scene, { start, end });
  if (tag === null) return false;
  // “….” He said little: what follows is a clause of its own unless the tag ends there.
  const closed = /[.!?]/.test(folded[quote.inner.end - 1] ?? '') && folded[quote.end] !== ',';
  if (closed && /\p{Lu}/u.test(folded[start] ?? '') && !/^[\s,.]*["“]?$/.test(folded.slice(tag.end, end))) return false;
  const source = describeSource(scene.reading, tag.subject);
  const extent = { start: quote.start, end: beforeParticiple(scene, tag) };
  const content = quote.inner;
  record(scene, {
    rule: 'quote-speaker-cue',
    source,
    cue: tag.cue,
    content,
    quote: 'direct',
    extent,
    confidence: 0.95,
  });
  return true;
}

/** …,” grumbles one man|, before adding that …: where a tag ends in which its speaker goes on with another verb. */
function beforeParticiple(scene: Scene, tag: Tag): number {
  const next = findCues(scene.reading, { start: Math.max(tag.subject.end, tag.cue.end), end: tag.end }).find(
    ({ word }) => /ing$/.test(word),
  );
  return next !== undefined && goesOn(scene.reading.lower.slice(tag.start, next.start), next) ? next.start : tag.end;
}

/** `content-speaker-cue`: Both sides “showed restraint,” a statement said.: a clause that ends in its source's own words. */
function mixedBefore(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  const isOpen = /,$/.test(folded.slice(quote.inner.start, quote.inner.end)) || folded[quote.end] === ',';
  if (!isOpen || opensClause(scene, quote)) return false;
  const start = skipSpaces(folded, quote.end + (folded[quote.end] === ',' ? 1 : 0), scene.paragraph.end);
  const sentence = sentenceAt(scene.paragraph, quote.start);
  const end = Math.min(sentence?.end ?? start, nextQuote(scene, start), start + 100);
  if (sentence === undefined || start >= end) return false;
  const said = { start: sentence.start, end: quote.start };
  if (findCues(scene.reading, said).some((cue) => speaks(cue) && cue.frame !== 'gesture')) return false;
  const tag = sourced(scene, { start, end }) ?? inverted(scene, { start, end }) ?? upright(scene, { start, end });
  if (tag === null || !/^[\s.!?]*$/.test(folded.slice(tag.end, end)) || tag.cue.end - start > 60) return false;
  const content = { start: sentence.start, end: quote.end };
  const source = describeSource(scene.reading, tag.subject);
  const extent = { start: sentence.start, end: tag.end };
  const rule = 'content-speaker-cue';
  record(scene, { rule, source, cue: tag.cue, content, quote: 'mixed', extent, confidence: 0.85 });
  return true;
}

function nextQuote(scene: Scene, from: number): number {
  return scene.quotes.find(({ start }) => start >= from)?.start ?? Infinity;
}

const asides = /[,;:("“]|\.(?=\s|$)|\s(?:who|which)\s/gi;
const asidesAndPlaces = /[,;:("“]|\.(?=\s|$)|\s(?:who|which|in|at|on|of|after|during|as)\s/gi;

/** “…,” according to May Chen, who … */
function sourced(scene: Scene, span: Span): Tag | null {
  const { reading } = scene;
  const cue = findCues(reading, { start: span.start, end: Math.min(span.end, span.start + 24) })[0];
  if (
    cue === undefined ||
    cue.start !== span.start ||
    cue.frame !== 'of' ||
    /\p{Lu}/u.test(reading.folded[cue.start] ?? '')
  )
    return null;
  const rest = reading.folded.slice(cue.end, span.end);
  const subject = nounPhraseEn(reading, { start: cue.end, end: cue.end + lengthOfName(rest, asides) });
  return subject === null ? null : { start: span.start, end: span.end, subject, cue };
}

/** said May Chen, who … */
function inverted(scene: Scene, span: Span): Tag | null {
  const { reading } = scene;
  const cue = findCues(reading, { start: span.start, end: Math.min(span.end, span.start + 24) })[0];
  if (cue === undefined || cue.start !== span.start || !speaks(cue) || /ing$/.test(cue.word)) return null;
  const rest = reading.folded.slice(cue.end, span.end);
  if (/^\s(?:that|if|whether)\s/.test(rest)) return null;
  const end = cue.end + lengthOfName(rest, asidesAndPlaces);
  const subject = apposedName(scene, end) ?? nounPhraseEn(reading, { start: cue.end, end });
  return subject === null ? null : { start: span.start, end: span.end, subject, cue };
}

/** May Chen, an analyst at Bernstein, told reporters */
function upright(scene: Scene, span: Span): Tag | null {
  const { reading } = scene;
  // “…,” ran one post shared by many: another verb opens the tag.
  const [first] = reading.tokensIn(span);
  if (first?.start === span.start && first.pos === 'Verb' && /^\p{Ll}/u.test(reading.folded.slice(first.start)))
    return null;
  for (const cue of findCues(reading, span)) {
    if (isBarred(scene, span.start, cue) && habitStart(reading.lower, cue) === null) continue;
    if (!speaks(cue)) return null;
    const verb = groupStart(scene, span.start, cue) ?? habitStart(reading.lower, cue) ?? cue.start;
    const subject = findSubjectEn(reading, { start: span.start, end: verb });
    if (subject === null || isRelative(reading.folded, { start: span.start, end: cue.start })) return null;
    const tail = /^[^,.;:"“]*/.exec(reading.folded.slice(cue.end, span.end))?.[0].length ?? 0;
    // “It moved.” Tests suggest that …; “….” A spokesman said nobody had …: a report of its own.
    const isClosed =
      /[.!?]/.test(reading.folded[span.start - 3] ?? '') || /[.!?]/.test(reading.folded[span.start - 2] ?? '');
    if (isClosed && !isBareTail(scene, cue, { start: cue.end, end: cue.end + tail })) return null;
    return { start: span.start, end: cue.end + tail, subject, cue };
  }
  return null;
}

/** Whether nothing stands behind the verb of a tag but where, when or to whom: a closed quotation may be followed by a sentence of its own (“….” The accused |pleaded not guilty|.). */
function isBareTail(scene: Scene, cue: CueMatch, tail: Span): boolean {
  const [first] = scene.reading.tokensIn(tail);
  if (first === undefined) return true;
  if (scene.reading.lower.startsWith(' that ', tail.start) || hasVerb(scene, tail)) return false;
  return hasRole(cue.word, 'hearer') || hasRole(cue.word, 'tell') || /^(?:Preposition|Adverb|Date)$/.test(first.pos);
}

function speaks(cue: CueMatch): boolean {
  return ['clause', 'that', 'quote', 'gesture'].includes(cue.frame) && cue.type !== 'data';
}

/** The bank says, ‘…’: a quotation within another one, with a tag of its own before it. */
function tagInside(scene: Scene, quote: QuotedSpan): void {
  const outer = scene.quotes.find(({ start, end }) => start < quote.start && quote.end <= end);
  const last = scene.reading.folded[quote.inner.end - 1] ?? '';
  const isWhole = /[.!?…]/.test(last) || (last === ',' && quote.end === outer?.inner.end);
  if (outer !== undefined && isWhole) tagBefore(scene, quote, outer.inner.start);
}

/** `speaker-cue-quote`: May Chen said: “…”; he called it “…”; she told reporters “…”. */
function tagBefore(scene: Scene, quote: QuotedSpan, from = 0): boolean {
  const { reading, paragraph } = scene;
  const sentence = sentenceAt(paragraph, quote.start);
  if (sentence === undefined) return false;
  const previous = scene.quotes.findLast(({ end }) => end <= quote.start)?.end ?? 0;
  const start = Math.max(sentence.start, previous, quote.start - 200, from);
  const cue = findCues(reading, { start, end: quote.start }).findLast(
    (candidate) =>
      reaches(scene, candidate, quote) &&
      (!isBarred(scene, start, candidate) || habitStart(reading.lower, candidate) !== null) &&
      !isOwned(reading.lower, candidate) &&
      !isNominal(reading, candidate) &&
      !isBareNoun(reading, candidate),
  );
  if (cue === undefined || ['lead', 'adverb', 'of'].includes(cue.frame)) return false;
  if (cue.type === 'data' && !hasRole(cue.word, 'judge') && !/[,:]/.test(reading.folded.slice(cue.end, quote.start)))
    return false;
  const verb = /ing$/.test(cue.word)
    ? leadingVerb(scene, start, cue)
    : (groupStart(scene, start, cue) ?? habitStart(reading.lower, cue));
  const region = { start, end: verb ?? cue.start };
  const found = findSubjectEn(reading, region);
  const outer = found === null ? null : outerReport(scene, found, region.end);
  const subject =
    (outer === null ? found : findSubjectEn(reading, { start: outer, end: region.end })) ??
    // The editorial, headlined “…”, accused him of “…”: the quotation before is a part of the subject.
    (/^,\s(?:\w+ly\s|has\s|have\s|had\s|also\s)?$/.test(reading.folded.slice(previous, cue.start)) && start === previous
      ? findSubjectEn(reading, { start: sentence.start, end: cue.start })
      : null);
  if (subject === null) return false;
  // The poll showed that most parents found it “…”: what they think is what the poll shows.
  if (outer !== null && cue.type === 'think') return false;
  // A report, and read as one.
  if (isParenthetical(scene, sentence, { start: subject.start, end: cue.end }, quote)) return true;
  const after = reading.folded.slice(quote.end, quote.end + 2);
  const whole =
    from > 0 ||
    hasRole(cue.word, 'judge') ||
    cue.frame === 'quote' ||
    /^\s*(?:[.,;:!?—–]|$)/.test(after) ||
    /[.!?]/.test(reading.folded[quote.inner.end - 1] ?? '');
  const content = whole
    ? quote.inner
    : { start: quote.start, end: Math.max(quote.inner.end, endOfContent(reading.folded, sentence)) };
  // Brokers put it at 3m, a figure the union called “…”: the clause before is somebody else's.
  const isLater =
    subject.start > start &&
    hasVerb(scene, { start, end: subject.start }) &&
    !/^(?:when|after|before|while|as|if|although|though|because|since|until|to|\w+ing|\w+ed)\s/.test(
      reading.lower.slice(start, subject.start),
    );
  const own = outer === null ? secondVerbStart(scene, region, cue) : cue.start;
  const before = own ?? (isLater ? subject.start : start);
  const extent = { start: before, end: Math.max(quote.end, content.end) };
  const source = (cue.word === 'saying' ? quotedAs(scene, sentence, cue) : null) ?? describeSource(reading, subject);
  record(scene, {
    rule: 'speaker-cue-quote',
    source,
    cue,
    content,
    quote: whole ? 'direct' : 'mixed',
    extent,
    confidence: 0.9,
  });
  return true;
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

import type { Span } from '../../document/span.js';
import { findCues } from '../cue-search.js';
import type { CueMatch } from '../cues.js';
import { describeSource } from '../nouns.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { sentenceAt } from '../reading.js';
import { hasVerb, record, type Scene, skipSpaces } from '../scene.js';
import { isRelative } from './closing-frames.js';
import { apposedName, lengthOfName } from './name-ends.js';
import { hasLostComma, opensClause } from './quote-places.js';
import { goesOn } from './reports.js';
import { nounPhraseEn } from './shorten.js';
import { findSubjectEn } from './sources.js';
import { groupStart, habitStart, isBarred } from './verb-groups.js';
import { hasRole } from './words.js';

interface Tag extends Span {
  readonly subject: Span;
  readonly cue: CueMatch;
}

/** `quote-speaker-cue`: “…,” May Chen said; “…,” said May Chen, who …. */
export function tagBehind(scene: Scene, quote: QuotedSpan): boolean {
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
export function mixedBefore(scene: Scene, quote: QuotedSpan): boolean {
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

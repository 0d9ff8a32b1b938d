import type { Span } from '../../document/span.js';
import { isVerb } from '../../document/tags.js';
import type { Token } from '../../document/types.js';
import { carry, type SourcePhrase } from '../attribution.js';
import { findCues } from '../cue-search.js';
import { isPast } from '../kinds/happening.js';
import { cueAt } from '../leads.js';
import { describeSource, isSomebody } from '../nouns.js';
import { isSentence } from '../quotes/named.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { roleOf } from '../quotes/roles.js';
import { sentenceAt } from '../reading.js';
import { lastSourced, record, type Scene, skipSpaces } from '../scene.js';
import { isTitleCase, opensClause, saidOf, subjectBefore } from './quote-places.js';
import { nounPhraseEn } from './shorten.js';
import { findSubjectEn, firstVerbEn } from './sources.js';
import { viewBefore, viewIn } from './view-nouns.js';
import { hasRole, wordsIn } from './words.js';

/** What stands beside a quotation and says whose it is. */
interface Tag {
  readonly source: SourcePhrase;
  readonly cue: Span;
  readonly end: number;
}

/**
 * Speech that no listed cue ties to a speaker: whoever is the subject of the clause behind it (“…,” the coach spluttered), of
 * the clause before its colon (The coach was candid: “…”), or the owner of a noun of saying beside it (“…” was her verdict).
 */
export function sieveQuote(scene: Scene, quote: QuotedSpan): boolean {
  return tagOpenBehind(scene, quote) || tagOpenBefore(scene, quote);
}

const longestTag = 160;

function tagOpenBehind(scene: Scene, quote: QuotedSpan): boolean {
  const { folded, lower } = scene.reading;
  const isComma = folded[quote.end] === ',' || /,$/.test(folded.slice(quote.inner.start, quote.inner.end));
  const start = skipSpaces(folded, quote.end + (folded[quote.end] === ',' ? 1 : 0), scene.paragraph.end);
  if (start === quote.end || !opensClause(scene, quote)) return false;
  const isOpen = isComma || (/[?!…—]/.test(folded[quote.inner.end - 1] ?? '') && /\p{Ll}/u.test(folded[start] ?? ''));
  const stop = /[;:“”"]|[.!?](?=\s|$)/.exec(folded.slice(start, start + longestTag));
  const end = Math.min(scene.paragraph.end, start + (stop?.index ?? longestTag));
  const span = { start, end };
  if (isTitleCase(scene, quote)) return false;
  const isNoun = saidOf.test(lower.slice(start, end));
  const tag =
    isNoun && (isComma || isSentence(scene, quote) || /^(?:is|was)\s(?:how|what)\s/.test(lower.slice(start, end)))
      ? (nounTag(scene, span) ?? (isOpen ? anyTag(scene, span) : null))
      : isOpen
        ? anyTag(scene, span)
        : null;
  if (tag === null) return false;
  put(scene, quote, tag, { start: quote.start, end: tag.end }, 'quote-speaker-cue');
  return true;
}

function put(scene: Scene, quote: QuotedSpan, { source, cue }: Tag, extent: Span, rule: string): void {
  const match = cueAt(scene.reading.lower, cue, 'say');
  record(scene, { rule, source, cue: match, content: quote.inner, quote: 'direct', extent, confidence: 0.7 });
}

/** the coach spluttered; spluttered the coach: somebody and a verb, whichever it is. */
function anyTag(scene: Scene, span: Span): Tag | null {
  const { reading } = scene;
  const [first] = reading.tokensIn(span);
  if (first === undefined) return null;
  if (
    first.start === span.start &&
    first.pos === 'Verb' &&
    isInflected(reading.folded.slice(first.start, first.end)) &&
    !isTitled(scene, { start: first.end, end: span.end })
  ) {
    const rest = reading.folded.slice(first.end, span.end);
    const stop =
      /[,(]|\s(?:who|which|in|at|on|of|after|during|as|over|with|from|before|while|when|into|through|outside|by|between)\s/.exec(
        rest,
      );
    const subject = nounPhraseEn(reading, { start: first.end, end: first.end + (stop?.index ?? rest.length) });
    if (subject === null || !(isSomebody(reading, subject) || wordsIn(reading.lower, subject).length <= 5)) return null;
    return { source: describeSource(reading, subject), cue: first, end: span.end };
  }
  const named = namedTag(scene, span);
  if (named !== null) return named;
  const at = firstVerbEn(reading, span);
  const verb = pastAuxiliary(reading.tokensIn(span), at);
  if (at === null || verb === undefined || verb.pos !== 'Verb') return null;
  const words = wordsIn(reading.lower, { start: span.start, end: at });
  if (words.length > 9 || hasRole(words.at(-1)?.text, 'bar')) return null;
  const subject = findSubjectEn(reading, { start: span.start, end: at });
  if (subject === null || !(words.length <= 4 || isSomebody(reading, subject))) return null;
  const tail = /^[^,]*/.exec(reading.folded.slice(verb.end, span.end))?.[0].length ?? 0;
  return { source: describeSource(reading, subject), cue: verb, end: verb.end + tail };
}

/** retired |lineman Earl Gadsden fired| back: a name with a verb behind it stands behind a participle, which belongs to the title. */
function isTitled({ reading }: Scene, span: Span): boolean {
  const name = reading.mentionsIn(span).find(({ type }) => type === 'PERSON');
  const next = name === undefined ? undefined : reading.tokensIn({ start: name.end, end: span.end })[0];
  return next !== undefined && isVerb(next) && isPast(reading.lower.slice(next.start, next.end));
}

/** had |begged|: the verb at an offset, or the one that an auxiliary there leads to. */
function pastAuxiliary(tokens: readonly Token[], at: number | null): Token | undefined {
  const index = tokens.findIndex(({ start }) => start === at);
  const [verb, next] = [tokens[index], tokens[index + 1]];
  return verb?.pos === 'Auxiliary' && next?.pos === 'Verb' ? next : verb;
}

const asideBehindName = /^(?:,\s(?:who|whose|which|an?|the|aged|\d+)\b[^,;:“”"]{0,90},)?\s(?=[a-z]+(?:s|ed)\b)/;

/** May Chen, who is travelling with two sons, |messages| from on board: whatever the tagger says, a word behind a person's name and the aside to it. */
function namedTag({ reading }: Scene, span: Span): Tag | null {
  const name = reading.mentionsIn(span).find(({ type, start }) => type === 'PERSON' && start - span.start < 24);
  if (name === undefined || /[a-z,;]\s$/.test(reading.folded.slice(Math.max(span.start, name.start - 2), name.start)))
    return null;
  const aside = asideBehindName.exec(reading.folded.slice(name.end, span.end));
  const [word] = aside === null ? [] : reading.tokensIn({ start: name.end + aside[0].length, end: span.end });
  if (word === undefined || !/^(?:Verb|Noun)$/.test(word.pos)) return null;
  return { source: describeSource(reading, { start: name.start, end: name.end }), cue: word, end: span.end };
}

/** spluttered the coach; not the |lead author Noor Basquiat: only an inflected verb stands before its subject. */
function isInflected(verb: string): boolean {
  return /^[a-z]/.test(verb) && (verb.endsWith('s') || isPast(verb));
}

/** “…” was her verdict; “…” came the reply; “…” is how the bureau explains it. */
function nounTag(scene: Scene, span: Span): Tag | null {
  const { reading } = scene;
  const how = /^(?:is|was)\s(?:how|what|all)\s/.exec(reading.lower.slice(span.start, span.end));
  if (how !== null) {
    const start = span.start + how[0].length;
    const at = firstVerbEn(reading, { start, end: span.end });
    const verb = reading.tokensIn(span).find((token) => token.start === at);
    const subject = verb === undefined ? null : findSubjectEn(reading, { start, end: verb.start });
    return subject === null || verb === undefined
      ? null
      : { source: describeSource(reading, subject), cue: verb, end: span.end };
  }
  const view = viewIn(scene, span);
  if (view === null) return null;
  const source = view.source ?? carry(lastSpeaker(scene, span.start));
  return source === null ? null : { source, cue: view.cue, end: span.end };
}

/** Who spoke last before an offset, or the subject of the sentence before it, where that stands behind. */
function lastSpeaker(scene: Scene, at: number): SourcePhrase | null {
  const last = lastSourced(scene, at)?.source ?? null;
  const subject = subjectBefore(scene, at);
  return last === null || (subject !== null && subject.start > last.start) ? subject : last;
}

/** Her colleague was candid: “…”; The message from the union was clear: “…”; He shrugged, “…” */
function tagOpenBefore(scene: Scene, quote: QuotedSpan): boolean {
  const { reading, paragraph } = scene;
  const sentence = sentenceAt(paragraph, quote.start);
  if (sentence === undefined || roleOf(reading.lower, quote) !== 'speech') return false;
  const isWhole = isSentence(scene, quote);
  if (!isWhole && !/[.!]$/.test(reading.folded.slice(quote.inner.start, quote.inner.end))) return false;
  const previous = scene.quotes.findLast(({ end }) => end <= quote.start)?.end ?? 0;
  const start = Math.max(sentence.start, previous);
  const before = reading.folded.slice(start, quote.start);
  const mark = /([:,])\s?$/.exec(before);
  const end = quote.start - (mark?.[0].length ?? 0);
  const isCopula = mark === null && /\b(?:is|was|remains|remained)(?:\s\w+ly)?\s$/.test(before);
  if (mark === null && !isCopula) return false;
  const view = viewBefore(scene, { ...sentence, start }, end);
  if (!isWhole && view === null) return false;
  const source =
    hadOwn(scene, { start, end }) ??
    view?.source ??
    (mark?.[1] === ':' && view === null ? clauseSubject(scene, { start, end }) : null);
  if (source === null) return false;
  const cue = view?.cue ?? verbOf(scene, { start: source.end, end });
  if (cue === null) return false;
  put(scene, quote, { source, cue, end }, { start: sentence.start, end: quote.end }, 'speaker-cue-quote');
  return true;
}

/** |Felix| had his own theory: “…”: the subject that has what his or her names; null where the clause says nothing of the kind. */
function hadOwn({ reading }: Scene, { start, end }: Span): SourcePhrase | null {
  const had = /\s(?:has|had|have)\s(?:his|her|its|their)\s(?:own\s)?[^,;:“”"]{3,40}$/.exec(
    reading.lower.slice(start, end),
  );
  const subject = had === null ? null : findSubjectEn(reading, { start, end: start + had.index });
  return subject === null || !isSomebody(reading, subject) ? null : describeSource(reading, subject);
}

/** Who is the subject of the last clause before a colon. */
function clauseSubject(scene: Scene, span: Span): SourcePhrase | null {
  const { reading } = scene;
  if (findCues(reading, span).some(({ frame }) => frame === 'of' || frame === 'lead')) return null;
  const verb = firstVerbEn(reading, span);
  const subject = verb === null ? null : findSubjectEn(reading, { start: span.start, end: verb });
  if (subject === null || !isSomebody(reading, subject)) return null;
  return describeSource(reading, subject);
}

function verbOf({ reading }: Scene, span: Span): Span | null {
  return reading.tokensIn(span).find(isVerb) ?? null;
}

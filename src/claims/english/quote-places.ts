import type { Span } from '../../document/span.js';
import type { SourcePhrase } from '../attribution.js';
import { describeSource, isSomebody } from '../nouns.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { type NumberedSentence, type Reading, sentenceAt } from '../reading.js';
import type { Scene } from '../scene.js';
import { findSubjectEn, firstVerbEn } from './sources.js';
import { firstWordIn, hasRole, wordsIn } from './words.js';

/** “…” was her verdict: verbs by which something is said of a quotation. */
export const saidOf = /^(?:is|was|were|are|came|comes|ran|runs|goes|went|reads?)\s/;

/** Fewer words in quotation marks are a term or a title. */
const fewestWords = 3;

/** Whether a quotation begins its sentence or a clause; behind other words it is a part of what is reported. */
export function opensClause(scene: Scene, quote: QuotedSpan): boolean {
  const from = sentenceAt(scene.paragraph, quote.start)?.start ?? quote.start;
  const before = scene.reading.folded.slice(from, quote.start).trimEnd();
  return before === '' || /[,:;.!?…—”"]$/.test(before) || /^(?:and|but|yet|so|or)$/i.test(before);
}

/** “We own that” he said: whether a quotation that opens its clause and is no name or title has lost the comma that parts it from its tag. */
export function hasLostComma(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  const inner = folded.slice(quote.inner.start, quote.inner.end);
  return (
    folded[quote.end] === ' ' &&
    !saidOf.test(folded.slice(quote.end + 1, quote.end + 10)) &&
    /^\p{Lu}/u.test(inner) &&
    /[\p{L}\d%]$/u.test(inner) &&
    inner.split(/\s+/).length >= fewestWords &&
    !isTitleCase(scene, quote)
  );
}

/** The roof, |she added,| “cannot wait”: whether a tag between commas parts a clause that ends in the quotation; its beginning is said by the same speaker. */
export function isParenthetical({ reading }: Scene, sentence: Span, tag: Span, quote: QuotedSpan): boolean {
  const { folded, lower } = reading;
  const before = { start: sentence.start, end: tag.start };
  return (
    /^\p{Ll}/u.test(folded.slice(quote.inner.start)) &&
    /^,\s$/.test(folded.slice(tag.end, quote.start)) &&
    /[^\s,;:“”"],\s$/.test(folded.slice(before.start, before.end)) &&
    !isAdverbial(reading, before) &&
    !fronted.test(firstWordIn(lower, before)?.text ?? '')
  );
}

/** “The Salt Year,” a film by …, opens: most words begin with capitals. */
export function isTitleCase({ reading }: Scene, quote: QuotedSpan): boolean {
  const words = reading.folded.slice(quote.inner.start, quote.inner.end).split(/\s+/);
  return words.length > 1 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}

/** The subject of the last clause of the sentence before an offset, if it is somebody. */
export function subjectBefore(scene: Scene, at: number): SourcePhrase | null {
  const { paragraph } = scene;
  const own = sentenceAt(paragraph, at);
  return actorOf(
    scene,
    paragraph.sentences.findLast(({ end }) => end <= (own?.start ?? at)),
  );
}

/** The person whom the sentence behind a quotation opens with, where the quotation opens its paragraph (“If it says run, you run.” |Xu Wen, a courier,| has learned not to argue). */
export function personBehind(scene: Scene, quote: Span): SourcePhrase | null {
  if (quote.start !== scene.paragraph.start) return null;
  const next = scene.paragraph.sentences.find(({ start }) => start >= quote.end);
  const actor = actorOf(scene, next);
  return actor?.kind === 'person' && actor.status === 'explicit' && next !== undefined && actor.start - next.start < 40
    ? actor
    : null;
}

/** The subject of a sentence's main clause, if it is somebody. */
function actorOf(scene: Scene, sentence: NumberedSentence | undefined): SourcePhrase | null {
  const { reading } = scene;
  if (sentence === undefined || sentence.language !== 'en') return null;
  const subject = mainSubject(scene, sentence) ?? nameAt(scene, sentence.start);
  if (subject === null || !isSomebody(reading, subject)) return null;
  const source = describeSource(reading, subject);
  return source.kind === 'person' || source.kind === 'general' || source.kind === 'anonymous' ? source : null;
}

const fronted =
  /^(?:asked|pressed|told|when|whenever|after|as|before|while|although|though|because|since|if|once|until|by|in|on|at|for|with|from|to|during|despite|[a-z]+ing)$/;

/** Still, …; On Monday, …: words that only lead on. */
function isAdverbial({ lower }: Reading, stretch: Span): boolean {
  return wordsIn(lower, stretch, 4).every(({ text }) => hasRole(text, 'adverb') || hasRole(text, 'lead'));
}

/** The subject of the main clause of a sentence: behind its comma where it opens with another clause or a phrase (Asked if she would stand, |Brown| smiled). */
function mainSubject({ reading }: Scene, { start, end }: Span): Span | null {
  const first = firstWordIn(reading.lower, { start, end })?.text ?? '';
  const comma = fronted.test(first) ? reading.folded.slice(start, end).indexOf(',') : -1;
  if (comma > 0) {
    const from = { start: start + comma + 1, end };
    const verb = firstVerbEn(reading, from);
    const subject = verb === null ? null : findSubjectEn(reading, { start: from.start, end: verb });
    if (subject !== null) return subject;
  }
  const verb = firstVerbEn(reading, { start, end });
  return verb === null ? null : findSubjectEn(reading, { start, end: verb });
}

const longestName = 40;

/** The person whose name stands at an offset, and who owns nothing (Farouk, 33, |laughs). */
function nameAt({ reading }: Scene, at: number): Span | null {
  const name = reading
    .mentionsIn({ start: at, end: at + longestName })
    .find(({ type, start }) => type === 'PERSON' && start === at);
  return name === undefined || /^['’]/.test(reading.folded.slice(name.end, name.end + 1))
    ? null
    : { start: name.start, end: name.end };
}

import type { SourcePhrase } from './attribution.js';
import { describeSource, isSomebody } from './nouns.js';
import type { QuotedSpan } from './quotes.js';
import { sentenceAt } from './reading.js';
import type { Scene } from './scene.js';
import { findSubjectEn, firstVerbEn } from './sources-en.js';

/** Whether a quotation begins its sentence or a clause; behind other words it is a part of what is reported. */
export function opensClause(scene: Scene, quote: QuotedSpan): boolean {
  const from = sentenceAt(scene.paragraph, quote.start)?.start ?? quote.start;
  const before = scene.reading.folded.slice(from, quote.start).trimEnd();
  return before === '' || /[,:;.!?…—”"]$/.test(before) || /^(?:and|but|yet|so|or)$/i.test(before);
}

/** “The Salt Year,” a film by …, opens: most words begin with capitals. */
export function isTitleCase({ reading }: Scene, quote: QuotedSpan): boolean {
  const words = reading.folded.slice(quote.inner.start, quote.inner.end).split(/\s+/);
  return words.length > 1 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}

/** The subject of the last clause of the sentence before an offset, if it is somebody. */
export function subjectBefore(scene: Scene, at: number): SourcePhrase | null {
  const { reading, paragraph } = scene;
  const own = sentenceAt(paragraph, at);
  const sentence = paragraph.sentences.findLast(({ end }) => end <= (own?.start ?? at));
  if (sentence === undefined || sentence.language !== 'en') return null;
  const verb = firstVerbEn(reading, sentence);
  const subject = verb === null ? null : findSubjectEn(reading, { start: sentence.start, end: verb });
  if (subject === null || !isSomebody(reading, subject)) return null;
  const source = describeSource(reading, subject);
  return source.kind === 'person' || source.kind === 'general' || source.kind === 'anonymous' ? source : null;
}

import { openWords } from '../lexicons/lexicon.js';
import type { SourcePhrase } from './attribution.js';
import type { Links } from './links.js';
import type { Paragraph, Reading } from './reading.js';

const subjectReach = 40;

/**
 * The entity behind he, she, 他 or 她 as a source: the later of the last person that was a source and the last that opens a
 * sentence of the paragraph before it; else the speaker of the paragraph before; else null. Plurals and things stay open.
 */
export function antecedentOf(
  reading: Reading,
  paragraph: Paragraph,
  source: SourcePhrase,
  links: Links,
  spoke: { readonly entity: number; readonly at: number } | null,
  before: number | null,
): number | null {
  if (!openWords('person-pronouns').has(reading.lower.slice(source.start, source.end))) return null;
  const opener = reading
    .mentionsIn({ start: paragraph.start, end: source.start })
    .findLast((mention) => mention.type === 'PERSON' && opensSentence(paragraph, mention.start, source.start));
  const entity = opener === undefined ? null : links.entityOf(opener);
  if (entity !== null && opener !== undefined && opener.start > (spoke?.at ?? -1)) return entity;
  return spoke?.entity ?? before;
}

/** Whether a name stands near the start of a sentence and outside quotations, as a subject does. */
function opensSentence({ sentences, quotes }: Paragraph, at: number, limit: number): boolean {
  const sentence = sentences.findLast(({ start }) => start <= at);
  if (sentence === undefined || at - sentence.start > subjectReach) return false;
  return sentence.end <= limit && !quotes.some(({ start, end }) => start <= at && at < end);
}

import type { Span } from '../document/span.js';
import { within } from '../document/span.js';
import type { Document, FactPart, Mention, Quantity, Timex, Token } from '../document/types.js';

/** What facts are read from: the fold, its lower-case form, and the layers in reach by offset. */
export interface FactReading {
  readonly folded: string;
  readonly lower: string;
  /** ISO date of publication, or null. */
  readonly published: string | null;
  timeAt(index: number): Timex | undefined;
  tokensIn(span: Span): readonly Token[];
  mentionsIn(span: Span): readonly Mention[];
  timesIn(span: Span): readonly (Timex & { readonly index: number })[];
  quantitiesIn(span: Span): readonly (Quantity & { readonly index: number })[];
  /** The span with the entity that it names. */
  part(span: Span): FactPart;
}

/** Prepares a document. */
export function openReading(
  document: Document<'tokens' | 'times' | 'quantities' | 'mentions' | 'entities'>,
): FactReading {
  const { folded, tokens, mentions } = document;
  const entityOf = new Map(
    document.entities.flatMap((entity, index) => entity.mentions.map((mention) => [mentions[mention], index] as const)),
  );
  const times = document.times.map((time, index) => ({ ...time, index }));
  const quantities = document.quantities.map((quantity, index) => ({ ...quantity, index }));
  const lower = folded.toLowerCase();
  return {
    folded,
    published: document.article.published ?? null,
    timeAt: (index) => document.times[index],
    lower: lower.length === folded.length ? lower : folded,
    tokensIn: (span) => within(tokens, span),
    mentionsIn: (span) => within(mentions, span),
    timesIn: (span) => within(times, span),
    quantitiesIn: (span) => within(quantities, span),
    part({ start, end }) {
      const named = within(mentions, { start, end }).find((mention) => mention.start === start && mention.end === end);
      return { start, end, entity: (named === undefined ? undefined : entityOf.get(named)) ?? null };
    },
  };
}

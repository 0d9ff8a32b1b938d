import { lowerCase } from '../document/lower-case.js';
import type { Span } from '../document/span.js';
import { contains, lookupWithin, overlaps } from '../document/span.js';
import type { Document, FactPart, Mention, Quantity, Timex, Token } from '../document/types.js';
import { withMore } from '../text/with-more.js';

/** What facts are read from: the fold, its lower-case form, and the layers in reach by offset. */
export interface FactReading {
  readonly folded: string;
  readonly lower: string;
  /** ISO date of publication, or null. */
  readonly published: string | null;
  timeAt(index: number): Timex | undefined;
  tokensIn(span: Span): readonly Token[];
  mentionsIn(span: Span): readonly Mention[];
  /** The name that holds the whole span, if one does. */
  nameAround(span: Span): Mention | undefined;
  /** Whether an end of the span lies within a name. */
  cutsName(span: Span): boolean;
  timesIn(span: Span): readonly (Timex & { readonly index: number })[];
  quantitiesIn(span: Span): readonly (Quantity & { readonly index: number })[];
  /** The span with the entity that it names. */
  part(span: Span): FactPart;
}

/** How far before a place a name may begin that reaches it. */
const longestName = 60;

/** Prepares a document. */
export function openReading(
  document: Document<'tokens' | 'times' | 'quantities' | 'mentions' | 'entities'>,
): FactReading {
  const { folded, tokens, mentions } = document;
  const entityOf = new Map(
    document.entities.flatMap((entity, index) => entity.mentions.map((mention) => [mentions[mention], index] as const)),
  );
  const times = document.times.map((time, index) => withMore(time, { index }));
  const quantities = document.quantities.map((quantity, index) => withMore(quantity, { index }));
  const mentionsIn = lookupWithin(mentions);
  const timesIn = lookupWithin(times);
  const near = ({ start, end }: Span) => mentionsIn({ start: start - longestName, end: end + longestName });
  // 去年港务局: a name with a time before it, which was passed.
  const opensWithTime = (name: Span, { start, end }: Span) =>
    name.end <= end && timesIn(name).some((time) => time.start === name.start && time.end === start);
  return {
    folded,
    published: document.article.published ?? null,
    timeAt: (index) => document.times[index],
    lower: lowerCase(document),
    tokensIn: lookupWithin(tokens),
    mentionsIn,
    nameAround: (span) => near(span).find((name) => contains(name, span)),
    cutsName: (span) =>
      near(span).some((name) => overlaps(name, span) && !contains(span, name) && !opensWithTime(name, span)),
    timesIn,
    quantitiesIn: lookupWithin(quantities),
    part({ start, end }) {
      const named = mentionsIn({ start, end }).find((mention) => mention.start === start && mention.end === end);
      return { start, end, entity: (named === undefined ? undefined : entityOf.get(named)) ?? null };
    },
  };
}

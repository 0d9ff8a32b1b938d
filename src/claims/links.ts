import { contains, type Span, within } from '../document/span.js';
import type { ClaimSource, Mention } from '../document/types.js';
import type { SourcePhrase } from './attribution.js';
import type { ClaimDocument } from './reading.js';

/** Finds layer indexes by offset. */
export interface Links {
  entitiesIn(span: Span): number[];
  timesIn(span: Span): number[];
  quantitiesIn(span: Span): number[];
  /** The entity that a mention names, or null. */
  entityOf(mention: Mention): number | null;
  resolve(source: SourcePhrase): ClaimSource;
}

/** Prepares the lookups of a document. */
export function link({ mentions, entities, times, quantities }: ClaimDocument): Links {
  const entityOf = new Map<number, number>();
  entities.forEach((entity, index) => {
    for (const mention of entity.mentions) entityOf.set(mention, index);
  });
  const indexes = new Map(mentions.map((mention, index) => [mention, index]));
  const numbered = mentions.map((mention, index) => ({ start: mention.start, end: mention.end, index }));
  const numberedTimes = times.map(({ start, end }, index) => ({ start, end, index }));
  const numberedQuantities = quantities.map(({ start, end }, index) => ({ start, end, index }));
  const entitiesIn = (span: Span): number[] => {
    const found = new Set<number>();
    for (const { index } of within(numbered, span)) {
      const entity = entityOf.get(index);
      if (entity !== undefined) found.add(entity);
    }
    return found.size < 2 ? [...found] : [...found].sort((a, b) => a - b);
  };
  return {
    entitiesIn,
    timesIn: (span) => within(numberedTimes, span).map(({ index }) => index),
    quantitiesIn: (span) => within(numberedQuantities, span).map(({ index }) => index),
    entityOf: (mention) => entityOf.get(indexes.get(mention) ?? -1) ?? null,
    resolve(source) {
      const named = within(numbered, source).findLast(
        (mention) => contains(source, mention) && mention.end === source.end,
      );
      return { ...source, entity: (named === undefined ? undefined : entityOf.get(named.index)) ?? null };
    },
  };
}

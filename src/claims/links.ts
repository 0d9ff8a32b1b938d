import { indexesWithin, type Span } from '../document/span.js';
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
  const entitiesIn = (span: Span): number[] => {
    const found = new Set<number>();
    for (const index of indexesWithin(mentions, span)) {
      const entity = entityOf.get(index);
      if (entity !== undefined) found.add(entity);
    }
    return found.size < 2 ? [...found] : [...found].sort((a, b) => a - b);
  };
  return {
    entitiesIn,
    timesIn: (span) => indexesWithin(times, span),
    quantitiesIn: (span) => indexesWithin(quantities, span),
    entityOf: (mention) =>
      entityOf.get(indexesWithin(mentions, mention).find((index) => mentions[index] === mention) ?? -1) ?? null,
    resolve(source) {
      const named = indexesWithin(mentions, source).findLast((index) => mentions[index]?.end === source.end);
      const { start, end, kind, status } = source;
      return { start, end, kind, status, entity: entityOf.get(named ?? -1) ?? null };
    },
  };
}

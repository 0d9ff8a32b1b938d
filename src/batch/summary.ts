import type { CorpusEntity } from '../entities/corpus.js';
import type { CorpusRows, LinkedArticle } from '../export/tables.js';
import { countCodePoints } from '../text/code-points.js';

/** How often something occurs. */
export type Counts = ReadonlyMap<string, number>;

/** What a person wants to know after a run. */
export interface Summary {
  readonly articles: number;
  readonly characters: number;
  readonly repairs: Counts;
  /** The most mentioned entities first. */
  readonly entities: readonly CorpusEntity[];
  readonly times: number;
  readonly quantities: number;
  readonly claims: number;
  /** Claims by who makes them: the name of an entity, or else the kind of source. */
  readonly sources: Counts;
  readonly problems: CorpusRows['problems'];
}

/** Counts articles as they pass. */
export interface SummaryBuilder {
  add(linked: LinkedArticle): void;
  close(corpus: CorpusRows): Summary;
}

/** Starts an empty summary. */
export function startSummary(): SummaryBuilder {
  const total = { articles: 0, characters: 0, times: 0, quantities: 0, claims: 0 };
  const repairs = new Map<string, number>();
  const sourceIds = new Map<string, number>();
  return {
    add({ article, entityId }) {
      total.articles++;
      total.characters += countCodePoints(article.text);
      total.times += article.times.length;
      total.quantities += article.quantities.length;
      total.claims += article.claims.length;
      for (const { kind } of article.repairs) increment(repairs, kind);
      for (const { source } of article.claims)
        increment(sourceIds, (source?.entity && entityId(source.entity)) ?? source?.kind ?? 'author');
    },
    close({ entities, problems }) {
      const names = new Map(entities.map(({ id, name }) => [id, name]));
      const sources = new Map<string, number>();
      for (const [id, count] of sourceIds)
        sources.set(names.get(id) ?? id, (sources.get(names.get(id) ?? id) ?? 0) + count);
      const ranked = [...entities].sort((a, b) => b.mentions - a.mentions);
      return { ...total, repairs, sources, entities: ranked, problems };
    },
  };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

import type { Problem } from '../document/provenance.js';
import type { CorpusEntity } from '../entities/corpus-entity.js';
import type { AnnotatedArticle } from '../export/schema.js';
import type { LinkedArticle } from '../export/tables.js';
import { countCodePoints } from '../text/code-points.js';
import type { LinkedEntities } from './corpus-entities.js';
import { isTold, type ProblemList } from './problem-list.js';

/** How often something occurs. */
export type Counts = ReadonlyMap<string, number>;

/** What a person wants to know after a run. */
export interface Summary {
  readonly articles: number;
  readonly characters: number;
  readonly repairs: Counts;
  readonly entities: number;
  /** The most mentioned entities, of them the first some. */
  readonly topEntities: readonly CorpusEntity[];
  readonly times: number;
  /** Articles without a date of publication in which a date or hour counts from it. */
  readonly undated: number;
  readonly quantities: number;
  readonly claims: number;
  /** Claims by who makes them: the name of an entity, or else the kind of source. */
  readonly sources: Counts;
  readonly problems: number;
  readonly errors: number;
  /** How many problems a person is told of, and the first of them. */
  readonly told: number;
  readonly firstTold: readonly Problem[];
}

/** Counts articles as they pass. */
export interface SummaryBuilder {
  add(linked: LinkedArticle): void;
  close(entities: LinkedEntities, problems: ProblemList): Summary;
}

/** So many entities and errors are named. */
const mostNamed = 20;

/** Starts an empty summary; `nameOf` gives the name of an entity of the article that is added. */
export function startSummary(nameOf: (id: string) => string): SummaryBuilder {
  const total = { articles: 0, characters: 0, times: 0, undated: 0, quantities: 0, claims: 0 };
  const repairs = new Map<string, number>();
  const sources = new Map<string, number>();
  return {
    add({ article, entityId }) {
      total.articles++;
      total.characters += countCodePoints(article.text);
      total.times += article.times.length;
      total.undated += isUndated(article) ? 1 : 0;
      total.quantities += article.quantities.length;
      total.claims += article.claims.length;
      for (const { kind } of article.repairs) increment(repairs, kind);
      for (const { source } of article.claims) {
        const id = source?.entity && entityId(source.entity);
        increment(sources, id ? nameOf(id) : (source?.kind ?? 'author'));
      }
    },
    close(entities, problems) {
      return {
        ...{ ...total, repairs, sources, entities: entities.count(), topEntities: mostMentioned(entities.entities()) },
        ...{ problems: problems.count, errors: problems.errors },
        ...{ told: problems.told, firstTold: firstTold(problems) },
      };
    },
  };
}

function isUndated({ published, times }: AnnotatedArticle): boolean {
  return published === null && times.some(({ type, value }) => type !== 'SET' && value?.startsWith('X') === true);
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostMentioned(entities: Iterable<CorpusEntity>): CorpusEntity[] {
  let top: CorpusEntity[] = [];
  for (const entity of entities) {
    if (top.length === mostNamed && (top.at(-1)?.mentions ?? 0) >= entity.mentions) continue;
    top = [...top, entity].sort((a, b) => b.mentions - a.mentions).slice(0, mostNamed);
  }
  return top;
}

function firstTold(list: ProblemList): Problem[] {
  const told: Problem[] = [];
  for (const problem of list.problems()) {
    if (isTold(problem)) told.push(problem);
    if (told.length === mostNamed) break;
  }
  return told;
}

import { type DocumentEntities, linkCorpus } from '../entities/corpus.js';
import { type CorpusEntity, entityApart } from '../entities/corpus-entity.js';
import { type CountedEntity, isNameless } from '../entities/corpus-nodes.js';
import { mostDocuments } from '../entities/neighbours.js';
import { byCodePoint } from '../text/code-points.js';
import type { ArticleOrder } from './article-order.js';
import type { KeptEntity } from './numbered-article.js';
import { createSorter, type Sorter } from './sorter.js';

/** The entities of the corpus. What is kept in memory grows with what is named in it, not with the articles. */
export interface LinkedEntities {
  /** Ids in the corpus of the entities of an article, given as its line of them; counts the article. */
  idsOf(documentId: string, line: string | null): string[];
  /** Name of the entity with that id. */
  nameOf(id: string): string;
  /** All entities, sorted by id, once every article has been counted; can be read more than once. */
  entities(): Iterable<CorpusEntity>;
  /** How many there are. */
  count(): number;
}

/** The same entity as many articles have it. */
export interface Kind {
  readonly entity: Omit<CountedEntity, 'mentions'>;
  readonly firstDocument: string;
  /** The first articles that name it. */
  readonly documents: string[];
  readonly isNameless: boolean;
  mentions: number;
  occurrences: number;
  /** Where it and its twin stand in what is linked. */
  place: number;
  twinPlace: number;
}

/** The kinds of a corpus in the corpus. */
export interface LinkedKinds {
  /** Its entities by id; how many articles have them is not counted yet. */
  readonly byId: ReadonlyMap<string, CorpusEntity>;
  /** The entity of each kind by its key; null where it stays apart in each article. */
  readonly idOf: ReadonlyMap<string, string | null>;
}

/** Links the entities of all articles. */
export function linkEntities(order: ArticleOrder, directory: string): LinkedEntities {
  const kinds = readKinds(order);
  const { byId, idOf } = linkKinds(kinds);
  return countEntities(byId, idOf, kinds, createSorter(directory, 'apart'));
}

/** A kind by its key, with the first articles that name it, `mostDocuments` at the most. */
export function createKind(key: string, documents: string[], mentions: number, occurrences: number): Kind {
  const entity = JSON.parse(key) as Kind['entity'];
  const [firstDocument = ''] = documents;
  return {
    ...{ entity, firstDocument, documents, isNameless: isNameless({ ...entity, mentions: { length: mentions } }) },
    ...{ mentions, occurrences, place: 0, twinPlace: 0 },
  };
}

/**
 * Links kinds of entities, which stand in the order in which articles name them first. Entities that are alike in all articles
 * are linked as one, so that the work grows with what is different. Those without a telling name are linked as two if there are
 * more, since two may not be joined where one could.
 */
export function linkKinds(kinds: ReadonlyMap<string, Kind>): LinkedKinds {
  const linked = linkCorpus([...documentsOf(kinds, '', false), ...documentsOf(kinds, twin, true)]);
  const byId = new Map(linked.entities.map((entity) => [entity.id, entity]));
  const idOf = new Map<string, string | null>();
  for (const [key, kind] of kinds) {
    const [id = '', other = id] = ['', ...(hasTwin(kind) ? [twin] : [])].map(
      (suffix) => linked.ids.get(kind.firstDocument + suffix)?.[suffix === '' ? kind.place : kind.twinPlace],
    );
    idOf.set(key, id === other ? id : null);
    if (id !== other) for (const apart of [id, other]) byId.delete(apart);
  }
  return { byId, idOf };
}

/** What is named, by all that is said of it but the number of mentions. */
function readKinds(order: ArticleOrder): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const { id, entities } of order.articles())
    for (const { key, mentions } of parseEntities(entities())) {
      const kind = kinds.get(key);
      if (kind !== undefined) {
        kind.mentions += mentions;
        kind.occurrences++;
        if (kind.documents.length < mostDocuments) kind.documents.push(id);
        continue;
      }
      kinds.set(key, createKind(key, [id], mentions, 1));
    }
  return kinds;
}

function parseEntities(line: string | null): KeptEntity[] {
  return line === null ? [] : (JSON.parse(line) as KeptEntity[]);
}

/** What is set behind the id of an article for a second one that stands for all further articles. */
const twin = '\0';

function hasTwin({ isNameless, occurrences }: Kind): boolean {
  return isNameless && occurrences > 1;
}

/** The kinds, or the second ones of those that are linked as two, as entities of the articles in which they come first. */
function documentsOf(kinds: ReadonlyMap<string, Kind>, suffix: string, areTwins: boolean): DocumentEntities[] {
  const documents = new Map<string, CountedEntity[]>();
  for (const kind of kinds.values()) {
    if (areTwins && !hasTwin(kind)) continue;
    const entities = documents.get(kind.firstDocument) ?? [];
    documents.set(kind.firstDocument, entities);
    const length = areTwins ? 1 : hasTwin(kind) ? kind.mentions - 1 : kind.mentions;
    // Of one that stands for many without a name, nobody can say in whose company it is.
    const company = hasTwin(kind) ? [] : kind.documents;
    const place = entities.push({ ...kind.entity, mentions: { length }, documents: company }) - 1;
    if (areTwins) kind.twinPlace = place;
    else kind.place = place;
  }
  return [...documents].map(([documentId, entities]) => ({ documentId: documentId + suffix, entities }));
}

function countEntities(
  byId: ReadonlyMap<string, CorpusEntity>,
  idOf: ReadonlyMap<string, string | null>,
  kinds: ReadonlyMap<string, Kind>,
  apart: Sorter,
): LinkedEntities {
  const documents = new Map<string, number>();
  const names = new Map<string, string>();
  let countApart = 0;
  const addApart = (key: string, mentions: number, documentId: string, index: number): string => {
    const entity = entityApart(
      { ...(kinds.get(key)?.entity ?? JSON.parse(key)), mentions: { length: mentions } },
      documentId,
      index,
    );
    apart.add(`${entity.id}\t${JSON.stringify(entity)}`);
    names.set(entity.id, entity.name);
    countApart++;
    return entity.id;
  };
  return {
    idsOf(documentId, line) {
      names.clear();
      const kept = parseEntities(line);
      const ids = kept.map(({ key, mentions }, i) => idOf.get(key) ?? addApart(key, mentions, documentId, i));
      for (const id of new Set(ids)) documents.set(id, (documents.get(id) ?? 0) + 1);
      for (const id of names.keys()) documents.delete(id);
      return ids;
    },
    nameOf: (id) => byId.get(id)?.name ?? names.get(id) ?? id,
    *entities() {
      const linked = [...byId.values()].sort((a, b) => byCodePoint(a.id, b.id));
      let next = 0;
      for (const line of apart.sorted()) {
        const entity = JSON.parse(line.slice(line.indexOf('\t') + 1)) as CorpusEntity;
        for (let one = linked[next]; one !== undefined && byCodePoint(one.id, entity.id) < 0; one = linked[++next])
          yield { ...one, documents: documents.get(one.id) ?? 0 };
        yield entity;
      }
      for (const one of linked.slice(next)) yield { ...one, documents: documents.get(one.id) ?? 0 };
    },
    count: () => byId.size + countApart,
  };
}

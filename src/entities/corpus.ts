import { byCodePoint } from '../text/code-points.js';
import { type CorpusEntity, withIds } from './corpus-entity.js';
import { joinAcross, joinByAlias, joinByName, joinByRomanization } from './corpus-joins.js';
import { type CountedEntity, type Node, pick, toNode } from './corpus-nodes.js';
import { Groups } from './groups.js';

/** The entities of one article. */
export interface DocumentEntities {
  readonly documentId: string;
  readonly entities: readonly CountedEntity[];
}

/** What the articles of a corpus speak of. */
export interface CorpusEntities {
  /** Sorted by id. */
  readonly entities: readonly CorpusEntity[];
  /** For each document id, the corpus entity of each of its entities, by index. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

/**
 * Merges the entities of articles that are one thing: by a telling form of their name, by how it is read in Latin letters, by
 * a short form that only one of them has, and by names of the two languages that sound or mean the same. The result does
 * not depend on the order of the documents.
 */
export function linkCorpus(documents: readonly DocumentEntities[]): CorpusEntities {
  const nodes = [...documents]
    .sort((a, b) => byCodePoint(a.documentId, b.documentId))
    .flatMap(({ documentId, entities }) => entities.map((entity, index): Node => toNode(documentId, index, entity)));
  const groups = new Groups(nodes.map(({ entity }) => entity.user?.key ?? null));
  joinByName(nodes, groups);
  joinByRomanization(nodes, groups);
  joinByAlias(nodes, groups);
  // What the first round links, the second may take for company.
  if (joinAcross(nodes, groups) > 0) joinAcross(nodes, groups);
  const ids = new Map(documents.map(({ documentId, entities }) => [documentId, entities.map(() => '')]));
  const clusters = groups.list().map(({ members, links }) => ({ members: pick(nodes, members), links }));
  const entities = withIds(clusters).map(({ entity, members }) => {
    for (const { documentId, index } of members) ids.get(documentId)?.splice(index, 1, entity.id);
    return entity;
  });
  return { entities: entities.sort((a, b) => byCodePoint(a.id, b.id)), ids };
}

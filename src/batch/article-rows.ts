import type { Problem } from '../document/provenance.js';
import type { Document, LayerName } from '../document/types.js';
import { entityApart } from '../entities/corpus-entity.js';
import { isNameless } from '../entities/corpus-nodes.js';
import { toAnnotatedArticle } from '../export/annotated-article.js';
import { type Value, valuesOf } from '../export/columns.js';
import { rowOf } from '../export/table-descriptions.js';
import { claimLinks, entities, entityRow, type Table } from '../export/tables.js';
import { problemsOf, toKept } from './annotate-batch.js';
import { type LocalClaim, localClaims } from './claim-records.js';
import type { KeptEntity } from './numbered-article.js';

/** An article as the rows of tables, for an engine that puts a corpus together. Entities bear the ids of the article. */
export interface ArticleRows {
  readonly id: string;
  /** The rows of each table that is wanted and has rows of articles: values in the order of its columns, lists as lists. */
  readonly rows: Readonly<Record<string, readonly (readonly Value[])[]>>;
  /** What the entities of the corpus are made of; nothing where no table speaks of entities. */
  readonly entities: readonly LocalEntity[];
  /** The claims as they are compared; nothing where links between claims are not wanted. */
  readonly claims: readonly LocalClaim[];
  readonly problems: readonly Problem[];
}

/** An entity of an article: its id there, and what it is linked by. */
export interface LocalEntity extends KeptEntity {
  readonly id: string;
  /** Its row of the corpus, by column, for one without a telling name, should it stay apart; else null. */
  readonly apart: Readonly<Record<string, Value>> | null;
}

/** The rows of an article in the tables `wanted`. */
export function articleRows(document: Document<LayerName>, wanted: readonly Table[]): ArticleRows {
  const article = toAnnotatedArticle(document, { pos: false });
  const linked = { article, entityId: (own: string) => own };
  const tables = wanted.filter(({ isOfCorpus }) => !isOfCorpus);
  return {
    id: article.id,
    rows: Object.fromEntries(
      tables.map(({ name, columns, articleRows: rows }) => [name, rows(linked).map((row) => valuesOf(columns, row))]),
    ),
    entities: wanted.some(speaksOfEntities) ? localEntities(article.id, document.entities) : [],
    claims: wanted.some(({ name }) => name === claimLinks.name) ? localClaims(article) : [],
    problems: problemsOf(article),
  };
}

function speaksOfEntities({ name, columns }: Table): boolean {
  return name === entities.name || name === claimLinks.name || columns.some(({ namesEntity }) => namesEntity === true);
}

/** Entities are numbered in the order in which they stand in the document. */
function localEntities(documentId: string, found: Document<LayerName>['entities']): LocalEntity[] {
  return found.map((entity, index) => {
    const apart = isNameless(entity) ? rowOf(entities, entityRow(entityApart(entity, documentId, index))) : null;
    return { id: `e${index + 1}`, ...toKept(entity), apart };
  });
}

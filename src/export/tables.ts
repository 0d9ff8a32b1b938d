import { z } from 'zod';
import type { Problem } from '../document/provenance.js';
import { claimLinkKinds } from '../document/types.js';
import type { CorpusEntity } from '../entities/corpus-entity.js';
import { pinyinOf } from '../entities/pinyin.js';
import { countCodePoints } from '../text/code-points.js';
import { lazy } from '../text/lazy.js';
import { type Column, columnsOf } from './columns.js';
import {
  type AnnotatedArticle,
  annotatedArticleSchema,
  claimSchema,
  diagnosticSchema,
  entitySchema,
  factSchema,
  mentionSchema,
  quantitySchema,
  quotationSchema,
  repairSchema,
  sentenceSchema,
  timeSchema,
} from './schema.js';

export interface ForeignKey {
  readonly fields: string | readonly string[];
  readonly reference: { readonly resource: string; readonly fields: string | readonly string[] };
}

/** An article on its way into the tables: `entityId` gives the corpus entity of one of its entities. */
export interface LinkedArticle {
  readonly article: AnnotatedArticle;
  readonly entityId: (id: string) => string | null;
}

/** What the tables hold that belongs to no single article. It may be on disk, and can be gone through more than once. */
export interface CorpusRows {
  readonly entities: Iterable<CorpusEntity>;
  readonly problems: Iterable<Problem>;
  readonly claimLinks: Iterable<ClaimLinkRow>;
}

/** A table, by its columns, keys and rows. A new one is one entry in `tables`. */
export interface Table {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Whether its rows come once for the corpus, and none with an article. */
  readonly isOfCorpus: boolean;
  /** The rows of one article, in the shape of the table's schema. */
  readonly articleRows: (linked: LinkedArticle) => readonly object[];
  /** The rows that come once for the corpus. */
  readonly corpusRows: (corpus: CorpusRows) => Iterable<object>;
}

const documentId = annotatedArticleSchema.shape.id;
const toEntity = { resource: 'entities', fields: 'id' };
const toDocument = { fields: 'document_id', reference: { resource: 'documents', fields: 'document_id' } };
const count = z.int().min(0);

const { text, ...documentFields } = annotatedArticleSchema.pick({
  id: true,
  lang: true,
  script: true,
  title: true,
  author: true,
  publisher: true,
  published: true,
  source: true,
  text: true,
}).shape;

const documentSchema = z.object({
  ...documentFields,
  characters: count.describe('Characters of the repaired text, in code points.'),
  repairs: count.describe('Number of repairs.'),
  sentences: count.describe('Number of sentences.'),
  mentions: count.describe('Number of mentions.'),
  entities: count.describe('Number of entities in the article.'),
  times: count.describe('Number of times.'),
  quantities: count.describe('Number of quantities.'),
  claims: count.describe('Number of claims.'),
  text,
});

const corpusEntitySchema = entitySchema.extend({
  id: z.string().describe('Identifier of the entity in the whole corpus, made from what it is.'),
  documents: count.describe('Number of articles that mention it.'),
});

const problemSchema = z.object({
  id: z.string().describe('Identifier of the row: x1, x2, …'),
  documentId: z.string().nullable().describe('The article, where its id could be read.'),
  path: z.string().nullable().describe('The input file, relative to the output.'),
  line: z.int().min(1).nullable().describe('Line of the file, or place in a JSON array, from 1.'),
  ...diagnosticSchema.shape,
});

const claimLinkSchema = z.object({
  id: z.string().describe('Identifier of the row: l1, l2, …'),
  kind: z
    .enum(claimLinkKinds)
    .describe('restates: says the same; continues: the speaker goes on; contradicts: may contradict, to be checked.'),
  documentId: z.string().describe('The article of the claim.'),
  claim: z.string().describe('The claim.').meta({ column: 'claim_id' }),
  toDocumentId: z.string().describe('The article of the earlier claim.'),
  toClaim: z
    .string()
    .describe('The earlier claim that it restates, goes on with or may contradict.')
    .meta({ column: 'to_claim_id' }),
  reason: z.string().describe('What the two have in common, or where they differ.'),
  similarity: z.number().min(0).max(1).describe('How much of their wording they share, 0 to 1.'),
});

/** A row of `claim_links.csv`. */
export type ClaimLinkRow = z.infer<typeof claimLinkSchema>;

/** A table with the columns of `schema`, which are worked out when somebody asks for them: most runs never do. */
function tableOf(schema: z.ZodObject, table: Omit<Table, 'columns'>): Table {
  const columns = lazy(() => columnsOf(schema));
  return {
    ...table,
    get columns() {
      return columns();
    },
  };
}

/** A table with one row for each item of a layer of an article. */
function layerTable<
  K extends 'sentences' | 'mentions' | 'times' | 'quantities' | 'claims' | 'quotations' | 'facts' | 'repairs',
>(
  name: K,
  description: string,
  schema: z.ZodObject,
  foreignKeys: readonly ForeignKey[] = [],
  link: (item: AnnotatedArticle[K][number], entityId: LinkedArticle['entityId']) => object = (item) => item,
): Table {
  return tableOf(z.object({ documentId, ...schema.shape }), {
    name,
    description,
    primaryKey: ['document_id', 'id'],
    foreignKeys: [toDocument, ...foreignKeys],
    isOfCorpus: false,
    articleRows: ({ article, entityId }) =>
      article[name].map((item) => ({ documentId: article.id, ...link(item, entityId) })),
    corpusRows: () => [],
  });
}

const documents = tableOf(documentSchema, {
  name: 'documents',
  description: 'One row an article.',
  primaryKey: ['document_id'],
  foreignKeys: [],
  isOfCorpus: false,
  articleRows: ({ article }) => [documentRow(article)],
  corpusRows: () => [],
});

function documentRow(article: AnnotatedArticle): z.infer<typeof documentSchema> {
  return {
    ...article,
    characters: countCodePoints(article.text),
    repairs: article.repairs.length,
    sentences: article.sentences.length,
    mentions: article.mentions.length,
    entities: article.entities.length,
    times: article.times.length,
    quantities: article.quantities.length,
    claims: article.claims.length,
  };
}

/** The things that the corpus speaks of. */
export const entities = tableOf(corpusEntitySchema, {
  name: 'entities',
  description: 'One row an entity of the whole corpus.',
  primaryKey: ['id'],
  foreignKeys: [],
  isOfCorpus: true,
  articleRows: () => [],
  *corpusRows(corpus) {
    for (const entity of corpus.entities) yield entityRow(entity);
  },
});

/** The row of an entity. */
export function entityRow(entity: CorpusEntity): object {
  return { ...entity, pinyin: pinyinOf(entity.type, entity.names['zh-Hans']) };
}

/** Never left out: a bad article never goes unreported. */
export const errors = tableOf(problemSchema, {
  name: 'errors',
  description: 'What could not be read or annotated, and what was noticed on the way.',
  primaryKey: ['id'],
  foreignKeys: [],
  isOfCorpus: true,
  articleRows: () => [],
  *corpusRows(corpus) {
    let number = 0;
    for (const problem of corpus.problems) yield { id: `x${++number}`, ...problem };
  },
});

/** How claims stand to each other. */
export const claimLinks = tableOf(claimLinkSchema, {
  name: 'claim_links',
  description: 'One row for two claims that say the same, go on with each other or may contradict each other.',
  primaryKey: ['id'],
  foreignKeys: [
    { fields: ['document_id', 'claim_id'], reference: { resource: 'claims', fields: ['document_id', 'id'] } },
    { fields: ['to_document_id', 'to_claim_id'], reference: { resource: 'claims', fields: ['document_id', 'id'] } },
  ],
  isOfCorpus: true,
  articleRows: () => [],
  corpusRows: (corpus) => corpus.claimLinks,
});

/** Every table, in the order of datapackage.json. */
export const tables: readonly Table[] = [
  documents,
  layerTable('sentences', 'One row a sentence.', sentenceSchema),
  layerTable(
    'mentions',
    'One row a proper name in a text.',
    mentionSchema,
    [{ fields: 'entity_id', reference: toEntity }],
    (mention, entityId) => ({ ...mention, entity: mention.entity && entityId(mention.entity) }),
  ),
  entities,
  layerTable('times', 'One row a date, time, duration or recurring time.', timeSchema),
  layerTable('quantities', 'One row a number, amount of money or measure.', quantitySchema),
  layerTable(
    'claims',
    'One row a claim, with who makes it, how, and whether it can be checked.',
    claimSchema,
    [
      {
        fields: ['document_id', 'sentence_id'],
        reference: { resource: 'sentences', fields: ['document_id', 'id'] },
      },
      { fields: 'source_entity_id', reference: toEntity },
    ],
    (claim, entityId) => ({
      ...claim,
      source: claim.source && { ...claim.source, entity: claim.source.entity && entityId(claim.source.entity) },
      entities: claim.entities.flatMap((id) => entityId(id) ?? []),
    }),
  ),
  claimLinks,
  layerTable(
    'facts',
    'One row a fact: who did what and when, or how much there is of what.',
    factSchema,
    [
      { fields: ['document_id', 'claim_id'], reference: { resource: 'claims', fields: ['document_id', 'id'] } },
      { fields: 'subject_entity_id', reference: toEntity },
      { fields: 'object_entity_id', reference: toEntity },
    ],
    (fact, entityId) => ({
      ...fact,
      subject: { ...fact.subject, entity: fact.subject.entity && entityId(fact.subject.entity) },
      object: fact.object && { ...fact.object, entity: fact.object.entity && entityId(fact.object.entity) },
    }),
  ),
  layerTable('quotations', 'One row a quotation, with what the marks are for.', quotationSchema),
  layerTable('repairs', 'One row a repair, from what stood there to what stands there now.', repairSchema),
  errors,
];

import type { CorpusEntity } from '../entities/corpus-entity.js';
import { pinyinOf } from '../entities/pinyin.js';
import { byCodePoint } from '../text/code-points.js';
import type { AnnotatedClaim } from './schema.js';
import type { CorpusRows, LinkedArticle } from './tables.js';

/*
 * The corpus as a graph: what it speaks of, its articles and the claims in them, and who says what about whom. The
 * formats that hold graphs write what is built here.
 */

/** What stands beside the id of a node or an edge. */
export type Property = string | number | null | readonly string[];

/** A property as the formats declare it. */
export interface PropertyType {
  readonly name: string;
  readonly type: 'string' | 'strings' | 'integer' | 'number';
}

export const nodeKinds = ['entity', 'document', 'claim'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/**
 * says: an entity makes a claim; about: a claim names an entity; made_in: the article of a claim; mentions: an article
 * names an entity, `weight` times; mentioned_with: two entities, that with the smaller id first, stand together in
 * `weight` sentences; the others are links between claims, from the later to the earlier.
 */
export const edgeKinds = [
  'says',
  'about',
  'made_in',
  'mentions',
  'mentioned_with',
  'restates',
  'continues',
  'contradicts',
] as const;
export type EdgeKind = (typeof edgeKinds)[number];

export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** The name of an entity, the title of an article, the words of a claim. */
  readonly label: string;
  /** In the order of `nodeProperties` of its kind. */
  readonly properties: readonly Property[];
}

export interface GraphEdge {
  readonly kind: EdgeKind;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
  /** In the order of `edgeProperties`. */
  readonly properties: readonly Property[];
}

/** A piece of the graph. Its edges may lead to nodes of other pieces. */
export interface GraphPart {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

const text = (name: string): PropertyType => ({ name, type: 'string' });

/** What is said of the nodes of each kind. */
export const nodeProperties: Readonly<Record<NodeKind, readonly PropertyType[]>> = {
  entity: [
    ...[text('type'), text('name_zh_hant'), text('name_zh_hans'), text('name_en'), text('pinyin')],
    ...[{ name: 'aliases', type: 'strings' } as const, text('wikidata'), text('ticker')],
    ...(['mention_count', 'document_count'] as const).map((name) => ({ name, type: 'integer' }) as const),
  ],
  document: [text('lang'), text('author'), text('publisher'), text('published')],
  claim: [
    ...[{ name: 'kinds', type: 'strings' } as const, text('modality'), text('polarity'), text('stance'), text('quote')],
    ...[text('source_text'), text('source_kind'), { name: 'check_worthy', type: 'number' } as const],
  ],
};

/** What is said of edges: how a claim is attributed, and why two claims are linked. */
export const edgeProperties: readonly PropertyType[] = [text('cue'), text('reason')];

/** Builds the graph, article by article; only what joins articles stays in memory. */
export interface GraphBuilder {
  add(linked: LinkedArticle): GraphPart;
  close(corpus: CorpusRows): GraphPart;
}

/** Starts an empty graph. */
export function startGraph(): GraphBuilder {
  const pairs = new Map<string, number>();
  return {
    add(linked) {
      for (const pair of pairsIn(linked)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      return partOf(linked);
    },
    close: ({ entities, claimLinks }) => ({
      nodes: Array.from(entities, toEntityNode),
      edges: [
        ...[...pairs].sort(([a], [b]) => byCodePoint(a, b)).map(([pair, weight]) => toPairEdge(pair, weight)),
        ...Array.from(claimLinks, ({ kind, documentId, claim, toDocumentId, toClaim, reason, similarity }) => ({
          ...edge(kind, claimId(documentId, claim), claimId(toDocumentId, toClaim), similarity),
          properties: [null, reason],
        })),
      ],
    }),
  };
}

const documentId = (id: string): string => `document:${id}`;
const claimId = (article: string, claim: string): string => `claim:${article}/${claim}`;

function edge(kind: EdgeKind, source: string, target: string, weight = 1): GraphEdge {
  return { kind, source, target, weight, properties: edgeProperties.map(() => null) };
}

function toEntityNode({
  id,
  type,
  name,
  names,
  aliases,
  mentions,
  documents,
  wikidata,
  ticker,
}: CorpusEntity): GraphNode {
  const forms = [names['zh-Hant'], names['zh-Hans'], names.en, pinyinOf(type, names['zh-Hans'])];
  return {
    id,
    kind: 'entity',
    label: name,
    properties: [type, ...forms, aliases, wikidata, ticker, mentions, documents],
  };
}

function partOf(linked: LinkedArticle): GraphPart {
  const { article, entityId } = linked;
  const { id, title, lang, author, publisher, published } = article;
  const home = documentId(id);
  return {
    nodes: [
      { id: home, kind: 'document', label: title ?? id, properties: [lang, author, publisher, published] },
      ...article.claims.map((claim) => toClaimNode(id, claim)),
    ],
    edges: [
      ...article.entities.flatMap((entity) => {
        const known = entityId(entity.id);
        return known === null ? [] : [edge('mentions', home, known, entity.mentions)];
      }),
      ...article.claims.flatMap((claim) => claimEdges(claim, linked)),
    ],
  };
}

function toClaimNode(article: string, claim: AnnotatedClaim): GraphNode {
  const { id, text: label, kinds, modality, polarity, stance, quote, source, checkWorthy } = claim;
  const properties = [
    kinds,
    modality,
    polarity,
    stance,
    quote,
    source?.text ?? null,
    source?.kind ?? null,
    checkWorthy,
  ];
  return { id: claimId(article, id), kind: 'claim', label, properties };
}

function claimEdges(claim: AnnotatedClaim, { article, entityId }: LinkedArticle): GraphEdge[] {
  const id = claimId(article.id, claim.id);
  const source = claim.source?.entity ? entityId(claim.source.entity) : null;
  return [
    edge('made_in', id, documentId(article.id)),
    ...(source === null ? [] : [{ ...edge('says', source, id), properties: [claim.cue?.text ?? null, null] }]),
    ...[...new Set(claim.entities.flatMap((entity) => entityId(entity) ?? []))].map((entity) =>
      edge('about', id, entity),
    ),
  ];
}

/** Two entities that stand in one sentence, once for each such sentence that does not merely repeat another. */
function pairsIn({ article, entityId }: LinkedArticle): string[] {
  let next = 0;
  return article.sentences.flatMap(({ start, end, kind }) => {
    const ids = new Set<string>();
    if (kind === 'duplicate') return [];
    while (next < article.mentions.length && (article.mentions[next]?.start ?? end) < start) next++;
    for (let i = next; i < article.mentions.length; i++) {
      const mention = article.mentions[i];
      if (mention === undefined || mention.start >= end) break;
      const id = mention.entity === null ? null : entityId(mention.entity);
      if (id !== null) ids.add(id);
    }
    const sorted = [...ids].sort(byCodePoint);
    return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} ${b}`));
  });
}

function toPairEdge(pair: string, weight: number): GraphEdge {
  const [a = '', b = ''] = pair.split(' ');
  return edge('mentioned_with', a, b, weight);
}

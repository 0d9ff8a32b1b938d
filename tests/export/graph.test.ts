import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { edgeKinds, type GraphEdge, type GraphNode, nodeKinds } from '../../src/export/graph.js';
import type { AnnotatedArticle } from '../../src/export/schema.js';
import { articlesOf } from '../support/articles.js';
import { exportSample } from '../support/export.js';
import { pythonWith, testWith } from '../support/python.js';
import type { Workplace } from '../support/run.js';

let place: Workplace;
let articles: readonly AnnotatedArticle[];
beforeAll(() => {
  place = exportSample(['csv', 'graphml', 'gexf', 'neo4j']);
  articles = articlesOf(place);
});
afterAll(() => place.remove());

type Row = Readonly<Record<string, string>>;

function rows(file: string): Row[] {
  return parse(place.read(`out/${file}`), { columns: true });
}

function counted(kinds: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[String(kind)] = (counts[String(kind)] ?? 0) + 1;
  return counts;
}

/** How many nodes and edges of each kind there must be, by the tables. */
function expected(): { nodes: Record<string, number>; edges: Record<string, number> } {
  const claims = rows('claims.csv');
  const links = counted(rows('claim_links.csv').map(({ kind }) => kind));
  const abouts = claims.flatMap(({ entity_ids }) => [...new Set(entity_ids?.split('|').filter(Boolean))]);
  return {
    nodes: { document: articles.length, claim: claims.length, entity: rows('entities.csv').length },
    edges: {
      made_in: claims.length,
      says: claims.filter(({ source_entity_id }) => source_entity_id !== '').length,
      about: abouts.length,
      mentions: articles.reduce((sum, { entities }) => sum + entities.length, 0),
      ...links,
    },
  };
}

describe('Neo4j', () => {
  const nodes = () => ['entities', 'documents', 'claims'].flatMap((name) => rows(`neo4j/${name}.csv`));

  test('has the nodes and edges that the tables tell of, and each edge leads from a node to a node', () => {
    const edges = rows('neo4j/relationships.csv');
    const { mentioned_with, ...others } = counted(edges.map((edge) => edge[':TYPE']?.toLowerCase()));
    expect(others).toEqual(expected().edges);
    expect(mentioned_with).toBeGreaterThan(0);
    expect(counted(nodes().map((node) => node[':LABEL']?.toLowerCase()))).toEqual(expected().nodes);
    const ids = new Set(nodes().map((node) => node['id:ID']));
    expect(ids.size).toBe(nodes().length);
    for (const edge of edges) expect([ids.has(edge[':START_ID']), ids.has(edge[':END_ID'])]).toEqual([true, true]);
  });

  test('types its columns as the import tool wants them', () => {
    const head = place.read('out/neo4j/entities.csv').split('\n')[0];
    expect(head).toBe(
      'id:ID,:LABEL,name,type,name_zh_hant,name_zh_hans,name_en,pinyin,aliases:string[],wikidata,ticker,mention_count:long,document_count:long',
    );
    expect(place.read('out/neo4j/relationships.csv')).toMatch(/^:START_ID,:END_ID,:TYPE,weight:double,cue,reason\n/);
  });

  test('says who said what of whom, over articles and scripts', () => {
    const names = new Map(nodes().map((node) => [node['id:ID'], node.name]));
    const said = rows('neo4j/relationships.csv')
      .filter((edge) => edge[':TYPE'] === 'SAYS')
      .map((edge) => [names.get(edge[':START_ID'] ?? ''), names.get(edge[':END_ID'] ?? '')]);
    expect(said).toContainEqual(['何志远', '票價不會上漲']);
    expect(said).toContainEqual(['何志远', '票价上涨']);
    expect(said.map(([name]) => name)).not.toContain('藍鯨航運');
  });
});

const networkx = pythonWith('networkx==3.6.1');

/** The graph as networkx reads it. */
function read(file: 'graphml' | 'gexf'): { nodes: (GraphNode & Row)[]; edges: (GraphEdge & Row)[] } {
  return networkx.run(
    `import json, sys, networkx
graph = getattr(networkx, "read_" + sys.argv[1])(sys.argv[2])
print(json.dumps({"nodes": [{"id": id, **data} for id, data in graph.nodes(data=True)],
  "edges": [{"source": a, "target": b, **data} for a, b, data in graph.edges(data=True)]}))`,
    file,
    `${place.path}/out/graph.${file}`,
  ) as { nodes: (GraphNode & Row)[]; edges: (GraphEdge & Row)[] };
}

describe.each(['graphml', 'gexf'] as const)('networkx opens %s', (file) => {
  testWith(networkx, 'with the same nodes and edges as Neo4j', () => {
    const { nodes, edges } = read(file);
    expect(counted(nodes.map(({ kind }) => kind))).toEqual(expected().nodes);
    const { mentioned_with: _pairs, ...others } = counted(edges.map(({ kind }) => kind));
    expect(others).toEqual(expected().edges);
    const triple = (...parts: unknown[]) => parts.join(' ');
    expect(
      new Set(edges.map(({ source, kind, target, weight }) => triple(source, kind, target, Number(weight)))),
    ).toEqual(
      new Set(
        rows('neo4j/relationships.csv').map((edge) =>
          triple(edge[':START_ID'], edge[':TYPE']?.toLowerCase(), edge[':END_ID'], Number(edge['weight:double'])),
        ),
      ),
    );
  });

  testWith(networkx, 'with every property and character', () => {
    const { nodes } = read(file);
    const claim = nodes.find(({ label }) => label.includes('😀'));
    expect(claim).toMatchObject({
      kind: 'claim',
      label: expect.stringContaining('𠮷號'),
      kinds: expect.stringContaining('statistic'),
    });
    const entity = nodes.find(({ name_zh_hans }) => name_zh_hans === '海门港务局');
    expect(entity).toMatchObject({
      ...{ kind: 'entity', type: 'ORG', pinyin: 'hǎi mén gǎng wù jú' },
      document_count: 2,
    });
    expect(nodes.find(({ id }) => id === 'document:hant/港口=1')?.label).toBe('=新渡輪');
  });
});

test('the kinds are all that may be met', () => {
  const nodes = ['entities', 'documents', 'claims'].flatMap((name) => rows(`neo4j/${name}.csv`));
  expect([...nodeKinds]).toEqual(expect.arrayContaining(nodes.map((node) => node[':LABEL']?.toLowerCase())));
  const kinds = rows('neo4j/relationships.csv').map((edge) => edge[':TYPE']?.toLowerCase());
  expect([...edgeKinds]).toEqual(expect.arrayContaining(kinds));
});

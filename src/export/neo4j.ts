import { toCsv } from './csv-rows.js';
import type { ExportFormat, Resource } from './format.js';
import {
  edgeProperties,
  type GraphEdge,
  type GraphNode,
  type GraphPart,
  type NodeKind,
  nodeKinds,
  nodeProperties,
  type Property,
  type PropertyType,
  startGraph,
} from './graph.js';
import type { OutputFile } from './output-file.js';

const types = { string: '', strings: ':string[]', integer: ':long', number: ':double' } as const;
const labels = { entity: 'Entity', document: 'Document', claim: 'Claim' } as const;
const files = { entity: 'entities', document: 'documents', claim: 'claims' } as const;

/** The graph of the corpus as CSV for `neo4j-admin database import`: nodes of each kind, and all relationships. */
export const neo4j: ExportFormat = {
  name: 'neo4j',
  description: 'the same graph as CSV, for neo4j-admin import',
  open(create) {
    const graph = startGraph();
    const nodes = nodeKinds.map((kind) => ({ kind, file: openFile(create, files[kind], headOf(kind)) }));
    const edges = openFile(create, 'relationships', edgeHead);
    const write = (part: GraphPart) => {
      for (const { kind, file } of nodes) file.write(part.nodes.filter((node) => node.kind === kind).map(nodeRow));
      edges.write(part.edges.map(edgeRow));
    };
    return {
      add: (linked) => write(graph.add(linked)),
      close(corpus) {
        write(graph.close(corpus));
        return [...nodes.map(({ file }) => file), edges].map((file) => file.close());
      },
    };
  },
};

function headOf(kind: NodeKind): string[] {
  return ['id:ID', ':LABEL', 'name', ...named(nodeProperties[kind])];
}

const edgeHead = [':START_ID', ':END_ID', ':TYPE', 'weight:double', ...named(edgeProperties)];

function named(properties: readonly PropertyType[]): string[] {
  return properties.map(({ name, type }) => `${name}${types[type]}`);
}

function nodeRow({ id, kind, label, properties }: GraphNode): Row {
  return [id, labels[kind], label, ...properties.map(toCell)];
}

function edgeRow({ source, target, kind, weight, properties }: GraphEdge): Row {
  return [source, target, kind.toUpperCase(), weight, ...properties.map(toCell)];
}

type Row = readonly (string | number | null)[];

/** Lists are parted by `;`, which has no escape: where it stands in an item, its full-width form does. */
function toCell(property: Property): string | number | null {
  return typeof property === 'object' && property !== null
    ? property.map((item) => item.replaceAll(';', '；')).join(';')
    : property;
}

interface CsvFile {
  write(rows: readonly Row[]): void;
  close(): Resource;
}

function openFile(create: (path: string) => OutputFile, name: string, head: Row): CsvFile {
  const path = `neo4j/${name}.csv`;
  const file = create(path);
  let rows = 0;
  file.write(toCsv([head]));
  return {
    write(added) {
      rows += added.length;
      file.write(toCsv(added));
    },
    close: () => ({
      ...{ name: path, description: `The graph for Neo4j: ${name}.`, format: 'csv', mediatype: 'text/csv', rows },
      file: file.close(),
    }),
  };
}

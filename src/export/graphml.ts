import {
  edgeProperties,
  type GraphEdge,
  type GraphNode,
  nodeKinds,
  nodeProperties,
  type PropertyType,
} from './graph.js';
import { graphFormat, propertyText } from './graph-file.js';
import { escapeXml } from './xml.js';

const types = { string: 'string', strings: 'string', integer: 'long', number: 'double' } as const;

function keysOf(place: 'node' | 'edge', properties: readonly PropertyType[]): string {
  return properties
    .map(
      ({ name, type }) =>
        `  <key id="${place}_${name}" for="${place}" attr.name="${name}" attr.type="${types[type]}"/>\n`,
    )
    .join('');
}

function dataOf(
  place: 'node' | 'edge',
  properties: readonly PropertyType[],
  values: readonly (string | null)[],
): string {
  return values
    .map((value, i) => (value === null ? '' : `<data key="${place}_${properties[i]?.name}">${escapeXml(value)}</data>`))
    .join('');
}

const ofNodes: readonly PropertyType[] = [
  { name: 'kind', type: 'string' },
  { name: 'label', type: 'string' },
];
const ofEdges: readonly PropertyType[] = [
  { name: 'kind', type: 'string' },
  { name: 'weight', type: 'number' },
  ...edgeProperties,
];

function node({ id, kind, label, properties }: GraphNode): string {
  const values = [kind, label, ...properties.map(propertyText)];
  return `    <node id="${escapeXml(id)}">${dataOf('node', [...ofNodes, ...nodeProperties[kind]], values)}</node>\n`;
}

function edge({ kind, source, target, weight, properties }: GraphEdge, number: number): string {
  const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`;
  const values = [kind, String(weight), ...properties.map(propertyText)];
  return `    <edge id="${number}" ${ends}>${dataOf('edge', ofEdges, values)}</edge>\n`;
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keysOf('node', [...ofNodes, ...nodeKinds.flatMap((kind) => nodeProperties[kind])])}${keysOf('edge', ofEdges)}  <graph id="corpus" edgedefault="directed">
`;

/** The graph of the corpus as GraphML. */
export const graphml = graphFormat({
  name: 'graphml',
  description: 'graph of entities and claims as GraphML, for networkx, igraph, yEd and Cytoscape',
  mediatype: 'application/xml',
  frame: [head, '', '  </graph>\n</graphml>\n'],
  node,
  edge,
});

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

function attributesOf(place: 'node' | 'edge', properties: readonly PropertyType[]): string {
  const lines = properties.map(
    ({ name, type }) => `      <attribute id="${name}" title="${name}" type="${types[type]}"/>\n`,
  );
  return `    <attributes class="${place}">\n${lines.join('')}    </attributes>\n`;
}

const kindType: PropertyType = { name: 'kind', type: 'string' };

function valuesOf(properties: readonly PropertyType[], values: readonly (string | null)[]): string {
  const cells = values.map((value, i) =>
    value === null ? '' : `<attvalue for="${properties[i]?.name}" value="${escapeXml(value)}"/>`,
  );
  return `<attvalues>${cells.join('')}</attvalues>`;
}

function node({ id, kind, label, properties }: GraphNode): string {
  const values = valuesOf([kindType, ...nodeProperties[kind]], [kind, ...properties.map(propertyText)]);
  return `      <node id="${escapeXml(id)}" label="${escapeXml(label)}">${values}</node>\n`;
}

function edge({ kind, source, target, weight, properties }: GraphEdge, number: number): string {
  const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`;
  const values = valuesOf([kindType, ...edgeProperties], [kind, ...properties.map(propertyText)]);
  return `      <edge id="${number}" ${ends} weight="${weight}" label="${kind}" kind="${kind}">${values}</edge>\n`;
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <graph defaultedgetype="directed" mode="static">
${attributesOf('node', [kindType, ...nodeKinds.flatMap((kind) => nodeProperties[kind])])}${attributesOf('edge', [kindType, ...edgeProperties])}    <nodes>
`;

/** The graph of the corpus as GEXF 1.3. */
export const gexf = graphFormat({
  name: 'gexf',
  description: 'the same graph as GEXF, for Gephi',
  mediatype: 'application/xml',
  frame: [head, '    </nodes>\n    <edges>\n', '    </edges>\n  </graph>\n</gexf>\n'],
  node,
  edge,
});

import type { ExportFormat } from './format.js';
import { type GraphEdge, type GraphNode, type GraphPart, type Property, startGraph } from './graph.js';
import { openSpool } from './spool.js';

/** How a graph looks in one file of XML. */
export interface GraphDialect {
  readonly name: string;
  readonly description: string;
  readonly mediatype: string;
  /** What stands before the nodes, between nodes and edges, and behind the edges. */
  readonly frame: readonly [string, string, string];
  node(node: GraphNode): string;
  /** `number` counts the edges from 1. */
  edge(edge: GraphEdge, number: number): string;
}

/** A format that writes the graph of the corpus to `graph.<name>`: all nodes, then all edges, which wait on disk. */
export function graphFormat({ name, description, mediatype, frame, node, edge }: GraphDialect): ExportFormat {
  return {
    name,
    description,
    open(create) {
      const graph = startGraph();
      const file = create(`graph.${name}`);
      const edges = openSpool();
      const [before, between, behind] = frame;
      let count = 0;
      const write = (part: GraphPart) => {
        for (const one of part.nodes) file.write(node(one));
        for (const one of part.edges) edges.write(edge(one, ++count));
      };
      file.write(before);
      return {
        add: (linked) => write(graph.add(linked)),
        close(corpus) {
          write(graph.close(corpus));
          file.write(between);
          edges.drain((bytes) => file.write(bytes));
          file.write(behind);
          const what = 'The graph of entities, articles and claims, edge by edge.';
          return [
            { name: `graph.${name}`, description: what, format: name, mediatype, rows: count, file: file.close() },
          ];
        },
      };
    },
  };
}

/** A property as the text of an attribute: a list is joined by `|`. Null for none. */
export function propertyText(property: Property | undefined): string | null {
  if (property === undefined || property === null) return null;
  return typeof property === 'object' ? property.join('|') : String(property);
}

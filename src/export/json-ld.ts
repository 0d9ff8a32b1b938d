import type { ExportFormat } from './format.js';
import { articleNodes, corpusNodes, type LinkedDataNode } from './json-ld-nodes.js';

/** The terms of Web Annotation, and what stands beside them here. */
const context = [
  'http://www.w3.org/ns/anno.jsonld',
  { schema: 'http://schema.org/', 'schema:sameAs': { '@type': '@id' }, 'schema:appearance': { '@type': '@id' } },
];

/**
 * Everything that has a place in a text as a W3C Web Annotation, and articles, entities, claims and quotations in the words
 * of schema.org, in one document of JSON-LD. Its ids are fragments of the place where the file lies.
 */
export const jsonLd: ExportFormat = {
  name: 'jsonld',
  description: 'Web Annotations and schema.org claims as JSON-LD, for linked data and fact checkers',
  open(create) {
    const file = create('annotations.jsonld');
    let count = 0;
    const write = (nodes: readonly LinkedDataNode[]) => {
      for (const node of nodes) file.write(`${count++ > 0 ? ',' : ''}\n${JSON.stringify(node)}`);
    };
    file.write(`{"@context":${JSON.stringify(context)},"@graph":[`);
    return {
      add: (linked) => write(articleNodes(linked)),
      close(corpus) {
        write(corpusNodes(corpus));
        file.write('\n]}\n');
        const description = 'Web Annotations, and articles, entities, claims and quotations in terms of schema.org.';
        const kind = { format: 'jsonld', mediatype: 'application/ld+json', rows: count };
        return [{ name: 'annotations.jsonld', description, ...kind, file: file.close() }];
      },
    };
  },
};

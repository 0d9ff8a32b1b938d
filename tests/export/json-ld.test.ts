import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jsonld from 'jsonld';
import type { AnnotatedArticle } from '../../src/export/schema.js';
import { articlesOf } from '../support/articles.js';
import { exportSample } from '../support/export.js';
import type { Workplace } from '../support/run.js';

const oa = 'http://www.w3.org/ns/oa#';
const schema = 'http://schema.org/';
const base = 'https://export.example/annotations.jsonld';

/** What the context of Web Annotation says of the terms that are used. */
const annotationTerms = {
  ...{ id: '@id', type: '@type', oa, rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' },
  ...Object.fromEntries(
    ['Annotation', 'TextualBody', 'TextPositionSelector', 'TextQuoteSelector', 'exact', 'prefix', 'suffix'].map(
      (term) => [term, `oa:${term}`],
    ),
  ),
  ...Object.fromEntries(['identifying', 'describing', 'tagging', 'linking'].map((term) => [term, `oa:${term}`])),
  ...{ start: { '@id': 'oa:start' }, end: { '@id': 'oa:end' }, value: 'rdf:value' },
  motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
  purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  target: { '@type': '@id', '@id': 'oa:hasTarget' },
  source: { '@type': '@id', '@id': 'oa:hasSource' },
  selector: { '@type': '@id', '@id': 'oa:hasSelector' },
};

async function documentLoader(url: string) {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`${url} is not to be loaded.`);
  return { documentUrl: url, document: { '@context': annotationTerms } };
}

type Node = Readonly<Record<string, readonly Node[]>> & { '@id': string; '@type': string[]; '@value': unknown };

let place: Workplace;
let nodes: Node[];
let articles: Map<string, AnnotatedArticle>;
beforeAll(async () => {
  place = exportSample(['jsonld']);
  articles = new Map(articlesOf(place).map((article) => [article.id, article]));
  const document = JSON.parse(place.read('out/annotations.jsonld'));
  nodes = (await jsonld.expand(document, { base, documentLoader })) as unknown as Node[];
});
afterAll(() => place.remove());

const ofType = (type: string) => nodes.filter((node) => node['@type'].includes(type));
const one = (node: Node | undefined, property: string): Node | undefined => node?.[property]?.[0];

describe('JSON-LD', () => {
  test('is a graph in which every node has an address of its own and a type', () => {
    expect(nodes.length).toBeGreaterThan(articles.size);
    expect(new Set(nodes.map((node) => node['@id'])).size).toBe(nodes.length);
    for (const node of nodes) {
      expect(node['@id'].startsWith(`${base}#`)).toBe(true);
      expect(node['@type'].every((type) => type.startsWith(oa) || type.startsWith(schema))).toBe(true);
    }
  });

  test('loses nothing on the way to RDF, and refers to nothing that is not there', async () => {
    const document = JSON.parse(place.read('out/annotations.jsonld'));
    const quads = (await jsonld.toRDF(document, { base, documentLoader })) as {
      object: { termType: string; value: string };
    }[];
    const ids = new Set(nodes.map((node) => node['@id']));
    const strange = quads
      .filter(
        ({ object }) => object.termType === 'NamedNode' && object.value.startsWith(base) && !ids.has(object.value),
      )
      .map(({ object }) => object.value);
    expect(strange).toEqual([]);
    expect(quads.some(({ object }) => object.value.includes('😀'))).toBe(true);
  });

  test('annotates everything that was found, at its place, in code points', () => {
    const annotations = ofType(`${oa}Annotation`).filter((node) =>
      one(one(node, `${oa}hasTarget`), `${oa}hasSelector`),
    );
    const layers = ['mentions', 'times', 'quantities', 'claims'] as const;
    const speech = [...articles.values()].flatMap(({ quotations }) =>
      quotations.filter(({ kind }) => kind === 'direct' || kind === 'mixed'),
    );
    expect(annotations).toHaveLength(
      speech.length +
        [...articles.values()].reduce(
          (sum, article) => sum + layers.reduce((n, layer) => n + article[layer].length, 0),
          0,
        ),
    );
    const texts = new Map(
      ofType(`${schema}NewsArticle`).map((node) => [
        node['@id'],
        Array.from(String(one(node, `${schema}articleBody`)?.['@value'])),
      ]),
    );
    for (const annotation of annotations) {
      const target = one(annotation, `${oa}hasTarget`);
      const selectors = target?.[`${oa}hasSelector`] ?? [];
      const [position, quote] = ['TextPositionSelector', 'TextQuoteSelector'].map((type) =>
        selectors.find((selector) => selector['@type'].includes(`${oa}${type}`)),
      );
      const text = texts.get(String(one(target, `${oa}hasSource`)?.['@id'])) ?? [];
      const [start, end] = [`${oa}start`, `${oa}end`].map((property) => Number(one(position, property)?.['@value']));
      const [prefix, exact, suffix] = ['prefix', 'exact', 'suffix'].map((name) =>
        String(one(quote, `${oa}${name}`)?.['@value']),
      );
      expect(text.slice(start, end).join('')).toBe(exact);
      expect(text.join('')).toContain(`${prefix}${exact}${suffix}`);
    }
  });

  test('says who claims what, of whom, and where, in words of schema.org', () => {
    const names = new Map(
      [...ofType(`${schema}Person`), ...ofType(`${schema}Organization`)].map((node) => [
        node['@id'],
        (node[`${schema}name`] ?? []).map((name) => name['@value']),
      ]),
    );
    const claim = ofType(`${schema}Claim`).find((node) => one(node, `${schema}text`)?.['@value'] === '票價不會上漲');
    expect(names.get(String(one(claim, `${schema}author`)?.['@id']))).toEqual(['何志遠', '何志远', 'hé zhì yuǎn']);
    const home = nodes.find((node) => node['@id'] === one(claim, `${schema}appearance`)?.['@id']);
    expect(home?.['@type']).toEqual([`${schema}NewsArticle`]);
    expect(one(home, `${schema}identifier`)?.['@value']).toBe('hant/港口=1');
    const quotation = ofType(`${schema}Quotation`).find((node) =>
      String(one(node, `${schema}text`)?.['@value']).startsWith('We promised'),
    );
    expect(names.get(String(one(quotation, `${schema}spokenByCharacter`)?.['@id']))).toEqual(['Peter Osei']);
    const named = one(
      ofType(`${schema}Organization`).find((node) => names.get(node['@id'])?.includes('海门港务局')),
      `${schema}name`,
    );
    expect(named).toEqual({ '@language': 'zh-hant', '@value': '海門港務局' });
  });

  test('links claims that disagree', () => {
    const links = ofType(`${oa}Annotation`).filter((node) => one(node, `${oa}motivatedBy`)?.['@id'] === `${oa}linking`);
    const claims = new Set(ofType(`${schema}Claim`).map((node) => node['@id']));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links)
      expect(
        [one(link, `${oa}hasBody`), one(link, `${oa}hasTarget`)].every((end) => claims.has(String(end?.['@id']))),
      ).toBe(true);
  });
});

import type { EntityType } from '../document/types.js';
import type { CorpusEntity } from '../entities/corpus-entity.js';
import { pinyinOf } from '../entities/pinyin.js';
import type { AnnotatedArticle, AnnotatedClaim, AnnotatedQuantity, AnnotatedQuotation } from './schema.js';
import type { ClaimLinkRow, CorpusRows, LinkedArticle } from './tables.js';

/** An object of the graph of JSON-LD. */
export type LinkedDataNode = Readonly<Record<string, unknown>>;

/** How many characters of the text a quote selector gives before and behind the words. */
const surroundings = 32;

const entityTypes: Readonly<Record<EntityType, string>> = {
  PERSON: 'schema:Person',
  NORP: 'schema:Organization',
  FAC: 'schema:Place',
  ORG: 'schema:Organization',
  GPE: 'schema:Place',
  LOC: 'schema:Place',
  PRODUCT: 'schema:Product',
  EVENT: 'schema:Event',
  WORK_OF_ART: 'schema:CreativeWork',
  LAW: 'schema:Legislation',
  LANGUAGE: 'schema:Language',
};

/** The article with its claims and quotations, and an annotation for each thing found in it. */
export function articleNodes(linked: LinkedArticle): LinkedDataNode[] {
  const { article, entityId } = linked;
  const annotate = annotatorOf(article);
  const bodyOf = (entity: string | null) => {
    const id = entity === null ? null : entityId(entity);
    return id === null ? [] : [{ id: entityIri(id) }];
  };
  return [
    articleNode(article),
    ...article.claims.map((claim) => claimNode(claim, linked)),
    ...article.quotations.filter(isSpeech).map((quotation) => quotationNode(quotation, linked)),
    ...article.mentions.map((mention) =>
      annotate(mention, 'identifying', [...bodyOf(mention.entity), tag(mention.type)]),
    ),
    ...article.times.map((time) => annotate(time, 'describing', [tag(time.type), ...described(time.value)])),
    ...article.quantities.map((quantity) =>
      annotate(quantity, 'describing', [tag(quantity.type), quantityNode(quantity)]),
    ),
    ...article.claims.map((claim) =>
      annotate(claim, 'describing', [{ id: iri('claim', article.id, claim.id) }, ...claimTags(claim).map(tag)]),
    ),
    ...article.quotations
      .filter(isSpeech)
      .map((quotation) => annotate(quotation, 'describing', [{ id: iri('quotation', article.id, quotation.id) }])),
  ];
}

/** The entities of the corpus, and an annotation for each link between two claims. */
export function corpusNodes({ entities, claimLinks }: CorpusRows): LinkedDataNode[] {
  return [...Array.from(entities, entityNode), ...Array.from(claimLinks, linkNode)];
}

function iri(kind: string, ...ids: readonly string[]): string {
  return `#${[kind, ...ids].map((part) => encodeURIComponent(wellFormed(part))).join('/')}`;
}

/** Halves of characters have no place in an address: U+FFFD stands there instead. */
function wellFormed(id: string): string {
  return id.replace(/\p{Surrogate}/gu, '\ufffd');
}

function entityIri(id: string): string {
  return iri('entity', id);
}

function tag(value: string): LinkedDataNode {
  return { type: 'TextualBody', purpose: 'tagging', value };
}

function described(value: string | null): LinkedDataNode[] {
  return value === null ? [] : [{ type: 'TextualBody', purpose: 'describing', value }];
}

/** Leaves out what is not known. */
function known(node: LinkedDataNode): LinkedDataNode {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

interface Found {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Makes the annotations of an article: place and words of a thing that was found in it, and what it is. */
function annotatorOf(article: AnnotatedArticle) {
  const characters = Array.from(article.text);
  const words = (start: number, end: number) => characters.slice(Math.max(0, start), end).join('');
  return ({ id, start, end }: Found, motivation: string, body: readonly LinkedDataNode[]): LinkedDataNode => ({
    id: iri('annotation', article.id, id),
    type: 'Annotation',
    motivation,
    body,
    target: {
      source: iri('document', article.id),
      selector: [
        { type: 'TextPositionSelector', start, end },
        {
          type: 'TextQuoteSelector',
          ...{ exact: words(start, end), prefix: words(start - surroundings, start) },
          suffix: words(end, end + surroundings),
        },
      ],
    },
  });
}

function articleNode({ id, lang, title, author, publisher, published, text }: AnnotatedArticle): LinkedDataNode {
  return known({
    ...{ id: iri('document', id), type: 'schema:NewsArticle', 'schema:identifier': id, 'schema:headline': title },
    'schema:inLanguage': lang === 'mixed' ? ['zh', 'en'] : lang,
    'schema:author': author && { type: 'schema:Person', 'schema:name': author },
    'schema:publisher': publisher && { type: 'schema:Organization', 'schema:name': publisher },
    ...{ 'schema:datePublished': published, 'schema:articleBody': text },
  });
}

function claimNode(claim: AnnotatedClaim, linked: LinkedArticle): LinkedDataNode {
  const { article, entityId } = linked;
  const about = [...new Set(claim.entities.flatMap((id) => entityId(id) ?? []))];
  return known({
    ...{ id: iri('claim', article.id, claim.id), type: 'schema:Claim', 'schema:text': claim.text },
    ...{ 'schema:appearance': iri('document', article.id), 'schema:author': speakerOf(claim.source, linked) },
    'schema:creditText': claim.source?.text ?? null,
    'schema:about': about.map((id) => ({ id: entityIri(id) })),
  });
}

/** Whoever makes a claim: an entity, or a person or an organization under the words that the article has for it. */
function speakerOf(source: AnnotatedClaim['source'], { entityId }: LinkedArticle): LinkedDataNode | null {
  if (source === null) return null;
  const id = source.entity === null ? null : entityId(source.entity);
  if (id !== null) return { id: entityIri(id) };
  if (source.kind === 'person') return { type: 'schema:Person', 'schema:name': source.text };
  const isBody = source.kind === 'organization' || source.kind === 'publication';
  return isBody ? { type: 'schema:Organization', 'schema:name': source.text } : null;
}

function claimTags({ kinds, modality, polarity, stance }: AnnotatedClaim): string[] {
  return [...kinds, `modality: ${modality}`, `polarity: ${polarity}`, `stance: ${stance}`];
}

function isSpeech({ kind }: AnnotatedQuotation): boolean {
  return kind === 'direct' || kind === 'mixed';
}

function quotationNode({ id, text, start, end }: AnnotatedQuotation, linked: LinkedArticle): LinkedDataNode {
  const { article } = linked;
  const claim = article.claims.find(({ quote, ...one }) => quote !== 'none' && one.start < end && start < one.end);
  return known({
    ...{ id: iri('quotation', article.id, id), type: 'schema:Quotation', 'schema:text': text },
    'schema:isPartOf': { id: iri('document', article.id) },
    'schema:spokenByCharacter': speakerOf(claim?.source ?? null, linked),
  });
}

function quantityNode({ type, value, low, high, unit }: AnnotatedQuantity): LinkedDataNode {
  return known({
    type: type === 'MONEY' ? 'schema:MonetaryAmount' : 'schema:QuantitativeValue',
    ...{ 'schema:value': value, 'schema:minValue': low, 'schema:maxValue': high },
    [type === 'MONEY' ? 'schema:currency' : 'schema:unitText']: unit,
  });
}

function entityNode({ id, type, name, names, aliases, wikidata, ticker }: CorpusEntity): LinkedDataNode {
  const forms = { ...names, 'zh-Latn-pinyin': pinyinOf(type, names['zh-Hans']) };
  const given = Object.entries(forms).flatMap(([language, value]) =>
    value === null ? [] : [{ '@language': language, '@value': value }],
  );
  return known({
    id: entityIri(id),
    type: ticker !== null && type === 'ORG' ? 'schema:Corporation' : entityTypes[type],
    ...{ 'schema:identifier': id, 'schema:name': given.length > 0 ? given : name, 'schema:alternateName': aliases },
    'schema:sameAs': wikidata && `http://www.wikidata.org/entity/${encodeURIComponent(wikidata)}`,
    'schema:tickerSymbol': ticker,
  });
}

function linkNode({ id, kind, documentId, claim, toDocumentId, toClaim, reason }: ClaimLinkRow): LinkedDataNode {
  return {
    ...{ id: iri('link', id), type: 'Annotation', motivation: 'linking' },
    body: [{ id: iri('claim', toDocumentId, toClaim) }, tag(kind), ...described(reason)],
    target: iri('claim', documentId, claim),
  };
}

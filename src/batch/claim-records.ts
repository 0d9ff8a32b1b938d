import type { ClaimLink, ComparableClaim, Figure } from '../claims/claim-links.js';
import type { AnnotatedArticle, AnnotatedQuantity } from '../export/schema.js';
import type { ClaimLinkRow, LinkedArticle } from '../export/tables.js';
import { fold } from '../script/fold.js';

const small = 10;

/** A claim in the form in which claims are compared, but with the entities of its own article. */
export interface LocalClaim extends Omit<ComparableClaim, 'documentId' | 'source'> {
  readonly source: { readonly entity: string | null; readonly text: string } | null;
}

/** The claims of an article in the form in which claims of a corpus are compared. */
export function comparableClaims({ article, entityId }: LinkedArticle): ComparableClaim[] {
  return resolveClaims(article.id, localClaims(article), entityId);
}

/** The claims of an article before its entities are known in the corpus. */
export function localClaims(article: AnnotatedArticle): LocalClaim[] {
  const quantities = new Map(article.quantities.map((quantity) => [quantity.id, quantity]));
  const times = new Map(article.times.map(({ id, value }) => [id, value]));
  return article.claims.map((claim) => ({
    claimId: claim.id,
    folded: fold(claim.text).toLowerCase(),
    entities: claim.entities,
    source: claim.source && { entity: claim.source.entity, text: claim.source.text },
    isCarried: claim.source?.status === 'carried' || claim.source?.status === 'pronoun',
    polarity: claim.polarity,
    figures: claim.quantities.flatMap((id) => figureOf(quantities.get(id))),
    times: claim.times.flatMap((id) => times.get(id) ?? []),
  }));
}

/** The same claims with the entities of the corpus. */
export function resolveClaims(
  documentId: string,
  claims: readonly LocalClaim[],
  entityId: LinkedArticle['entityId'],
): ComparableClaim[] {
  return claims.map(({ source, ...claim }) => ({
    ...claim,
    documentId,
    entities: claim.entities.flatMap((id) => entityId(id) ?? []),
    source: source && ((source.entity && entityId(source.entity)) ?? source.text),
  }));
}

function figureOf(quantity: AnnotatedQuantity | undefined): Figure[] {
  const low = quantity?.low ?? quantity?.value ?? null;
  const high = quantity?.high ?? quantity?.value ?? null;
  if (quantity === undefined || low === null || high === null || quantity.type === 'ORDINAL') return [];
  const isTelling = quantity.type === 'PERCENT' || quantity.type === 'MONEY' || Math.abs(high) >= small;
  return [{ unit: `${quantity.type} ${fold(quantity.unit ?? '')}`, low, high, isTelling }];
}

/** A row of the table of links, still without its id. */
export function toLinkRow({ kind, from, to, reason, similarity }: ClaimLink): Omit<ClaimLinkRow, 'id'> {
  return {
    ...{ kind, documentId: from.documentId, claim: from.claimId },
    ...{ toDocumentId: to.documentId, toClaim: to.claimId, reason, similarity },
  };
}

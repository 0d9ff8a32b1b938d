import { isReliable } from './claims/strict.js';
import type { Document, LayerName } from './document/types.js';
import type { CheckedArticle } from './input/article.js';
import { defaultPipeline } from './pipeline/default-pipeline.js';

/** Which claims are wanted: all, or those of frames that were right in 95 of 100 measured cases. */
export const claimChoices = ['balanced', 'strict'] as const;
export type ClaimChoice = (typeof claimChoices)[number];

/** Runs an article that passed the edge through the default pipeline; what was noticed at the edge comes first. */
export function runPipeline(
  { article, diagnostics }: CheckedArticle,
  choice: ClaimChoice = 'balanced',
): Document<LayerName> {
  const document = defaultPipeline.run(article);
  const chosen = choice === 'strict' ? reliable(document) : document;
  return { ...chosen, diagnostics: [...diagnostics, ...document.diagnostics] };
}

/** The document with its reliable claims alone, and the facts that are read from them. */
function reliable(document: Document<LayerName>): Document<LayerName> {
  const places = document.claims.flatMap((claim, index) => (isReliable(claim) ? [index] : []));
  const placeOf = new Map(places.map((index, place) => [index, place]));
  return {
    ...document,
    claims: document.claims.filter(isReliable),
    facts: document.facts.flatMap((fact) => {
      const claim = placeOf.get(fact.claim);
      return claim === undefined ? [] : [{ ...fact, claim }];
    }),
  };
}

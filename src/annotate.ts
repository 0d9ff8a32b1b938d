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
  const claims = choice === 'strict' ? document.claims.filter(isReliable) : document.claims;
  return { ...document, claims, diagnostics: [...diagnostics, ...document.diagnostics] };
}

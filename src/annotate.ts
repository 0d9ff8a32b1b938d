import type { Document, LayerName } from './document/types.js';
import type { CheckedArticle } from './input/article.js';
import { defaultPipeline } from './pipeline/default-pipeline.js';

/** Runs an article that passed the edge through the default pipeline; what was noticed at the edge comes first. */
export function runPipeline({ article, diagnostics }: CheckedArticle): Document<LayerName> {
  const document = defaultPipeline.run(article);
  return { ...document, diagnostics: [...diagnostics, ...document.diagnostics] };
}

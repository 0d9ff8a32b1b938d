import type { Article, Document, LayerName, Settled } from './document/types.js';
import type { CheckedArticle } from './input/article.js';
import { settle } from './pipeline/builder.js';
import { defaultPipeline } from './pipeline/default-pipeline.js';
import { rewriters } from './repair/index.js';

/** Runs an article that passed the edge through the default pipeline; what was noticed at the edge comes first. */
export function runPipeline({ article, diagnostics }: CheckedArticle): Document<LayerName> {
  const document = defaultPipeline.run(article);
  return { ...document, diagnostics: [...diagnostics, ...document.diagnostics] };
}

/** Repairs an article and annotates nothing: its text, the alignment to the raw text, and the repairs. */
export function repairArticle(article: Article): Settled {
  return settle(article, rewriters, { published: article.published ?? null, article });
}

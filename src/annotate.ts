import type { Article, Document, LayerName, Settled } from './document/types.js';
import { inScript } from './export/in-script.js';
import type { CheckedArticle } from './input/article.js';
import { settle } from './pipeline/builder.js';
import { defaultPipeline } from './pipeline/default-pipeline.js';
import { rewriters } from './repair/index.js';
import type { TargetScript } from './script/targets.js';

/**
 * Runs an article that passed the edge through the default pipeline; what was noticed at the edge comes first. With
 * `script`, the document comes out in that script, everything in it found as it was.
 */
export function runPipeline(
  { article, diagnostics }: CheckedArticle,
  script: TargetScript | null = null,
): Document<LayerName> {
  const found = defaultPipeline.run(article);
  const document = script === null ? found : inScript(found, script);
  return { ...document, diagnostics: [...diagnostics, ...document.diagnostics] };
}

/** Repairs an article and annotates nothing: its text, the alignment to the raw text, and the repairs. */
export function repairArticle(article: Article): Settled {
  return settle(article, rewriters, { published: article.published ?? null, article });
}

import { runPipeline } from './annotate.js';
import type { Article } from './document/types.js';
import { toAnnotatedArticle } from './export/annotated-article.js';
import type { AnnotatedArticle } from './export/schema.js';
import { toArticle } from './input/article.js';

export type { Article, Source } from './document/types.js';
export type {
  AnnotatedArticle,
  AnnotatedClaim,
  AnnotatedEntity,
  AnnotatedMention,
  AnnotatedQuantity,
  AnnotatedRepair,
  AnnotatedSentence,
  AnnotatedTime,
  AnnotatedToken,
} from './export/schema.js';
export { annotatedArticleSchema } from './export/schema.js';
export { ArticleError } from './input/article.js';
export { articleFromHtml } from './input/html/article.js';

export interface PipelineOptions {
  /** Whether tokens carry their part of speech. */
  readonly pos?: boolean;
  /** ISO date or date-time for articles that have none of their own. */
  readonly published?: string | null;
}

/** Annotates articles one by one; nothing is kept from one to the next. */
export interface ArticlePipeline {
  /**
   * The annotated article, as `annotations.jsonl` holds it: offsets are code points.
   *
   * @throws ArticleError if a field is missing, of the wrong type, or the date is no date.
   */
  annotate(article: Article): AnnotatedArticle;
}

/** The whole pipeline. Dictionaries are loaded once, when the first article is annotated. */
export function createPipeline({ pos = false, published = null }: PipelineOptions = {}): ArticlePipeline {
  return {
    annotate(article) {
      const { source, extraction } = article;
      const defaults = { ...(source && { source }), ...(extraction && { extraction }) };
      return toAnnotatedArticle(runPipeline(toArticle(article, { published, ...defaults })), { pos });
    },
  };
}

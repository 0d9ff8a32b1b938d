import { repairArticle, runPipeline } from './annotate.js';
import type { ClaimChoice } from './claims/choices.js';
import type { Article } from './document/types.js';
import { toAnnotatedArticle, toRepairedText } from './export/annotated-article.js';
import type { AnnotatedArticle, AnnotatedRepair } from './export/schema.js';
import { toArticle } from './input/article.js';
import { type TargetScript, targetScripts } from './script/targets.js';

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
export type { TargetScript } from './script/targets.js';

export interface PipelineOptions {
  /** Whether tokens carry their part of speech. */
  readonly pos?: boolean;
  /** Every claim, or those of the most reliable frames alone. */
  readonly claims?: ClaimChoice;
  /** ISO date or date-time for articles that have none of their own. */
  readonly published?: string | null;
  /** The script, and with `tw` and `hk` the words, in which text and names come out; by default the article's own. */
  readonly script?: TargetScript | null;
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

/**
 * The whole pipeline. Dictionaries are loaded once, when the first article is annotated.
 *
 * @throws RangeError if there is no such script.
 */
export function createPipeline({
  pos = false,
  claims = 'balanced',
  published = null,
  script = null,
}: PipelineOptions = {}): ArticlePipeline {
  if (script !== null && !targetScripts.includes(script))
    throw new RangeError(`"${script}" is no script; choose one of ${targetScripts.join(', ')}.`);
  return {
    annotate(article) {
      const { source, extraction } = article;
      const defaults = { ...(source && { source }), ...(extraction && { extraction }) };
      const checked = toArticle(article, { published, ...defaults });
      return toAnnotatedArticle(runPipeline(checked, { script, claims }), { pos });
    },
  };
}

/** Repairs a text and annotates nothing. Offsets of the repairs are code points, in the repaired text and in `text`. */
export function repairText(text: string): { text: string; repairs: AnnotatedRepair[] } {
  return toRepairedText(repairArticle({ id: '', text }));
}

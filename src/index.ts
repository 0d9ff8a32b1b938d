import { z } from 'zod';
import { repairArticle, runPipeline } from './annotate.js';
import type { ClaimChoice } from './claims/choices.js';
import { check } from './config/config-error.js';
import { checkSegmenter, definedOf, loadConfig, resolveSettings } from './config/load.js';
import type { Article } from './document/types.js';
import { toAnnotatedArticle, toRepairedText } from './export/annotated-article.js';
import type { AnnotatedArticle, AnnotatedRepair } from './export/schema.js';
import { toArticle } from './input/article.js';
import { type TargetScript, targetScripts } from './script/targets.js';
import type { RecognizerName } from './settings/recognizers.js';
import {
  type LexiconRow,
  lexiconRowSchema,
  recognizersSchema,
  segmenterSchema,
  toEntry,
  toRow,
  toWord,
  type WordRow,
  wordSchema,
} from './settings/schema.js';
import { defaultSegmenter, type SegmenterName } from './settings/segmenters.js';
import { createSettings } from './settings/settings.js';

export { ConfigError } from './config/config-error.js';
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
export type { RecognizerName } from './settings/recognizers.js';
export type { LexiconRow, WordRow } from './settings/schema.js';
export type { SegmenterName } from './settings/segmenters.js';

export interface PipelineOptions {
  /** Whether tokens carry their part of speech. */
  readonly pos?: boolean;
  /** Every claim, or those of the most reliable frames alone. */
  readonly claims?: ClaimChoice;
  /** ISO date or date-time for articles that have none of their own. */
  readonly published?: string | null;
  /** The script, and with `tw` and `hk` the words, in which text and names come out; by default the article's own. */
  readonly script?: TargetScript | null;
  /** Names that win over whatever else is found, in both scripts; of two rows with one form the earlier. */
  readonly lexicon?: readonly LexiconRow[];
  /** Words that segmentation leaves whole. */
  readonly words?: readonly WordRow[];
  /** Recognisers switched on or off; those that are not named are on. */
  readonly recognizers?: Readonly<Partial<Record<RecognizerName, boolean>>>;
  /** What cuts Chinese into words: nodejieba, or jieba-rs where the package `@node-rs/jieba` is installed. */
  readonly segmenter?: SegmenterName;
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
 * @throws RangeError if there is no such script; ConfigError if a row of the lexicon, a word or a recogniser is none, or the
 * segmenter is not installed.
 */
export function createPipeline({
  pos = false,
  claims = 'balanced',
  published = null,
  script = null,
  lexicon = [],
  words = [],
  recognizers = {},
  segmenter = defaultSegmenter,
}: PipelineOptions = {}): ArticlePipeline {
  if (script !== null && !targetScripts.includes(script))
    throw new RangeError(`"${script}" is no script; choose one of ${targetScripts.join(', ')}.`);
  const settings = createSettings({
    lexicon: check(z.array(lexiconRowSchema), lexicon, 'lexicon').map(toEntry),
    words: check(z.array(wordSchema), words, 'words').map(toWord),
    recognizers: definedOf(check(recognizersSchema, recognizers, 'recognizers')),
    tables: null,
    segmenter: check(segmenterSchema, segmenter, 'segmenter'),
  });
  checkSegmenter(settings.segmenter);
  return {
    annotate(article) {
      const { source, extraction } = article;
      const defaults = { ...(source && { source }), ...(extraction && { extraction }) };
      const checked = toArticle(article, { published, ...defaults });
      return toAnnotatedArticle(runPipeline(checked, { script, claims, settings }), { pos });
    },
  };
}

/**
 * The options of a pipeline that a configuration file says, with the rows of the lexicons that it names.
 *
 * @throws ConfigError if a file is missing, or what it says is wrong.
 */
export function readConfig(path: string): PipelineOptions {
  const loaded = loadConfig(path, process.cwd());
  const { tokens, claims, published, script } = loaded.config;
  const { lexicon, words, recognizers, segmenter } = resolveSettings(loaded, process.cwd()).settings;
  return {
    ...(tokens !== undefined && { pos: tokens }),
    ...(claims !== undefined && { claims }),
    ...(published !== undefined && { published }),
    ...(script !== undefined && { script }),
    ...{ lexicon: lexicon.map(toRow), words, recognizers, segmenter },
  };
}

/** Repairs a text and annotates nothing. Offsets of the repairs are code points, in the repaired text and in `text`. */
export function repairText(text: string): { text: string; repairs: AnnotatedRepair[] } {
  return toRepairedText(repairArticle({ id: '', text }));
}

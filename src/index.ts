import { z } from 'zod';
import { repairArticle, runPipeline } from './annotate.js';
import { type ClaimChoice, claimChoices } from './claims/choices.js';
import { check } from './config/config-error.js';
import { checkSegmenter, definedOf, loadConfig, resolveSettings } from './config/load.js';
import { publishedSchema } from './config/schema.js';
import type { Article } from './document/types.js';
import { toAnnotatedArticle, toRepairedText } from './export/annotated-article.js';
import type { AnnotatedArticle, AnnotatedRepair } from './export/schema.js';
import { checkString, originOf, toArticle } from './input/article.js';
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
   * @throws ArticleError if a field is missing or of the wrong type, the date is no date, or there is no text: what `annotate` reports in
   * errors.csv and `stream` answers with an error.
   */
  annotate(article: Article): AnnotatedArticle;
}

/** What `createPipeline` takes; null is as good as nothing where the type allows it. */
const optionsSchema = z.strictObject({
  pos: z.boolean().default(false),
  claims: z.enum(claimChoices).default('balanced'),
  published: publishedSchema.nullable().default(null),
  script: z.enum(targetScripts).nullable().default(null),
  lexicon: z.array(lexiconRowSchema).readonly().default([]),
  words: z.array(wordSchema).readonly().default([]),
  recognizers: recognizersSchema.default({}),
  segmenter: segmenterSchema.default(defaultSegmenter),
});

/**
 * The whole pipeline. Dictionaries are loaded once, when the first article is annotated.
 *
 * @throws ConfigError that names the option, if there is no such one or what it says is wrong, or the segmenter is not installed.
 */
export function createPipeline(options: PipelineOptions = {}): ArticlePipeline {
  const { pos, claims, published, script, lexicon, words, recognizers, segmenter } = check(
    optionsSchema,
    options,
    'options',
  );
  const settings = createSettings({
    lexicon: lexicon.map(toEntry),
    words: words.map(toWord),
    recognizers: definedOf(recognizers),
    ...{ tables: null, segmenter },
  });
  checkSegmenter(segmenter);
  return {
    annotate(article) {
      const checked = toArticle(article, { published, ...originOf(article) });
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

/**
 * Repairs a text and annotates nothing. Offsets of the repairs are code points, in the repaired text and in `text`.
 *
 * @throws ArticleError if it is no string.
 */
export function repairText(text: string): { text: string; repairs: AnnotatedRepair[] } {
  checkString(text, 'text');
  return toRepairedText(repairArticle({ id: '', text }));
}

import { rewrite } from '../document/alignment.js';
import { extractText } from '../document/extraction.js';
import { repairsOf } from '../document/repairs.js';
import type { Article, Diagnostic, Document, LayerName, Settled } from '../document/types.js';
import { detect } from '../script/detect.js';
import { directQuotes } from '../script/directed-quotes.js';
import { fold } from '../script/fold.js';
import type { Guide } from '../settings/guide.js';
import { withMore } from '../text/with-more.js';
import type { Annotator, Context, Rewriter } from './stage.js';

/** Wraps the work of a stage, to time it. */
export type Trace = <T>(stage: string, work: () => T) => T;

const untraced: Trace = (_stage, work) => work();

/**
 * An immutable pipeline. `use` type-checks the order: every layer that a stage requires has been provided.
 */
export interface Pipeline<Have extends LayerName> {
  use<In extends Have, Out extends LayerName>(stage: Annotator<In, Out>): Pipeline<Have | Out>;
  /**
   * Annotates an article; `trace`, where given, is called around the work of each stage, and `guide` says what the user
   * chose.
   */
  run(article: Article, trace?: Trace, guide?: Guide): Document<Have>;
  /** Names of the stages in order, rewriters first. */
  readonly stages: readonly string[];
}

type AnyAnnotator = Annotator<never, LayerName>;

/** Starts a pipeline with the rewriters that settle the text. */
export function startPipeline(rewriters: readonly Rewriter[]): Pipeline<never> {
  return extend(rewriters, []);
}

function extend<Have extends LayerName>(
  rewriters: readonly Rewriter[],
  annotators: readonly AnyAnnotator[],
): Pipeline<Have> {
  return {
    stages: [...rewriters, ...annotators].map((stage) => stage.name),
    use: (stage) => extend(rewriters, [...annotators, stage as unknown as AnyAnnotator]),
    run(article, trace = untraced, guide) {
      const context: Context = { published: article.published ?? null, article, ...(guide && { guide }) };
      let document: Settled = settle(article, rewriters, context, trace);
      for (const annotator of annotators) {
        const { layers, diagnostics } = trace(annotator.name, () =>
          annotator.annotate(document as Document<never>, context),
        );
        const told = [...document.diagnostics, ...diagnostics];
        document = withMore(document, withMore(layers, { diagnostics: told }));
      }
      return document as Document<Have>;
    },
  };
}

const japanese: Diagnostic = {
  code: 'script/japanese',
  severity: 'warning',
  message: 'The text is Japanese; the rules are for Chinese and English, so what they found in it may be wrong.',
  span: null,
};

/** Runs the rewriters and settles text, fold, script and language. */
export function settle(
  article: Article,
  rewriters: readonly Rewriter[],
  context: Context,
  trace: Trace = untraced,
): Settled {
  let state = extractText(article);
  for (const rewriter of rewriters)
    state = trace(rewriter.name, () =>
      rewrite(state.text, state.alignment, rewriter.edits(state.text, context, state.alignment)),
    );
  const { text, alignment } = state;
  const folded = trace('fold', () => directQuotes(fold(text)));
  const found = trace('script', () => detect(text));
  return {
    article,
    raw: article.text,
    text,
    alignment,
    folded,
    repairs: repairsOf(article.text, text, alignment),
    ...found,
    userNames: context.guide?.namesIn(folded) ?? [],
    userWords: context.guide?.wordsIn(folded) ?? [],
    diagnostics: found.language === 'ja' ? [japanese] : [],
  };
}

import { runPipeline } from '../annotate.js';
import type { Problem } from '../document/provenance.js';
import type { Entity } from '../document/types.js';
import { toAnnotatedArticle } from '../export/annotated-article.js';
import type { ExportOptions } from '../export/format.js';
import type { AnnotatedArticle } from '../export/schema.js';
import { failure, type KeptEntity, type NumberedArticle } from './numbered-article.js';

/** What became of an article: what is written of it, and what has to be told. */
export interface Annotated {
  readonly problems: readonly Problem[];
  /** Its entities and the article as they are printed, each one line of JSON; null if it could not be annotated. */
  readonly lines: { readonly entities: string; readonly article: string } | null;
}

/** Annotates one article. An error of the pipeline becomes a problem; `onFailure` is told of it. */
export function annotateOne(
  { checked }: NumberedArticle,
  options: ExportOptions,
  onFailure: (error: unknown) => void,
): Annotated {
  try {
    const document = runPipeline(checked, options);
    const article = toAnnotatedArticle(document, { pos: options.tokens });
    return {
      problems: problemsOf(article),
      lines: { entities: JSON.stringify(document.entities.map(toKept)), article: JSON.stringify(article) },
    };
  } catch (error) {
    onFailure(error);
    const { code, message } = brokenPipeline(error);
    return { problems: [failure(checked, code, message)], lines: null };
  }
}

/** What is told of an article on which the pipeline itself broke. */
export function brokenPipeline(error: unknown): { readonly code: string; readonly message: string } {
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'pipeline/failed', message: `The article could not be annotated: ${reason}` };
}

/** An entity as it is kept until the corpus is linked. */
export function toKept({ mentions, ...entity }: Entity): KeptEntity {
  return { key: JSON.stringify(entity), mentions: mentions.length };
}

/** The diagnostics of an article that are more than a remark. */
export function problemsOf({ id, source, diagnostics }: AnnotatedArticle): Problem[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map((diagnostic) => ({ documentId: id, path: source.path, line: null, ...diagnostic }));
}

import type { Problem } from '../document/provenance.js';
import type { ExportOptions } from '../export/format.js';
import type { Slice } from './line-file.js';
import type { NumberedArticle } from './numbered-article.js';

/** What a worker says once it can take a batch. */
export const ready = 'ready';

/** Articles to annotate. */
export interface Batch {
  readonly articles: readonly NumberedArticle[];
  readonly options: ExportOptions;
  /** The directory of the run. */
  readonly work: string;
}

/** Where the lines of an article stand, or null if it has none. */
export interface ArticleResult {
  readonly index: number;
  readonly problems: readonly Problem[];
  readonly entities: Slice | null;
  readonly article: Slice | null;
}

export interface BatchResult {
  /** The file of the run that holds the lines. */
  readonly part: string;
  readonly results: readonly ArticleResult[];
  /** Stacks of what broke inside the pipeline. */
  readonly stacks: readonly string[];
  /** Why the results could not be written; then there are none. */
  readonly refused: { readonly code: string; readonly message: string } | null;
}

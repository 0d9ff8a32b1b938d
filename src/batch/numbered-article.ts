import type { Problem } from '../document/provenance.js';
import type { CheckedArticle } from '../input/article.js';

/** An article on its way to a worker: `index` is its place in the order of reading. */
export interface NumberedArticle {
  readonly index: number;
  readonly line: number | null;
  readonly checked: CheckedArticle;
}

/** An entity of an article as it is kept until the corpus is linked: all of it but its mentions as JSON, and their number. */
export interface KeptEntity {
  readonly key: string;
  readonly mentions: number;
}

/** That an article could not be annotated. */
export function failure({ article }: CheckedArticle, code: string, message: string): Problem {
  const place = { documentId: article.id, path: article.source?.path ?? null, line: null, start: null, end: null };
  return { ...place, code, severity: 'error', message };
}

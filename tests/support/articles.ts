import type { AnnotatedArticle } from '../../src/export/schema.js';
import type { Workplace } from './run.js';

/** The articles of the export in `out`. */
export function articlesOf(place: Workplace): AnnotatedArticle[] {
  return place
    .read('out/annotations.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AnnotatedArticle);
}

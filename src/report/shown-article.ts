import type { z } from 'zod';
import { annotatedArticleSchema } from '../export/schema.js';

/** What a page shows of an annotated article. */
export const shownArticleSchema = annotatedArticleSchema.omit({
  source: true,
  tokens: true,
  quotations: true,
  facts: true,
  diagnostics: true,
});
export type ShownArticle = z.infer<typeof shownArticleSchema>;

import type { Settled } from '../../src/document/types.js';
import { settle } from '../../src/pipeline/builder.js';
import { rewriters } from '../../src/repair/index.js';

/** The article after the rewriters. */
export function repair(text: string): Settled {
  const article = { id: 'test', text };
  return settle(article, rewriters, { published: null, article });
}

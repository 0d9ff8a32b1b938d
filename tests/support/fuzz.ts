import fc from 'fast-check';
import { ArticleError } from '../../src/index.js';

/** Whether the tests run in their long form: `npm run fuzz`. */
export const isFuzz = process.env.WENMAI_FUZZ === '1';

/** How many cases a property is tried on: `usual`, or ten thousand in the long form. */
export function runs(usual = 200): number {
  return isFuzz ? Math.max(usual, 10_000) : usual;
}

/** What `annotate` gives; a random text in which there is nothing to annotate is left out of the cases. */
export function unlessEmpty<T>(annotate: () => T): T {
  try {
    return annotate();
  } catch (error) {
    fc.pre(!(error instanceof ArticleError && ['input/empty', 'input/binary'].includes(error.code)));
    throw error;
  }
}

import type { Token } from './sentences.js';

/** Whether an English token is a verb of any kind, by its tag. */
export function isVerb({ pos }: Pick<Token, 'pos'>): boolean {
  return pos === 'Verb' || pos === 'Modal' || pos === 'Copula' || pos === 'Auxiliary';
}

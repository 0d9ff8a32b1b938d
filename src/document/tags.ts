import type { Token } from './sentences.js';

/** Whether an English token is a verb of any kind, by its tag. */
export function isVerb({ pos }: Pick<Token, 'pos'>): boolean {
  return /^(?:Verb|Modal|Copula|Auxiliary)$/.test(pos);
}

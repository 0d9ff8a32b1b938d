import type { Lexemes } from './grammar.js';
import type { Reading } from './shapes.js';

/** What a rule may ask of the sentence that it reads. */
export interface RuleContext {
  /** Whether the sentence has no verb. */
  readonly isLabel: boolean;
  /** The tense around a lexeme; asked for only where a reading depends on it. */
  tenseAt(index: number): 'past' | 'future' | null;
}

export type Rule = (lexemes: Lexemes, at: number, context: RuleContext) => Reading | null;

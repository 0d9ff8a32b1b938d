import type { Lexemes } from './grammar.js';
import type { LengthReading } from './lengths.js';
import type { Reading, Shape } from './shapes.js';

/** What a rule may ask of the sentence that it reads. */
export interface RuleContext {
  /** Whether the sentence has no verb. */
  readonly isLabel: boolean;
  /** The length that starts at a lexeme, read once. */
  lengthAt(index: number): LengthReading | null;
  /** The tense around a lexeme; asked for only where a reading depends on it. */
  tenseAt(index: number): 'past' | 'future' | null;
}

export type Rule = (lexemes: Lexemes, at: number, context: RuleContext) => Reading | null;

/** What a rule has read from lexeme `first` up to `next`. */
export function reading(first: number, next: number, shape: Shape, by: string): Reading {
  return { first, next, shape, by };
}

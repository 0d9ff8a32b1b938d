import type { Span } from './span.js';

export const entityTypes = [
  'PERSON',
  'NORP',
  'FAC',
  'ORG',
  'GPE',
  'LOC',
  'PRODUCT',
  'EVENT',
  'WORK_OF_ART',
  'LAW',
  'LANGUAGE',
] as const;
/** OntoNotes 5 names. A new type is one entry here and its words in the lexicons. */
export type EntityType = (typeof entityTypes)[number];

/** A proper name in the text. `by` names the recogniser that proposed it; `confidence` is 0..1. */
export interface Mention extends Span {
  readonly type: EntityType;
  readonly by: string;
  readonly confidence: number;
  /** The title, office or calling that stands beside the name of a person. */
  readonly role?: Span;
}

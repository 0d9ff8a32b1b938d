import type { Instant } from './calendar.js';
import type { Place } from './intervals.js';

/** The moment of publication. */
export interface Anchor {
  readonly moment: Instant;
  readonly hasTime: boolean;
}

/** What a date is resolved against. */
export interface Surroundings {
  /** The publication date; null where there is none, and nothing is guessed then. */
  readonly anchor: Anchor | null;
  /** The last date mentioned. */
  readonly context: Place | null;
  /** Its first end, where it was a range. */
  readonly opening: Place | null;
  /** The last date mentioned in the same sentence. */
  readonly nearby: Place | null;
  readonly tense: 'past' | 'future' | null;
  /** Whether the sentence has no verb: an entry of a programme, a label, a query. What it names is to come. */
  readonly isLabel: boolean;
}

import type { Passage } from './extraction.js';

/** Where an article came from; `path` is null for an article that was handed over directly. */
export interface Source {
  readonly path: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  /** How the encoding was found out, and how sure that is (0..1); null where nobody looked. */
  readonly encodingBasis?: EncodingBasis | null;
  readonly encodingConfidence?: number | null;
  /** What raw offsets count in: the decoded bytes that `sha256` is of, or a text taken out of them, as if not said. */
  readonly frame?: SourceFrame;
}

/** How an encoding was found out, the surest first. */
export const encodingBases = ['given', 'bom', 'declared', 'strict', 'statistics'] as const;
export type EncodingBasis = (typeof encodingBases)[number];
export const sourceFrames = ['file', 'extracted'] as const;
export type SourceFrame = (typeof sourceFrames)[number];

/**
 * One article as it arrives. `text` is the decoded input, damage and all; `published` is an ISO date or date-time. Where
 * the input is a page, `extraction` says what of it is no part of the article, in order and disjoint.
 */
export interface Article {
  readonly id: string;
  readonly text: string;
  readonly title?: string | null;
  readonly author?: string | null;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly lang?: string | null;
  readonly source?: Source;
  readonly extraction?: readonly Passage[];
}

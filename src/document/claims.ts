import type { Span } from './span.js';

export const claimKinds = [
  'statistic',
  'event',
  'prediction',
  'cause',
  'comparison',
  'evaluation',
  'norm',
  'state',
] as const;
export type ClaimKind = (typeof claimKinds)[number];
export const cueTypes = [
  'say',
  'think',
  'announce',
  'predict',
  'data',
  'report',
  'hearsay',
  'ask',
  'write',
  'infer',
] as const;
export type CueType = (typeof cueTypes)[number];
export const sourceKinds = ['person', 'organization', 'publication', 'anonymous', 'general', 'author'] as const;
export type SourceKind = (typeof sourceKinds)[number];
export const sourceStatuses = ['explicit', 'pronoun', 'carried', 'unnamed'] as const;
export type SourceStatus = (typeof sourceStatuses)[number];
export const quoteKinds = ['direct', 'indirect', 'mixed', 'none'] as const;
export type QuoteKind = (typeof quoteKinds)[number];
export const modalities = ['asserted', 'probable', 'possible', 'hypothetical'] as const;
export type Modality = (typeof modalities)[number];
export const polarities = ['positive', 'negative'] as const;
export type Polarity = (typeof polarities)[number];
export const stances = ['endorses', 'neutral', 'distances'] as const;
export type Stance = (typeof stances)[number];

/** Who or what a claim is attributed to. `entity` is an index into the entities layer. */
export interface ClaimSource extends Span {
  readonly entity: number | null;
  readonly kind: SourceKind;
  readonly status: SourceStatus;
}

export interface Cue extends Span {
  readonly type: CueType;
}

export interface Hedge extends Span {
  readonly kind: string;
}

/** One claim; its own span is the content. Index lists point into the layers of the same name. */
export interface Claim extends Span {
  /** Index of the sentence in which the content starts. */
  readonly sentence: number;
  readonly source: ClaimSource | null;
  readonly cue: Cue | null;
  readonly quote: QuoteKind;
  readonly kinds: readonly ClaimKind[];
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly stance: Stance;
  readonly hedges: readonly Hedge[];
  /** 0..1: checkability × (½ + ½ × stake). */
  readonly checkWorthy: number;
  readonly checkability: number;
  readonly stake: number;
  /** Why, in words: `checkable: a figure +0.30`. */
  readonly reasons: readonly string[];
  readonly entities: readonly number[];
  readonly times: readonly number[];
  readonly quantities: readonly number[];
  /** The frame that fired. */
  readonly rule: string;
  readonly confidence: number;
}

export const claimLinkKinds = ['restates', 'continues', 'contradicts'] as const;
export type ClaimLinkKind = (typeof claimLinkKinds)[number];

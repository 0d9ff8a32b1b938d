import type { Scored } from './beam.js';
import type { OpenQuotes } from './quotes.js';

/** What speaks for a character. */
export type Evidence = 'bytes' | 'tag' | 'pinyin' | 'model' | 'none';

/** A character of the repaired text, linked to the one before it. `slot` says which place of the damage it fills. */
export interface Piece {
  readonly slot: number;
  readonly text: string;
  /** Its UTF-16 unit as the fold has it. */
  readonly unit: number;
  readonly evidence: Evidence;
  readonly before: Piece | null;
}

/** One reading of the damaged line so far. */
export interface Hypothesis extends Scored {
  /** Log probability of its characters. */
  readonly score: number;
  /** Costs besides: quotation marks out of balance, characters of the other script, vanished pairs. */
  readonly extra: number;
  /** The folded unit of the last character. */
  readonly last: number;
  readonly quotes: OpenQuotes;
  readonly pieces: Piece | null;
  /** Common Han characters decoded from two known bytes. */
  readonly known: number;
  readonly evident: boolean;
  /** Whether something vanished or was swallowed that nothing accounts for. */
  readonly lossy: boolean;
  /** Index of the first symbol after the repaired stretch. */
  readonly end: number;
}

/** The pieces of a hypothesis in order. */
export function piecesOf(hypothesis: Hypothesis): Piece[] {
  const pieces: Piece[] = [];
  for (let piece = hypothesis.pieces; piece !== null; piece = piece.before) pieces.push(piece);
  return pieces.reverse();
}

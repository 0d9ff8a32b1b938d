import type { Scored } from './beam.js';
import type { Choice, Evidence } from './choices.js';
import { isHan } from './language-model.js';
import { isCommon } from './plausible.js';
import { type OpenQuotes, quoteCost, quotesAfter } from './quotes.js';

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

/** What stood behind a character and went with it. */
export interface Swallowed {
  readonly text: string;
  readonly evidence: Evidence;
}

/** How a hypothesis goes on with a character. */
export interface Growth {
  /** Log probability of the character behind the last one. */
  readonly transition: number;
  /** What it costs here, besides what it costs anywhere. */
  readonly cost: number;
  readonly slot: number;
  readonly end: number;
  readonly swallowed?: Swallowed | undefined;
}

/** Nothing read yet, behind the unit `last`. */
export function emptyHypothesis(last: number, quotes: OpenQuotes): Hypothesis {
  return {
    score: 0,
    extra: 0,
    total: 0,
    state: 0,
    last,
    quotes,
    pieces: null,
    known: 0,
    evident: false,
    lossy: false,
    end: 0,
  };
}

/** The hypothesis with a character more. */
export function grown(hypothesis: Hypothesis, choice: Choice, growth: Growth): Hypothesis {
  const { text, unit, evidence } = choice;
  const { slot, end, swallowed } = growth;
  const score = hypothesis.score + growth.transition;
  const extra = hypothesis.extra - (quoteCost(hypothesis.quotes, text) + choice.cost) - growth.cost;
  const quotes = quotesAfter(hypothesis.quotes, text);
  const piece: Piece = { slot, text, unit, evidence, before: hypothesis.pieces };
  // Written out, since spreading the hypothesis is several times slower and this is the innermost loop.
  return {
    score,
    extra,
    total: score + extra,
    state: stateOf(unit, quotes),
    last: unit,
    quotes,
    pieces: swallowed === undefined ? piece : swallowedBehind(piece, swallowed),
    known: hypothesis.known + (evidence === 'bytes' && isHan(unit) && isCommon(text) ? 1 : 0),
    evident: hypothesis.evident,
    lossy: hypothesis.lossy,
    end,
  };
}

/** What tells hypotheses apart that go on alike: the last unit and the open quotations. */
export function stateOf(unit: number, quotes: OpenQuotes): number {
  return unit * 4 + quotes;
}

function swallowedBehind(before: Piece, { text, evidence }: Swallowed): Piece {
  return { slot: before.slot + 1, text, evidence, unit: text.charCodeAt(0), before };
}

/** The pieces of a hypothesis in order. */
export function piecesOf(hypothesis: Hypothesis): Piece[] {
  const pieces: Piece[] = [];
  for (let piece = hypothesis.pieces; piece !== null; piece = piece.before) pieces.push(piece);
  return pieces.reverse();
}

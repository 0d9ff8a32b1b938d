import { foldCharacter } from '../readings.js';
import type { LanguageModel } from './language-model.js';
import { quoteCostOf } from './quotes.js';
import { type Hypothesis, type Piece, piecesOf } from './search.js';
import type { DamagedSymbol } from './symbols.js';

/** A repair that was accepted: what stands there instead, up to which offset, and why. */
export interface Decision {
  readonly end: number;
  readonly replacement: string;
  readonly rule: string;
  readonly confidence: number;
  readonly note: string | null;
  /** By how many nats it is likelier than the damaged text. */
  readonly margin: number;
}

/** What stands on either side of what the search read: the folded text before, the rest of the line as it is. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

interface Ranked {
  readonly hypothesis: Hypothesis;
  readonly pieces: readonly Piece[];
  readonly score: number;
}

interface PiecesInWords {
  readonly any: ReadonlySet<Piece>;
  readonly long: ReadonlySet<Piece>;
}

interface Verdict {
  readonly text: string;
  readonly note: string | null;
  readonly confidence: number;
}

const marginWithEvidence = 6;
const marginWithout = 9;
const marginWithoutHan = 12;
const clearGap = 3;
const clearGapInWord = 1.5;
const wordShare = 0.7;
const alternativesWithin = 6;
const unknown = '\ufffd';

/** Picks the likeliest hypothesis if it beats the damaged text clearly enough, and settles its inferred characters. */
export function decide(
  symbols: readonly DamagedSymbol[],
  found: { readonly finals: readonly Hypothesis[]; readonly literal: Hypothesis; readonly end: number },
  model: LanguageModel,
  sides: Sides,
): Decision | null {
  const rank = (hypothesis: Hypothesis): Ranked => {
    const pieces = piecesOf(hypothesis);
    const rest = foldedBetween(symbols, hypothesis.end, found.end);
    const words = model.words(sides.before + foldPieces(pieces) + rest);
    const score =
      hypothesis.score * (1 - wordShare) +
      words * wordShare +
      hypothesis.extra -
      quoteCostOf(hypothesis.quotes, sides.after);
    return { hypothesis, pieces, score };
  };
  const ranked = found.finals.map(rank).sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (best === undefined) return null;
  const margin = best.score - rank(found.literal).score;
  if (!isConvincing(best.hypothesis, margin)) return null;
  const text = sides.before + foldPieces(best.pieces) + foldedBetween(symbols, best.hypothesis.end, found.end);
  const verdicts = settle(best, ranked, piecesInWords(best, text, sides.before.length, model));
  const notes = verdicts.flatMap((verdict) => verdict.note ?? []);
  return {
    end: symbols[best.hypothesis.end - 1]?.end ?? 0,
    replacement: verdicts.map((verdict) => verdict.text).join(''),
    rule: 'gbk-slip',
    confidence: Math.min(best.hypothesis.lossy ? 0.5 : 0.95, ...verdicts.map((verdict) => verdict.confidence)),
    note: notes.length > 0 ? notes.join(', ') : null,
    margin,
  };
}

function isConvincing({ known, evident }: Hypothesis, margin: number): boolean {
  if (known >= 2 || evident) return margin >= marginWithEvidence;
  return margin >= (known === 1 ? marginWithout : marginWithoutHan);
}

/** Settles every piece: decoded ones stand, inferred ones stand where something speaks for them. */
function settle(best: Ranked, ranked: readonly Ranked[], words: PiecesInWords): Verdict[] {
  return best.pieces.map((piece) => {
    if (piece.evidence === 'bytes') return { text: piece.text, note: null, confidence: 1 };
    if (piece.evidence === 'tag' || piece.evidence === 'pinyin')
      return { text: piece.text, note: `${piece.text} inferred (${piece.evidence})`, confidence: 0.95 };
    if (piece.evidence === 'none') return { text: unknown, note: 'a swallowed character is lost', confidence: 0.4 };
    const others = alternatives(piece, best, ranked);
    const gap = Math.min(...others.map((other) => other.gap));
    if (gap >= clearGap) return { text: piece.text, note: `${piece.text} inferred (context)`, confidence: 0.9 };
    if (words.long.has(piece) || (gap >= clearGapInWord && words.any.has(piece)))
      return { text: piece.text, note: `${piece.text} inferred (dictionary)`, confidence: 0.7 };
    const choice = [piece.text, ...others.map((other) => other.text)].slice(0, 4).join('/');
    return { text: unknown, note: `one of ${choice}`, confidence: 0.4 };
  });
}

/** What other hypotheses have in the place of a piece, the nearest first, with their distance from the best. */
function alternatives(piece: Piece, best: Ranked, ranked: readonly Ranked[]): { text: string; gap: number }[] {
  const others = new Map<string, number>();
  for (const other of ranked) {
    const gap = best.score - other.score;
    if (gap > alternativesWithin) break;
    const text = other.pieces.find((candidate) => candidate.slot === piece.slot)?.text ?? '';
    if (text !== piece.text && !others.has(text)) others.set(text, gap);
  }
  return [...others].map(([text, gap]) => ({ text, gap }));
}

/** The pieces that lie in dictionary words; `long` if of four characters or more, at least two of them decoded. */
function piecesInWords(best: Ranked, text: string, before: number, model: LanguageModel): PiecesInWords {
  const [any, long] = [new Set<Piece>(), new Set<Piece>()];
  let at = -before;
  for (const word of model.segment(text)) {
    const inside = best.pieces.filter((_, i) => i >= at && i < at + word.length);
    at += word.length;
    if (word.length < 2) continue;
    const decoded = inside.filter((piece) => piece.evidence === 'bytes').length;
    for (const piece of inside) {
      any.add(piece);
      if (word.length >= 4 && decoded >= 2) long.add(piece);
    }
  }
  return { any, long };
}

function foldPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => foldCharacter(piece.text)).join('');
}

function foldedBetween(symbols: readonly DamagedSymbol[], start: number, end: number): string {
  return symbols
    .slice(start, end)
    .filter((symbol) => !symbol.aside)
    .map((symbol) => symbol.folded)
    .join('');
}

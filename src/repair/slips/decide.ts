import { encodeCharacter, foldedPair, vanishes, vanishingLeads, withTrail } from './gbk.js';
import { type Hypothesis, type Piece, piecesOf } from './hypothesis.js';
import { isHan, type LanguageModel } from './language-model.js';
import { quoteCostOf } from './quotes.js';
import type { Found } from './search.js';
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
  /** Its share of the probability of all readings. */
  share: number;
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
const marginOverOrdinary = 14;
/** Nats a character from which on text reads like any other: 不是吧, not 按呵飼. */
const ordinary = -6.5;
const wordShare = 0.7;
const ranks = 200;
/** Nats against a pair having vanished at a given place, where something else did in the same damage and where not. */
const vanishPrior = { lossy: -0.5, lossless: 1.5 } as const;
const worthDoubting = -14;
const unknown = '\ufffd';

/** From which probability on a character stands: decoded, inferred, inferred inside a dictionary word. */
const sure = { decoded: 0.6, inferred: 0.93, inWord: 0.7 } as const;
/** The same where a part of the damage is not accounted for. */
const sureIfLossy = { decoded: 0.9, inferred: 0.97, inWord: 0.95 } as const;

/** Picks the likeliest hypothesis if it beats the damaged text clearly enough, and settles its characters. */
export function decide(
  symbols: readonly DamagedSymbol[],
  found: Found,
  model: LanguageModel,
  sides: Sides,
): Decision | null {
  const rest = literalRest(symbols, found.end);
  const wordsOf = model.wordsBefore(rest.text);
  const rank = (hypothesis: Hypothesis): Ranked => {
    const pieces = piecesOf(hypothesis);
    const words = wordsOf(sides.before + foldPieces(pieces), rest.indexOf[hypothesis.end] ?? 0);
    const score =
      hypothesis.score * (1 - wordShare) +
      words * wordShare +
      hypothesis.extra -
      quoteCostOf(hypothesis.quotes, sides.after);
    return { hypothesis, pieces, score, share: 0 };
  };
  const ranked = found.finals
    .slice(0, ranks)
    .map(rank)
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (best === undefined) return null;
  const margin = best.score - rank(found.literal).score;
  const standing = averageOf(symbols.slice(1, best.hypothesis.end), model);
  if (!isConvincing(best.hypothesis, margin, standing)) return null;
  shareOut(ranked);
  const text = sides.before + foldPieces(best.pieces) + rest.text.slice(rest.indexOf[best.hypothesis.end] ?? 0);
  const words = piecesInWords(best, text, sides.before.length, model);
  const verdicts = settle(best, ranked, words, strangers(best, words, model));
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

/** Log probability a character of symbols as they stand, in nats. */
function averageOf(symbols: readonly DamagedSymbol[], model: LanguageModel): number {
  const standing = symbols.filter((symbol) => !symbol.aside && !symbol.isMarker);
  let [sum, previous] = [0, 0];
  for (const { unit } of standing) {
    sum += model.transition(previous, unit);
    previous = unit;
  }
  return sum / Math.max(1, standing.length);
}

/** Whether a reading is likelier enough than the text as it stands, the more so where that reads like any other text. */
function isConvincing({ known, evident }: Hypothesis, margin: number, standing: number): boolean {
  if (evident) return margin >= marginWithEvidence;
  if (standing > ordinary) return margin >= marginOverOrdinary;
  return margin >= (known >= 2 ? marginWithEvidence : known === 1 ? marginWithout : marginWithoutHan);
}

/** Gives every reading its share of the probability: the scores are log probabilities. */
function shareOut(ranked: readonly Ranked[]): void {
  const best = ranked[0]?.score ?? 0;
  const weights = ranked.map(({ score }) => Math.exp(score - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  ranked.forEach((reading, i) => {
    reading.share = (weights[i] ?? 0) / sum;
  });
}

/** Settles every piece: what is probable enough stands, for the rest stands U+FFFD with the candidates in the note. */
function settle(best: Ranked, ranked: readonly Ranked[], words: PiecesInWords, strange: ReadonlySet<Piece>): Verdict[] {
  const least = best.hypothesis.lossy ? sureIfLossy : sure;
  return best.pieces.map((piece) => {
    if (piece.evidence === 'none') return { text: unknown, note: 'a swallowed character is lost', confidence: 0.4 };
    const candidates = candidatesFor(piece, ranked);
    const probability = candidates.get(piece.text) ?? 0;
    if (piece.evidence === 'tag' || piece.evidence === 'pinyin')
      return inferred(piece.text, piece.evidence, candidates, 0.95);
    if (piece.evidence === 'bytes') {
      if (probability >= least.decoded && !strange.has(piece)) return { text: piece.text, note: null, confidence: 1 };
    } else {
      if (probability >= least.inferred) return inferred(piece.text, 'context', candidates, 0.9);
      if (words.long.has(piece) || (probability >= least.inWord && words.any.has(piece)))
        return inferred(piece.text, 'dictionary', candidates, 0.7);
    }
    return { text: unknown, note: `one of ${listOf(candidates)}`, confidence: 0.4 };
  });
}

function inferred(text: string, basis: string, candidates: ReadonlyMap<string, number>, confidence: number): Verdict {
  const others = listOf(new Map([...candidates].filter(([other]) => other !== text)));
  const share = percent(candidates.get(text) ?? 0);
  const note = `${text} inferred (${basis}, ${share}${others === '' ? '' : `, else ${others}`})`;
  return { text, note, confidence };
}

/** The probability of every text that a reading has in the place of a piece, the likeliest first. */
function candidatesFor(piece: Piece, ranked: readonly Ranked[]): Map<string, number> {
  const candidates = new Map<string, number>();
  for (const { pieces, share } of ranked) {
    const text = pieces.find((other) => other.slot === piece.slot)?.text ?? '';
    candidates.set(text, (candidates.get(text) ?? 0) + share);
  }
  return new Map([...candidates].sort((a, b) => b[1] - a[1]));
}

function listOf(candidates: ReadonlyMap<string, number>): string {
  return [...candidates]
    .filter(([text, probability]) => text !== '' && probability >= 0.01)
    .slice(0, 4)
    .map(([text, probability]) => `${text} ${percent(probability)}`)
    .join('/');
}

function percent(probability: number): string {
  return `${Math.round(probability * 100)}%`;
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

/**
 * The decoded characters that two others, parted by a pair that vanished, explain as well: where bytes are lost that
 * left no trace, a character may have been put together from the halves of two.
 */
function strangers(best: Ranked, words: PiecesInWords, model: LanguageModel): ReadonlySet<Piece> {
  const { pieces, hypothesis } = best;
  const prior = hypothesis.lossy ? vanishPrior.lossy : vanishPrior.lossless;
  return new Set(
    pieces.filter((piece, i) => {
      if (piece.evidence !== 'bytes' || words.any.has(piece)) return false;
      const [before, after] = [pieces[i - 1]?.unit ?? 0, pieces[i + 1]?.unit ?? 0];
      const whole = model.transition(before, piece.unit) + (after === 0 ? 0 : model.transition(piece.unit, after));
      return whole < worthDoubting && likelihoodOfHalves(piece, before, after, model) - prior > whole;
    }),
  );
}

/** Log probability, summed over all of them, of two characters that share the bytes of a decoded one. */
function likelihoodOfHalves(piece: Piece, before: number, after: number, model: LanguageModel): number {
  const code = encodeCharacter(piece.text);
  if (code === undefined) return -Infinity;
  const seconds = withTrail(code.trail).filter(({ unit }) => isHan(unit) && model.isKnown(unit));
  let sum = 0;
  for (const vanished of vanishingLeads()) {
    const first = foldedPair(code.lead, vanished);
    if (first === 0 || !(isHan(first) ? model.isKnown(first) : model.isMark(first))) continue;
    const start = model.transition(before, first);
    for (const { unit, lead } of seconds)
      if (vanishes(vanished, lead))
        sum += Math.exp(start + model.transition(first, unit) + (after === 0 ? 0 : model.transition(unit, after)));
  }
  return Math.log(sum);
}

function foldPieces(pieces: readonly Piece[]): string {
  return String.fromCharCode(...pieces.map((piece) => piece.unit));
}

/** The folded text of the symbols up to `end`, without glosses and rests of tags, and where in it each symbol starts. */
function literalRest(symbols: readonly DamagedSymbol[], end: number): { text: string; indexOf: readonly number[] } {
  let text = '';
  const indexOf: number[] = [];
  for (const symbol of symbols.slice(0, end)) {
    indexOf.push(text.length);
    if (!symbol.aside) text += String.fromCharCode(symbol.unit);
  }
  return { text, indexOf: [...indexOf, text.length] };
}

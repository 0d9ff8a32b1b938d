import { foldCharacter, readingsOf } from '../readings.js';
import { decodePair, type GbkCharacter, vanishingLeads, withLead, withTrail } from './gbk.js';
import { isHan, type LanguageModel } from './language-model.js';
import { isCommon } from './plausible.js';
import { type OpenQuotes, quoteCost, quotesAfter } from './quotes.js';
import type { DamagedSymbol } from './symbols.js';

export type Evidence = 'bytes' | 'tag' | 'pinyin' | 'model' | 'none';

/** A character of the repaired text, linked to the one before it. `slot` says which place of the damage it fills. */
export interface Piece {
  readonly slot: number;
  readonly text: string;
  readonly evidence: Evidence;
  readonly before: Piece | null;
}

/** One reading of the damaged line so far. */
export interface Hypothesis {
  /** Log probability of its characters. */
  readonly score: number;
  /** Costs besides: quotation marks out of balance, characters of the other script, vanished pairs. */
  readonly extra: number;
  readonly last: number;
  readonly phase: 'literal' | 'shifted' | 'ended';
  /** While shifted: the byte waiting for its second half; null where it is lost. */
  readonly pending: number | null;
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

/** How many characters the searches of one article may still try: what bounds their time, whatever the text. */
export interface Work {
  left: number;
}

/** What the search knows of the text around the marker. */
export interface Surroundings {
  readonly model: LanguageModel;
  readonly work: Work;
  /** The last folded unit before the marker, 0 at the start of a line. */
  readonly last: number;
  readonly quotes: OpenQuotes;
  /** What a character costs that the article's script does not write. */
  readonly scriptCost: (character: string) => number;
  /** Whether the glosses came after the damage, so that they may stand inside it. */
  readonly glossedAfterwards: boolean;
}

const beamWidth = 60;
// Wider: a character lost whole competes with every one that lost half.
const endedWidth = 200;
const vanishFrom = 5;
const vanishCost = 1;
const swallowCost = 4;
const unendedCost = 3;
const lookAhead = 14;
const hopeless = 40;
const sentenceEnds = '。！？!?';

/**
 * Reads the symbols after a marker in every way that a shift by one byte allows, and keeps the likeliest. The first
 * symbol is the marker itself. Returns the hypotheses that came back into step, and the literal one, at one common
 * end (`end` is its symbol index).
 */
export function search(
  symbols: readonly DamagedSymbol[],
  around: Surroundings,
): { finals: Hypothesis[]; literal: Hypothesis; end: number } {
  const blank = { score: 0, extra: 0, last: around.last, quotes: around.quotes, pieces: null };
  const counters = { known: 0, evident: false, lossy: false, end: 0 };
  let literal: Hypothesis = readLiterally(
    { ...blank, ...counters, phase: 'literal', pending: null },
    symbols[0],
    around,
  );
  let shifted: Hypothesis[] = [{ ...blank, ...counters, phase: 'shifted', pending: null }];
  let ended: Hypothesis[] = [];
  let stop = symbols.length;
  let index = 1;
  for (; index < stop; index++) {
    const symbol = symbols[index];
    if (symbol === undefined) break;
    const stillShifted = new Beam(beamWidth);
    const nowEnded = new Beam(endedWidth);
    for (const hypothesis of ended) nowEnded.add(readLiterally(hypothesis, symbol, around));
    shifted.forEach((hypothesis, rank) => {
      const step = new Step(symbols, index, around, stillShifted, nowEnded);
      step.advance(hypothesis);
      if (rank < vanishFrom && index > 1) step.vanish(hypothesis);
    });
    literal = readLiterally(literal, symbol, around);
    ended = nowEnded.best();
    const floor = Math.max(total(literal), ...ended.map(total)) - hopeless;
    shifted = stillShifted.best().filter((hypothesis) => total(hypothesis) > floor);
    if (shifted.length === 0) stop = Math.min(stop, index + 1 + lookAhead);
    if (shifted.length === 0 && ended.length === 0) break;
  }
  return { finals: ended, literal, end: Math.min(index, symbols.length) };
}

/** The score by which hypotheses of the same stretch compare. */
export function total(hypothesis: Hypothesis): number {
  return hypothesis.score + hypothesis.extra;
}

/** The pieces of a hypothesis in order. */
export function piecesOf(hypothesis: Hypothesis): Piece[] {
  const pieces: Piece[] = [];
  for (let piece = hypothesis.pieces; piece !== null; piece = piece.before) pieces.push(piece);
  return pieces.reverse();
}

/** The `width` best hypotheses of those added. */
class Beam {
  #kept: Hypothesis[] = [];
  #floor = -Infinity;

  constructor(readonly width: number) {}

  admits(score: number): boolean {
    return score > this.#floor;
  }

  add(hypothesis: Hypothesis): void {
    if (!this.admits(total(hypothesis))) return;
    this.#kept.push(hypothesis);
    if (this.#kept.length >= this.width * 4) this.#cut();
  }

  best(): Hypothesis[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept = this.#kept.sort((a, b) => total(b) - total(a)).slice(0, this.width);
    const last = this.#kept[this.width - 1];
    if (last !== undefined) this.#floor = total(last);
  }
}

/** The ways on from one symbol for hypotheses that are out of step. */
class Step {
  readonly symbol: DamagedSymbol | undefined;

  constructor(
    readonly symbols: readonly DamagedSymbol[],
    readonly index: number,
    readonly around: Surroundings,
    readonly shifted: Beam,
    readonly ended: Beam,
  ) {
    this.symbol = symbols[index];
  }

  advance(hypothesis: Hypothesis): void {
    const { symbol } = this;
    if (symbol === undefined) return;
    if (symbol.aside) {
      if (this.around.glossedAfterwards) this.shifted.add(hypothesis);
      return;
    }
    const { pair, byte } = symbol;
    if (pair !== null && pair.trail < 0x80)
      for (const character of this.completions(hypothesis, pair.lead))
        this.write(
          hypothesis,
          character,
          { phase: 'ended', pending: null },
          { swallowed: String.fromCharCode(pair.trail), swallowedEvidence: 'bytes' },
        );
    if (pair !== null && pair.trail > 0x80)
      for (const character of this.completions(hypothesis, pair.lead))
        this.write(hypothesis, character, { phase: 'shifted', pending: pair.trail });
    if (byte !== null && hypothesis.pending !== null)
      for (const character of this.completions(hypothesis, byte))
        this.write(hypothesis, character, { phase: 'ended', pending: null });
    if (symbol.marker) this.end(hypothesis, symbol);
  }

  /** A user-defined pair between two symbols leaves no trace: its neighbours keep one known byte each. */
  vanish(hypothesis: Hypothesis): void {
    if (hypothesis.pending === null) return;
    for (const lead of vanishingLeads) {
      const character = decodePair(hypothesis.pending, lead);
      if (character === undefined || !this.isLikely(character)) continue;
      const scratch = new Beam(1);
      new Step(this.symbols, this.index, this.around, scratch, scratch).write(
        hypothesis,
        character,
        { phase: 'shifted', pending: null, lossy: true },
        { slot: this.index * 4 + 1, evidence: 'model', cost: vanishCost },
      );
      for (const halved of scratch.best()) this.advance(halved);
    }
  }

  /** A marker while out of step: the trail byte is lost, perhaps with an ASCII character that it swallowed. */
  end(hypothesis: Hypothesis, marker: DamagedSymbol): void {
    const next = this.symbols[this.index + 1];
    const atPieceEnd = next === undefined || sentenceEnds.includes(next.text);
    const rest = marker.rest;
    for (const { character, trail } of this.endings(hypothesis)) {
      if (rest?.reading != null && !readingsOf(character).has(rest.reading)) continue;
      const change = { phase: 'ended', pending: null } as const;
      if (rest !== null) {
        const evidence = rest.reading === null ? 'tag' : 'pinyin';
        const cost = rest.reading === null && !endsSentence(character, hypothesis.last) ? unendedCost : 0;
        this.write(hypothesis, character, { ...change, evident: true }, { evidence, swallowed: rest.swallowed, cost });
      } else if (atPieceEnd || trail === 0x80) this.write(hypothesis, character, change, { evidence: 'model' });
      if (rest === null && trail > 0x80 && next !== undefined)
        this.write(
          hypothesis,
          character,
          { ...change, lossy: true },
          { evidence: 'model', swallowed: '\ufffd', swallowedEvidence: 'none', cost: swallowCost },
        );
    }
  }

  endings(hypothesis: Hypothesis): readonly Pick<GbkCharacter, 'character' | 'trail'>[] {
    if (hypothesis.pending !== null)
      return withLead(hypothesis.pending).filter(({ character, trail }) => trail >= 0x80 && this.isLikely(character));
    return this.around.model.successors(hypothesis.last, 40).map((character) => ({ character, trail: 0x81 }));
  }

  /** The characters that the pending byte and this one can make; every lead byte where the pending one is lost. */
  completions(hypothesis: Hypothesis, trail: number): readonly string[] {
    if (hypothesis.pending === null)
      return withTrail(trail)
        .map(({ character }) => character)
        .filter((character) => this.isLikely(character));
    const character = decodePair(hypothesis.pending, trail);
    return character === undefined ? [] : [character];
  }

  isLikely(character: string): boolean {
    return isHan(character.charCodeAt(0)) || this.around.model.isMark(foldCharacter(character));
  }

  write(
    hypothesis: Hypothesis,
    character: string,
    change: Partial<Hypothesis> & Pick<Hypothesis, 'phase' | 'pending'>,
    how: { slot?: number; evidence?: Evidence; swallowed?: string; swallowedEvidence?: Evidence; cost?: number } = {},
  ): void {
    const { around } = this;
    around.work.left--;
    const folded = foldCharacter(character);
    const unit = folded.charCodeAt(0);
    const score = hypothesis.score + around.model.transition(hypothesis.last, unit);
    const broken = quoteCost(hypothesis.quotes, character);
    const extra = hypothesis.extra - broken - around.scriptCost(character) - (how.cost ?? 0);
    const beam = change.phase === 'ended' ? this.ended : this.shifted;
    if (!beam.admits(score + extra)) return;
    const evidence = how.evidence ?? (hypothesis.pending === null ? 'model' : 'bytes');
    const slot = how.slot ?? this.index * 4 + 2;
    let pieces: Piece = { slot, text: character, evidence, before: hypothesis.pieces };
    if (how.swallowed !== undefined)
      pieces = {
        slot: this.index * 4 + 3,
        text: how.swallowed,
        evidence: how.swallowedEvidence ?? evidence,
        before: pieces,
      };
    beam.add({
      ...hypothesis,
      score,
      extra,
      last: unit,
      quotes: quotesAfter(hypothesis.quotes, character),
      pieces,
      known: hypothesis.known + (evidence === 'bytes' && isHan(unit) && isCommon(character) ? 1 : 0),
      end: this.index + 1,
      ...change,
    });
  }
}

/** Takes a symbol as it stands. Glosses and tag rests cost nothing. */
function readLiterally(hypothesis: Hypothesis, symbol: DamagedSymbol | undefined, around: Surroundings): Hypothesis {
  if (symbol === undefined || symbol.aside) return hypothesis;
  const { folded } = symbol;
  const unit = folded.charCodeAt(0);
  return {
    ...hypothesis,
    score: hypothesis.score + around.model.transition(hypothesis.last, unit),
    extra: hypothesis.extra - quoteCost(hypothesis.quotes, symbol.text) - around.scriptCost(symbol.text),
    last: unit,
    quotes: quotesAfter(hypothesis.quotes, symbol.text),
  };
}

/** Whether a paragraph may end with this character: a full stop, or a quotation mark after one. */
function endsSentence(character: string, previous: number): boolean {
  if (sentenceEnds.includes(character)) return true;
  return '”」’』'.includes(character) && sentenceEnds.includes(String.fromCharCode(previous));
}

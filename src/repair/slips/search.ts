import { readingsOf } from '../readings.js';
import { Beam } from './beam.js';
import { decodePair, foldedPair, vanishes, vanishingLeads, withLead, withTrail } from './gbk.js';
import type { Evidence, Hypothesis, Piece } from './hypothesis.js';
import { isHan, type LanguageModel } from './language-model.js';
import { LiteralReading } from './literal.js';
import { isCommon } from './plausible.js';
import { type OpenQuotes, quoteCost, quotesAfter } from './quotes.js';
import type { DamagedSymbol } from './symbols.js';

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

/** What a search found: readings that came back into step and the literal one, all priced up to the symbol `end`. */
export interface Found {
  readonly finals: readonly Hypothesis[];
  readonly literal: Hypothesis;
  readonly end: number;
}

/** A character that may stand in a place, and what speaks for it. */
interface Choice {
  readonly text: string;
  readonly unit: number;
  readonly evidence: Evidence;
  /** What it costs wherever it stands: in the other script, or in a form that is rare. */
  readonly cost: number;
}

/** What stood behind a character and went with it. */
interface Swallowed {
  readonly text: string;
  readonly evidence: Evidence;
}

const beamWidth = 30;
const perState = 4;
const range = 16;
const finalsRange = 22;
// Wider: a character lost whole competes with every one that lost half.
const finalsWidth = 200;
const vanishFrom = 5;
const vanishedKept = 8;
const vanishCost = 1;
/** Nats from which on two characters are a pair that nobody doubts. */
const goodFit = -5;
const swallowCost = 4;
const unendedCost = 3;
const fullWidthCost = 5;
const usualNarrow = ',!?:;()';
const doublyVanishedKept = 3;
const lookAhead = 14;
const sentenceEnds = '。！？!?';

/**
 * Reads the symbols after a marker in every way that a shift by one byte allows, and keeps the likeliest. The first
 * symbol is the marker itself.
 */
export function search(symbols: readonly DamagedSymbol[], around: Surroundings): Found {
  return new Search(symbols, around).run();
}

class Search {
  readonly #literally: LiteralReading;
  readonly #finals: Hypothesis[] = [];
  /** The best final of each symbol. */
  readonly #leaders: Hypothesis[] = [];
  /** What stands for a character both of whose bytes vanished. */
  readonly #lost: Choice;
  /** The likely characters with a trail byte, by that byte. */
  readonly #likely = new Map<number, readonly { readonly lead: number; readonly choice: Choice }[]>();
  #index = 1;
  #shifted: Hypothesis[];
  #nowShifted = new Beam<Hypothesis>(beamWidth, perState, range);
  #nowEnded = new Beam<Hypothesis>(finalsWidth, perState, finalsRange);

  constructor(
    readonly symbols: readonly DamagedSymbol[],
    readonly around: Surroundings,
  ) {
    this.#literally = new LiteralReading(symbols, around.model, around.scriptCost);
    this.#lost = this.choice('\ufffd', 0xfffd, 'none');
    const { last, quotes } = around;
    this.#shifted = [
      {
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
      },
    ];
  }

  run(): Found {
    let pending: number | null = null;
    const { symbols } = this;
    for (; this.#index < symbols.length && this.#shifted.length > 0; this.#index++) {
      const symbol = symbols[this.#index];
      if (symbol === undefined) break;
      if (symbol.aside && this.around.glossedAfterwards) continue;
      this.#nowShifted = new Beam(beamWidth, perState, range);
      this.#nowEnded = new Beam(finalsWidth, perState, finalsRange);
      if (!symbol.aside) this.advance(symbol, pending);
      const ended = this.#nowEnded.best();
      this.#finals.push(...ended);
      this.#leaders.push(...ended.slice(0, 1));
      const floor = this.floor();
      this.#shifted = this.#nowShifted.best().filter((hypothesis) => hypothesis.total > floor);
      pending = symbol.pair?.trail ?? null;
    }
    const end = Math.min(symbols.length, this.#index + lookAhead);
    const finals = this.#finals.map((final) => this.continued(final, end)).sort((a, b) => b.total - a.total);
    return { finals: finals.slice(0, finalsWidth), literal: this.literal(end), end };
  }

  /** What a hypothesis out of step must reach to be worth following: the best of those that are in step. */
  floor(): number {
    let best = this.literal(this.#index + 1).total;
    for (const final of this.#leaders) {
      const { score, extra } = this.#literally.between(final.end, this.#index + 1, final.last, final.quotes);
      best = Math.max(best, final.total + score + extra);
    }
    return best - range;
  }

  literal(end: number): Hypothesis {
    const { last, quotes } = this.around;
    const cost = this.#literally.between(0, end, last, quotes);
    return {
      ...cost,
      total: cost.score + cost.extra,
      state: 0,
      last: 0,
      pieces: null,
      known: 0,
      evident: false,
      lossy: false,
      end: 0,
    };
  }

  /** A final with the text behind it, up to the symbol `end`. */
  continued(final: Hypothesis, end: number): Hypothesis {
    const rest = this.#literally.between(final.end, end, final.last, final.quotes);
    const [score, extra] = [final.score + rest.score, final.extra + rest.extra];
    const { state, last, pieces, known, evident, lossy } = final;
    const { quotes } = rest;
    return { score, extra, total: score + extra, state, last, quotes, pieces, known, evident, lossy, end: final.end };
  }

  /** The ways on from a symbol; `pending` is the byte before it that waits for its second half. */
  advance(symbol: DamagedSymbol, pending: number | null): void {
    const first = this.#index === 1;
    if (!first && pending === null) return;
    const { pair, byte } = symbol;
    const read = (trail: number): readonly Choice[] =>
      pending === null ? this.guesses(trail) : this.known(pending, trail);
    const whole = pair === null ? none : read(pair.lead);
    const half = byte === null ? none : read(byte);
    for (const hypothesis of this.#shifted) this.step(symbol, hypothesis, pending, whole, half);
    if (pending === null || this.fitsWell(symbol, pending)) return;
    for (const { hypothesis, lead } of this.vanished(pending))
      this.step(
        symbol,
        hypothesis,
        null,
        pair === null ? none : this.guesses(pair.lead, lead),
        byte === null ? none : this.guesses(byte, lead),
      );
  }

  /** Whether the character of the two bytes goes so well with what precedes it that nothing vanished between them. */
  fitsWell(symbol: DamagedSymbol, pending: number): boolean {
    const best = this.#shifted[0];
    const unit = symbol.pair === null ? 0 : foldedPair(pending, symbol.pair.lead);
    return best !== undefined && unit !== 0 && this.around.model.transition(best.last, unit) > goodFit;
  }

  /** Goes on with the characters that the first byte of the symbol's pair may complete, or its byte as an ASCII character. */
  step(
    symbol: DamagedSymbol,
    hypothesis: Hypothesis,
    pending: number | null,
    whole: readonly Choice[],
    half: readonly Choice[],
  ): void {
    const trail = symbol.pair?.trail ?? 0;
    if (trail > 0x80) for (const choice of whole) this.write(this.#nowShifted, hypothesis, choice);
    else
      for (const choice of whole)
        this.write(this.#nowEnded, hypothesis, choice, { text: String.fromCharCode(trail), evidence: 'bytes' });
    if (pending !== null || hypothesis.lossy) for (const choice of half) this.write(this.#nowEnded, hypothesis, choice);
    if (symbol.marker) this.end(hypothesis, symbol, pending);
  }

  /**
   * A user-defined pair before this symbol left no trace: the character before it lost its second byte, the one after
   * it its first. Two such pairs take a whole character between them. Gives the likeliest hypotheses for what precedes
   * the symbol, with the lead byte of the last pair where it is known.
   */
  vanished(pending: number): { hypothesis: Hypothesis; lead: number | null }[] {
    const halved: { from: Hypothesis; choice: Choice; lead: number; total: number }[] = [];
    for (const from of this.#shifted.slice(0, vanishFrom))
      for (const lead of vanishingLeads()) {
        const unit = foldedPair(pending, lead);
        if (unit === 0 || !this.isLikely(unit)) continue;
        const choice = this.choice(decodePair(pending, lead) ?? '', unit, 'model');
        halved.push({ from, choice, lead, total: from.total + this.priceOf(from, choice) - vanishCost });
      }
    halved.sort((a, b) => b.total - a.total);
    const slot = this.#index * 4;
    return halved.slice(0, vanishedKept).flatMap(({ from, choice, lead }, rank) => {
      const hypothesis = { ...this.written(from, choice, slot, vanishCost), lossy: true };
      if (rank >= doublyVanishedKept) return [{ hypothesis, lead }];
      const doubly = this.written(hypothesis, this.#lost, slot + 1, vanishCost);
      return [
        { hypothesis, lead },
        { hypothesis: doubly, lead: null },
      ];
    });
  }

  /** A marker while out of step: the trail byte is lost, perhaps with an ASCII character that it swallowed. */
  end(hypothesis: Hypothesis, marker: DamagedSymbol, pending: number | null): void {
    const next = this.symbols[this.#index + 1];
    const atPieceEnd = next === undefined || sentenceEnds.includes(next.text);
    const rest = marker.rest;
    const lossily = { ...hypothesis, lossy: true };
    for (const { choice, trail } of this.endings(hypothesis, pending)) {
      if (rest?.reading != null && !readingsOf(choice.text).has(rest.reading)) continue;
      if (rest !== null) {
        const evidence = rest.reading === null ? 'tag' : 'pinyin';
        const cost = rest.reading === null && !endsSentence(choice.text, hypothesis.last) ? unendedCost : 0;
        const swallowed = { text: rest.swallowed, evidence } as const;
        this.write(this.#nowEnded, hypothesis, { ...choice, evidence }, swallowed, cost);
      } else if (atPieceEnd || trail === 0x80) this.write(this.#nowEnded, hypothesis, choice);
      if (rest === null && trail > 0x80 && next !== undefined)
        this.write(this.#nowEnded, lossily, choice, { text: '\ufffd', evidence: 'none' }, swallowCost);
    }
  }

  endings(hypothesis: Hypothesis, pending: number | null): { choice: Choice; trail: number }[] {
    if (pending !== null)
      return withLead(pending)
        .filter(({ unit, trail }) => trail >= 0x80 && this.isLikely(unit))
        .map(({ character, unit, trail }) => ({ choice: this.choice(character, unit, 'model'), trail }));
    return this.around.model
      .successors(hypothesis.last, 40)
      .map((unit) => ({ choice: this.choice(String.fromCharCode(unit), unit, 'model'), trail: 0x81 }));
  }

  /** The characters with a known trail byte and a lost lead byte; after a vanished pair that began with `vanishedLead`. */
  guesses(trail: number, vanishedLead: number | null = null): readonly Choice[] {
    const likely = this.#likely.get(trail) ?? this.likelyWith(trail);
    this.#likely.set(trail, likely);
    const fitting = vanishedLead === null ? likely : likely.filter(({ lead }) => vanishes(vanishedLead, lead));
    return fitting.map(({ choice }) => choice);
  }

  likelyWith(trail: number): { lead: number; choice: Choice }[] {
    return withTrail(trail)
      .filter(({ unit }) => this.isLikely(unit))
      .map(({ character, unit, lead }) => ({ lead, choice: this.choice(character, unit, 'model') }));
  }

  /** The character of two known bytes. */
  known(lead: number, trail: number): readonly Choice[] {
    const text = decodePair(lead, trail);
    return text === undefined ? none : [this.choice(text, foldedPair(lead, trail), 'bytes')];
  }

  choice(text: string, unit: number, evidence: Evidence): Choice {
    return { text, unit, evidence, cost: this.around.scriptCost(text) + rareFormCost(unit) };
  }

  isLikely(unit: number): boolean {
    return isHan(unit) ? this.around.model.isKnown(unit) : this.around.model.isMark(unit);
  }

  write(beam: Beam<Hypothesis>, hypothesis: Hypothesis, choice: Choice, swallowed?: Swallowed, cost = 0): void {
    this.around.work.left--;
    const { text, unit } = choice;
    const { quotes } = hypothesis;
    const transition = this.around.model.transition(hypothesis.last, unit);
    const price = transition - (quoteCost(quotes, text) + choice.cost);
    if (!beam.admits(hypothesis.total + price - cost, stateOf(unit, quotesAfter(quotes, text)))) return;
    const evident = choice.evidence === 'tag' || choice.evidence === 'pinyin';
    const next = this.written(hypothesis, choice, this.#index * 4 + 2, cost, swallowed);
    beam.add(evident && !next.evident ? { ...next, evident } : next);
  }

  /** What a character adds to the score of a hypothesis. */
  priceOf({ last, quotes }: Hypothesis, { text, unit, cost }: Choice): number {
    return this.around.model.transition(last, unit) - (quoteCost(quotes, text) + cost);
  }

  written(hypothesis: Hypothesis, choice: Choice, slot: number, cost: number, swallowed?: Swallowed): Hypothesis {
    const { text, unit, evidence } = choice;
    const score = hypothesis.score + this.around.model.transition(hypothesis.last, unit);
    const extra = hypothesis.extra - (quoteCost(hypothesis.quotes, text) + choice.cost) - cost;
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
      end: this.#index + 1,
    };
  }
}

const none: readonly never[] = [];

function stateOf(unit: number, quotes: OpenQuotes): number {
  return unit * 4 + quotes;
}

function swallowedBehind(before: Piece, { text, evidence }: Swallowed): Piece {
  return { slot: before.slot + 1, text, evidence, unit: text.charCodeAt(0), before };
}

/** Full-width letters, digits and signs are far rarer among Chinese characters than their narrow forms. */
function rareFormCost(unit: number): number {
  return unit < 0x80 && !usualNarrow.includes(String.fromCharCode(unit)) ? fullWidthCost : 0;
}

/** Whether a paragraph may end with this character: a full stop, or a quotation mark after one. */
function endsSentence(character: string, previous: number): boolean {
  if (sentenceEnds.includes(character)) return true;
  return '”」’』'.includes(character) && sentenceEnds.includes(String.fromCharCode(previous));
}

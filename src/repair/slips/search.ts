import { readingsOf } from '../readings.js';
import { Beam } from './beam.js';
import { type Choice, Choices } from './choices.js';
import { foldedPair } from './gbk.js';
import { emptyHypothesis, grown, type Hypothesis, type Swallowed, stateOf } from './hypothesis.js';
import type { LanguageModel } from './language-model.js';
import { LiteralReading } from './literal.js';
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
  readonly #choices: Choices;
  #index = 1;
  #shifted: Hypothesis[];
  #nowShifted = new Beam<Hypothesis>(beamWidth, perState, range);
  #nowEnded = new Beam<Hypothesis>(finalsWidth, perState, finalsRange);

  constructor(
    readonly symbols: readonly DamagedSymbol[],
    readonly around: Surroundings,
  ) {
    this.#literally = new LiteralReading(symbols, around.model, around.scriptCost);
    this.#choices = new Choices(around.model, around.scriptCost);
    this.#shifted = [emptyHypothesis(around.last, around.quotes)];
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
    return { ...emptyHypothesis(0, cost.quotes), ...cost, total: cost.score + cost.extra };
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
      pending === null ? this.#choices.guesses(trail) : this.#choices.known(pending, trail);
    const whole = pair === null ? none : read(pair.lead);
    const half = byte === null ? none : read(byte);
    for (const hypothesis of this.#shifted) this.step(symbol, hypothesis, pending, whole, half);
    if (pending === null || this.fitsWell(symbol, pending)) return;
    for (const { hypothesis, lead } of this.vanished(pending))
      this.step(
        symbol,
        hypothesis,
        null,
        pair === null ? none : this.#choices.guesses(pair.lead, lead),
        byte === null ? none : this.#choices.guesses(byte, lead),
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
    if (symbol.isMarker) this.end(hypothesis, symbol, pending);
  }

  /**
   * A user-defined pair before this symbol left no trace: the character before it lost its second byte, the one after
   * it its first. Two such pairs take a whole character between them. Gives the likeliest hypotheses for what precedes
   * the symbol, with the lead byte of the last pair where it is known.
   */
  vanished(pending: number): { hypothesis: Hypothesis; lead: number | null }[] {
    const choices = this.#choices.halved(pending);
    const halved = this.#shifted
      .slice(0, vanishFrom)
      .flatMap((from) =>
        choices.map(({ choice, lead }) => {
          const total = from.total + this.priceOf(from, choice) - vanishCost;
          return { from, choice, lead, total };
        }),
      )
      .sort((a, b) => b.total - a.total);
    const slot = this.#index * 4;
    return halved.slice(0, vanishedKept).flatMap(({ from, choice, lead }, rank) => {
      const hypothesis = this.losing(from, choice, slot);
      if (rank >= doublyVanishedKept) return [{ hypothesis, lead }];
      const doubly = this.losing(hypothesis, this.#choices.lost, slot + 1);
      return [
        { hypothesis, lead },
        { hypothesis: doubly, lead: null },
      ];
    });
  }

  /** A hypothesis with a character that lost its second byte, or both, to a pair that vanished. */
  losing(hypothesis: Hypothesis, choice: Choice, slot: number): Hypothesis {
    const transition = this.around.model.transition(hypothesis.last, choice.unit);
    const end = this.#index + 1;
    return { ...grown(hypothesis, choice, { transition, cost: vanishCost, slot, end }), lossy: true };
  }

  /** A marker while out of step: the trail byte is lost, perhaps with an ASCII character that it swallowed. */
  end(hypothesis: Hypothesis, marker: DamagedSymbol, pending: number | null): void {
    const next = this.symbols[this.#index + 1];
    const atPieceEnd = next === undefined || sentenceEnds.includes(next.text);
    const rest = marker.rest;
    const lossily = { ...hypothesis, lossy: true };
    for (const { choice, trail } of this.#choices.endings(pending, hypothesis.last)) {
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

  write(beam: Beam<Hypothesis>, hypothesis: Hypothesis, choice: Choice, swallowed?: Swallowed, cost = 0): void {
    this.around.work.left--;
    const { text, unit } = choice;
    const { quotes } = hypothesis;
    const transition = this.around.model.transition(hypothesis.last, unit);
    const price = transition - (quoteCost(quotes, text) + choice.cost);
    if (!beam.admits(hypothesis.total + price - cost, stateOf(unit, quotesAfter(quotes, text)))) return;
    const evident = choice.evidence === 'tag' || choice.evidence === 'pinyin';
    const [slot, end] = [this.#index * 4 + 2, this.#index + 1];
    const next = grown(hypothesis, choice, { transition, cost, slot, end, swallowed });
    beam.add(evident && !next.evident ? { ...next, evident } : next);
  }

  /** What a character adds to the score of a hypothesis. */
  priceOf({ last, quotes }: Hypothesis, { text, unit, cost }: Choice): number {
    return this.around.model.transition(last, unit) - (quoteCost(quotes, text) + cost);
  }
}

const none: readonly never[] = [];

/** Whether a paragraph may end with this character: a full stop, or a quotation mark after one. */
function endsSentence(character: string, previous: number): boolean {
  if (sentenceEnds.includes(character)) return true;
  return '”」’』'.includes(character) && sentenceEnds.includes(String.fromCharCode(previous));
}

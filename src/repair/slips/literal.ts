import type { LanguageModel } from './language-model.js';
import { isQuote, type OpenQuotes, quoteCost, quotesAfter } from './quotes.js';
import type { DamagedSymbol } from './symbols.js';

/** What it costs to take a stretch of symbols as it stands. */
export interface LiteralCost {
  /** Log probability of its characters. */
  readonly score: number;
  /** Quotation marks out of balance and characters of the other script, in nats below 0. */
  readonly extra: number;
  readonly quotes: OpenQuotes;
}

/** The symbols of a damaged line as they stand, summed up so that any stretch is priced at once. */
export class LiteralReading {
  /** Log probability of the symbols before an index, each after the one before it. */
  readonly #scores: Float64Array;
  readonly #scripts: Float64Array;
  /** The first symbol from an index on that is no aside. */
  readonly #next: Int32Array;
  readonly #quotes: number[] = [];

  constructor(
    readonly symbols: readonly DamagedSymbol[],
    readonly model: LanguageModel,
    scriptCost: (character: string) => number,
  ) {
    const count = symbols.length;
    this.#scores = new Float64Array(count + 1);
    this.#scripts = new Float64Array(count + 1);
    this.#next = new Int32Array(count + 1).fill(count);
    let previous = 0;
    symbols.forEach((symbol, i) => {
      this.#scores[i + 1] =
        (this.#scores[i] ?? 0) + (symbol.aside || i === 0 ? 0 : model.transition(previous, symbol.unit));
      this.#scripts[i + 1] = (this.#scripts[i] ?? 0) - (symbol.aside ? 0 : scriptCost(symbol.text));
      if (symbol.aside) return;
      previous = symbol.unit;
      if (isQuote(symbol.text)) this.#quotes.push(i);
    });
    for (let i = count - 1; i >= 0; i--) this.#next[i] = symbols[i]?.aside === true ? (this.#next[i + 1] ?? count) : i;
  }

  /** The cost of the symbols from `start` to `end` after the unit `last`, with the quotations that are open there. */
  between(start: number, end: number, last: number, open: OpenQuotes): LiteralCost {
    const first = this.#next[start] ?? end;
    if (first >= end) return { score: 0, extra: 0, quotes: open };
    const score =
      this.model.transition(last, this.symbols[first]?.unit ?? 0) +
      (this.#scores[end] ?? 0) -
      (this.#scores[first + 1] ?? 0);
    let extra = (this.#scripts[end] ?? 0) - (this.#scripts[first] ?? 0);
    let quotes = open;
    for (const at of this.#quotes) {
      if (at < first || at >= end) continue;
      const mark = this.symbols[at]?.text ?? '';
      extra -= quoteCost(quotes, mark);
      quotes = quotesAfter(quotes, mark);
    }
    return { score, extra, quotes };
  }
}

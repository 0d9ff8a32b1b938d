/** Hits among what is right (`gold`) and what was found (`found`). */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  readonly found: number;
  readonly hits: number;
}

/** Adds up hits over articles. */
export class Tally {
  private gold = 0;
  private found = 0;
  private hits = 0;

  add({ gold, found, hits }: Pick<Score, 'gold' | 'found' | 'hits'>): void {
    this.gold += gold;
    this.found += found;
    this.hits += hits;
  }

  /** With four decimals. Nothing found where there is nothing is right. */
  get score(): Score {
    const precision = this.found > 0 ? this.hits / this.found : this.gold > 0 ? 0 : 1;
    const recall = this.gold > 0 ? this.hits / this.gold : 1;
    const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
    const { gold, found, hits } = this;
    return { precision: round(precision), recall: round(recall), f1: round(f1), gold, found, hits };
  }
}

function round(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}

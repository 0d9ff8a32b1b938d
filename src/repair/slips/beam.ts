/** What a beam compares and recombines by. */
export interface Scored {
  readonly total: number;
  /** Hypotheses of one state go on alike: only the best few of each are kept. */
  readonly state: number;
}

/** The best hypotheses of those added: at most `perState` of a state and `width` of all, none far behind the best. */
export class Beam<H extends Scored> {
  readonly #states = new Map<number, H[]>();
  #best = -Infinity;

  constructor(
    readonly width: number,
    readonly perState: number,
    readonly range: number,
  ) {}

  /** Whether a hypothesis of this score and state would be kept. */
  admits(total: number, state: number): boolean {
    if (total <= this.#best - this.range) return false;
    const kept = this.#states.get(state);
    return kept === undefined || kept.length < this.perState || total > (kept[this.perState - 1]?.total ?? 0);
  }

  add(hypothesis: H): void {
    if (!this.admits(hypothesis.total, hypothesis.state)) return;
    this.#best = Math.max(this.#best, hypothesis.total);
    const kept = this.#states.get(hypothesis.state);
    if (kept === undefined) this.#states.set(hypothesis.state, [hypothesis]);
    else insert(kept, hypothesis, this.perState);
  }

  /** What is kept, the best first; of equals the one added first. */
  best(): H[] {
    const least = this.#best - this.range;
    const all: H[] = [];
    for (const kept of this.#states.values())
      for (const hypothesis of kept) if (hypothesis.total > least) all.push(hypothesis);
    return all.sort((a, b) => b.total - a.total).slice(0, this.width);
  }
}

function insert<H extends Scored>(kept: H[], hypothesis: H, most: number): void {
  let at = kept.length;
  while (at > 0 && (kept[at - 1]?.total ?? 0) < hypothesis.total) at--;
  if (at >= most) return;
  kept.splice(at, 0, hypothesis);
  if (kept.length > most) kept.pop();
}

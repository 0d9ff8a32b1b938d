import { Workspace } from './kernels.js';
import { labelCount, mayBegin, mayEnd, mayFollow, scoreWidth } from './labels.js';

const never = -(1 << 29);
/** More than what one label may be ahead of another. */
const always = 1 << 28;
const all = Array.from({ length: labelCount }, (_, label) => label);
/** The labels after which a new name may begin, and those that may follow them. */
const closed = Uint8Array.from(all.filter(mayEnd));
const opening = Uint8Array.from(all.filter(mayBegin));
/** Whether a label goes on with a name that began before. */
const continues = Uint8Array.from(all, (label) => (mayBegin(label) ? 0 : 1));
/** The labels inside a name, and behind each of them those that may follow. */
const open = Uint8Array.from(all.filter((label) => !mayEnd(label)));
const onward = all.map((from) => Uint8Array.from(all.filter((to) => !mayEnd(from) && mayFollow(from, to))));
/** How far behind the best a label may be and still be followed: more than what any later word makes good. */
const lag = 640;

/** The scores of a sentence in the memory of the search, all in whole numbers: rows of `scoreWidth` cells. */
export interface Scores {
  /** The byte at which the row of the first unit begins. */
  readonly at: number;
  /** How many units there are. */
  readonly length: number;
  /** The byte from which on the memory is free. */
  readonly free: number;
}

/**
 * Finds the best sequence of labels for the scores of a sentence.
 *
 * Most units are no part of a name, and one label is far ahead there: another one from which every move is worse than the move from
 * this one is not followed.
 */
export class Search {
  readonly #costs: Int16Array;
  readonly #space: Workspace;
  /** Where the costs of the moves are in memory, and how much less a label may score than another and yet be the better one to come from: row the other, column it. */
  readonly #moves: number;
  readonly #leastFrom: number;
  /** The same of labels to go to. */
  readonly #leastTo = new Int32Array(labelCount * labelCount);
  /** Indexes of the cells where the rows of the last sentence begin: its best scores, the labels before, and the best scores of each unit. */
  #ahead = 0;
  #back = 0;
  #tops = 0;
  #behind = new Int32Array(0);
  #followed = new Uint8Array(0);
  readonly #kept = new Uint8Array(labelCount);

  /** `costs` are those of the moves, `labelCount` × `labelCount`, from the row's label to the column's. */
  constructor(costs: Int16Array, space = new Workspace()) {
    this.#costs = costs;
    this.#space = space;
    const cost = (from: number, to: number): number => costs[from * labelCount + to] ?? 0;
    const least = (values: Uint8Array, of: (value: number) => number): number => Math.min(...Array.from(values, of));
    const table = (of: (row: number, column: number) => number): Int32Array =>
      Int32Array.from({ length: labelCount * scoreWidth }, (_, i) => of(Math.floor(i / scoreWidth), i % scoreWidth));
    this.#moves = space.put(table((from, to) => (to < labelCount ? cost(from, to) : 0)));
    this.#leastFrom = space.put(
      table((a, b) =>
        closed.includes(a) && closed.includes(b) ? least(opening, (to) => cost(a, to) - cost(b, to)) : always,
      ),
    );
    for (const a of opening)
      for (const b of opening)
        this.#leastTo[a * labelCount + b] = least(closed, (from) => cost(from, a) - cost(from, b));
  }

  /** The best sequence of labels. */
  path(scores: Scores): Uint8Array {
    this.#forward(scores);
    const { length } = scores;
    const { cells } = this.#space;
    const path = new Uint8Array(length);
    const last = this.#ahead + (length - 1) * scoreWidth;
    let best = 0;
    for (let j = 1; j < labelCount; j++) if ((cells[last + j] as number) > (cells[last + best] as number)) best = j;
    for (let t = length - 1; t >= 0; t--) {
      path[t] = best;
      best = cells[this.#back + t * scoreWidth + best] as number;
    }
    return path;
  }

  /** The best score of all sequences that do not have `label` at `unit`; behind `lookBack` to this unit or one before it. */
  bestWithout(label: number, unit: number, length: number): number {
    const { cells } = this.#space;
    let best = never;
    const [ahead, behind] = [this.#ahead + unit * scoreWidth, unit * labelCount];
    for (let j = 0; j < labelCount; j++) {
      if (j === label) continue;
      const score = (cells[ahead + j] as number) + (unit === length - 1 ? 0 : (this.#behind[behind + j] as number));
      if (score > best) best = score;
    }
    return best;
  }

  /**
   * Marks the units of every name of which the best sequence that ends with it is behind the best one that ends outside by no more than
   * `doubt`.
   */
  possibleNames(scores: Scores, doubt: number): Uint8Array {
    this.#forward(scores);
    const { length } = scores;
    const { cells } = this.#space;
    const [ahead, back] = [this.#ahead, this.#back];
    const marks = new Uint8Array(length);
    // Many ends may have one beginning: what has been followed back once is marked.
    if (this.#followed.length < length * labelCount) this.#followed = new Uint8Array(length * labelCount * 2);
    const followed = this.#followed.fill(0, 0, length * labelCount);
    for (let t = 0; t < length; t++) {
      const row = ahead + t * scoreWidth;
      const least = (cells[row] as number) - doubt;
      if ((cells[this.#tops + t * 2 + 1] as number) < least) continue;
      for (let k = 1; k < closed.length; k++) {
        let label = closed[k] as number;
        if ((cells[row + label] as number) < least) continue;
        marks[t] = 1;
        for (let at = t; at > 0 && continues[label] === 1 && followed[at * labelCount + label] === 0; at--) {
          followed[at * labelCount + label] = 1;
          label = cells[back + at * scoreWidth + label] as number;
          marks[at - 1] = 1;
        }
      }
    }
    return marks;
  }

  /** Best score of a sequence that ends at each unit with each label, its own score included. */
  #forward({ at, length, free }: Scores): void {
    const back = free + length * scoreWidth * 4;
    const tops = back + length * scoreWidth * 4;
    this.#space.reserve(tops + length * 8);
    this.#space.kernels.forward(at, length, free, back, tops, this.#moves, this.#leastFrom, lag);
    [this.#ahead, this.#back, this.#tops] = [free >>> 2, back >>> 2, tops >>> 2];
    const { cells } = this.#space;
    for (const label of open) cells[this.#ahead + (length - 1) * scoreWidth + label] = never;
  }

  /** Finds the best score of what can follow each label of each unit from `first` on, its own score left out. */
  lookBack({ at, length }: Scores, first: number): void {
    if (this.#behind.length < length * labelCount) this.#behind = new Int32Array(length * labelCount * 2);
    const { cells } = this.#space;
    const [behind, costs, kept] = [this.#behind, this.#costs, this.#kept];
    const row = (length - 1) * labelCount;
    behind.fill(never, row, row + labelCount);
    for (const label of closed) behind[row + label] = 0;
    for (let t = length - 1; t > first; t--) {
      const [here, before] = [t * labelCount, (t - 1) * labelCount];
      const [scores, ahead] = [(at >>> 2) + t * scoreWidth, this.#ahead + (t - 1) * scoreWidth];
      for (let j = 0; j < labelCount; j++)
        behind[here + j] = (behind[here + j] as number) + (cells[scores + j] as number);
      const count = this.#keepTargets(here);
      const least = (cells[this.#tops + (t - 1) * 2] as number) - lag;
      for (let from = 0; from < labelCount; from++) {
        let most = never;
        if ((cells[ahead + from] as number) >= least) {
          const inner = onward[from] as Uint8Array;
          const targets = inner.length > 0 ? inner : kept;
          const size = inner.length > 0 ? inner.length : count;
          for (let k = 0; k < size; k++) {
            const to = targets[k] as number;
            const score = (behind[here + to] as number) + (costs[from * labelCount + to] as number);
            if (score > most) most = score;
          }
        }
        behind[before + from] = most;
      }
      for (let j = 0; j < labelCount; j++)
        behind[here + j] = (behind[here + j] as number) - (cells[scores + j] as number);
    }
  }

  /** Puts the labels into `#kept` that may be the best to begin with at a unit, and gives how many they are. */
  #keepTargets(row: number): number {
    const behind = this.#behind;
    let best = 0;
    for (let k = 1; k < opening.length; k++) {
      const to = opening[k] as number;
      if ((behind[row + to] as number) > (behind[row + best] as number)) best = to;
    }
    const most = behind[row + best] as number;
    let count = 0;
    for (let k = 0; k < opening.length; k++) {
      const to = opening[k] as number;
      if ((behind[row + to] as number) - most >= (this.#leastTo[best * labelCount + to] as number))
        this.#kept[count++] = to;
    }
    return count;
  }
}

import { labelCount, mayBegin, mayEnd, mayFollow } from './labels.js';

const never = -(1 << 29);
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

/**
 * Finds the best sequence of labels for the scores of a sentence, `labelCount` a unit, all in whole numbers.
 *
 * Most units are no part of a name, and one label is far ahead there: another one from which every move is worse than the move from
 * this one is not followed.
 */
export class Search {
  readonly #costs: Int16Array;
  /** How much less a label may score than another and yet be the better one to come from, or to go to: row the other, column it. */
  readonly #leastFrom = new Int32Array(labelCount * labelCount);
  readonly #leastTo = new Int32Array(labelCount * labelCount);
  #ahead = new Int32Array(0);
  #behind = new Int32Array(0);
  #back = new Uint8Array(0);
  /** The best score of each unit. */
  #tops = new Int32Array(0);
  readonly #kept = new Uint8Array(labelCount);

  /** `costs` are those of the moves, `labelCount` × `labelCount`, from the row's label to the column's. */
  constructor(costs: Int16Array) {
    this.#costs = costs;
    const cost = (from: number, to: number): number => costs[from * labelCount + to] ?? 0;
    const least = (values: Uint8Array, of: (value: number) => number): number => Math.min(...Array.from(values, of));
    for (const a of closed)
      for (const b of closed) this.#leastFrom[a * labelCount + b] = least(opening, (to) => cost(a, to) - cost(b, to));
    for (const a of opening)
      for (const b of opening)
        this.#leastTo[a * labelCount + b] = least(closed, (from) => cost(from, a) - cost(from, b));
  }

  /** The best sequence of labels of `length` units. */
  path(scores: Int32Array, length: number): Uint8Array {
    if (this.#ahead.length < length * labelCount) this.#allocate(length * 2);
    this.#forward(scores, length);
    const path = new Uint8Array(length);
    const last = (length - 1) * labelCount;
    for (let j = 1; j < labelCount; j++)
      if ((this.#ahead[last + j] as number) > (this.#ahead[last + (path[length - 1] as number)] as number))
        path[length - 1] = j;
    for (let t = length - 1; t > 0; t--) path[t - 1] = this.#back[t * labelCount + (path[t] as number)] as number;
    return path;
  }

  /** The best score of all sequences that do not have `label` at `unit`; behind `lookBack` to this unit or one before it. */
  bestWithout(label: number, unit: number, length: number): number {
    let best = never;
    const row = unit * labelCount;
    for (let j = 0; j < labelCount; j++) {
      if (j === label) continue;
      const score = (this.#ahead[row + j] as number) + (unit === length - 1 ? 0 : (this.#behind[row + j] as number));
      if (score > best) best = score;
    }
    return best;
  }

  /**
   * Marks the units of every name of which the best sequence that ends with it is behind the best one that ends outside by no more than
   * `doubt`.
   */
  possibleNames(scores: Int32Array, length: number, doubt: number): Uint8Array {
    if (this.#ahead.length < length * labelCount) this.#allocate(length * 2);
    this.#forward(scores, length);
    const [ahead, back] = [this.#ahead, this.#back];
    const marks = new Uint8Array(length);
    // Many ends may have one beginning: what has been followed back once is marked.
    const followed = new Uint8Array(length * labelCount);
    for (let t = 0; t < length; t++) {
      const row = t * labelCount;
      const least = (ahead[row] as number) - doubt;
      for (let k = 1; k < closed.length; k++) {
        let label = closed[k] as number;
        if ((ahead[row + label] as number) < least) continue;
        marks[t] = 1;
        for (let at = t; at > 0 && continues[label] === 1 && followed[at * labelCount + label] === 0; at--) {
          followed[at * labelCount + label] = 1;
          label = back[at * labelCount + label] as number;
          marks[at - 1] = 1;
        }
      }
    }
    return marks;
  }

  #allocate(units: number): void {
    this.#ahead = new Int32Array(units * labelCount);
    this.#behind = new Int32Array(units * labelCount);
    this.#back = new Uint8Array(units * labelCount);
    this.#tops = new Int32Array(units);
  }

  /**
   * Best score of a sequence that ends at each unit with each label, its own score included. Labels that lag far behind
   * the best one are not followed.
   */
  #forward(scores: Int32Array, length: number): void {
    const ahead = this.#ahead;
    const tops = this.#tops;
    ahead.fill(never, 0, length * labelCount);
    for (const label of opening) ahead[label] = scores[label] as number;
    tops[0] = highest(ahead, 0);
    for (let t = 1; t < length; t++) {
      const row = t * labelCount;
      const before = row - labelCount;
      const least = (tops[t - 1] as number) - lag;
      this.#followClosed(before, row, least);
      for (let k = 0; k < open.length; k++) {
        const from = open[k] as number;
        const base = ahead[before + from] as number;
        if (base >= least) this.#follow(from, base, onward[from] as Uint8Array, row);
      }
      let top = never;
      for (let j = row; j < row + labelCount; j++) {
        const score = (ahead[j] as number) + (scores[j] as number);
        ahead[j] = score;
        if (score > top) top = score;
      }
      tops[t] = top;
    }
    const row = (length - 1) * labelCount;
    for (const label of open) ahead[row + label] = never;
  }

  /** Follows the labels after which a name may begin; of equal ones the first. */
  #followClosed(before: number, row: number, least: number): void {
    const ahead = this.#ahead;
    let best = 0;
    for (let k = 1; k < closed.length; k++) {
      const from = closed[k] as number;
      if ((ahead[before + from] as number) > (ahead[before + best] as number)) best = from;
    }
    const most = ahead[before + best] as number;
    if (most < least) return;
    let isFirst = true;
    for (let k = 0; k < closed.length; k++) {
      const from = closed[k] as number;
      const base = ahead[before + from] as number;
      if (base < least || base - most < (this.#leastFrom[best * labelCount + from] as number)) continue;
      if (isFirst) this.#open(from, base, row);
      else this.#follow(from, base, opening, row);
      isFirst = false;
    }
  }

  /** Follows the first label to every label that a name may begin with: there is nothing yet to compare with. */
  #open(from: number, base: number, row: number): void {
    const ahead = this.#ahead;
    const back = this.#back;
    const costs = this.#costs;
    const moves = from * labelCount;
    for (let k = 0; k < opening.length; k++) {
      const to = opening[k] as number;
      ahead[row + to] = base + (costs[moves + to] as number);
      back[row + to] = from;
    }
  }

  #follow(from: number, base: number, targets: Uint8Array, row: number): void {
    const ahead = this.#ahead;
    const back = this.#back;
    const costs = this.#costs;
    const moves = from * labelCount;
    for (let k = 0; k < targets.length; k++) {
      const to = targets[k] as number;
      const score = base + (costs[moves + to] as number);
      if (score > (ahead[row + to] as number)) {
        ahead[row + to] = score;
        back[row + to] = from;
      }
    }
  }

  /** Finds the best score of what can follow each label of each unit from `first` on, its own score left out. */
  lookBack(scores: Int32Array, length: number, first: number): void {
    const [ahead, behind, costs, kept] = [this.#ahead, this.#behind, this.#costs, this.#kept];
    const row = (length - 1) * labelCount;
    behind.fill(never, row, row + labelCount);
    for (const label of closed) behind[row + label] = 0;
    for (let t = length - 1; t > first; t--) {
      const [here, before] = [t * labelCount, (t - 1) * labelCount];
      for (let j = here; j < here + labelCount; j++) behind[j] = (behind[j] as number) + (scores[j] as number);
      const count = this.#keepTargets(here);
      const least = (this.#tops[t - 1] as number) - lag;
      for (let from = 0; from < labelCount; from++) {
        let most = never;
        if ((ahead[before + from] as number) >= least) {
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
      for (let j = here; j < here + labelCount; j++) behind[j] = (behind[j] as number) - (scores[j] as number);
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

function highest(values: Int32Array, row: number): number {
  let top = never;
  for (let j = row; j < row + labelCount; j++) if ((values[j] as number) > top) top = values[j] as number;
  return top;
}

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Workspace } from '../../src/models/kernels.js';
import { labelCount, mayBegin, mayEnd, mayFollow, scoreWidth } from '../../src/models/labels.js';
import { type Scores, Search } from '../../src/models/search.js';

const labels = Array.from({ length: labelCount }, (_, label) => label);

/** The best score of all sequences, those left out that have `label` at `unit`: every move of every label is tried. */
function bestOf(scores: readonly number[], costs: Int16Array, unit = -1, label = -1): number {
  const of = (t: number, j: number): number =>
    t === unit && j === label ? Number.NEGATIVE_INFINITY : (scores[t * labelCount + j] ?? 0);
  let ahead = labels.map((j) => (mayBegin(j) ? of(0, j) : Number.NEGATIVE_INFINITY));
  for (let t = 1; t < scores.length / labelCount; t++)
    ahead = labels.map(
      (to) =>
        Math.max(
          ...labels
            .filter((from) => mayFollow(from, to))
            .map((from) => (ahead[from] ?? 0) + (costs[from * labelCount + to] ?? 0)),
        ) + of(t, to),
    );
  return Math.max(...ahead.filter((_, j) => mayEnd(j)));
}

/** Puts the scores of a sentence into memory, a row a unit. */
function place(space: Workspace, scores: readonly number[]): Scores {
  const length = scores.length / labelCount;
  const free = space.free + length * scoreWidth * 4;
  space.reserve(free);
  scores.forEach((score, i) => {
    space.cells[(space.free >> 2) + Math.floor(i / labelCount) * scoreWidth + (i % labelCount)] = score;
  });
  return { at: space.free, length, free };
}

const sentence = fc
  .integer({ min: 1, max: 4 })
  .chain((length) =>
    fc.array(fc.integer({ min: -30, max: 30 }), { minLength: length * labelCount, maxLength: length * labelCount }),
  );
const moves = fc.array(fc.integer({ min: -30, max: 30 }), {
  minLength: labelCount * labelCount,
  maxLength: labelCount * labelCount,
});

test('the path and what is best without one of its labels, as if every move were followed', () => {
  fc.assert(
    fc.property(sentence, moves, (scores, cells) => {
      const costs = Int16Array.from(cells);
      const space = new Workspace();
      const search = new Search(costs, space);
      const placed = place(space, scores);
      const path = search.path(placed);
      const total = path.reduce(
        (sum, label, t) =>
          sum +
          (scores[t * labelCount + label] ?? 0) +
          (t === 0 ? 0 : (costs[(path[t - 1] ?? 0) * labelCount + label] ?? 0)),
        0,
      );
      expect(total).toBe(bestOf(scores, costs));
      search.lookBack(placed, 0);
      path.forEach((label, unit) => {
        expect(search.bestWithout(label, unit, placed.length)).toBe(bestOf(scores, costs, unit, label));
      });
    }),
    { numRuns: 60 },
  );
});

/** Labels with a score so far ahead that lag and bounds decide, as in text; and ties. */
const steep = fc.integer({ min: 1, max: 12 }).chain((length) =>
  fc.array(fc.constantFrom(-900, -400, 0, 0, 5, 700), {
    minLength: length * labelCount,
    maxLength: length * labelCount,
  }),
);

test('of names that may be, the units are marked up to where each begins', () => {
  fc.assert(
    fc.property(steep, moves, fc.nat(900), (scores, cells, doubt) => {
      const costs = Int16Array.from(cells);
      const space = new Workspace();
      const marks = new Search(costs, space).possibleNames(place(space, scores), doubt);
      expect([...marks]).toEqual(marksOf(scores, costs, doubt));
    }),
    { numRuns: 100 },
  );
});

/**
 * The same in plain steps: a label that lags 640 behind the best is not followed, of equal ones the first is. What no sequence ends with
 * scores less than anything else, and counts as begun where it stands.
 */
function marksOf(scores: readonly number[], costs: Int16Array, doubt: number): number[] {
  const length = scores.length / labelCount;
  const never = -(1 << 29);
  const ahead = [labels.map((j) => (mayBegin(j) ? (scores[j] ?? 0) : never))];
  const back: number[][] = [labels.map(() => -1)];
  for (let t = 1; t < length; t++) {
    const before = ahead[t - 1] ?? [];
    const least = Math.max(...before) - 640;
    const sumOf = (one: number, to: number): number => (before[one] ?? never) + (costs[one * labelCount + to] ?? 0);
    const from = labels.map((to) =>
      labels
        .filter((one) => mayFollow(one, to) && (before[one] ?? never) >= least)
        .reduce((best, one) => (best < 0 || sumOf(one, to) > sumOf(best, to) ? one : best), -1),
    );
    back.push(from);
    ahead.push(
      labels.map((to) => (from[to] === -1 ? never : sumOf(from[to] ?? 0, to)) + (scores[t * labelCount + to] ?? 0)),
    );
  }
  const marks = Array.from({ length }, () => 0);
  for (let t = 0; t < length; t++)
    for (const label of labels.slice(1)) {
      const score = ahead[t]?.[label] ?? never;
      if (!mayEnd(label) || score < (ahead[t]?.[0] ?? never) - doubt) continue;
      marks[t] = 1;
      let [at, of] = [t, label];
      while (at > 0 && !mayBegin(of)) {
        of = Math.max(0, back[at]?.[of] ?? 0);
        marks[--at] = 1;
      }
    }
  return marks;
}

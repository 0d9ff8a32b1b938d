import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { labelCount, mayBegin, mayEnd, mayFollow } from '../../src/models/labels.js';
import { Search } from '../../src/models/search.js';

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
      const search = new Search(costs);
      const length = scores.length / labelCount;
      const path = search.path(Int32Array.from(scores), length);
      const total = path.reduce(
        (sum, label, t) =>
          sum +
          (scores[t * labelCount + label] ?? 0) +
          (t === 0 ? 0 : (costs[(path[t - 1] ?? 0) * labelCount + label] ?? 0)),
        0,
      );
      expect(total).toBe(bestOf(scores, costs));
      search.lookBack(Int32Array.from(scores), length, 0);
      path.forEach((label, unit) => {
        expect(search.bestWithout(label, unit, length)).toBe(bestOf(scores, costs, unit, label));
      });
    }),
    { numRuns: 60 },
  );
});

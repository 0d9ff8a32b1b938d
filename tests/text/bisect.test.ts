import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bisect } from '../../src/text/bisect.js';

const sorted = [1, 3, 3, 7];

test.each([
  [0, 4, 0, 0],
  [0, 4, 3, 1],
  [0, 4, 4, 3],
  [0, 4, 8, 4],
  [2, 4, 3, 2],
  [0, 2, 8, 2],
  [2, 2, 3, 2],
])('from %d to %d, the first that is not below %d is at %d', (low, high, limit, at) => {
  expect(bisect(low, high, (index) => (sorted[index] ?? 0) < limit)).toBe(at);
});

test('finds what a search in order finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(20), (numbers, limit) => {
      const inOrder = numbers.toSorted((a, b) => a - b);
      const found = inOrder.findIndex((number) => number >= limit);
      const at = bisect(0, inOrder.length, (index) => (inOrder[index] ?? 0) < limit);
      expect(at).toBe(found < 0 ? inOrder.length : found);
    }),
  );
});

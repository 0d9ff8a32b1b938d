import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bySpan,
  byStart,
  firstEndingAfter,
  firstStartingFrom,
  overlapping,
  overlaps,
  within,
} from '../../src/document/span.js';
import { runs } from '../support/fuzz.js';

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }));
const spans = fc.array(span, { maxLength: 30 });

test('what is looked up by offset is what a look at every item finds', () => {
  fc.assert(
    fc.property(spans, span, (items, wanted) => {
      expect(byStart(items)(wanted.start)).toEqual(items.filter(({ start }) => start === wanted.start));
      expect(overlapping(items)(wanted)).toEqual(items.toSorted(bySpan).filter((item) => overlaps(item, wanted)));
      const inOrder = items.toSorted(bySpan);
      expect(within(inOrder, wanted)).toEqual(
        inOrder.filter(({ start, end }) => start >= wanted.start && end <= wanted.end),
      );
    }),
    { numRuns: runs() },
  );
});

const disjoint = [
  { start: 0, end: 2 },
  { start: 2, end: 5 },
  { start: 7, end: 9 },
];

test.each([
  [0, 0, 0],
  [1, 1, 0],
  [2, 1, 1],
  [6, 2, 2],
  [8, 3, 2],
  [9, 3, 3],
])(
  'at %d the first that starts there or behind is the one at %d, the first that ends behind the one at %d',
  (offset, starting, ending) => {
    expect(firstStartingFrom(disjoint, offset)).toBe(starting);
    expect(firstEndingAfter(disjoint, offset)).toBe(ending);
    expect(firstEndingAfter(disjoint, offset, 1)).toBe(Math.min(ending, 1));
  },
);

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bySpan, byStart, overlapping, overlaps, within } from '../../src/document/span.js';
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

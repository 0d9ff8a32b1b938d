import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lowerCase } from '../../src/document/lower-case.js';

test.each([
  ['It May open on May 8, and May 9.', ['May 8', 'May 9'], 'it may open on May 8, and May 9.'],
  ['They March in March.', ['March'], 'they March in march.'],
  ['On MAY 8 and Mayday', ['MAY 8', 'Mayday'], 'on may 8 and mayday'],
  ['İzmir in May', ['May'], 'İzmir in May'],
  ['', [], ''],
])('%s', (folded, words, lower) => {
  const times = words.map((word) => ({ start: folded.indexOf(word), end: folded.indexOf(word) + word.length }));
  expect(lowerCase({ folded, times })).toBe(lower);
});

test('every offset is kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), fc.nat(20), (folded, start, length) => {
      const lower = lowerCase({ folded, times: [{ start, end: start + length }] });
      expect(lower).toHaveLength(folded.length);
    }),
  );
});

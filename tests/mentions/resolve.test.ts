import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { overlaps } from '../../src/document/span.js';
import type { EntityType } from '../../src/document/types.js';
import type { Candidate } from '../../src/mentions/candidate.js';
import { resolve } from '../../src/mentions/resolve.js';
import { runs } from '../support/fuzz.js';

function candidate(start: number, end: number, type: EntityType, score: number, by = 'rule'): Candidate {
  return { start, end, type, score, by };
}

test.each<[string, Candidate[], Candidate[]]>([
  ['nothing from nothing', [], []],
  ['what is unlikely is dropped', [candidate(0, 2, 'ORG', 0.4)], []],
  [
    'the longer name beats the shorter inside it',
    [candidate(0, 2, 'GPE', 0.9), candidate(0, 6, 'ORG', 0.8)],
    [candidate(0, 6, 'ORG', 0.8)],
  ],
  [
    'two sure names beat one doubtful name over both',
    [candidate(0, 3, 'ORG', 0.95), candidate(3, 6, 'PERSON', 0.95), candidate(0, 6, 'ORG', 0.55)],
    [candidate(0, 3, 'ORG', 0.95), candidate(3, 6, 'PERSON', 0.95)],
  ],
  [
    'of two types for one span the surer wins',
    [candidate(0, 3, 'ORG', 0.7), candidate(0, 3, 'PRODUCT', 0.6)],
    [candidate(0, 3, 'ORG', 0.7)],
  ],
])('%s', (_, candidates, expected) => {
  expect(resolve(candidates)).toEqual(expected);
});

test('different rules strengthen each other, one rule does not strengthen itself', () => {
  const twice = resolve([candidate(0, 2, 'ORG', 0.6, 'a'), candidate(0, 2, 'ORG', 0.5, 'b')]);
  expect(twice[0]?.score).toBeCloseTo(0.8);
  const once = resolve([candidate(0, 2, 'ORG', 0.6, 'a'), candidate(0, 2, 'ORG', 0.6, 'a')]);
  expect(once[0]?.score).toBeCloseTo(0.6);
});

const anyCandidate = fc
  .record({
    start: fc.nat(30),
    length: fc.integer({ min: 1, max: 6 }),
    type: fc.constantFrom<EntityType>('ORG', 'GPE', 'PERSON'),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    by: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ start, length, ...rest }) => ({ start, end: start + length, ...rest }));

test('the result has no overlaps, is sorted, and does not depend on the order of the candidates', () => {
  fc.assert(
    fc.property(fc.array(anyCandidate, { maxLength: 20 }), (candidates) => {
      const chosen = resolve(candidates);
      expect(resolve([...candidates].reverse())).toEqual(chosen);
      chosen.slice(1).forEach((right, at) => {
        const left = chosen[at];
        expect(left !== undefined && !overlaps(left, right) && left.end <= right.start).toBe(true);
      });
    }),
    { numRuns: runs(200) },
  );
});

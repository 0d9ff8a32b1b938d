import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSorter } from '../../src/batch/sorter.js';
import { byCodePoint } from '../../src/text/code-points.js';
import { runs } from '../support/fuzz.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\n\u{d800}-\u{dfff}]/gu, ''));

test('sorts as in memory, by code point, whatever the size of the runs; more than once', () => {
  let count = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (lines, capacity) => {
      const sorter = createSorter(place.path, `sort${count++}`, capacity);
      for (const one of lines) sorter.add(one);
      const expected = [...lines].sort(byCodePoint);
      expect([...sorter.sorted()]).toEqual(expected);
      expect([...sorter.sorted()]).toEqual(expected);
    }),
    { numRuns: runs(100) },
  );
});

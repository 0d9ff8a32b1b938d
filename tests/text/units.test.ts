import { expect, test } from '@jest/globals';
import { unitAt } from '../../src/text/units.js';

test.each([
  ['海a', 0, 0x6d77],
  ['海a', 1, 0x61],
  ['海a', 2, 0],
  ['海a', -1, 0],
  ['', 0, 0],
])('the unit of %j at %d is %d', (text, at, unit) => {
  expect(unitAt(text, at)).toBe(unit);
});

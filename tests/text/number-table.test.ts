import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NumberTable } from '../../src/text/number-table.js';

test('answers as the map that it was made of, and 0 for what that does not hold', () => {
  const key = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  const value = fc.integer({ min: 1, max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value)), fc.array(key), (entries, others) => {
      const map = new Map([...entries, [0, 7]]);
      const table = new NumberTable(map);
      for (const asked of [...map.keys(), ...others]) expect(table.at(asked)).toBe(map.get(asked) ?? 0);
    }),
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Workspace } from '../../src/models/kernels.js';
import { RowTable } from '../../src/models/row-table.js';

function placesOf(hashes: readonly number[], ids: readonly number[]): number[] {
  const space = new Workspace();
  const table = new RowTable(Int32Array.from(hashes), space);
  const at = space.free;
  space.reserve(at + ids.length * 4);
  table.putPlaces(Int32Array.from(ids), 0, ids.length, at, 1000, 10);
  return [...space.cells.subarray(at >> 2, (at >> 2) + ids.length)];
}

test('a hash has the place of its row, any other that of row 0', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 300 }), fc.array(fc.integer()), (hashes, others) => {
      expect(placesOf(hashes, hashes)).toEqual(hashes.map((_, index) => 1000 + (index + 1) * 10));
      const unknown = others.filter((other) => !hashes.includes(other));
      expect(placesOf(hashes, unknown)).toEqual(unknown.map(() => 1000));
    }),
  );
});

test('hashes that are alike at one end or at both find room', () => {
  for (const hashes of [
    Array.from({ length: 1000 }, (_, i) => i),
    Array.from({ length: 1000 }, (_, i) => i << 16),
    Array.from({ length: 64 }, (_, i) => (i << 12) | 7 | (7 << 28)),
  ])
    expect(placesOf(hashes, hashes).at(-1)).toBe(1000 + hashes.length * 10);
});

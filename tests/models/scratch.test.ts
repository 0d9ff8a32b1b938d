import { expect, test } from '@jest/globals';
import { Scratch } from '../../src/models/scratch.js';

test('rows are zero and apart, and behind them too, whatever the last sentence wrote', () => {
  const scratch = new Scratch();
  for (const length of [3, 0, 200, 90, 5]) {
    scratch.clear();
    const rows = [scratch.take(length), scratch.take(length + 1)];
    rows.forEach((row, at) => {
      const size = length + at + 2;
      expect([...row.subarray(0, size)]).toEqual(Array.from({ length: size }, () => 0));
      row.fill(7);
    });
    expect(rows[0]).not.toBe(rows[1]);
  }
});

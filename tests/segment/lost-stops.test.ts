import { describe, expect, test } from '@jest/globals';
import { findLostStops, hasLostStops } from '../../src/segment/lost-stops.js';

describe('whether an English text has lost full stops', () => {
  test.each([
    { odds: [4, 4], kept: 3, expected: true },
    { odds: [4, 4], kept: 100, expected: true },
    { odds: [3, 3, 3], kept: 150, expected: true },
    // A long text has likely borders by chance.
    { odds: [4, 4], kept: 101, expected: false },
    { odds: [3, 3, 3], kept: 400, expected: false },
    // One border, or borders that are not sure as a whole.
    { odds: [9], kept: 3, expected: false },
    { odds: [3, 3], kept: 3, expected: false },
    { odds: [], kept: 0, expected: false },
  ])('borders of odds $odds beside $kept stops: $expected', ({ odds, kept, expected }) => {
    const text = Array.from({ length: kept }, () => 'They rowed 3.5 miles.').join(' ');
    const borders = odds.map((one, at) => ({ at, odds: one }));
    expect(hasLostStops(text, [{ start: 0, end: text.length }], borders)).toBe(expected);
  });

  test.each([
    { hasLost: false, expected: [6] },
    { hasLost: true, expected: [2, 6] },
  ])('likely borders count where others are lost: $hasLost', ({ hasLost, expected }) => {
    const borders = [
      { at: 2, odds: 3 },
      { at: 6, odds: 6 },
    ];
    expect(findLostStops('ab Cd ef Gh', { start: 0, end: 11 }, 'en', borders, hasLost)).toEqual(expected);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byCodePoint, codePointOffsets, countCodePoints, unitOffsets } from '../../src/text/code-points.js';

describe('codePointOffsets', () => {
  test.each([
    ['', [0]],
    ['渡船', [0, 1, 2]],
    ['a𠮷b', [0, 1, 1, 2, 3]],
    ['🚢🚢', [0, 0, 1, 1, 2]],
    ['a\ud800b', [0, 1, 2, 3]],
  ])('of %j', (text, offsets) => {
    const point = codePointOffsets(text);
    expect(Array.from({ length: text.length + 1 }, (_, i) => point(i))).toEqual(offsets);
  });

  test('slices by code point give what slices by unit give', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, a, b) => {
        const characters = Array.from(text);
        const starts = [...characters.keys(), characters.length].map((i) => characters.slice(0, i).join('').length);
        const [start = 0, end = 0] = [a, b].map((n) => starts[n % starts.length] ?? 0).sort((x, y) => x - y);
        const point = codePointOffsets(text);
        expect(characters.slice(point(start), point(end)).join('')).toBe(text.slice(start, end));
      }),
    );
  });

  test('counts', () => expect(countCodePoints('𠮷a')).toBe(2));
});

test('unitOffsets is the way back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const [point, unit] = [codePointOffsets(text), unitOffsets(text)];
      for (let i = 0; i <= countCodePoints(text); i++) expect(point(unit(i))).toBe(i);
      expect(unit(text.length + 5)).toBe(text.length);
    }),
  );
});

describe('byCodePoint', () => {
  test('puts characters beyond the first plane last, as their bytes do', () => {
    expect(['𠮷', 'ｆ', 'b', 'ba', '', '\ue000', 'a'].sort(byCodePoint)).toEqual([
      '',
      'a',
      'b',
      'ba',
      '\ue000',
      'ｆ',
      '𠮷',
    ]);
  });

  test('agrees with the order of UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });
});

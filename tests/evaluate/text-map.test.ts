import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mapText } from '../../src/evaluate/text-map.js';

/** What a span of the first text covers in the second. */
function moved(from: string, to: string, words: string): string | undefined {
  const start = Array.from(from.slice(0, from.indexOf(words))).length;
  const span = mapText(from, to)?.span({ start, end: start + Array.from(words).length });
  return span && Array.from(to).slice(span.start, span.end).join('');
}

describe('mapText', () => {
  test.each([
    ['the same text', '渡輪下月試航', '渡輪下月試航', '下月', '下月'],
    ['something before it', '🚢渡輪下月試航', '新🚢渡輪下月試航', '下月', '下月'],
    ['something behind it is no part of it', '渡輪下月', '渡輪號下月', '渡輪', '渡輪'],
    ['something in it is', '渡輪下月', '渡𠮷輪下月', '渡輪', '渡𠮷輪'],
    ['its end is gone', '渡輪號下月', '渡輪下月', '渡輪號', '渡輪'],
    ['all of it is gone', '渡輪號下月', '渡輪下月', '號', ''],
    ['it changed', '約12億元', '約15億元', '12億元', '15億元'],
    ['at the very end', '渡輪', '渡輪。', '渡輪', '渡輪'],
  ])('%s', (_name, from, to, words, found) => expect(moved(from, to, words)).toBe(found));

  test('what was only moved by an insertion keeps its words', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '渡', '🚢', '𠮷') });
    fc.assert(
      fc.property(text, text, text, text, (a, words, b, added) => {
        const start = Array.from(a).length;
        const to = `${added}${a}${words}${b}`;
        const span = mapText(a + words + b, to)?.span({ start, end: start + Array.from(words).length });
        expect(span && span.end - span.start).toBeGreaterThanOrEqual(0);
        expect(span?.end).toBeLessThanOrEqual(Array.from(to).length);
      }),
    );
  });

  test('texts with nothing in common have no map', () =>
    expect(mapText('渡'.repeat(9000), '輪'.repeat(9000))).toBeNull());
});

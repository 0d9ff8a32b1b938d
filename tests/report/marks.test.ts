import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Layer, lay, type Mark, removals } from '../../src/report/marks.js';

const mark = (layer: Layer, start: number, end: number, index = 0): Mark => ({ layer, index, start, end });

describe('lines and segments', () => {
  test.each<[string, string, Mark[], string[][]]>([
    ['no mark', 'ab\ncd', [], [['ab'], ['cd']]],
    ['one inside', 'abcd', [mark('mention', 1, 3)], [['a', 'mention:bc', 'd']]],
    ['nested', 'abcd', [mark('claim', 0, 4), mark('time', 2, 3)], [['claim:ab', 'claim+time:c', 'claim:d']]],
    ['crossing', 'abcd', [mark('claim', 0, 3), mark('time', 2, 4)], [['claim:ab', 'claim+time:c', 'time:d']]],
    [
      'over a line feed',
      'ab\ncd',
      [mark('claim', 1, 4)],
      [
        ['a', 'claim:b'],
        ['claim:c', 'd'],
      ],
    ],
    ['beside each other', 'ab', [mark('mention', 0, 1), mark('mention', 1, 2, 1)], [['mention:a', 'mention:b']]],
    ['an empty line', 'a\n\nb', [mark('aside', 3, 4)], [['a'], [], ['aside:b']]],
    ['an empty text', '', [], [[]]],
  ])('%s', (_, text, marks, expected) => {
    const shown = lay(text, marks).map(({ segments }) =>
      segments.map(({ start, end, marks: over }) =>
        [over.map(({ layer }) => layer).join('+'), text.slice(start, end)].filter(Boolean).join(':'),
      ),
    );
    expect(shown).toEqual(expected);
  });

  test('the segments are the text, and each bears the marks that cover it', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '文', '\n', '𠮷'), maxLength: 40 }),
        fc.array(span),
        (text, spans) => {
          const marks = spans
            .map(([start, end], index) =>
              mark('mention', Math.min(start, text.length), Math.min(end, text.length), index),
            )
            .filter(({ start, end }) => end > start);
          const lines = lay(text, marks, [3, 7]);
          expect(
            lines.map(({ segments }) => segments.map(({ start, end }) => text.slice(start, end)).join('')).join('\n'),
          ).toBe(text);
          for (const { start, end, marks: over } of lines.flatMap(({ segments }) => segments))
            expect(new Set(over)).toEqual(new Set(marks.filter((one) => one.start < end && one.end > start)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('what left nothing behind is kept by its place', () => {
  const repair = { kind: 'gloss', before: '(wù)', after: '', rule: 'pinyin-gloss', confidence: 1, note: null };
  expect(
    removals([
      { ...repair, start: 2, end: 2 },
      { ...repair, start: 4, end: 5 },
      { ...repair, start: 2, end: 2 },
    ]),
  ).toEqual(new Map([[2, [0, 2]]]));
});

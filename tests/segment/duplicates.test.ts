import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coveredByEarlier } from '../../src/segment/duplicates.js';
import { paragraphsOf } from '../../src/segment/paragraphs.js';
import { runs } from '../support/fuzz.js';

/** The same by sets of strings. */
function slowly(text: string): boolean[] {
  const seen = new Set<string>();
  return paragraphsOf(text).map(({ start, end }) => {
    const runs = Array.from({ length: Math.max(0, end - start - 11) }, (_, i) => text.slice(start + i, start + i + 12));
    const known = runs.filter((run) => seen.has(run)).length;
    for (const run of runs) seen.add(run);
    return runs.length >= 12 && known >= 0.8 * runs.length;
  });
}

test('runs of twelve are compared exactly', () => {
  const line = fc.array(fc.constantFrom('船會準時', '到港', '風', '。', 'ab'), { minLength: 4, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const text = lines.map((pieces) => pieces.join('')).join('\n');
      expect(coveredByEarlier(text, paragraphsOf(text))).toEqual(slowly(text));
    }),
    { numRuns: runs(300) },
  );
});

const first = '港務局昨天公布新的航班表，碼頭將在下月開始夜間作業，漁民對此並不滿意。';
const second = '市府說，燈光會在十點後調暗，並且每季檢討一次，檢討的結果都會上網公布。';
test.each([
  ['the same again', first, true],
  ['cut at another place', `${first.slice(3)}${second}`, true],
  ['cut short, with dots', `${first.slice(0, 30)}……`, true],
  ['half of it new', `${first.slice(0, 20)}但是漁民昨天說他們已經習慣了夜裡的燈光與聲音。`, false],
  ['too short to tell', '港務局昨天公布新的航班表。', false],
])('%s', (_name, line, expected) => {
  const text = `${first}\n${second}\n${line}`;
  expect(coveredByEarlier(text, paragraphsOf(text))[2]).toBe(expected);
});

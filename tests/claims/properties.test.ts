import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../support/fuzz.js';
import { claimsOf } from './support.js';

const pieces = fc.constantFrom(
  '“',
  '”',
  '‘',
  '’',
  '「',
  '」',
  '『',
  '』',
  '"',
  "'",
  '，',
  '。',
  ':',
  '?',
  '\n',
  ' ',
  '(',
  ')',
  '《',
  '》',
  '他说',
  '表示',
  '据',
  '统计',
  '显示',
  '正如',
  '所说',
  '在',
  '看来',
  '小王',
  '公司',
  '的',
  '会上',
  '3%',
  '将',
  '不',
  'said ',
  'he ',
  'Mr. Li ',
  'that ',
  'according to ',
  'the report ',
  '. ',
  ', ',
  '😀',
  '𠀀',
);

describe('claims of any text', () => {
  test('all spans lie inside the text, in order, and nothing crashes', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const { document, claims } = claimsOf(parts.join(''));
        for (const claim of claims)
          for (const span of [claim, claim.source, claim.cue, ...claim.hedges])
            if (span !== null) {
              expect(span.start).toBeGreaterThanOrEqual(0);
              expect(span.start).toBeLessThan(span.end);
              expect(span.end).toBeLessThanOrEqual(document.text.length);
            }
      }),
      { numRuns: runs(150), seed: 7 },
    );
  });
});

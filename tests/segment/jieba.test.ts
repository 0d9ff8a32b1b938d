import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tagWords } from '../../src/segment/jieba.js';
import { segmenterNames } from '../../src/settings/segmenters.js';
import { runs } from '../support/fuzz.js';

describe.each(segmenterNames)('%s', (segmenter) => {
  test.each([
    [
      '他是船长',
      [
        ['他', 'r'],
        ['是', 'v'],
        ['船长', 'n'],
      ],
    ],
    [
      '珠海的渡轮',
      [
        ['珠海', 'ns'],
        ['的', 'uj'],
        ['渡轮', 'n'],
      ],
    ],
    // A well-known name that jieba's dictionary does not have.
    [
      '摩尔线程宣布',
      [
        ['摩尔线程', 'nt'],
        ['宣布', 'v'],
      ],
    ],
  ])('%s', (run, expected) => {
    expect(tagWords(run, segmenter).map(({ word, tag }) => [word, tag])).toEqual(expected);
  });

  test('the words of a run of Han characters are the run', () => {
    const han = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(han, (run) => {
        expect(
          tagWords(run, segmenter)
            .map(({ word }) => word)
            .join(''),
        ).toBe(run);
      }),
      { numRuns: runs() },
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { attributions } from '../support.js';

type Row = readonly [text: string, source: string, content: string];

describe('tags between commas', () => {
  const rows: readonly Row[] = [
    ['Not so, says Ida Holm: the soil is simply tired.', 'Ida Holm', 'the soil is simply tired'],
    ['Not so, says Ida Holm, who farms here: the soil is simply tired.', 'Ida Holm', 'the soil is simply tired'],
    [
      'The answer, says Ida Holm, is noise: nobody listens.',
      'Ida Holm',
      'The answer, says Ida Holm, is noise: nobody listens',
    ],
    ['The locks, she noted, were rusty.', 'she', 'The locks, she noted, were rusty'],
    [
      'The locks, the port says in its annual report, were rusty.',
      'port',
      'The locks, the port says in its annual report, were rusty',
    ],
    ['The lamp, she added, “will not last a storm”.', 'she', 'The lamp, she added, “will not last a storm”'],
    ['The lamp, he told reporters, was dim.', 'he', 'The lamp, he told reporters, was dim'],
    ['The keeper slept until June, when, Ida Holm claimed, the lamp failed.', 'Ida Holm', 'the lamp failed'],
    ['That, she believes, is the right lamp.', 'she', 'That, she believes, is the right lamp'],
    ['Lamps dimmed, keepers said, with one at Norport admitting that the oil was gone.', 'keepers', 'Lamps dimmed'],
    ['Money went on boats, the court heard, while beds were closed.', 'court', 'Money went on boats'],
    ['Money went on boats, the court heard, while beds were closed.', 'court', 'while beds were closed'],
  ];

  test.each(rows)('%s: %s: %s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['The boat, a ketch, lay at anchor.'],
    ['Ida Holm, known to everyone as Master Holm, left.'],
    ['The boat, painted blue, lay at anchor.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

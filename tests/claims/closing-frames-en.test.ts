import { describe, expect, test } from '@jest/globals';
import { attributions } from './support.js';

type Row = readonly [text: string, source: string, content: string];

describe('tags behind what is said', () => {
  const rows: readonly Row[] = [
    ['The deal was off, Boeing said.', 'Boeing', 'The deal was off'],
    ['The talks would go on, Beijing said.', 'Beijing', 'The talks would go on'],
    [
      'The pier was safe, the harbour master said, adding that it had been checked.',
      'harbour master',
      'The pier was safe',
    ],
    [
      'The pier was safe, the harbour master said, adding that it had been checked.',
      'harbour master',
      'it had been checked',
    ],
    ['As the vet explained, the herd was never ill.', 'vet', 'the herd was never ill'],
  ];

  test.each(rows)('%s: %s: %s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([['The mill closed, which the family regretted.'], ['He sat down, whistling a tune.']])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { attributions } from '../support.js';

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
    ['Perhaps, as the vet suggests, the herd was never ill.', 'vet', 'the herd was never ill'],
    ['The herd was never ill, the vet explained in a post.', 'vet', 'The herd was never ill'], // the post is a noun
    ['The herd was never ill, reckons farm vet Ida Holm.', 'Ida Holm', 'The herd was never ill'],
    ['The herd was never ill, the vet says; its owner is relieved.', 'vet', 'The herd was never ill'],
    ['The herd was ill, the vet said at a meeting attended by some 60 owners.', 'vet', 'The herd was ill'],
    ['The herd was ill, by the estimate of its owner, Ida Holm.', 'Ida Holm', 'The herd was ill'],
    ['About 40 cows have died, the UN says.', 'UN', 'About 40 cows have died'],
  ];

  test.each(rows)('%s: %s: %s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['At home in the valley, Ida Holm held up a pail.'],
    ['The mill closed, which the family regretted.'],
    ['He sat down, whistling a tune.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('tags whose speaker stands behind the verb or without an article', () => {
  test.each([
    ['Such fears are overblown, says Maria Gomez of the port authority.', 'Maria Gomez'],
    ['The two sides will meet again in July, state media reported.', 'state media'],
  ])('%s', (text, source) => {
    expect(attributions(text)).toMatchObject([{ source, rule: 'content-speaker-cue' }]);
  });
});

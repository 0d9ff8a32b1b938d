import { describe, expect, test } from '@jest/globals';
import { attributions } from '../support.js';

type Row = readonly [text: string, source: string, content: string];

describe('verbs that lead to one of saying', () => {
  const rows: readonly Row[] = [
    ['The vet went on to say that the herd was ill.', 'vet', 'the herd was ill'],
    ['The vet was at pains to stress that the herd was well.', 'vet', 'the herd was well'],
    ['The vet had always liked to say that sheep can count.', 'vet', 'sheep can count'],
    ['The vet was the first to say that the herd was ill.', 'vet', 'the herd was ill'],
  ];

  test.each(rows)('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['The vet declined to say that the herd was ill.'],
    ['The vet will be asked to say that the herd was ill.'],
    ['Few were quick to the ferry.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('a noun that looks like a cue', () => {
  test.each([
    ['The widely shared post drew a crowd.'],
    ['A handwritten sign hung on the gate.'],
    ['An old guess came true.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

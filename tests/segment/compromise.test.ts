import { describe, expect, test } from '@jest/globals';
import nlp from 'compromise/two';
import fc from 'fast-check';
import { tagTexts } from '../../src/segment/compromise.js';
import { runs } from '../support/fuzz.js';

interface Word {
  readonly text: string;
  readonly tags: readonly string[];
}

/** Words and tags as compromise gives them itself. */
function tagged(text: string): Word[] {
  const sentences = nlp(text).json({ terms: { text: true, tags: true } }) as { terms: Word[] }[];
  return sentences.flatMap(({ terms }) => terms.map(({ text, tags }) => ({ text, tags: [...tags] })));
}

const asWords = (text: string): Word[] =>
  (tagTexts([text])[0] ?? []).map(({ text, tags }) => ({ text, tags: [...tags] }));

const texts = [
  '',
  ' ',
  '…',
  'The ferry was being repaired when Captain Mary Oduya said, "We can\'t sail before May 3rd."',
  "It's the harbour board's third plan; they'd have cut fares by 12.5%, but didn't, and won't.",
  'Dr. J. K. Lindqvist Jr., 61, of Port Ellery, got married in June 2019. She has been quickly promoted since.',
  'You should swim fast! Does walking help? To read is good (and reading is better).',
  'THE COUNCIL APPROVED TWO BRIDGES AND ONE TUNNEL ON MONDAY',
  'Between 3 and 5 p.m., half of a million dollars was raised: about $40 each, more or less.',
  'He would have gone, had he known how the well-known singer-turned-mayor felt about it.',
  'Call 1-800-555-0134 or write to press@harbour.example before the 1990s exhibition closes.',
  'the the the of of a',
  "The keeper of the old light at the far end of the long stone pier who has watched the boats come home in every kind of weather for more than forty years can't have been told that they'll close it and he'd rather have walked to the north state office than read that it's been sold to a well-known hotel group which is planning to repaint it",
  "It's we've they've you'd I'd he'd been she'd be there's what's let's who's how'd",
  'A half-finished, long-awaited bridge; up-to-date maps, e-mails and/or leaflets — 3-4 km, 20-Aug, 4km off',
  '- - . ... ( the ) "Stop" & go @harbour #ferry O’Neill\'s naïve café',
];

describe('tags of compromise', () => {
  test.each(texts)('are those that it gives itself: %s', (text) => {
    expect(asWords(text)).toEqual(tagged(text));
  });

  test('of many texts at once are those of each', () => {
    expect(tagTexts(texts).map((terms) => terms.map(({ text }) => text))).toEqual(
      texts.map((text) => tagged(text).map((word) => word.text)),
    );
  });

  test('are the same for words in any order', () => {
    const word = fc.constantFrom(
      ...[...new Set(texts.join(' ').split(' '))],
      ...[
        'is',
        'are',
        'got',
        "it's",
        "they'd",
        "we've",
        'e-mail',
        'cannot',
        'the',
        'a',
        'will',
        'not',
        'very',
        'old',
        'walk',
        'walked',
        'walking',
        'north',
        'state',
      ],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80, size: 'max' }), (words) => {
        expect(asWords(words.join(' '))).toEqual(tagged(words.join(' ')));
      }),
      { numRuns: runs() },
    );
  });
});

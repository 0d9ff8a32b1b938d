import { describe, expect, test } from '@jest/globals';
import { attributions, claimsOf } from './support.js';

describe('who says it, cut to the shortest phrase', () => {
  test.each([
    ['Software maker Tarnwell on Monday confirmed that the files were gone.', 'Tarnwell'], // no left-over preposition
    ['A diplomat who follows the region said the deal bought time.', 'diplomat'], // no relative clause
    ['An official who asked not to be named said the talks had failed.', 'official who asked not to be named'],
    ['Shares fell 6% after it reported that losses had grown.', 'it'], // the subject of the last clause
    ['A spokeswoman for the new owners, Fernholt, said the pool was safe.', 'spokeswoman for the new owners'],
    ['Figures compiled by the lobby group Clean Harbour indicate that catches have halved.', 'Clean Harbour'],
    ['Figures from the ministry show that 212 schools lack water.', 'ministry'],
    ['A survey of 1,200 voters found that most opposed the plan.', 'survey'],
    ['Her will asks that there be no flowers.', 'will'], // the paper, not the verb
    ['The valve was never tested, per a report the company filed.', 'report'],
    ['Traders are betting that rates will rise.', 'Traders'],
  ])('%s', (text, source) => {
    expect(attributions(text)).toMatchObject([{ source }]);
  });

  test.each([['Sales rose 3% per store.'], ['The vote, by one count, was close.']])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('where a report ends', () => {
  test.each([
    [
      'The bank said growth would slow, while its rival announced it would cut jobs.',
      ['growth would slow', 'it would cut jobs'],
    ],
    [
      'Some viewers grumbled that the film was slow, and one critic, Ada Fenn, predicted that it would fail.',
      ['the film was slow', 'it would fail'],
    ],
    ['Brokers said the fall was “a gift”, pointing to strong earnings.', ['the fall was “a gift”']],
    [
      'The beds were cut, the court was told, while the accounts showed a surplus.',
      ['The beds were cut', 'while the accounts showed a surplus'],
    ],
    ['Police said at least 14 people were hurt.', ['at least 14 people were hurt']],
    ['Both sides “showed restraint,” a statement said.', ['Both sides “showed restraint,”']],
  ])('%s', (text, contents) => {
    expect(attributions(text).map(({ content }) => content)).toEqual(contents);
  });

  test('a relative clause closes no report', () => {
    expect(attributions('It makes no mention of money, which the family has demanded.')).toEqual([]);
  });

  test('a phrase that leads to a report is no claim', () => {
    const { claims } = claimsOf('In a letter to shareholders, the founder wrote that he had been wrong.');
    expect(claims).toHaveLength(1);
  });
});

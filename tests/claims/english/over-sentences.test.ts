import { describe, expect, test } from '@jest/globals';
import { attributions, claimsOf } from '../support.js';

describe('over sentences', () => {
  test('a second quotation is carried', () => {
    const found = attributions('"The roof leaks," Anna Reed told the council. "It has leaked for years."');
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['Anna Reed', 'The roof leaks,'],
      ['Anna Reed', 'It has leaked for years.'],
    ]);
  });

  test('a report behind a closed quotation is no tag of it', () => {
    const found = attributions(
      '"We thought it empty," says Ilse Brandt. "Then it moved." Tests suggest that the eel was old.',
    );
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['Ilse Brandt', 'We thought it empty,'],
      ['Ilse Brandt', 'Then it moved.'],
      ['Tests', 'the eel was old'],
    ]);
  });

  test('a text may open with a quotation', () => {
    const found = attributions('"I signed it," the treasurer told the inquiry. "I regret that."\nThe hearing goes on.');
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['treasurer', 'I signed it,'],
      ['treasurer', 'I regret that.'],
    ]);
  });

  test('a participle goes on with the subject', () => {
    const found = attributions('Police said they had arrested a man, adding that the search was over.');
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['Police', 'they had arrested a man'],
      ['Police', 'the search was over'],
    ]);
  });

  test('a denial has a negative content', () => {
    expect(attributions('The mayor denied taking bribes.')).toMatchObject([
      { source: 'mayor', content: 'taking bribes' },
    ]);
  });

  test('a tag with a colon belongs to the quotation behind it', () => {
    const found = attributions(
      '“It leaks,” Anna Reed said. “It always did.” The mayor, Tom Hale, was blunt: “Then mend it.”',
    );
    expect(found.map(({ source, content }) => [source, content]).slice(0, 2)).toEqual([
      ['Anna Reed', 'It leaks,'],
      ['Anna Reed', 'It always did.'],
    ]);
  });

  test.each([
    ['If confirmed, it would be the first wreck ever found.', []], // a participle closes nothing
    ['Mr Hale, writing in the Evening Post, praised the crew.', []], // a name that ends in a verb
    ['The office denied that, and the meeting went on.', []], // a pointer says nothing itself
  ])('%s', (text, expected) => {
    expect(attributions(text)).toEqual(expected);
  });

  test('a dateline is no part of what is claimed', () => {
    const { document, claims } = claimsOf('PORT ELLERY, March 7 (Reuters) - The council closed the pier on Friday.');
    expect(claims.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'The council closed the pier on Friday',
    ]);
  });
});

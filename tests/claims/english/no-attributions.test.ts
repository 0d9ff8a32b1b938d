import { describe, expect, test } from '@jest/globals';
import { attributions } from '../support.js';

describe('what is no attribution', () => {
  test.each([
    ['He did not say when the plant would reopen.'], // what was not said
    ['The claims were settled last year.'], // a noun
    ['The report will be published on Friday.'], // a noun
    ['The film, titled "The Long Road", opened in May.'], // a title
    ['The so-called "green premium" has gone.'], // a scare quote
    ['Review: "The Long Road" is a quiet film.'], // a head
    ['The festival opens on Friday.\nIlse Brandt: “Songs of the Long Road”'], // a work with its maker
    ['The festival opens on Friday.\nA review of Ilse Brandt: “It was a long night for us.”'], // what it is about
    ['The bakery sells a little-known cheese.'], // known inside a compound
    ['She added two eggs and a cup of milk.'], // no clause
    ['The company announced a plan.'], // an act with a noun
    ['The council rejected the plan by seven votes to two.'], // a deed
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

test.each([
  ['The harbour board said the dredging had begun but would not be drawn on the cost.', 'the dredging had begun'],
  ['Ilse Brandt said the pier was safe and declined to give further details.', 'the pier was safe'],
  ['The police said two men had been held, and gave no reason.', 'two men had been held'],
  [
    'Ilse Brandt said her tutor had called the plan brave, which she took as praise.',
    'her tutor had called the plan brave',
  ],
  [
    'The board said the union had refused to talk and did not stop the strike.',
    'the union had refused to talk and did not stop the strike',
  ],
])('what is left unsaid, and how it was taken, is not reported: %s', (text, content) => {
  expect(attributions(text)[0]?.content).toBe(content);
});

test.each([
  ['“We have no cure,” lead author Yara Lund cautions.', 'Yara Lund'],
  ['The bank left its rate at 3.25 percent, disappointing exporters who had hoped for a cut.', undefined],
  ['The note calls the chaos deliberate, a picture of an economy in which nothing adds up.', undefined],
  ['Prices will fall, a trader who knows the firm said.', 'trader'],
])('a noun before its own relative clause speaks by no verb in it: %s', (text, source) => {
  expect(attributions(text).find(({ rule }) => /speaker-cue$/.test(rule))?.source).toBe(source);
});

import { describe, expect, test } from '@jest/globals';
import { attributions } from './support.js';

describe('a verb of quotations takes a clause with that', () => {
  test.each([
    ['Friends remember that he sang.', 'Friends', 'he sang'],
    ['The minister joked that the pier had moved.', 'minister', 'the pier had moved'],
    ['The chair fretted that the pier might sink.', 'chair', 'the pier might sink'],
  ])('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['The government bills that ministers drafted were dropped.'],
    ['Banks cut the rates that savers get.'],
    ['The terms that the union set were fair.'],
    ['The tag that police found was torn.'],
    ['The styles that critics praised are gone.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('what is yet to be said is no claim', () => {
  test.each([
    ['The minister chose to say that the bridge was safe.', 'minister', 'the bridge was safe'],
    ['A reader wrote in May to say that the bridge was shut.', 'reader', 'the bridge was shut'],
  ])('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['The minister planned to say that the bridge was safe.'],
    ['The minister was planning to say that the bridge was safe.'],
    ['The minister omitted to say that the bridge was safe.'],
    ['The minister preferred to say that the bridge was safe.'],
    ['The minister sought to say that the bridge was safe.'],
    ['The minister forgot to say that the bridge was safe.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('questions', () => {
  test.each([['「哪有人不怕水?」王建明說。', '哪有人不怕水?']])('a rhetorical one is a claim: %s', (text, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source: '王建明', content }));
  });

  test.each([['「還有幾個人沒到?」王建明問。'], ['「這把傘有用嗎?」王建明問。'], ['「他還不是會員?」王建明問。']])(
    'one that only asks is none: %s',
    (text) => {
      expect(attributions(text)).toEqual([]);
    },
  );
});

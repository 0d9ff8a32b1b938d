import { describe, expect, test } from '@jest/globals';
import { attributions } from '../support.js';

type Row = readonly [text: string, source: string | null, content: string];

describe('judgements and reports in the passive', () => {
  const rows: readonly Row[] = [
    ['The offer was dismissed as “an insult to nurses” by the union.', 'union', 'an insult to nurses'],
    ['The offer was described as a first step by Ida Holm.', 'Ida Holm', 'a first step'],
    ['Owners have been assured that the lamp will shine.', null, 'the lamp will shine'],
    ['It was learnt that the lamp had been dim.', null, 'the lamp had been dim'],
    ['It was put to him that the log had been altered.', null, 'the log had been altered'],
    ['Sales had risen, if the shopkeeper is right.', 'shopkeeper', 'Sales had risen'],
    ['One guest wrote that the bed was damp; another, that it was short.', 'another', 'it was short'],
  ];

  test.each(rows)('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['The hall was used as a store by the farm.'],
    ['The offer was described as final.'], // by nobody
    ['The wall was built by the union.'],
    ['The lamp was lit; another, that of the pier, was out.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { attributions } from '../support.js';

describe('a verb claims or asks without a clause', () => {
  test.each([
    ['Two unions promised to strike if talks fail.', 'unions', 'promised', 'to strike if talks fail'],
    ['The ministry urged residents to boil water.', 'ministry', 'urged', 'residents to boil water'],
    ['The mayor accused the union of lying.', 'mayor', 'accused', 'the union of lying'],
    ['An audit by the port put the loss at £4m.', 'audit by the port', 'put', 'the loss at £4m'],
    ['Residents complained of noise and dust.', 'Residents', 'complained of', 'noise and dust'],
    ['Forecasters warned against sailing today.', 'Forecasters', 'warned against', 'sailing today'],
    [
      'Supporters hailed the ruling as a victory for tenants.',
      'Supporters',
      'hailed',
      'the ruling as a victory for tenants',
    ],
    ['The skipper blamed the crash on fog.', 'skipper', 'blamed', 'the crash on fog'],
    ['The rules require firms to publish pay gaps.', 'rules', 'require', 'firms to publish pay gaps'],
  ])('%s', (text, source, cue, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, cue, content, rule: 'speaker-deed' }));
  });

  test('a second verb of the same speaker is a claim of its own', () => {
    const found = attributions('The mayor said the pier was safe, and accused the union of lying.');
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['mayor', 'the pier was safe'],
      ['mayor', 'the union of lying'],
    ]);
  });

  test('a participle has the subject of the sentence', () => {
    const found = attributions('Narvia closed the crossing in May, accusing its neighbour of sheltering smugglers.');
    expect(found).toMatchObject([{ source: 'Narvia', content: 'its neighbour of sheltering smugglers' }]);
  });

  test.each([
    ['The storm threatens to flood the port.'], // a thing threatens nobody
    ['The device promises to cut costs.'],
    ['The flood claimed 14 lives.'],
    ['Two people accused of theft were released.'], // a passive
    ['The firm is accused of hiding losses.'],
    ['Officials were urged to act.'],
    ['He put the letter at the bottom of the pile.'], // a place, no figure
    ['A promise to pay lapsed.'], // a noun
    ['He pledged $5m to the school.'], // a gift
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('what a court heard or was told', () => {
  test.each([
    [
      'The treasurer forged 40 cheques, Harrow crown court heard.',
      'Harrow crown court',
      'The treasurer forged 40 cheques',
    ],
    ['The inquest was told the boat had no lifejackets.', 'inquest', 'the boat had no lifejackets'],
    ['An inquest in Dorn heard that the brakes had failed.', 'inquest', 'the brakes had failed'],
  ])('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['He heard the bell.'],
    ['The court heard the case in May.'],
    ['The court was told to wait.'],
    ['She was told to leave.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('participles with a source of their own', () => {
  test.each([
    ['The plan was scrapped, with critics arguing that it cost too much.', 'critics', 'it cost too much'],
    ['She spent thirty years insisting that she had merely tagged along.', 'She', 'she had merely tagged along'],
    ['The firm released a statement saying that the plant was safe.', 'firm', 'the plant was safe'],
    ['The paper cites three former clerks as saying the data were altered.', 'former clerks', 'the data were altered'],
    ['Orvane fell 9% after saying quarterly orders would shrink.', 'Orvane', 'quarterly orders would shrink'],
  ])('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test('a longing, not a report', () => {
    expect(attributions('With the strike looming, commuters bought bikes.')).toEqual([]);
  });
});

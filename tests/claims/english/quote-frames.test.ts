import { describe, expect, test } from '@jest/globals';
import { attributions } from '../support.js';

describe('a name behind a verb of speech', () => {
  test.each([
    ['“It is a leak,” said Dr. Ida Holm in May.', 'Ida Holm'],
    ['“It is a leak,” said Coun. Ida Holm, who found it.', 'Ida Holm'],
    ['“It is a leak,” said J. Holm, who found it.', 'J. Holm'],
    ['“It is a leak,” according to Prof. Ida Holm, who found it.', 'Ida Holm'],
    ['“It is a leak,” said the keeper during the tour.', 'keeper'],
    ['“It is a leak,” said K.R. Holm, who found it.', 'K.R. Holm'],
    ['“It is a leak,” said Ida Holm, Chief Harbour Officer, Norport.', 'Ida Holm'], // a title in capitals is no name
    ['“It is a leak,” wrote the keeper, F. Holm, in March.', 'F. Holm'],
    ['“It is a leak,” said Chief (Mrs) Ida Holm, who found it.', 'Ida Holm'],
    ['“It is a leak,” retired keeper Ida Holm growled softly.', 'Ida Holm'],
    ['“It is a leak,” her father would say.', 'father'],
    ['“It is a leak,” the keeper, a stout man, is fond of saying.', 'keeper'],
    ['“It is a leak,” Ida Holm, who has two sons, messages from the quay.', 'Ida Holm'], // whatever the tagger says
    ['Noting that “nobody drowns on land”, the keeper closed the pier.', 'keeper'],
    ['Said Ida Holm, the keeper: “It is a leak.”', 'Ida Holm'],
    ['For Ida Holm, who keeps the lamp, it was “a long night”.', 'Ida Holm'],
    ['The leak was found, though Ida Holm, who keeps the lamp, remembers “a long night”.', 'Ida Holm'],
    ['Ida Holm, Chief Officer, said: “It is a leak.”', 'Ida Holm'],
    ['The Bugle quoted Ida Holm, the keeper, as saying: “It is a leak.”', 'Ida Holm'],
    ["The keeper's answer was short: “Never.”", 'keeper'],
    ['Ida Holm, a clerk who has lived here for years: “It has always been a leak.”', 'Ida Holm'],
    ['The port apologised for what it called “an isolated leak”.', 'it'],
    ['“So who is it for?” she sighs.', 'she'], // asked of nobody
    ['“Stay away from it,” Ida Holm had begged.', 'Ida Holm'],
    ['Ida Holm had her own theory: “It was a leak.”', 'Ida Holm'],
    ['The Bishop of Norport, the Rt Rev Ida Holm, said: “It is a leak.”', 'Ida Holm'],
    ['Asked if it was a leak, Ida Holm smiled. “Ask me in June.”', 'Ida Holm'],
    ['“When it leaks, you run.” Ida Holm, 34, a clerk, has learned not to argue.', 'Ida Holm'],
    ['The keeper found the trail “steep but fair”.', 'keeper'],
  ])('%s', (text, source) => {
    expect(attributions(text)).toMatchObject([{ source }]);
  });

  test('does not run into the sentence behind', () => {
    expect(attributions('“It is a leak,” said the keeper. Ida Holm left.')).toMatchObject([{ source: 'keeper' }]);
  });

  test.each([
    ['A larger lamp, dubbed “Big Ida,” arrives in October.'], // the comma is the sentence's
    ['The bill, dubbed the “lamp tax” by keepers, failed.'],
    ['The trail, “Long Walk”, opens in May.'],
    ['The keeper walked the “Salt Road” twice.'],
    ['“Is it a leak?” she asked.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

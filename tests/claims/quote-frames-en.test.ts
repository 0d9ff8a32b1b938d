import { describe, expect, test } from '@jest/globals';
import { attributions } from './support.js';

describe('a name behind a verb of speech', () => {
  test.each([
    ['“It is a leak,” said Dr. Ida Holm in May.', 'Ida Holm'],
    ['“It is a leak,” said Coun. Ida Holm, who found it.', 'Coun. Ida Holm'],
    ['“It is a leak,” said J. Holm, who found it.', 'J. Holm'],
    ['“It is a leak,” according to Prof. Ida Holm, who found it.', 'Ida Holm'],
    ['“It is a leak,” said the keeper during the tour.', 'keeper'],
    ['The keeper found the trail “steep but fair”.', 'keeper'],
  ])('%s', (text, source) => {
    expect(attributions(text)).toMatchObject([{ source }]);
  });

  test('does not run into the sentence behind', () => {
    expect(attributions('“It is a leak,” said the keeper. Ida Holm left.')).toMatchObject([{ source: 'keeper' }]);
  });

  test.each([['The trail, “Long Walk”, opens in May.'], ['The keeper walked the “Salt Road” twice.']])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

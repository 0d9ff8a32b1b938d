import { describe, expect, test } from '@jest/globals';
import { claimsOf } from './support.js';

/** Where the first claim of a text begins. */
function opening(text: string): string {
  const { document, claims } = claimsOf(text);
  return document.text.slice(claims[0]?.start ?? 0, claims[0]?.end ?? 0);
}

describe('a dateline is no part of what the first sentence claims', () => {
  test.each([
    ['10:30 GMT - The ferry sank off the cape.', 'The ferry sank off the cape'],
    ['9:15 am The ferry sank off the cape.', 'The ferry sank off the cape'],
    ['10.30pm The ferry sank off the cape.', 'The ferry sank off the cape'],
    ['10.30 BST The ferry sank off the cape.', 'The ferry sank off the cape'],
    ['10.30 - The ferry sank off the cape.', 'The ferry sank off the cape'],
    ['PORT ELLERY, March 7 (Reuters) - The ferry sank off the cape.', 'The ferry sank off the cape'],
    ['【本报5月8日电】渡轮在海角附近沉没。', '渡轮在海角附近沉没'],
  ])('%s', (text, content) => {
    expect(opening(text)).toBe(content);
  });

  test.each([
    ['3.25亿元资金已经到账。', '3.25亿元资金已经到账'],
    ['12.50 dollars was the price of a ticket.', '12.50 dollars was the price of a ticket'],
    ['12.50-litre tanks were sold to 40 farms.', '12.50-litre tanks were sold to 40 farms'],
    ['3.25 amperes ran through the cable.', '3.25 amperes ran through the cable'],
  ])('%s', (text, content) => {
    expect(opening(text)).toBe(content);
  });
});

describe('a quoted question', () => {
  test.each([['他说：“雨这么大，衣服湿了，有什么意思？”'], ['李明说：“我难道会忘记？”']])('%s asserts', (text) => {
    expect(claimsOf(text).claims).toMatchObject([{ quote: 'direct' }]);
  });

  test.each([
    ['她说：“雨停了，路干了，你们几点出发？”'],
    ['“If it rains, and it may, will you come?” asked Ida Holm.'],
  ])('%s asks', (text) => {
    expect(claimsOf(text).claims).toEqual([]);
  });
});

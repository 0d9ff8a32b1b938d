import { describe, expect, test } from '@jest/globals';
import { attributions, claimsOf, toTraditional } from '../support.js';

/** A report and what of it is content: the author's turn behind it is none. */
const ended: readonly (readonly [text: string, content: string])[] = [
  ['工会表示，公司拖欠了两个月工资，对赔偿金额不予置评。', '公司拖欠了两个月工资'],
  ['校方表示，名单已经报上去，对调查进度则三缄其口。', '名单已经报上去'],
];

const goingOn: readonly (readonly [text: string, content: string])[] = [
  ['工会表示，公司拖欠了两个月工资，对工人不公平。', '公司拖欠了两个月工资，对工人不公平'],
];

describe('the author takes the turn where a clause ends in a denial', () => {
  test.each([...ended, ...goingOn])('%s', (text, content) => {
    expect(attributions(text)[0]?.content).toBe(content);
    expect(attributions(toTraditional(text))[0]?.content).toBe(toTraditional(content));
  });
});

describe('a quoted question', () => {
  test.each([['馆长说：“难道要把书全扔掉？”'], ['馆长说：“哪有不收门票的道理？”'], ['馆长说：“这样的规定有什么用？”']])(
    'claims what it answers by its words: %s',
    (text) => {
      expect(attributions(text)).toHaveLength(1);
      expect(attributions(toTraditional(text))).toHaveLength(1);
    },
  );

  test.each([['馆长问：“来了有几个人？”'], ['馆长问：“这本书对你有用吗？”'], ['馆长问：“你还不是会员吗？”']])(
    'claims nothing where it only asks: %s',
    (text) => {
      expect(attributions(text)).toEqual([]);
    },
  );
});

describe('a dateline', () => {
  test.each([
    ['【沙洲社5月24日电】', '港务局昨晚关闭了北港。'],
    ['（记者 周岚）', '港务局昨晚关闭了北港。'],
    ['沙洲社北港5月24日电 ', '港务局昨晚关闭了北港。'],
  ])('%s is no part of the claim', (head, text) => {
    const { document, claims } = claimsOf(head + text);
    expect(claims.map(({ start, end }) => document.text.slice(start, end))).toEqual([text.slice(0, -1)]);
  });

  test('a date that opens the sentence stays', () => {
    const { document, claims } = claimsOf('5月24日港务局关闭了北港。');
    expect(claims.map(({ start, end }) => document.text.slice(start, end))).toEqual(['5月24日港务局关闭了北港']);
  });
});

describe('a noun of opinion', () => {
  test.each([
    ['推荐系统的算法是工程师写的旧版本。'], // a thing, no opinion
    ['馆长的建议是好的。'], // no more than a word is said of it
    ['这项说明书的结论页已经遗失。'], // nothing links it
  ])('attributes nothing: %s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

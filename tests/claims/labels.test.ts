import { describe, expect, test } from '@jest/globals';
import { lexiconFiles } from '../../src/lexicons/lexicon.js';
import { claimsOf } from './support.js';

describe('the author claims', () => {
  test.each([
    ['天气晴朗。', '天气晴朗'],
    ['The bridge is closed.', 'The bridge is closed'],
    ['这座桥建于1936年，全长两公里。', '这座桥建于1936年，全长两公里'],
  ])('%s', (text, content) => {
    const { document, claims } = claimsOf(text);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ source: null, cue: null, quote: 'none', rule: 'author' });
    expect(document.text.slice(claims[0]?.start, claims[0]?.end)).toBe(content);
  });

  test('what an attribution leaves of the sentence', () => {
    const { document, claims } = claimsOf('两市昨天同时开通了新航线，机场经理吴刚说，票已售完。');
    expect(claims.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      '两市昨天同时开通了新航线',
      '票已售完',
    ]);
  });

  // What stands before the name of a speaker is no part of it.
  test.each([
    ['The Fed left rates unchanged Wednesday, and Chair Jerome Powell told reporters the economy remains solid.'],
    ['The Fed left rates unchanged Wednesday, the chairman, Jerome Powell, said that prices would fall.'],
    ['The Fed left rates unchanged Wednesday; Justice Elena Kagan wrote that the majority was wrong.'],
    ['The Fed left rates unchanged Wednesday, though its head, Mrs Gwen Hall, insisted that prices would fall.'],
  ])('%s', (text) => {
    const { document, claims } = claimsOf(text);
    expect(document.text.slice(claims[0]?.start, claims[0]?.end)).toBe('The Fed left rates unchanged Wednesday');
  });

  test.each([
    ['The bill was backed by the governor and the mayor', ', and Jane Smith said it would pass.'],
    ['Voters rejected both the senator and the governor', ', but analyst Tom Lee said little would change.'],
  ])('whole in %s', (content, rest) => {
    const { document, claims } = claimsOf(content + rest);
    expect(document.text.slice(claims[0]?.start, claims[0]?.end)).toBe(content);
  });

  test.each([
    ['谁会是下一个冠军？'], // a question
    ['结果如何，我们拭目以待。'], // a wish
    ['“你们什么时候回来？”她问。'], // a quoted question
    ['Will it last?'],
    ['Stay tuned for more.'],
    ['春天的第一场雨\n这座小城醒了。'], // only the second line: the first is a heading
  ])('not in %s', (text) => {
    expect(claimsOf(text).claims.length).toBe(text.includes('\n') ? 1 : 0);
  });
});

describe('kinds', () => {
  test.each([
    ['去年全国粮食产量达到6.9亿吨。', 'statistic'],
    ['昨天，两国签署了自由贸易协定。', 'event'],
    ['明年，这里将建成一座公园。', 'prediction'],
    ['由于连日暴雨，多条航线停航。', 'cause'],
    ['这座塔比教堂高。', 'comparison'],
    ['这是全球最大的水电站。', 'comparison'],
    ['这个决定毫无意义。', 'evaluation'],
    ['监管部门应当尽快出台标准。', 'norm'],
    ['小镇位于河的北岸。', 'state'],
    ['Wages rose by 4% last year.', 'statistic'],
    ['The plant will close next year.', 'prediction'],
    ['Drivers should carry water.', 'norm'],
    ['The road closed because of the snow.', 'cause'],
    ['The tower is taller than the church.', 'comparison'],
  ])('%s is a %s', (text, kind) => {
    expect(claimsOf(text).claims[0]?.kinds).toContain(kind);
  });

  test.each([
    ['他将资源投入乡村小学。', 'prediction'], // 將 in the place of 把
    ['球队签下了两名洋将。', 'prediction'], // 將 inside a word
    ['两人在门口等车。', 'statistic'],
    ['他们最终回到家里。', 'comparison'], // 最 inside 最終
  ])('%s is no %s', (text, kind) => {
    expect(claimsOf(text).claims[0]?.kinds).not.toContain(kind);
  });
});

describe('modality, polarity and stance', () => {
  test.each([
    ['比赛可能取消。', 'possible', 'positive', 'neutral'],
    ['如果明天下雨，比赛就取消。', 'hypothetical', 'positive', 'neutral'],
    ['这条路很可能封闭。', 'probable', 'positive', 'neutral'],
    ['这座桥不得不关闭三个月。', 'asserted', 'positive', 'neutral'],
    ['市场上不乏同类产品。', 'asserted', 'positive', 'neutral'],
    ['公司不仅生产汽车，还生产电池。', 'asserted', 'positive', 'neutral'],
    ['他们没有任何经验。', 'asserted', 'negative', 'neutral'],
    ['难点不在钱，而在人手。', 'asserted', 'positive', 'neutral'], // what is denied is corrected
    ['问题不是雨太大，而是排水孔被堵死。', 'asserted', 'positive', 'neutral'],
    ['桥没有封闭，而市府也没有通知。', 'asserted', 'negative', 'neutral'],
    ['The line opened no earlier than 2019.', 'asserted', 'positive', 'neutral'],
    ['公司否认偷税漏税。', 'asserted', 'negative', 'neutral'],
    ['据称，老厂已经卖掉。', 'asserted', 'positive', 'distances'],
    ['正如校长郑文华所说，读书是一辈子的事。', 'asserted', 'positive', 'endorses'],
    ['The match may be cancelled.', 'possible', 'positive', 'neutral'],
    ['The match was cancelled on May 8.', 'asserted', 'positive', 'neutral'], // a month
    ['The bridge was not repaired.', 'asserted', 'negative', 'neutral'],
    ['It is said that the house is empty.', 'asserted', 'positive', 'distances'],
  ])('%s: %s, %s, %s', (text, modality, polarity, stance) => {
    expect(claimsOf(text).claims[0]).toMatchObject({ modality, polarity, stance });
  });
});

describe('the check score', () => {
  test('is checkability × (½ + ½ × stake), every part with its reason', () => {
    const claim = claimsOf('国家统计局表示，去年全国粮食产量达到6.9亿吨。').claims[0];
    const { checkability = 0, stake = 0, checkWorthy = 0, reasons = [] } = claim ?? {};
    expect(checkWorthy).toBeCloseTo(checkability * (0.5 + 0.5 * stake), 1);
    expect(reasons).toContain('checkable: a figure +0.30');
    expect(reasons.some((reason) => reason.startsWith('stake: '))).toBe(true);
  });

  test('a figure can be checked, a judgement hardly', () => {
    const figure = claimsOf('去年全国粮食产量达到6.9亿吨。').claims[0]?.checkWorthy ?? 0;
    const judgement = claimsOf('这个决定毫无意义。').claims[0]?.checkWorthy ?? 1;
    expect(figure).toBeGreaterThan(judgement);
  });
});

test('a source in a list of names is linked to its entity', () => {
  const { document, claims } = claimsOf('华为创始人任正非表示，公司将增加研发投入。');
  const entity = claims[0]?.source?.entity;
  if (document.entities.length > 0) expect(document.entities[entity ?? -1]?.name).toBe('任正非');
});

test('every lexicon of claims is installed', () => {
  const names = lexiconFiles().map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['claim-cues.tsv', 'hedges.tsv', 'check-weights.tsv']));
});

import { describe, expect, test } from '@jest/globals';
import { type FactRow, factsOf, toTraditional } from './support.js';

describe('times of Chinese facts, and what is not so or not yet', () => {
  test.each<FactRow>([
    // Times: of another subject, of what is foreseen, the end of a period.
    [
      '港务局5月营收19亿元，海晏科技上涨4.3%。',
      [
        ['港务局5月营收', '为', '19亿元', '2024-05'],
        ['海晏科技', '上涨', '4.3%', null],
      ],
    ],
    ['恒指目标价下调至25000点。', [['恒指目标价', '下调至', '25000点', null]]],
    // What was so for a while, is decided, an example, or may be still to come.
    ['海晏科技股价一度跌逾7%。'],
    ['大桥一度封闭。'],
    ['总决赛今晚上演。'],
    ['总决赛周二开打。'], // of a Monday
    ['两国同意，设立热线。'],
    ['以滨河线为例，票价由8元增至11元。'],
    ['乘客并未受伤。'],
    // Times of something else.
    [
      '李克农1963年出生于长桥，夺得三枚金牌。',
      [
        ['李克农', '出生于', '长桥', '1963'],
        ['李克农', '夺得', '三枚金牌', null],
      ],
    ],
    ['在1990年世界杯攻入四球。'],
    ['过去二十年，长桥湖一月份的水位下降了2.3米。', [['长桥湖一月份的水位', '下降', '2.3米', null]]],
    ['海事局今晚公布5月数据。'], // it may be still to come
  ])('%s', (text, expected = []) => {
    expect(factsOf(text)).toEqual(expected);
    expect(factsOf(toTraditional(text)).length).toBe(expected.length);
  });
});

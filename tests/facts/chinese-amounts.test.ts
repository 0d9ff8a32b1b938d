import { describe, expect, test } from '@jest/globals';
import { type FactRow, factsOf, toTraditional } from './support.js';

describe('amounts of Chinese facts, and whose they are', () => {
  test.each<FactRow>([
    // Amounts of a piece or a day, of what is not said.
    ['每辆购置成本11万元，中央补助合计8万元。'],
    ['铁路公司日均开行列车900列。'],
    ['受访者高达七成。'],
    ['占总收入的比重升至32%。'],
    ['去年全县产值增长8%，较前年回落2个百分点。', [['全县产值', '增长', '8%', '2023']]], // how fast it grew
    // Amounts: the verb before them, none, shares, from one to another.
    [
      '昨天收盘，沪指跌0.31%，板块指数跌逾5%。',
      [
        ['沪指', '跌', '0.31%', '2024-06-09'],
        ['板块指数', '跌逾', '5%', '2024-06-09'],
      ],
    ],
    ['橡胶期货主力合约收于每吨11560元。', [['橡胶期货主力合约', '收于', '每吨11560元', null]]],
    [
      '公司毛利率30.7%，船员平均年龄51岁。',
      [
        ['公司毛利率', '为', '30.7%', null],
        ['船员平均年龄', '为', '51岁', null],
      ],
    ],
    ['公司3家，员工12人。'], // how many of what is not said
    ['水产品占出口约四成。', [['水产品', '占', '出口约四成', null]]],
    ['公司负债率从2021年的54%升至71%。', [['公司负债率', '升至', '71%', null]]],
    ['公司资本支出由原订的18亿元上修至25亿元。', [['公司资本支出', '上修至', '25亿元', null]]],
    [
      '公司去年实现营业收入58亿元，同比增长21%。',
      [
        ['公司', '实现', '营业收入58亿元', '2023'],
        ['营业收入', '同比增长', '21%', '2023'],
      ],
    ],
    ['港务局去年亏损3亿元，较前年扩大18%。', [['港务局', '亏损', '3亿元', '2023']]], // the loss grew
    [
      '渡轮线2009年通车，全长35公里。',
      [
        ['渡轮线', '通车', null, '2009'],
        ['渡轮线', '全长', '35公里', null],
      ],
    ],
    ['全县识字率84%，其中男性为87%。', [['全县识字率', '为', '84%', null]]], // not the men
    ['茶馆的戏拍了四次。'], // how often is no object
    // Figures without an owner are said of the one named before, if it is plain who that is.
    ['毛利率30.7%，降幅收窄1.9个百分点。'],
    [
      '港务局去年公布财报，净利润3.2亿元。',
      [
        ['港务局', '公布', '财报', '2023'],
        ['港务局', '净利润为', '3.2亿元', null],
      ],
    ],
    ['港务局签下2艘渡轮，单价2亿元。', [['港务局', '签下', '2艘渡轮', null]]], // not the price of the port
    [
      '港务局总部位于滨河市，总部设有展厅。',
      [
        ['港务局总部', '位于', '滨河市', null],
        ['港务局总部', '设有', '展厅', null],
      ],
    ],
    ['夜市去年接获投诉300件，其中烟味占四成。', [['夜市', '接获', '投诉300件', '2023']]], // of what is said before
    ['生铁价格去年涨了6%。', [['生铁价格', '涨', '6%', '2023']]], // 涨, no 年涨
    ['沪指收高0.3%。', [['沪指', '收高', '0.3%', null]]],
  ])('%s', (text, expected = []) => {
    expect(factsOf(text)).toEqual(expected);
    expect(factsOf(toTraditional(text)).length).toBe(expected.length);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Timex } from '../../src/document/types.js';
import { startPipeline } from '../../src/pipeline/builder.js';
import { sentences } from '../../src/segment/sentences.js';
import { tokens } from '../../src/segment/tokens.js';
import { times } from '../../src/times/index.js';
import { parseCase, withBrackets } from '../support/cases.js';

const pipeline = startPipeline([]).use(sentences).use(tokens).use(times);

/** The times of a text, by default of one published on Wednesday 15 May 2024. */
function timesOf(text: string, published: string | null = '2024-05-15'): readonly Timex[] {
  return pipeline.run({ id: 'test', text, published }).times;
}

function summary({ type, value, mod }: Timex): string {
  return [type, value ?? '-', mod].filter(Boolean).join(' ');
}

function expectTimes(marked: string, summaries: readonly string[], published?: string | null): void {
  const { text } = parseCase(marked);
  const found = timesOf(text, published);
  expect(withBrackets(text, found)).toBe(marked);
  expect(found.map(summary)).toEqual(summaries);
}

describe('times in Chinese', () => {
  test.each<[string, ...string[]]>([
    ['会议在[2024年3月5日]召开。', 'DATE 2024-03-05'],
    ['他于[二〇二三年十二月]离任。', 'DATE 2023-12'],
    ['早在[2017年]，这里就通了车。', 'DATE 2017'],
    ['[7月6日凌晨]，[2025年]的决赛打响。', 'TIME 2024-07-06TNI', 'DATE 2025'],
    ['订单已排到[明年上半年]。', 'DATE 2025-H1'],
    ['[去年12月]，大桥合龙。', 'DATE 2023-12'],
    ['截至[2023年底]，湖面缩小了。', 'DATE 2023 END'],
    ['[3月中旬]以来雨水偏多。', 'DATE 2024-03 MID'],
    ['渡轮将在[年底前]复航。', 'DATE 2024 END'],
    ['列车[本月底]停运。', 'DATE 2024-05 END'],
    ['[第三季度]的用水量下降了。', 'DATE 2023-Q3'],
    ['[2024年一季度]雨水偏少。', 'DATE 2024-Q1'],
    ['[今年前四个月]到港船只增加。', 'DATE 2024-01/2024-04'],
    ['[前三季度]利润持平。', 'DATE 2024-Q1/2024-Q3'],
    ['展览[6月26日至30日]举行。', 'DATE 2024-06-26/2024-06-30'],
    ['[2018—2020年]共修路三次。', 'DATE 2018/2020'],
    ['[2020年至2022年]间无人居住。', 'DATE 2020/2022'],
    ['[10月至次年3月]是旱季。', 'DATE 2024-10/2025-03'],
    ['[20世纪90年代]这里是盐场。', 'DATE 199'],
    ['[上世纪八九十年代]这里是盐场。', 'DATE 198/199'],
    ['[21世纪初]才通电。', 'DATE 20 START'],
    ['[民国113年]起调整票价。', 'DATE 2024'],
    ['[康熙六年]修的桥还在。', 'DATE 1667'],
    ['[上周五]他回国了。', 'DATE 2024-05-10'],
    ['将于[下周一]揭幕。', 'DATE 2024-05-20'],
    ['[上周]停了两次电。', 'DATE 2024-W19'],
    ['[6年前]他离开家乡。', 'DATE 2018'],
    ['[三天前]他离任。', 'DATE 2024-05-12'],
    ['[两千多年前]，运河就已开凿。', 'DATE PAST_REF APPROX'],
    ['[过去三年]，鱼群少了。', 'DATE P3Y'],
    ['[未来五到十年]内会改善。', 'DATE P5Y/P10Y'],
    ['[近五年来]人口减少。', 'DATE P5Y'],
    ['经过[近300年]的风雨。', 'DURATION P300Y APPROX'],
    ['他用了[十年]才写完。', 'DURATION P10Y'],
    ['全程[1小时30分钟]。', 'DURATION PT1H30M'],
    ['[两年半后]，他会明白。', 'DATE 2026-11'],
    ['船[每周三]开一班。', 'SET XXXX-WXX-3'],
    ['报告[每月]公布。', 'SET XXXX-XX'],
    ['[每天上午9点半]开门。', 'SET XXXX-XX-XXT09:30'],
    ['[每周日下午三点]开船。', 'SET XXXX-WXX-7T15'],
    ['馆舍[每周一至周五9时至17时]开放。', 'SET XXXX-WXX-1T09/XXXX-WXX-5T17'],
    ['[每个工作日的上午十点]发船。', 'SET XXXX-WXX-1T10/XXXX-WXX-5T10'],
    ['[每年中秋节]放灯。', 'SET XXXX'],
    ['[每年劳动节]休渔。', 'SET XXXX-05-01'],
    ['处[三年以上七年以下]有期徒刑。', 'DURATION P3Y/P7Y'],
    ['全程[一小时零十五秒]。', 'DURATION PT1H15S'],
    ['[14日午后]起了雾。', 'TIME 2024-05-14TAF'],
    ['[12日晚11时]，灯还亮着。', 'TIME 2024-05-12T23:00'],
    ['[12日8时至13日8时]停航。', 'TIME 2024-05-12T08:00/2024-05-13T08:00'],
    ['将于[30日20时至2日8时]停航。', 'TIME 2024-05-30T20:00/2024-06-02T08:00'],
    ['演出[周三晚上8点半]开始，[10点]结束。', 'TIME 2024-05-15T20:30', 'TIME 2024-05-15T22:00'],
    ['货仓[晚上约9时半]起火，[前日大约3点]又起火。', 'TIME 2024-05-15T21:30 APPROX', 'TIME 2024-05-13T03:00 APPROX'],
    ['[昨日零时四十分]停航。', 'TIME 2024-05-14T00:40'],
    ['[12日晚上10时至凌晨1时]停航。', 'TIME 2024-05-12T22:00/2024-05-13T01:00'],
    ['[4月3日7时58分]发生地震。', 'TIME 2024-04-03T07:58'],
    ['古道始于[战国时期]。', 'DATE -'],
    ['祠堂最早可追溯到[清末]。', 'DATE -'],
    ['[春节]期间渡口很挤。', 'DATE 2024-02-10'],
    ['[昨(14)日]靠岸。', 'DATE 2024-05-14'],
    ['一带连续[四日]管制，接连[两日]停电。', 'DURATION P4D', 'DURATION P2D'],
    ['[2022-23财年]盈利，[2023/24年度]亏损。', 'DATE 2022/2023', 'DATE 2023/2024'],
    ['[今(15日)]靠岸。', 'DATE 2024-05-15'],
    ['[去(2023)年]营收成长。', 'DATE 2023'],
    ['[今(2024)年]年会延期。', 'DATE 2024'],
    ['[上周五(10日)]靠岸。', 'DATE 2024-05-10'],
    ['[每年6月到8月]有台风。', 'SET XXXX-06/XXXX-08'],
    ['[半年来]水位下降。', 'DATE P6M'],
    ['[今年全年]无雨。', 'DATE 2024'],
    ['[目前]无人受伤。', 'DATE PRESENT_REF'],
    ['馆舍[每周一至周五]开放。', 'SET XXXX-WXX-1/XXXX-WXX-5'],
    ['《海港报》[3日]报道，船已靠岸。', 'DATE 2024-05-03'],
    ['他在[2022-23赛季]踢了九场。', 'DATE 2022-07/2023-06'],
    ['学费[2023/2024学年]不变。', 'DATE 2023-09/2024-08'],
    ['[神龙元年]重修。', 'DATE 0705'],
    ['会议于北京时间[3月5日20时]开始。', 'TIME 2024-03-05T20:00'],
    ['火箭[3月5日北京时间20时30分]升空。', 'TIME 2024-03-05T20:30'],
    ['[晚上8点]开始，[10点半]结束。', 'TIME 2024-05-15T20:00', 'TIME 2024-05-15T22:30'],
    ['还剩[15个工作日]。', 'DATE P15D'],
    ['[四年前的今天]，桥塌了。', 'DATE 2020-05-15'],
    ['[三年前的昨天]，桥塌了。', 'DATE 2021-05-14'],
    ['[两周前的今天]，桥塌了。', 'DATE 2024-05-01'],
    ['[四年前的3月]，桥塌了。', 'DATE 2020-03'],
    ['[两周前的周一]，桥塌了。', 'DATE 2024-04-29'],
    ['[去年的今天]，桥塌了。[1969年的今天]也一样。', 'DATE 2023-05-15', 'DATE 1969-05-15'],
    ['[四年後]的[今天]，橋還沒修好。', 'DATE 2028', 'DATE 2024-05-15'],
  ])('%s', (marked, ...summaries) => {
    expectTimes(marked, summaries);
  });

  test.each<[string, ...string[]]>([
    ['[2019年]他创业。[次年]搬到海边。', 'DATE 2019', 'DATE 2020'],
    ['[4月8日]大雾。[前一日]还是晴天。', 'DATE 2024-04-08', 'DATE 2024-04-07'],
    ['[4月8日]开馆，[当天]来了很多人。', 'DATE 2024-04-08', 'DATE 2024-04-08'],
    ['[2024年2月]货量增长，增幅低于[上年同期]。', 'DATE 2024-02', 'DATE 2023-02'],
    ['[2015年3月]入职，[6月]升任。', 'DATE 2015-03', 'DATE 2015-06'],
    ['[今年前两个月]货量高于[去年同期]。', 'DATE 2024-01/2024-02', 'DATE 2023-01/2023-02'],
    ['[2023年前三季度]利润高于[上年同期]。', 'DATE 2023-Q1/2023-Q3', 'DATE 2022-Q1/2022-Q3'],
    ['[4月3日至9日]客流高于[去年同期]。', 'DATE 2024-04-03/2024-04-09', 'DATE 2023-04-03/2023-04-09'],
    ['[2月]货量、渔获高于[2019年同期]，船次低于[去年同期]。', 'DATE 2024-02', 'DATE 2019-02', 'DATE 2023-02'],
    ['[一季度]货量高于[去年同期]，渔获低于[去年同期]。', 'DATE 2024-Q1', 'DATE 2023-Q1', 'DATE 2023-Q1'],
  ])('words that refer to the last date: %s', (marked, ...summaries) => {
    expectTimes(marked, summaries);
  });

  test.each<[string, string, string]>([
    ['他[1月17日]到任。', '2024-02-20', 'DATE 2024-01-17'],
    ['他[11月5日]到任。', '2024-01-10', 'DATE 2023-11-05'],
    ['展览将于[1月5日]开幕。', '2024-11-20', 'DATE 2025-01-05'],
    ['[12月中旬]或会复航。', '2021-11-09', 'DATE 2021-12 MID'],
    ['[下半年]好于往常。', '2024-03-14', 'DATE 2024-H2'],
  ])('%s on %s', (marked, published, wanted) => {
    expectTimes(marked, [wanted], published);
  });

  test.each([
    '杂志《春秋》和秋千都在展柜里。',
    '他住3号楼，坐8号线上班。',
    '长征五号与飞船一号对接。',
    '需要10000-25000张门票。',
    '电话02-2311-1234，比分是3比1。',
    '升级到2.0.13版才稳定。',
    '年轻人喜欢月球和日本的周边产品。',
    '他今后如何，没有人知道。',
    '中国中部的初中生，前者更高。',
    '第三方报告说有一点误差。',
    '三口之家住进四季酒店。',
    '比赛第90+3分钟才进球。',
    '首周末的票房不高。',
    '马上就有三部新片。',
  ])('nothing in %s', (text) => {
    expect(timesOf(text).map((time) => text.slice(time.start, time.end))).toEqual([]);
  });

  test.each([
    ['去年12月，兩岸航線復航；過去三年停了兩個月後又開。', '去年12月，两岸航线复航；过去三年停了两个月后又开。'],
    ['每週三上午開會，週五前結束，十幾年來都是這樣。', '每周三上午开会，周五前结束，十几年来都是这样。'],
    ['戰國時期的運河，於民國九十年、本世紀初兩次整修。', '战国时期的运河，于民国九十年、本世纪初两次整修。'],
  ])('both scripts give the same: %s', (hant, hans) => {
    expect(timesOf(hant)).toEqual(timesOf(hans));
  });
});

describe('times in English', () => {
  test.each<[string, ...string[]]>([
    ['The bridge opened on [March 5, 2024].', 'DATE 2024-03-05'],
    ['It shut on [4 July 2023] for repairs.', 'DATE 2023-07-04'],
    ['The ferry sank on [Tuesday].', 'DATE 2024-05-14'],
    ['The council will vote on [Friday].', 'DATE 2024-05-17'],
    ['She left [last Friday].', 'DATE 2024-05-10'],
    ['Rain is due by [the end of this month].', 'DATE 2024-05 END'],
    ['They moved in [early April].', 'DATE 2024-04 START'],
    ['Prices fell since [the second half of 2023].', 'DATE 2023-H2'],
    ['Output rose in [the first nine months of 2023].', 'DATE 2023-01/2023-09'],
    ['Sales slowed in [Q2 2023].', 'DATE 2023-Q2'],
    ['In [the 1990s] it was a salt works.', 'DATE 199'],
    ['It dates from [the late 19th century].', 'DATE 18 END'],
    ['The drought lasted from [March 2020 to September 2021].', 'DATE 2020-03/2021-09'],
    ['Between [2015 and 2020] nobody lived there.', 'DATE 2015/2020'],
    ['It fell in [mid-2023].', 'DATE 2023 MID'],
    ['It was quiet in [2018–2020].', 'DATE 2018/2020'],
    ['[Three years ago] the well dried up.', 'DATE 2021'],
    ['In [the past two decades] the lake shrank.', 'DATE P20Y'],
    ['The lights went out on [Wednesday afternoon].', 'TIME 2024-05-15TAF'],
    ['It sails [every Tuesday at 9:30 a.m.] from the pier.', 'SET XXXX-WXX-2T09:30'],
    ['They meet [every month].', 'SET XXXX-XX'],
    ['He waited for [two years] there.', 'DURATION P2Y'],
    ['The strike took [3 more weeks].', 'DURATION P3W'],
    ['He scored nine in [the 2022-23 season].', 'DATE 2022-07/2023-06'],
    ['Rent is due on the [19th of every month].', 'SET XXXX-XX-19'],
    ['The bulletin appears [weekly].', 'SET XXXX-WXX'],
    ['It is printed twice [daily] in Porto.', 'SET XXXX-XX-XX'],
    ['The pier opens [every day at 7:30 p.m.]', 'SET XXXX-XX-XXT19:30'],
    ['They dance [Tuesdays at 9pm].', 'SET XXXX-WXX-2T21'],
    ['They light it [every Christmas].', 'SET XXXX-12-25'],
    ['The crossing takes [an hour and a half].', 'DURATION PT1.5H'],
    ['He was away for [three weekends].', 'DURATION P3WE'],
    ['It broke [late Friday afternoon].', 'TIME 2024-05-10TAF END'],
    ['PORTO, [Nov 20] (Lusa) - The pier shut.', 'DATE 2023-11-20'],
    ['The market opened at [9:30 a.m. ET].', 'TIME 2024-05-15T09:30'],
    ['In [the Warring States period] it was a fort.', 'DATE -'],
    ['We had many boats; [today] we have two.', 'DATE PRESENT_REF'],
    ['The mayor said [today] that the pier was safe.', 'DATE 2024-05-15'],
    ['She sailed [four years ago today].', 'DATE 2020-05-15'],
    ['The pier shut [thirty years ago this month].', 'DATE 1994-05'],
    ['He left [two weeks ago on Monday].', 'DATE 2024-04-29'],
    ['It sank [five years ago in March].', 'DATE 2019-03'],
    ['It sank [this day last year].', 'DATE 2023-05-15'],
    ['It sank on [this day in 1969].', 'DATE 1969-05-15'],
    ['It sank [five years ago] in Porto.', 'DATE 2019'],
  ])('%s', (marked, ...summaries) => {
    expectTimes(marked, summaries);
  });

  test.each([
    'May Lin and April Stone may march on.',
    'The Boeing 737 landed beside gate 2048.',
    'A 64-year-old fisherman found it.',
    'The second bridge is longer than the first.',
    'They won 3-2 and then 10-8.',
    'The sun sat low and we wed in spring water.',
  ])('nothing in %s', (text) => {
    expect(timesOf(text).map((time) => text.slice(time.start, time.end))).toEqual([]);
  });
});

describe('the anchor', () => {
  test.each<[string, string]>([
    ['他[1月17日]到任。', 'DATE XXXX-01-17'],
    ['[去年12月]复航。', 'DATE XXXX-12'],
    ['[17日]复航。', 'DATE XXXX-XX-17'],
    ['He left on [Friday].', 'DATE XXXX-WXX-5'],
    ['[过去三年]没有渡轮。', 'DATE P3Y'],
  ])('without a publication date %s stays open', (marked, wanted) => {
    expectTimes(marked, [wanted], null);
    expect(timesOf(parseCase(marked).text, null)[0]).toMatchObject({ begin: null, until: null, anchor: null });
  });

  test.each<[string, string, string]>([
    ['2024年2月', '2024-02-01', '2024-03-01'],
    ['2023年底', '2023-10-01', '2024-01-01'],
    ['本月底', '2024-05-25', '2024-06-01'],
    ['明年初', '2025-01-01', '2025-03-01'],
    ['过去三年', '2021-05-15', '2024-05-15'],
    ['未来三年', '2024-05-15', '2027-05-15'],
    ['年底前', '2024-05-15', '2025-01-01'],
    ['3月18日至20日', '2024-03-18', '2024-03-21'],
    ['下午3点到5点', '2024-05-15T15:00', '2024-05-15T17:00'],
  ])('%s is from %s until %s', (text, begin, until) => {
    expect(timesOf(text)[0]).toMatchObject({ begin, until });
  });

  test.each<[string, ...(string | null)[]]>([
    ['4月31日停航。', '2024-04', '2024-04-01', '2024-05-01'],
    ['4月31日20時停航。', '2024-04', '2024-04-01', '2024-05-01'],
    ['去年的2月29日停航。', '2023-02', '2023-02-01', '2023-03-01'],
    ['The pier shut on February 30, 2024.', '2024-02', '2024-02-01', '2024-03-01'],
    ['The pier shut on 2023-02-29.', '2023-02', '2023-02-01', '2023-03-01'],
    ['2021年第53周停航。', '2021', '2021-01-01', '2022-01-01'],
    ['The pier shut in week 53 of 2021.', '2021', '2021-01-01', '2022-01-01'],
    ['2020年第53周停航。', '2020-W53', '2020-12-28', '2021-01-04'],
    ['公元前4712年1月1日停航。', '-4711-01-01', '-4711-01-01', '-4711-01-02'],
    ['10000年1月1日停航。', null, null, null],
    ['200年5月1日停航。', '0200-05-01', '0200-05-01', '0200-05-02'],
    ['9999年底停航。', '9999', '9999-10-01', null],
    ['一億天後停航。', 'FUTURE_REF', null, null],
  ])('no such day, or none that a calendar has: %s', (text, value, begin, until) => {
    expect(timesOf(text)).toMatchObject([{ type: 'DATE', value, begin, until }]);
  });

  test('a long line of digits or dates does not hang', () => {
    expect(timesOf('7'.repeat(100000))).toEqual([]);
    expect(timesOf('2024年'.repeat(5000)).length).toBe(5000);
  });
});

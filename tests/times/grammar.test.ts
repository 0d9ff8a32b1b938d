import { describe, expect, test } from '@jest/globals';
import type { Timex } from '../../src/document/types.js';
import { startPipeline } from '../../src/pipeline/builder.js';
import { sentences } from '../../src/segment/sentences.js';
import { tokens } from '../../src/segment/tokens.js';
import { times } from '../../src/times/index.js';
import { parseCase, withBrackets } from '../support/cases.js';

const pipeline = startPipeline([]).use(sentences).use(tokens).use(times);

/** The times of a text, by default of one published on Wednesday 15 May 2024 at ten. */
function timesOf(text: string, published: string | null = '2024-05-15T10:00'): readonly Timex[] {
  return pipeline.run({ id: 'test', text, published }).times;
}

function bounds({ begin, until }: Timex): string {
  return `${begin ?? '..'} ${until ?? '..'}`;
}

function expectBounds(marked: string, wanted: readonly string[], published?: string | null): void {
  const { text } = parseCase(marked);
  const found = timesOf(text, published);
  expect(withBrackets(text, found)).toBe(marked);
  expect(found.map(bounds)).toEqual(wanted);
}

describe('ordinals of a longer stretch', () => {
  test.each<[string, string]>([
    ['[5月的第二个星期天]', '2024-05-12 2024-05-13'],
    ['[去年最后一周]', '2023-12-25 2024-01-01'],
    ['[2023年第九个月]', '2023-09-01 2023-10-01'],
    ['[2022年前两周]', '2022-01-03 2022-01-17'],
    ['The fair opens on [the first Saturday of June].', '2024-06-01 2024-06-02'],
    ['It closed in [the last week of March 2023].', '2023-03-20 2023-03-27'],
    ['Rent is due by [the 5th of next month].', '2024-05-15T10:00 2024-06-06'],
    ['It rained in [the last two months of 2022].', '2022-11-01 2023-01-01'],
    ['The regatta is on [the last weekend of August].', '2024-08-31 2024-09-02'],
    ['[六月第一个周末]', '2024-06-01 2024-06-03'],
  ])('%s', (marked, wanted) => {
    expectBounds(marked, [wanted]);
  });
});

describe('steps from a point', () => {
  test.each<[string, string]>([
    ['The ferry returns [three days after Easter 2023].', '2023-04-12 2023-04-13'],
    ['The vote is [two weeks from tomorrow].', '2024-05-30 2024-05-31'],
    ['We will leave [in 20 minutes].', '2024-05-15T10:20 2024-05-15T10:21'],
    ['She will be back [in two weeks].', '2024-05-29 2024-05-30'],
    ['[中秋节前一天]', '2024-09-16 2024-09-17'],
    ['[两小时后]', '2024-05-15T12:00 2024-05-15T12:01'],
    ['[再过半小时]', '2024-05-15T10:30 2024-05-15T10:31'],
    ['The crew rests from [9 June for 3 days].', '2024-06-09 2024-06-12'],
    ['It is on in the [week of May 20].', '2024-05-20 2024-05-27'],
    ['Catches fell over [the last three months].', '2024-02-15 2024-05-15'],
    ['[前两周]', '2024-05-01 2024-05-15'],
    ['[上两周]', '2024-04-29 2024-05-13'],
    ['The pier stays shut for [the rest of the year].', '2024-05-15T10:00 2025-01-01'],
  ])('%s', (marked, wanted) => {
    expectBounds(marked, [wanted]);
  });

  test.each([
    'Prices rose 5% in [two years].',
    '他在[三年]内修完了桥。',
    'Sales fell for the first time in [ten years].',
  ])('a length that is past or a mere length is no step: %s', (marked) => {
    const { text } = parseCase(marked);
    expect(timesOf(text).map(({ type }) => type)).toEqual(['DURATION']);
  });
});

describe('open sides', () => {
  test.each<[string, string]>([
    ['自[2019年]以来无人居住。', '2019-01-01 ..'],
    ['[2021年3月]起停航。', '2021-03-01 ..'],
    ['截至[2023年12月31日]共有九艘。', '.. 2024-01-01'],
    ['[2010年之前]没有桥。', '.. 2010-01-01'],
    ['[2010年之后]才有桥。', '2011-01-01 ..'],
    ['[年底前]复航。', '2024-05-15T10:00 2025-01-01'],
    ['It has been shut since [2019].', '2019-01-01 ..'],
    ['Nobody came after [6 p.m.]', '2024-05-15T18:00 ..'],
    ['It must open by [Friday].', '2024-05-15T10:00 2024-05-18'],
    ['[2020至2025年前]', '2020-01-01 2026-01-01'],
    ['[8月至今]', '2023-08-01T00:00 2024-05-15T10:00'],
    ['合同于[9999年12月31日]到期。', '9999-12-31 ..'],
    ['It ends on [31 December 9999].', '9999-12-31 ..'],
    ['[去年今日]他到任。', '2023-05-15 2023-05-16'],
    ['[去年本月]共有三艘船。', '2023-05-01 2023-06-01'],
    ['It ran from [December 31, 2022 10 pm - 1 am].', '2022-12-31T22:00 2023-01-01T01:00'],
    ['Over [the past 300 million years] it sank.', '.. ..'],
    ['[2021.03-2022]', '2021-03-01 2023-01-01'],
    ['It sailed [2024-05-01/2024-05-07].', '2024-05-01 2024-05-08'],
    ['It rained between [the middle of March and the end of April].', '2024-03-11 2024-05-01'],
  ])('%s', (marked, wanted) => {
    expectBounds(marked, [wanted]);
  });
});

describe('clocks', () => {
  test.each<[string, string]>([
    ['They meet [tomorrow at half past seven].', '2024-05-16T07:30 2024-05-16T07:31'],
    ['They met at [20 past 3pm].', '2024-05-15T15:20 2024-05-15T15:21'],
    ['The shop is open [3-5pm].', '2024-05-15T15:00 2024-05-15T17:00'],
    ['Call back at [8 in the evening].', '2024-05-15T20:00 2024-05-15T21:00'],
    ['The ferry left at [6 in the morning].', '2024-05-15T06:00 2024-05-15T07:00'],
    ['[6 in the morning]', '2024-05-16T06:00 2024-05-16T07:00'],
    ['[the last two hours]', '2024-05-15T08:00 2024-05-15T10:00'],
    ['[6 a.m.]', '2024-05-16T06:00 2024-05-16T07:00'],
    ['It sank [late Monday].', '2024-05-13T12:00 2024-05-14'],
    ['They landed in [the early hours of Monday].', '2024-05-13T00:00 2024-05-13T06:00'],
    ['[今晚9至11点]停电。', '2024-05-15T21:00 2024-05-15T23:00'],
    ['[下午三点一刻]开船。', '2024-05-15T15:15 2024-05-15T15:16'],
    ['佢話[下午三點三個字]開船。', '2024-05-15T15:15 2024-05-15T15:16'],
    ['佢話[下午三點搭四]開船。', '2024-05-15T15:20 2024-05-15T15:21'],
    ['佢話[下午三點踏半]開船。', '2024-05-15T15:30 2024-05-15T15:31'],
    ['欧阳沐秋[1985年]出生。', '1985-01-01 1986-01-01'],
  ])('%s', (marked, wanted) => {
    expectBounds(marked, [wanted]);
  });

  test.each([
    '涨了十五点七个点。',
    '比赛以3-2结束，另一场是10-8。',
    'They won 3-5 and then 2-1.',
    'Shares rose 5p on the day before.',
  ])('no clock in %s', (text) => {
    expect(timesOf(text).filter(({ type }) => type === 'TIME')).toEqual([]);
  });
});

describe('words that only look like times', () => {
  test.each([
    '圣诞老人去过复活节岛。',
    '他提出三点建议和两点意见，排名前三。',
    '大雪纷飞，小雪转晴。',
    '五一广场和八一路都在修。',
    '全国2/3的人口体重12-15公斤。',
    'May said that the sun was out.',
    'Sat down by the fire, he lent money.',
    'It was 24/7 work: a 50-50 split at 5 locations.',
    'He made par on the 18th hole in Room 101.',
    'They scored in the second half of the match.',
    'The rest of the crew slept in early morning fog.',
    'The China Daily and a weekly paper wrote of daily life.',
    'Shares fell from 5p to 120p.',
  ])('nothing in %s', (text) => {
    expect(timesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([]);
  });
});

describe('feasts and other calendars', () => {
  test.each<[string, string]>([
    ['2024年复活节', '2024-03-31'],
    ['2023年冬至', '2023-12-22'],
    ['2024年开斋节', '2024-04-10'],
    ['2023年感恩节', '2023-11-23'],
    ['2023年除夕', '2023-01-21'],
    ['农历2023年八月十五', '2023-09-29'],
    ['腊月廿三', '2025-01-22'],
    ['Good Friday 2024', '2024-03-29'],
    ['Diwali 2023', '2023-11-12'],
    ['Labor Day 2023', '2023-09-04'],
    ['Black Friday 2022', '2022-11-25'],
  ])('%s is %s', (text, wanted) => {
    expect(timesOf(text)[0]?.begin).toBe(wanted);
  });
});

describe('what is left out', () => {
  test.each<[string, string, string]>([
    ['[周五]', '2024-05-15', '2024-05-17'],
    ['他[周五]走了。', '2024-05-15', '2024-05-10'],
    ['[10月8日]', '2024-02-01', '2024-10-08'],
    ['他[10月8日]走了。', '2024-02-01', '2023-10-08'],
    ['[2月29日]', '2023-05-01', '2024-02-29'],
    ['[Friday the 13th]', '2024-05-15', '2024-09-13'],
  ])('%s on %s', (marked, published, wanted) => {
    expect(timesOf(parseCase(marked).text, published)[0]?.begin).toBe(wanted);
  });
});

describe('EDTF', () => {
  test.each<[string, string | null]>([
    ['2023年9月5日', '2023-09-05'],
    ['去年12月', '2023-12'],
    ['2023年底', '2023-12~'],
    ['2023年第三季度', '2023-35'],
    ['2023年上半年', '2023-40'],
    ['2021年春季', '2021-21'],
    ['20世纪90年代', '199X'],
    ['19世纪', '18XX'],
    ['2018年至2020年', '2018/2020'],
    ['2018年之前', '../2017-12-31'],
    ['自2014年以来', '2014/..'],
    ['公元前221年', '-0220'],
    ['过去三年', '2021-05-15/2024-05-14'],
    ['每周三', null],
    ['三年', null],
  ])('%s is %s', (text, wanted) => {
    expect(timesOf(text, '2024-05-15')[0]?.edtf).toBe(wanted);
  });

  test('an era has its years', () => {
    expect(timesOf('古道始于战国时期。')[0]).toMatchObject({ value: null, begin: null, edtf: '-0474/-0220' });
  });
});

describe('both scripts', () => {
  test.each([
    ['農曆正月初三下午三點半，復活節翌日。', '农历正月初三下午三点半，复活节翌日。'],
    ['上兩週、後三天、最後五個月，截至去年底。', '上两周、后三天、最后五个月，截至去年底。'],
    ['聽日晚上八點到十點，開齋節前夕。', '听日晚上八点到十点，开斋节前夕。'],
  ])('give the same: %s', (hant, hans) => {
    expect(timesOf(hant)).toEqual(timesOf(hans));
  });
});

describe('zones', () => {
  test.each<[string, string | null, string | null]>([
    ['北京时间2024年4月25日20时59分', '+08:00', '2024-04-25T20:59:00+08:00'],
    ['台北時間2024年4月25日20時59分', '+08:00', '2024-04-25T20:59:00+08:00'],
    ['14:30 GMT on 3 March 2024', 'Z', '2024-03-03T14:30:00Z'],
    ['3 July 2024 at 10:00 London time', '+01:00', '2024-07-03T10:00:00+01:00'],
    ['3 January 2024 at 10:00 London time', 'Z', '2024-01-03T10:00:00Z'],
    ['July 3, 2024 at 9 a.m. ET', '-04:00', '2024-07-03T09:00:00-04:00'],
    ['December 3, 2024 at 9 a.m. ET', '-05:00', '2024-12-03T09:00:00-05:00'],
    ['3 May 2024 at 8 pm UTC+5:30', '+05:30', '2024-05-03T20:00:00+05:30'],
    ['当地时间3月5日20时', null, '2024-03-05T20:00:00'],
    ['3 May 2024 at 8 pm', null, '2024-05-03T20:00:00'],
    ['北京时间2024年4月25日', null, '2024-04-25'],
  ])('%s is at %s', (text, zone, edtf) => {
    expect(timesOf(text)[0]).toMatchObject({ zone, edtf });
  });
});

describe('labels and ranges that are running', () => {
  test.each<[string, string, string]>([
    ['[Friday to Monday]', '2024-05-19', '2024-05-17 2024-05-21'],
    ['[November to March]', '2024-02-10', '2023-11-01 2024-04-01'],
    ['[three Fridays from now]', '2024-05-15', '2024-05-31 2024-06-01'],
    ['[Friday after next]', '2024-05-15', '2024-05-24 2024-05-25'],
    ['[3 day after tomorrow]', '2024-05-15', '2024-05-19 2024-05-20'],
    ['[2024-05-10 -10 days]', '2024-05-15', '2024-04-30 2024-05-01'],
    ['[now + 40 minutes]', '2024-05-15T08:30', '2024-05-15T09:10 2024-05-15T09:11'],
    ['[15 minutes before]', '2024-05-15T12:14', '2024-05-15T11:59 2024-05-15T12:00'],
    ['[in 1d 2hr 5min]', '2024-05-15T12:00', '2024-05-16T14:05 2024-05-16T14:06'],
    ['[last weekday]', '2024-05-20', '2024-05-17 2024-05-18'],
    ['[2019.08-2021.02]', '2024-05-15', '2019-08-01 2021-03-01'],
    ['[10 August 2555 BE]', '2024-05-15', '2012-08-10 2012-08-11'],
    ['[Monday 12-4]', '2024-05-15', '2024-05-20T12:00 2024-05-20T16:00'],
  ])('%s on %s', (marked, published, wanted) => {
    expectBounds(marked, [wanted], published);
  });

  test.each(['It cost 5d and 3w.', 'To be or not to be in 2500 be it.', 'The et al. of 3 pt type.'])(
    'no time in %s',
    (text) => {
      expect(timesOf(text).map(({ value }) => value)).toEqual([]);
    },
  );

  test('no year has five digits', () => {
    expect(timesOf('今天', '9999-12-31')[0]).toMatchObject({ begin: '9999-12-31', until: null });
  });
});

describe('both scripts', () => {
  test.each([
    ['會議於台北時間3月5日20時開始，週一至週五照常。', '会议于台北时间3月5日20时开始，周一至周五照常。'],
    ['2022-23賽季與112學年度，還剩15個工作日。', '2022-23赛季与112学年度，还剩15个工作日。'],
    ['康熙六年與神龍元年，馬上一年半過去了。', '康熙六年与神龙元年，马上一年半过去了。'],
    ['兩個鐘頭之後，後天早上，農曆臘月廿三。', '两个钟头之后，后天早上，农历腊月廿三。'],
  ])('%s', (hant, hans) => {
    expect(timesOf(hant)).toEqual(timesOf(hans));
  });
});

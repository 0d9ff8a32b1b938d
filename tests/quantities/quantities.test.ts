import { describe, expect, test } from '@jest/globals';
import type { Quantity } from '../../src/document/types.js';
import { defaultPipeline } from '../../src/pipeline/default-pipeline.js';
import { parseCase, withBrackets } from '../support/cases.js';

function quantitiesOf(text: string): readonly Quantity[] {
  return defaultPipeline.run({ id: 'test', text, published: '2024-05-15' }).quantities;
}

function summary({ type, value, low, high, unit, approx }: Quantity): string {
  const amount = value ?? (low === null ? '?' : `${low}..${high}`);
  return [type, amount, unit, approx ? '~' : null].filter((part) => part !== null).join(' ');
}

function expectQuantities(marked: string, summaries: readonly string[]): void {
  const { text } = parseCase(marked);
  const found = quantitiesOf(text);
  expect(withBrackets(text, found)).toBe(marked);
  expect(found.map(summary)).toEqual(summaries);
}

describe('whose dollars a bare $ counts', () => {
  test.each<[string, ...string[]]>([
    ['SINGAPORE: A stall at a hawker centre in Bedok sold for [$5,000].', 'MONEY 5000 SGD'],
    ['Toronto tenants pay [$40] more than those in Ottawa, the city said.', 'MONEY 40 CAD'],
    [
      'The Auckland council spent [$3 million] on [12 kilometres] of pipes.',
      'MONEY 3000000 NZD',
      'QUANTITY 12 kilometres',
    ],
    ['Legco members asked why the bridge at Tuen Mun cost [$90 million].', 'MONEY 90000000 HKD'],
    ['A Geelong mill lost [$2m], or [80 cents] a share.', 'MONEY 2000000 AUD', 'MONEY 0.8 AUD'],
    ['The Geelong mill sold gold at [$US3100].', 'MONEY 3100 USD'],
    // told apart from the dollars of the country
    ['The Geelong mill paid [A$5 million] ([$3.3 million]).', 'MONEY 5000000 AUD', 'MONEY 3300000 USD'],
    [
      'Turnover in Tuen Mun was [HK$5 million], and the bond was for [$3 million].',
      'MONEY 5000000 HKD',
      'MONEY 3000000 USD',
    ],
    // by who writes US$, no American and nobody who means American dollars by $
    ['The Auckland mill was bought for [US$5 million] ([$8.4 million]).', 'MONEY 5000000 USD', 'MONEY 8400000 NZD'],
    ['Sold in Sydney by an Adelaide firm at [US$5] a kilo, it costs [$9].', 'MONEY 5 USD', 'MONEY 9 AUD'],
    // in or from elsewhere
    ['A Singapore fund will put [$5 million] into the firm.', 'MONEY 5000000 USD'],
    ['CHICAGO: The Ohio maker of pumps shut its Toronto office and lost [$5 million].', 'MONEY 5000000 USD'],
    ['Mills in Toronto and in Sydney paid [$5 million].', 'MONEY 5000000 USD'],
  ])('%s', (text, ...expected) => expectQuantities(text, expected));
});

describe('whose dollars a bare $ counts in Chinese', () => {
  test.each<[string, ...string[]]>([
    ['旺角及元朗的街市，雨傘最平賣[$59]，最貴[120元]。', 'MONEY 59 HKD', 'MONEY 120 HKD'],
    ['夜市在西門町，雨傘一把[$199]。', 'MONEY 199 TWD'],
    ['组屋楼下的咖啡店，一杯卖[$2]。', 'MONEY 2 SGD'],
    // told apart from the dollars of the country
    ['旺角及元朗的街市，雨傘賣[HK$59]，合[$7.5]。', 'MONEY 59 HKD', 'MONEY 7.5 USD'],
    // in or from elsewhere
    ['北京的商店，雨伞卖[$59]。', 'MONEY 59 USD'],
    ['加州的商店，雨傘賣[$59]。', 'MONEY 59 USD'],
  ])('%s', (text, ...expected) => expectQuantities(text, expected));
});

describe('quantities in Chinese', () => {
  test.each<[string, ...string[]]>([
    ['港口停了[300多艘]船。', 'QUANTITY 300 艘 ~'],
    ['下载量超过[3000 万次]。', 'QUANTITY 30000000 次 ~'],
    ['馆方说：“Our prices will fall [20%], and we will hire [300] people.”', 'PERCENT 20 %', 'CARDINAL 300'],
    ['票价涨到[2–3倍]。', 'QUANTITY 2..3 倍'],
    ['需要大约[10000-25000 张]门票。', 'QUANTITY 10000..25000 张 ~'],
    ['[2-3万人]上街。', 'QUANTITY 20000..30000 人'],
    ['[数百个]渔村没有电。', 'QUANTITY 100..1000 个 ~'],
    ['[好几百个]渔村没有电。', 'QUANTITY 100..1000 个 ~'],
    ['[十二家]船厂停工。', 'QUANTITY 12 家'],
    ['公司裁员[两千人]。', 'QUANTITY 2000 人'],
    ['每次可运[2.5吨]。', 'QUANTITY 2.5 吨'],
    ['参数达[720亿]。', 'CARDINAL 72000000000'],
    ['不到[三分之一]的人同意。', `CARDINAL ${1 / 3} ~`],
    ['占比[百分之十五]。', 'PERCENT 15 %'],
    ['误差降到[千分之五]以下。', 'PERCENT 0.5 % ~'],
    ['增长[4.8%—5.2%]。', 'PERCENT 4.8..5.2 %'],
    ['近[七成]居民反对。', 'PERCENT 70 % ~'],
    ['概率约为[五成七]。', 'PERCENT 57 % ~'],
    ['下滑[一成半]。', 'PERCENT 15 %'],
    ['利率下调[25个基点]。', 'PERCENT 0.25 %'],
    ['提高[4.2个百分点]。', 'PERCENT 4.2 个百分点'],
    ['票价由[120元]涨至[150元]。', 'MONEY 120 CNY', 'MONEY 150 CNY'],
    ['募资[三千二百万美元]。', 'MONEY 32000000 USD'],
    ['余额[299.6万亿元]。', 'MONEY 299600000000000 CNY'],
    ['市场规模[1.2万亿元人民币]。', 'MONEY 1200000000000 CNY'],
    ['每股派息[0.35港元]。', 'MONEY 0.35 HKD'],
    ['这是[第三次]沉船。', 'ORDINAL 3 次'],
    ['每[三艘]船里有[一艘]漏水。', 'QUANTITY 3 艘', 'QUANTITY 1 艘'],
    ['[上千名]旅客滞留。', 'QUANTITY 1000 名 ~'],
    ['[100辆]车、[2人]为学生。', 'QUANTITY 100 辆', 'QUANTITY 2 人'],
    ['菜价上涨[二成一]。', 'PERCENT 21 %'],
    ['通过率只有[一半]。', 'CARDINAL 0.5'],
    ['[5%]左右的目标。', 'PERCENT 5 % ~'],
    ['约[三、四百人]到场。', 'QUANTITY 300..400 人 ~'],
    ['外资卖超[168亿元]，投信买超[31亿元]。', 'MONEY 16800000000 CNY', 'MONEY 3100000000 CNY'],
    ['全镇签约[30家]。', 'QUANTITY 30 家'],
    ['人数超[300人]。', 'QUANTITY 300 人 ~'],
    ['逾[百户]停水。', 'QUANTITY 100 户 ~'],
    ['加[半磅]牛油。', 'QUANTITY 0.5 磅'],
    ['拿到[3个亿]。', 'CARDINAL 300000000'],
    ['预算[一百二十到一百五十万元]。', 'MONEY 1200000..1500000 CNY'],
    ['找零[123元1角1分]。', 'MONEY 123.11 CNY'],
    ['有[$20]，[300美元]。', 'MONEY 20 USD', 'MONEY 300 USD'],
    ['产量排名前[三]的船厂。', 'CARDINAL 3'],
  ])('%s', (marked, ...summaries) => {
    expectQuantities(marked, summaries);
  });

  test('元 is the money of the place', () => {
    expectQuantities('金管會與立法院說，台北、高雄的票價是[30元]。', ['MONEY 30 TWD']);
    expectQuantities('票價是[30元]，罰款[新台幣600元]。', ['MONEY 30 TWD', 'MONEY 600 TWD']);
    expectQuantities('票價是[30元]。', ['MONEY 30 CNY']);
    expectQuantities('市府說，票價是[30元]。', ['MONEY 30 TWD']);
    expectQuantities('央行升息半碼，首購族的房貸每月多[600元]。', ['MONEY 600 TWD']);
    expectQuantities('區域法院聽取求情，被告還款[110萬元]。', ['MONEY 1100000 HKD']);
    expectQuantities('建屋局说，组屋租金是[900元]。', ['MONEY 900 SGD']);
    expectQuantities('组屋在北京、上海没有，租金是[900元]。', ['MONEY 900 CNY']);
    expectQuantities('港股收跌，恒生指數和科網股回落，成交[200億元]。', ['MONEY 20000000000 HKD']);
    expectQuantities('港股收跌，恒生指数和科网股回落，北水流入[30亿元]。', ['MONEY 3000000000 HKD']);
    expectQuantities('港股和恒生指數收跌，北水流入[30億元]，公司虧損[9億元人民幣]。', [
      'MONEY 3000000000 HKD',
      'MONEY 900000000 CNY',
    ]);
    expectQuantities('港股和恒生指数收跌，北京的公司营收[30亿元]。', ['MONEY 3000000000 CNY']);
    expectQuantities('市府與深圳的公司談好，票價是[30元]。', ['MONEY 30 CNY']);
  });

  test.each([
    '2023年9月5日，第三季度的会议每周三召开。',
    'GPT-4、Qwen-72B和OpenCompass2.0都不是数。',
    '手机用的是骁龙8至尊版和iPhone 15 Pro。',
    '01、推开大门',
    '1. 码头',
    '一方面进一步统一，一样重要，万一失败，十分可惜。',
    '四川、三亚、百度、万科、三星和五粮液参展。',
    '这是一个渔村，一位老人带着一种鱼。',
    '电话010-62345678，比分3:1，升级到2.0.13版。',
    '股票代号2330，编号600519。',
    '他读过《百年孤独》和《三体》。',
    '参数、数据和几乎所有的数字。',
    '详见 https://example.org/a?q=30%25&page=12 的说明。',
  ])('nothing in %s', (text) => {
    expect(quantitiesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([]);
  });

  test('both scripts give the same numbers; the unit is as written', () => {
    const [hant, hans] = ['運來三百餘噸與兩萬個，約六成', '运来三百余吨与两万个，约六成'].map(quantitiesOf);
    expect(hant?.map(({ unit }) => unit)).toEqual(['噸', '個', '%']);
    expect(hans?.map(({ unit }) => unit)).toEqual(['吨', '个', '%']);
    expect(hant?.map(({ unit, ...rest }) => rest)).toEqual(hans?.map(({ unit, ...rest }) => rest));
  });
});

describe('quantities in English', () => {
  test.each<[string, ...string[]]>([
    ['The port will invest [$1.2 billion] in cranes.', 'MONEY 1200000000 USD'],
    ['It cost [HK$30 million] to dredge.', 'MONEY 30000000 HKD'],
    ['Repairs cost [£5m] in all.', 'MONEY 5000000 GBP'],
    ['The firm lost [900 million yuan].', 'MONEY 900000000 CNY'],
    ['Fares rose about [40%] there.', 'PERCENT 40 % ~'],
    ['Nearly [3 percent] of boats leak.', 'PERCENT 3 % ~'],
    ['Costs fell by [two-thirds].', `CARDINAL ${2 / 3}`],
    ['It is "[two to three times]" faster.', 'QUANTITY 2..3 times'],
    ['We saw [a dozen] boats and [two] whales.', 'CARDINAL 12', 'CARDINAL 2'],
    ['They built [25,000 miles] of track.', 'QUANTITY 25000 miles'],
    ['[Dozens] of boats sank.', 'CARDINAL ? ~'],
    ['The [third] pier is closed.', 'ORDINAL 3'],
    ['A [25-basis-point] cut came.', 'PERCENT 0.25 %'],
    ['[A fifth] of the boats leak.', 'CARDINAL 0.2'],
    ['It cost [hk $ 30 million] to dredge.', 'MONEY 30000000 HKD'],
    [
      'It was a [$5 million] deal for a [£40] lamp; [US $8], [A$9].',
      'MONEY 5000000 USD',
      'MONEY 40 GBP',
      'MONEY 8 USD',
      'MONEY 9 AUD',
    ],
    [
      'It cost [Rs 500 crore], [Rs. 250], [Sh 200], [AED 40 million].',
      'MONEY 5000000000 INR',
      'MONEY 250 INR',
      'MONEY 200 KES',
      'MONEY 40000000 AED',
    ],
    ['He paid [15 dollars 50].', 'MONEY 15.5 USD'],
    ['They owe [30 MUSD].', 'MONEY 30000000 USD'],
    ['It took [10 1/2 miles] of rope.', 'QUANTITY 10.5 miles'],
    ['The answer is [minus one].', 'CARDINAL -1'],
    ['Some [1.2m] people left and [2m] registered voters stayed.', 'CARDINAL 1200000 ~', 'CARDINAL 2000000'],
    ['Orders rise from [1.2m to 3.5m] units.', 'CARDINAL 1200000..3500000'],
    ['They ship [10m tonnes] of salt.', 'QUANTITY 10000000 tonnes'],
    ['A [3m] fence and [2m] waves.', 'QUANTITY 3 m', 'QUANTITY 2 m'],
    ['She is [1.8m] tall and won the [400m] hurdles.', 'QUANTITY 1.8 m', 'QUANTITY 400 m'],
    ['He swam [100m] wearing boots.', 'QUANTITY 100 m'],
    ['It reached [36.1C], then [40C] ([104F]).', 'QUANTITY 36.1 C', 'QUANTITY 40 C', 'QUANTITY 104 F'],
    ['A [2C] rise from [-5C].', 'QUANTITY 2 C', 'QUANTITY -5 C'],
  ])('%s', (marked, ...summaries) => {
    expectQuantities(marked, summaries);
  });

  test.each([
    'The Boeing 737 and Ernie 4.5 Turbo are names.',
    'No one knows which one of them left.',
    'They met in 2017 and on April 29.',
    'A two-way street and a three-day strike.',
    'The score was 3-2.',
    'A third party sold first class seats.',
    'She waits in seat 14C near Gate 23F.',
    'The fund sent in a 13F filing.',
  ])('nothing in %s', (text) => {
    expect(quantitiesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([]);
  });
});

test('a long line of digits does not hang', () => {
  expect(quantitiesOf('7'.repeat(100000))).toEqual([]);
});

describe('what goes on behind the number', () => {
  test.each<[string, string]>([
    ['鱼重[三斤半]。', 'QUANTITY 3.5 斤'],
    ['票价[五元三毛]。', 'MONEY 5.3 CNY'],
    ['他重[六斤八两]。', 'QUANTITY 6.8 斤'],
    ['气温降到[-5℃]。', 'QUANTITY -5 ℃'],
    ['利润为[负三十二亿元]。', 'MONEY -3200000000 CNY'],
    ['全场打[五折]。', 'PERCENT 50 %'],
    ['The ticket costs [3 dollars 50 cents].', 'MONEY 3.5 USD'],
    ['二十五', 'CARDINAL 25'],
    ['十五点七', 'CARDINAL 15.7'],
    ['一又二分之一', 'CARDINAL 1.5'],
    ['⅔', `CARDINAL ${2 / 3}`],
    ['三千两百两', 'QUANTITY 3200 两'],
    ['五兆六亿', 'CARDINAL 5000600000000'],
  ])('%s', (marked, wanted) => {
    expect(quantitiesOf(parseCase(marked).text).map(summary)).toEqual([wanted]);
  });

  test.each(['他辜负三代人的期望，胜负五五开。', '参加的人和参与的人都来了。', '他们俩走了，两人世界。'])(
    'no sign and no numeral in %s',
    (text) => {
      expect(
        quantitiesOf(text).filter(({ value }) => value !== null && (value < 0 || (value === 3 && text.includes('参')))),
      ).toEqual([]);
    },
  );

  test('what is counted before a final', () => {
    expect(quantitiesOf('产生6项决赛冠军，8名决赛选手。').map(({ value }) => value)).toEqual([6, 8]);
  });

  test.each(['四分之一决赛打响，1/4决赛结束。', '沪深两市上涨，两地通车。'])('no quantity in %s', (text) => {
    expect(quantitiesOf(text)).toEqual([]);
  });
});

describe('base units and what is counted', () => {
  test.each<[string, number | null, string | null]>([
    ['桥长2.5公里。', 2500, 'm'],
    ['鱼重三斤。', 1.5, 'kg'],
    ['气温20摄氏度。', 293.15, 'K'],
    ['The boat weighs 2 tonnes.', 2000, 'kg'],
    ['It runs at 36 km/h.', 10, 'm/s'],
    ['来了300个人。', null, null],
  ])('%s', (text, base, baseUnit) => {
    expect(quantitiesOf(text)[0]).toMatchObject({ base, baseUnit });
  });

  test.each<[string, string | null]>([
    ['发布了300个大语言模型。', '大语言模型'],
    ['50多家企业参展。', '企业'],
    ['增长了5%。', null],
  ])('%s counts %s', (text, of) => {
    expect(quantitiesOf(text)[0]?.of).toBe(of);
  });
});

describe('bounds', () => {
  test.each<[string, number | null, number | null, number | null]>([
    ['逾200人受伤。', 200, 200, null],
    ['至少300家企业参展。', 300, 300, null],
    ['不足50艘船出海。', 50, null, 50],
    ['300多艘船出海。', 300, 300, null],
    ['这个数在100以下。', 100, null, 100],
    ['约200人受伤。', 200, null, null],
    ['200人受伤。', 200, null, null],
    ['At least 300 boats sank.', 300, 300, null],
    ['Up to 50 boats sank.', 50, null, 50],
    ['More than 40 boats sank.', 40, 40, null],
    ['About 40 boats sank.', 40, null, null],
    ['The fund passed $2.7 trillion.', 2.7e12, 2.7e12, null],
    ['The port crossed 1 million crates.', 1e6, 1e6, null],
    ['The council passed two bills.', 2, null, null],
    ['大于100且小于300的数。', null, 100, 300],
    ['Numbers greater than 5 and less than 10 count.', null, 5, 10],
    ['It is between 20 and 30.', null, 20, 30],
    ['位于20和30之间。', null, 20, 30],
  ])('%s', (text, value, low, high) => {
    expect(quantitiesOf(text).map((found) => [found.value, found.low, found.high])).toEqual([[value, low, high]]);
  });

  test('bounds that exclude each other are two numbers', () => {
    expect(quantitiesOf('大于50小于12的数。').map(({ value }) => value)).toEqual([50, 12]);
  });

  test('a range has its base as well', () => {
    expect(quantitiesOf('桥长2至3公里。')[0]).toMatchObject({
      base: null,
      baseLow: 2000,
      baseHigh: 3000,
      baseUnit: 'm',
    });
    expect(quantitiesOf('桥长逾2公里。')[0]).toMatchObject({ base: 2000, baseLow: 2000, baseHigh: null });
  });
});

test('what is counted ends at a comma', () => {
  expect(quantitiesOf('建成120MW的电站，企业很多。')[0]?.of).toBe('电站');
});

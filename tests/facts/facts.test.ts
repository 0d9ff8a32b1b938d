import { describe, expect, test } from '@jest/globals';
import { Converter } from 'opencc-js';
import { annotate } from '../support/annotate.js';

const toTraditional = Converter({ from: 'cn', to: 't' });

const factsOf = (text: string): (string | null)[][] => {
  const { text: settled, facts, times } = annotate(text, { published: '2024-06-10' });
  const cut = (span: { start: number; end: number } | null) =>
    span === null ? null : settled.slice(span.start, span.end);
  return facts.map(({ subject, predicate, object, time }) => [
    cut(subject),
    predicate.lemma,
    cut(object),
    time === null ? null : (times[time]?.value ?? null),
  ]);
};

describe('facts', () => {
  test.each([
    ['去年12月，阿里云正式发布了Qwen-72B。', [['阿里云', '发布', 'Qwen-72B', '2023-12']]],
    ['去年12月，阿里云正式发布并开源了Qwen-72B。', [['阿里云', '发布', 'Qwen-72B', '2023-12']]],
    ['这家船厂2019年破产。'], // whose it is is not said
    ['港务局成立于1978年。', [['港务局', '成立', null, '1978']]],
    [
      '2023年出口额为3.2亿元，同比增长8.7%。',
      [
        ['出口额', '为', '3.2亿元', '2023'],
        ['出口额', '同比增长', '8.7%', '2023'],
      ],
    ],
    ['百度宣布，推出新平台。', [['百度', '推出', '新平台', null]]],
    ['李克农1962年在北京逝世。', [['李克农', '逝世', null, '1962']]],
    ['港务局可能推出新票价。'], // not sure
    ['港务局没有推出新票价。'], // denied
    ['港务局将于明年推出新票价。'], // to come
    ['补贴取消后，销量变少。'], // a time, no fact
    ['他推出新票价。'], // whoever he is
    ['港务局委员会批准了新票价。', [['港务局委员会', '批准', '新票价', null]]], // 委员会 foresees nothing
    [
      '去年，港务局支出为3.2亿元，增长4%。',
      [
        ['港务局支出', '为', '3.2亿元', '2023'],
        ['港务局支出', '增长', '4%', '2023'],
      ],
    ],
    ['行政院去年编列了预算，比前年增加了104亿元。', [['行政院', '编列', '预算', '2023']]], // what grew is not who acted
    ['去年港务局营收为9.8亿元，亏损6.7亿元。', [['港务局营收', '为', '9.8亿元', '2023']]], // another amount
    ['港务局发行了20亿元绿色债券。', [['港务局', '发行', '20亿元绿色债券', null]]],
    ['基金会资助了车队3200万元。'], // two objects
    ['银行去年裁撤了三家门店，现有员工420人。', [['银行', '裁撤', '三家门店', '2023']]],
    ['Exports fell 4.6 percent in March.', [['Exports', 'fall', '4.6 percent', '2024-03']]],
    ['The association was founded in 1978.', [['The association', 'be founded', null, '1978']]],
    [
      'The two countries signed a fishing accord last week.',
      [['The two countries', 'sign', 'a fishing accord', '2024-W23']],
    ],
    ['The firm might have signed a deal.'],
    ['It signed a deal.'],
    [
      'The quake destroyed 340 houses in Pisco and damaged the only bridge.',
      [
        ['The quake', 'destroy', '340 houses', null],
        ['The quake', 'damage', 'the only bridge', null],
      ],
    ],
    [
      'The firm employs 48 people and opened an office in 2023.',
      [
        ['The firm', 'employ', '48 people', null],
        ['The firm', 'open', 'an office', '2023'],
      ],
    ],
    ['Nokia, the Finnish maker of networks, bought a rival on Monday.', [['Nokia', 'buy', 'a rival', '2024-06-10']]],
    ['The museum bought them in 1931.'], // whatever they are
    ['The city spent more per passenger than any port.'], // no object
    ['The court fined a dealer €150,000.'], // two objects
    ['The candidates elected were two farmers.'], // no verb of its own
  ])('%s', (text, expected = []) => {
    expect(factsOf(text)).toEqual(expected);
    expect(annotate(toTraditional(text)).facts.length).toBe(annotate(text).facts.length);
  });
});

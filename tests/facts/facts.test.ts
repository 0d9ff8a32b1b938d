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
    ['Exports fell 4.6 percent in March.', [['Exports', 'fall', '4.6 percent', '2024-03']]],
    ['The association was founded in 1978.', [['The association', 'be founded', null, '1978']]],
    [
      'The two countries signed a fishing accord last week.',
      [['The two countries', 'sign', 'a fishing accord', '2024-W23']],
    ],
    ['The firm might have signed a deal.'],
    ['It signed a deal.'],
  ])('%s', (text, expected = []) => {
    expect(factsOf(text)).toEqual(expected);
    expect(annotate(toTraditional(text)).facts.length).toBe(annotate(text).facts.length);
  });
});

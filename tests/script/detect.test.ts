import { describe, expect, test } from '@jest/globals';
import { detectLanguage, detectScript, sentenceLanguage, tellScript } from '../../src/script/detect.js';
import { annotate } from '../support/annotate.js';

describe('detectScript', () => {
  test.each([
    ['這家公司發布了新產品', 'Hant'],
    ['这家公司发布了新产品', 'Hans'],
    ['後來這家公司說：这家公司发布了', 'mixed'],
    ['The company released a product.', 'Latn'],
    ['', 'Latn'],
    ['里程', 'Hans'],
  ])('%s is %s', (text, script) => {
    expect(detectScript(text)).toBe(script);
  });
});

describe('tellScript', () => {
  test.each([
    ['渡輪公司發布新航線', 'Hant'],
    ['渡轮公司发布新航线', 'Hans'],
    ['中文了解', null],
    ['2024年3月', null],
    ['……', null],
    ['The ferry is late.', 'Latn'],
    ['渡輪公司說：渡轮公司发布新航线', 'mixed'],
    // Standard Traditional characters that are Simplified too.
    ['床前的人群', null],
    ['那群學生在床邊', 'Hant'],
    // Beyond the Basic Multilingual Plane.
    ['𠮷野', null],
  ])('%s is %s', (text, script) => {
    expect(tellScript(text)).toBe(script);
  });

  test.each([
    '渡し船は明日から運航されます。',
    '「これは何ですか」',
    'カラオケ大会',
    '経済産業省',
    '国会議員',
    '東京駅前',
    '長野県知事選挙',
    '日銀総裁大規模緩和政策維持決定',
    '港の新しい船',
  ])('%s is Japanese', (text) => {
    expect(tellScript(text)).toBe('Jpan');
  });

  test.each([
    ['她說カラオケ是她最愛的', 'Hant'],
    ['動畫《おさかな》在台灣播出', 'Hant'],
    ['渡輪在長野縣的車站旁邊', 'Hant'],
    ['台湾国会', 'Hans'],
    ['國會議員', 'Hant'],
  ])('%s is not', (text, script) => {
    expect(tellScript(text)).toBe(script);
  });
});

describe('a sentence whose characters do not tell', () => {
  const scripts = (text: string) => annotate(text).sentences.map(({ script }) => script);

  test('has the script of its paragraph, and else of the document', () => {
    expect(scripts('渡輪公司說。中文了解。\n中文了解。\nThe ferry is late.\n渡轮公司说。中文了解。')).toEqual([
      'Hant',
      'Hant',
      'mixed',
      'Latn',
      'Hans',
      'Hans',
    ]);
  });
});

describe('detectLanguage', () => {
  const english = 'The harbour authority said on Monday that the new ferry line would open a month later than planned.';
  test.each([
    ['渡輪公司說，新航線下月開通。', 'zh'],
    [english, 'en'],
    [`渡輪公司周一說，新航線要晚一個月才會開通，原因是碼頭還沒有完工。\n${english}`, 'mixed'],
    ['渡し船は明日から運航されます。', 'ja'],
    ['搭載Kestrel OS 3.1的新手機下月上市', 'zh'],
  ])('%s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test('a Chinese sentence with a long Latin name stays Chinese', () => {
    expect(sentenceLanguage('推出Northern Lights Research Assistant Pro')).toBe('en');
    expect(sentenceLanguage('公司推出了新的Northern Lights Research助理')).toBe('zh');
  });
});

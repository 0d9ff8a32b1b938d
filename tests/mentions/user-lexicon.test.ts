import { describe, expect, test } from '@jest/globals';
import { ConfigError, createPipeline } from '../../src/index.js';

const lexicon = [
  {
    ...({ name: '鯤鵬灣', type: 'ORG', aliases: ['鲲湾', 'Kunpeng Bay'], en: 'Roc Bay' } as const),
    ...{ wikidata: 'Q12345', ticker: 'HK:1234' },
  },
  { name: '輝達', type: 'ORG', aliases: ['英伟达'], en: 'NVIDIA', zhHans: '英伟达' } as const,
  { name: 'Qwen大模型', type: 'PRODUCT', aliases: ['Qwen'] } as const,
  { name: '七月科技', type: 'ORG' } as const,
  { name: '高峰', type: 'PERSON' } as const,
  { name: 'May', type: 'PERSON' } as const,
  { name: 'Yahoo! Japan', type: 'ORG' } as const,
  { name: '三十里铺计划', type: 'EVENT' } as const,
  { name: 'Port Ellery', type: 'ORG' } as const,
];
const pipeline = createPipeline({ lexicon, words: ['换电车'], pos: true });
const annotate = (text: string) => pipeline.annotate({ id: 'a', text, published: '2024-03-05' });

function given(text: string): string[] {
  return annotate(text)
    .mentions.filter(({ by }) => by === 'user-lexicon')
    .map((mention) => `${mention.text} ${mention.type}`);
}

describe("a name of the user's wins, in both scripts", () => {
  test.each([
    ['鯤鵬灣昨天降價，股價沒有動。', ['鯤鵬灣 ORG']],
    ['鲲鹏湾昨天降价，股价没有动。', ['鲲鹏湾 ORG']],
    ['鯤灣昨天降價。', ['鯤灣 ORG']],
    ['他用Qwen大模型寫稿，Qwen-72B沒有用上。', ['Qwen大模型 PRODUCT']],
    ['他用Qwen 大模型写稿，Qwen很快。', ['Qwen 大模型 PRODUCT', 'Qwen PRODUCT']],
    ['七月科技在七月搬家。', ['七月科技 ORG']],
    ['高峰期沒有人，高峰說。', ['高峰 PERSON', '高峰 PERSON']],
    ['三十里鋪計劃花了三十億元。', ['三十里鋪計劃 EVENT']],
    ['三十里铺计划花了三十亿元。', ['三十里铺计划 EVENT']],
    ["Roc Bay's chair met May in May, maybe.", ['Roc Bay ORG', 'May PERSON', 'May PERSON']],
    ['Shares of Yahoo! Japan fell; Kunpeng Bay rose.', ['Yahoo! Japan ORG', 'Kunpeng Bay ORG']],
    ['PORT ELLERY, March 6 - The chair of Port Ellery resigned.', ['Port Ellery ORG']],
    ['Mayor Kunpeng Bays stays away.', []],
  ])('%s', (text, expected) => {
    expect(given(text)).toEqual(expected);
  });

  test('nothing else that is found overlaps it, and no time or quantity lies in it', () => {
    const { mentions, times, quantities } = annotate('七月科技和三十里铺计划都在七月启动，花了三十亿元。');
    expect(mentions.map(({ text }) => text)).toEqual(['七月科技', '三十里铺计划']);
    expect(times.map(({ text }) => text)).toEqual(['七月']);
    expect(quantities.map(({ text }) => text)).toEqual(['三十亿元']);
  });
});

describe('segmentation', () => {
  test.each([
    ['鯤鵬灣的換電車在高峰期很多。', '鯤鵬灣/nt 的/uj 換電車/n 在/p 高峰/nr 期/n 很多/m 。/x'],
    ["Roc Bay's shares fell.", "Roc/Organization Bay/Organization 's/x shares/Noun fell/Verb ./x"],
  ])('%s', (text, expected) => {
    const tokens = annotate(text).tokens.map((token) => `${token.text}/${token.pos}`);
    expect(tokens.join(' ')).toBe(expected);
  });

  test.each([
    ['高峰期，高峰说Qwen大模型不如鲲鹏湾的换电车。Yahoo! Japan也来了。'],
    ['The Roc Bay-backed Yahoo! Japan said May’s plan failed. “Kunpeng Bay!” May said.'],
  ])('no token or sentence of %s goes across the end of a name', (text) => {
    const { tokens, sentences, mentions } = annotate(text);
    for (const { start, end, by } of mentions)
      if (by === 'user-lexicon')
        for (const token of tokens)
          for (const place of [start, end]) expect(token.start < place && place < token.end).toBe(false);
    for (const { start, end } of mentions)
      expect(sentences.some((sentence) => sentence.start <= start && sentence.end >= end)).toBe(true);
  });
});

describe('entities', () => {
  test('aliases are one, under the names that are given', () => {
    const { entities } = annotate('鲲鹏湾降价。Kunpeng Bay（鲲湾）没有回应。英伟达涨了，輝達沒有說話。');
    expect(entities).toMatchObject([
      {
        ...{ name: '鲲鹏湾', names: { 'zh-Hant': '鯤鵬灣', 'zh-Hans': '鲲鹏湾', en: 'Roc Bay' }, mentions: 3 },
        ...{ wikidata: 'Q12345', ticker: 'HK:1234' },
      },
      { name: '英伟达', names: { 'zh-Hant': '輝達', 'zh-Hans': '英伟达', en: 'NVIDIA' }, mentions: 2, wikidata: null },
    ]);
  });

  test('two entries are never one', () => {
    const rows = [{ name: 'Acme', type: 'ORG' } as const, { name: 'Acme Robotics', type: 'ORG' } as const];
    const article = createPipeline({ lexicon: rows }).annotate({ id: 'a', text: 'Acme sued Acme Robotics. Acme won.' });
    expect(article.entities.map(({ name, mentions }) => [name, mentions])).toEqual([
      ['Acme', 2],
      ['Acme Robotics', 1],
    ]);
  });

  test('in another script the name is that of the script', () => {
    const { entities } = createPipeline({ lexicon, script: 'hans' }).annotate({ id: 'a', text: '輝達漲了。' });
    expect(entities[0]?.name).toBe('英伟达');
  });
});

test.each([
  ['鲲湾表示，价格不会变。', '鲲湾'],
  ['七月科技表示，價格不會變。', '七月科技'],
  ['“The price will stay,” Kunpeng Bay said on Monday.', 'Kunpeng Bay'],
])('%s: the claim is that of the name', (text, name) => {
  const { claims, entities } = annotate(text);
  expect(claims[0]?.source).toMatchObject({ text: name, entity: entities[0]?.id });
});

test('two pipelines in one process keep their words apart', () => {
  const text = '他开换电车。';
  const words = (options: object) =>
    createPipeline(options)
      .annotate({ id: 'a', text })
      .tokens.map((token) => token.text);
  const before = words({});
  expect(words({ words: [{ word: '开换电', tag: 'v' }] })).toContain('开换电');
  expect(words({})).toEqual(before);
});

describe('recognisers', () => {
  const text = '北京时间三月五日，华为公司表示，价格会涨三成。';
  test.each([
    ['times', 'times'],
    ['quantities', 'quantities'],
    ['claims', 'claims'],
  ] as const)('%s can be switched off', (name, layer) => {
    expect(createPipeline().annotate({ id: 'a', text })[layer]).not.toEqual([]);
    expect(createPipeline({ recognizers: { [name]: false } }).annotate({ id: 'a', text })[layer]).toEqual([]);
  });

  test('without the models the rules decide', () => {
    const { mentions } = createPipeline({ recognizers: { model: false } }).annotate({ id: 'a', text });
    expect(mentions.map(({ by }) => by)).not.toContain('model');
    expect(mentions.map((mention) => mention.text)).toContain('华为公司');
  });
});

test.each([
  [{ lexicon: [{ name: '', type: 'ORG' as const }] }, 'lexicon.0.name: it is empty.'],
  [{ lexicon: [{ name: 'x', type: 'ORGS' as 'ORG' }] }, 'lexicon.0.type: "ORGS" is none of PERSON'],
  [{ lexicon: [{ name: 'x', type: 'ORG' as const, wikidata: 'P31' }] }, 'lexicon.0.wikidata: "P31"'],
  [{ recognizers: { modle: false } as object }, 'recognizers: "modle" is no setting here'],
  [{ words: ['a b'] }, 'words.0: "a b"'],
])('%j is refused', (options, message) => {
  expect(() => createPipeline(options)).toThrow(ConfigError);
  expect(() => createPipeline(options)).toThrow(message);
});

import { describe, expect, test } from '@jest/globals';
import { attributions, claimsOf, toTraditional } from '../support.js';

type Row = readonly [text: string, rule: string, source: string | null, content: string, quote: string];

const rows: readonly Row[] = [
  ['老教授陈国栋表示，这座桥早就该修了。', 'speaker-cue-clause', '陈国栋', '这座桥早就该修了', 'indirect'],
  ['市卫生局局长林海燕在昨天的会上强调，疫苗供应充足。', 'speaker-cue-clause', '林海燕', '疫苗供应充足', 'indirect'],
  ['村里的老人都说，今年的雨水比往年少。', 'speaker-cue-clause', '老人', '今年的雨水比往年少', 'indirect'],
  // A name that is defined in brackets is said by nobody and parts nobody from his verb.
  [
    '海川航运有限公司（下称“海川航运”）表示，船已修好。',
    'speaker-cue-clause',
    '海川航运有限公司',
    '船已修好',
    'indirect',
  ],
  [
    '海川航运公司（以下称“海川”或“公司”）通报，船已修好。',
    'speaker-cue-clause',
    '海川航运公司',
    '船已修好',
    'indirect',
  ],
  ['据送交议会的评估报告，大桥还能再用十年。', 'according-to', '评估报告', '大桥还能再用十年', 'indirect'],
  ['他认为这项政策见效很慢。', 'speaker-cue-bare', '他', '这项政策见效很慢', 'indirect'],
  ['目击者告诉记者，货车当时没有减速。', 'speaker-cue-clause', '目击者', '货车当时没有减速', 'indirect'],
  ['有观点认为，地铁票价不宜再涨。', 'speaker-cue-clause', '观点', '地铁票价不宜再涨', 'indirect'],
  [
    '不少业内人士担心，补贴取消后销量会下滑。',
    'speaker-cue-clause',
    '不少业内人士',
    '补贴取消后销量会下滑',
    'indirect',
  ],
  [
    '长期从事水稻育种的镇农技站副站长钱万里在电话里说，今年虫害偏早。',
    'speaker-cue-clause',
    '钱万里',
    '今年虫害偏早',
    'indirect',
  ],
  ['一位曾在船厂负责采购的前高管坦言，公司扩张太快。', 'speaker-cue-clause', '前高管', '公司扩张太快', 'indirect'],
  ['论文第一作者白海波告诉记者，样本只有三份。', 'speaker-cue-clause', '白海波', '样本只有三份', 'indirect'],
  ['馆长高有田平静地说，旧馆明年关闭。', 'speaker-cue-clause', '高有田', '旧馆明年关闭', 'indirect'],
  ['业主马春兰走出法院时表示，她不会上诉。', 'speaker-cue-clause', '马春兰', '她不会上诉', 'indirect'],
  ['有媒体援引知情人士的话称，两家船厂将合并。', 'speaker-cue-clause', '知情人士', '两家船厂将合并', 'indirect'],
  ['镇政府水利处则回应，闸门已经关闭。', 'speaker-cue-clause', '水利处', '闸门已经关闭', 'indirect'],
  ['年报显示，公司去年亏损三亿元。', 'speaker-cue-clause', '年报', '公司去年亏损三亿元', 'indirect'],
  ['问卷结果表明，多数居民支持加装电梯。', 'speaker-cue-clause', '问卷结果', '多数居民支持加装电梯', 'indirect'],
  ['报道称，两家船厂已经停工。', 'document-cue-clause', '报道', '两家船厂已经停工', 'indirect'],
  ['据世界银行统计，去年有七千万人脱贫。', 'according-to', '世界银行', '去年有七千万人脱贫', 'indirect'],
  ['据《晨光报》报道，大坝出现了裂缝。', 'according-to', '晨光报', '大坝出现了裂缝', 'indirect'],
  ['根据招股书，公司拟发行两亿股。', 'according-to', '招股书', '公司拟发行两亿股', 'indirect'],
  ['记者从市气象台获悉，明天有大雨。', 'learned-from', '市气象台', '明天有大雨', 'indirect'],
  ['据悉，这条铁路将于明年通车。', 'hearsay', null, '这条铁路将于明年通车', 'indirect'],
  ['在老船长赵大海看来，风浪才刚刚开始。', 'in-the-eyes-of', '赵大海', '风浪才刚刚开始', 'indirect'],
  ['正如校长郑文华所说，读书不只是为了考试。', 'as-speaker-said', '郑文华', '读书不只是为了考试', 'indirect'],
  ['“水退得比往年慢。”村民罗成说。', 'quote-next-speaker', '罗成', '水退得比往年慢。', 'direct'],
  [
    '“水退得比往年慢。”住在河边的73岁渔民高有田对记者说。',
    'quote-next-speaker',
    '高有田',
    '水退得比往年慢。',
    'direct',
  ],
  ['教练马东对判罚表示不满：“那不是犯规。”', 'speaker-cue-quote', '马东', '那不是犯规。', 'direct'],
  ['厂长周立民直言：“设备已经老化了。”', 'speaker-cue-quote', '周立民', '设备已经老化了。', 'direct'],
  // The comma before the tag is lost.
  ['“今年我们不会涨价，明年也不会”店主孙梅说。', 'quote-speaker-cue', '孙梅', '今年我们不会涨价，明年也不会', 'direct'],
  ['“我们不会涨价，”店主孙梅说。', 'quote-speaker-cue', '孙梅', '我们不会涨价，', 'direct'],
  ['“路终于修通了。”村民李大山说。', 'quote-next-speaker', '李大山', '路终于修通了。', 'direct'],
  [
    '如果不下雨，收成“恐怕要减半”，农技员吴志强警告。',
    'content-speaker-cue',
    '吴志强',
    '如果不下雨，收成“恐怕要减半”',
    'mixed',
  ],
  ['该片受到许多影评人的批评，认为它节奏拖沓。', 'omitted-speaker-cue-clause', '许多影评人', '它节奏拖沓', 'indirect'],
  ['他把这次旅行形容为“漫长的等待”。', 'judge-object-quote', '他', '漫长的等待', 'direct'],
  ['“粮价会涨。”说这话的是粮商米振华。', 'quote-next-speaker', '米振华', '粮价会涨。', 'direct'],
  ['“堤坝守住了。”站在江边，老支书高有田感慨。', 'quote-next-speaker', '高有田', '堤坝守住了。', 'direct'],
  ['镇长马德海：“明年先修渠，后修路。”', 'speaker-colon-quote', '马德海', '明年先修渠，后修路。', 'direct'],
  [
    '“船不开，鱼就烂在舱里。”3月4日，渔民金水生对记者说。',
    'quote-next-speaker',
    '金水生',
    '船不开，鱼就烂在舱里。',
    'direct',
  ],
  [
    '“船不开，鱼就烂在舱里。”渔会理事金水生直言，补偿款迟到了半年。',
    'quote-then-report',
    '金水生',
    '船不开，鱼就烂在舱里。',
    'direct',
  ],
  ['市政府否认挪用经费，称所有开支都有记录。', 'omitted-speaker-cue-clause', '市政府', '所有开支都有记录', 'indirect'],
];

describe('a frame finds who says what', () => {
  test.each(rows)('%s', (text, rule, source, content, quote) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content, quote, rule }));
  });

  test.each(rows)('in Traditional as well: %s', (text) => {
    const plain = claimsOf(text).claims;
    const traditional = claimsOf(toTraditional(text)).claims;
    const spans = (claims: typeof plain) =>
      claims.map(({ start, end, source, cue, quote, kinds, rule }) => [
        start,
        end,
        source?.start,
        source?.end,
        cue?.start,
        cue?.end,
        quote,
        kinds,
        rule,
      ]);
    expect(spans(traditional)).toEqual(spans(plain));
  });
});

describe('what is no attribution', () => {
  test.each([
    ['他被称为当代最好的棋手。'], // a name given
    ['这份说明书一共有三十页。'], // 說明 inside a word
    ['沪深三百指数昨天上涨了一成。'], // 指 inside 指數
    ['他拒绝透露谈判的细节。'], // what was not said
    ['公司将宣布新的人事安排。'], // what has not been said yet
    ['大会对遇难者家属表示慰问。'], // an act of speech without content
    ['经济学家的预测往往不准。'], // a noun
    ['这意味着工厂必须搬走。'], // the author's own inference
    ['新桥预计明年完工。'], // a thing expects nothing
    ['公司提出异议。'], // 提出 with a noun
    ['根据规定，游客不得携带宠物。'], // a rule is no source
    ['这就是所谓的“慢生活”。'], // a scare quote
    ['小镇名叫“桃花坞”，在山的那一边。'], // a name
    ['“晨光计划”已经实施了三年。'], // a title
    ['导演马德海：《海上的灯》'], // a work with its maker
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('over clauses and sentences', () => {
  test('a split quotation gives two claims of one speaker', () => {
    const found = attributions('“票价太高了，”游客何芳说，“我们下次不来了。”');
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['何芳', '票价太高了，'],
      ['何芳', '我们下次不来了。'],
    ]);
  });

  test('a quotation over several sentences is one claim', () => {
    const [claim] = attributions('队长马超说：“我们尽力了。对手更强。明年再来。”');
    expect(claim).toMatchObject({ source: '马超', content: '我们尽力了。对手更强。明年再来。', quote: 'direct' });
  });

  test('a quotation alone takes the speaker of the sentence before it', () => {
    const found = attributions('导演高明预计，影片明年上映。“我们不想赶时间，也不想将就。”');
    expect(found.at(-1)).toMatchObject({ source: '高明', rule: 'quote-alone', quote: 'direct' });
  });

  test('another speaker ends what a rumour says', () => {
    const found = attributions('网上有传言称大坝早已漏水，站长高有田予以否认：“大坝一切正常。”');
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['传言', '大坝早已漏水'],
      ['高有田', '大坝一切正常。'],
    ]);
  });

  test('a dateline is no part of what is claimed', () => {
    const { document, claims } = claimsOf('【沙洲社5月24日电】港务局昨晚关闭了北港。');
    expect(claims.map(({ start, end }) => document.text.slice(start, end))).toEqual(['港务局昨晚关闭了北港']);
  });

  test('the author takes the turn again', () => {
    const [claim] = attributions('工人告诉记者，矿井里还有积水，但这一说法未获公司证实。');
    expect(claim?.content).toBe('矿井里还有积水');
  });

  test('somebody else takes the turn behind a semicolon', () => {
    const found = attributions('部长刘洋强调，粮食储备充足；农会发言人则补充，运输仍有困难。');
    expect(found.map(({ content }) => content)).toEqual(['粮食储备充足', '运输仍有困难']);
  });

  test('a phrase of place stands before the tag in the next sentence', () => {
    const [claim] = attributions('“今年只种水稻，不种玉米。”在昨天的村民会上，村主任罗建国说。');
    expect(claim).toMatchObject({ source: '罗建国', rule: 'quote-next-speaker' });
  });

  test('a report that ends in a colon announces the paragraph behind it', () => {
    const found = attributions('马德海坦承镇里没有钱：\n“修一公里渠要八十万，我们一年的预算只有两百万。”');
    expect(found.at(-1)).toMatchObject({ source: '马德海', rule: 'block-quote', quote: 'direct' });
  });

  test('nothing is carried over a paragraph', () => {
    const found = attributions('校长郑文华说，学校不会搬迁。\n“这里曾经是一片荒地，什么都没有。”');
    expect(found.at(-1)).toMatchObject({ source: null, rule: 'quote-alone' });
  });
});

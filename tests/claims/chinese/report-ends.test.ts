import { describe, expect, test } from '@jest/globals';
import { attributions, toTraditional } from '../support.js';

type Row = readonly [text: string, ...found: (readonly [source: string | null, content: string])[]];

const ends: readonly Row[] = [
  ['研究员吴念真批评新围墙挡风，他随后登门致歉。', ['吴念真', '新围墙挡风']],
  ['住户林玉芬抱怨电梯太慢，承办员何文只是点头。', ['林玉芬', '电梯太慢']],
  ['店主供称当晚停电，还拿出维修单据。', ['店主', '当晚停电']],
  ['台北地方法院民事庭昨天裁定，房东应退还押金，全案可上诉。', ['台北地方法院民事庭', '房东应退还押金']],
  ['护士告诉她床位已经排满，父亲则断定那是推托。', ['护士', '床位已经排满'], ['父亲', '那是推托']],
  ['馆长表示，新馆十月开放，门票不涨价。', ['馆长', '新馆十月开放,门票不涨价']],
];

const inner: readonly Row[] = [
  [
    '“先拆再说，”他笑道，“邻居说我像拆房子的。”',
    ['他', '先拆再说,'],
    ['他', '邻居说我像拆房子的。'],
    ['邻居', '我像拆房子的'],
  ],
  ['“我以为门没锁。”她说。', ['她', '我以为门没锁。']],
];

const quoted: readonly Row[] = [
  ['“我师父成日话：‘字要企得正。’”她说。', ['她', '我师父成日话:‘字要企得正。’']],
  [
    '“路修好了，”里长何文说，“谁都看得见！”议员杜明随即反驳，路面还有三个坑。',
    ['何文', '路修好了,'],
    ['何文', '谁都看得见!'],
    ['杜明', '路面还有三个坑'],
  ],
  ['评审团的评语是“看不到底”。', ['评审团', '看不到底']],
  ['评审推崇这是“十年来最安静的展览”。', ['评审', '这是“十年来最安静的展览”']],
  ['章程写明“任何会员不得代投”。', ['章程', '任何会员不得代投']],
  ['消息指球会正与前锋谈约，杜明摇头摆手：“没有这回事。”', ['消息', '球会正与前锋谈约'], ['杜明', '没有这回事。']],
  ['住户觉得谁来管都一样，“垃圾还是没人收”。', ['住户', '谁来管都一样,“垃圾还是没人收”']],
];

const sources: readonly Row[] = [
  ['她边收雨伞边说：“今天不卖了。”', ['她', '今天不卖了。']],
  ['顾问公司澄度审核后确认，帐目没有缺口。', ['澄度', '帐目没有缺口']],
  ['关注组上月走访四十户，发现三成住户担心业主会加租。', ['关注组', '三成住户担心业主会加租']],
  ['财务长江海玲态度软化，说价格还可以谈。', ['江海玲', '价格还可以谈']],
  ['从重播可见，皮球已经越过底线。', ['重播', '皮球已经越过底线']],
  ['有论者认为纸本普及，电子馆迟早没落。', ['论者', '纸本普及,电子馆迟早没落']],
];

const ascii = (text: string): string => text.replaceAll('，', ',').replaceAll('！', '!').replaceAll('：', ':');

describe.each([
  ['where a report ends', ends],
  ['what is said within a quotation', inner],
  ['quotations', quoted],
  ['sources', sources],
])('%s', (_, rows) => {
  test.each(rows)('%s', (text, ...found) => {
    for (const [read, shown] of [
      [text, (span: string | null) => span],
      [toTraditional(text), (span: string | null) => (span === null ? null : toTraditional(span))],
    ] as const)
      expect(attributions(read).map(({ source, content }) => [source, ascii(content)])).toEqual(
        found.map(([source, content]) => [shown(source), shown(content)]),
      );
  });
});

import { describe, expect, test } from '@jest/globals';
import { attributions, toTraditional } from '../support.js';

type Row = readonly [text: string, source: string, content: string, rule?: string];

const deeds: readonly Row[] = [
  ['教练罗广平推门进来：“今天谁都不准早退。”', '罗广平', '今天谁都不准早退。', 'speaker-deed-quote'],
  ['他放下筷子，看了看窗外：“雨停了我就走。”', '他', '雨停了我就走。', 'speaker-deed-quote'],
  ['“钥匙一直在我这里，”管理员何秀兰打开抽屉，“谁也没来借过。”', '何秀兰', '谁也没来借过。'],
  ['“船今晚不开了。”船长把缆绳系好。', '船长', '船今晚不开了。', 'quote-speaker-deed'],
  ['“这桥我走了四十年，”村民红着眼圈回忆，“从没见过这么大的水。”', '村民', '这桥我走了四十年，'],
  ['“路不好走。”老板叮嘱前来投宿的旅客。', '老板', '路不好走。'],
  ['落选的陈文山没有离开会场。“我还会再来。”', '陈文山', '我还会再来。', 'quote-alone'],
];

const opinions: readonly Row[] = [
  ['馆长的理由是，旧书不能外借。', '馆长', '旧书不能外借', 'opinion-is'],
  ['业主的担忧在于工程会拖到明年。', '业主', '工程会拖到明年', 'opinion-is'],
  ['街坊的看法更直接：车站早就该搬。', '街坊', '车站早就该搬', 'opinion-is'],
  ['校方宣布停课两天，理由是供水尚未恢复。', '校方', '供水尚未恢复', 'opinion-is'],
  ['居民最担心的是，一旦涨水没有退路。', '居民', '一旦涨水没有退路', 'opinion-is'],
];

const judgements: readonly Row[] = [
  ['这项决定被在野党斥为“一场闹剧”。', '在野党', '一场闹剧', 'judge-object-quote'],
  ['影评人将这部片誉为“港口的挽歌”。', '影评人', '港口的挽歌', 'judge-object-quote'],
];

const sources: readonly Row[] = [
  ['控方结案陈词时指出，被告早已知情。', '控方', '被告早已知情'],
  ['经法官追问，店主才承认账本是后来补的。', '店主', '账本是后来补的'],
  ['水务署的月报记载，水库蓄水量只剩三成。', '水务署', '水库蓄水量只剩三成'],
  ['坊间则有声音忧心，票价会再涨一轮。', '声音', '票价会再涨一轮'],
  ['《海岸条例》第12条规定，沙滩不得设摊。', '海岸条例', '沙滩不得设摊'],
  ['有人说这条路太窄，也有人说路灯太暗。', '有人', '这条路太窄'],
];

describe('whoever acts beside a quotation', () => {
  test.each([...deeds, ...opinions, ...judgements, ...sources].map((row) => [row[0], row] as const))(
    '%s',
    (text, row) => {
      const [, source, content, rule] = row;
      const wanted = rule === undefined ? { source, content } : { source, content, rule };
      expect(attributions(text)).toContainEqual(expect.objectContaining(wanted));
    },
  );

  test.each([...deeds, ...opinions, ...judgements].map((row) => row.slice(0, 3)))(
    '%s, in Traditional characters',
    (text = '', source = '', content = '') => {
      const wanted = { source: toTraditional(source), content: toTraditional(content) };
      expect(attributions(toTraditional(text))).toContainEqual(expect.objectContaining(wanted));
    },
  );

  test.each([
    '页面弹出一行红字：“数据已提交。”',
    '墙上挂着一块木牌：“闲人免进。”',
    '这座城被誉为“百岛之城”。',
    '既然“似曾相识”，我们不妨再看一遍。',
    '林某承认四项失信罪名。',
    '馆方对批评表示欢迎。',
  ])('%s names no speaker', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { attributions, toTraditional } from '../support.js';

const used: readonly (readonly [text: string, source: string, content: string])[] = [
  ['馆方以“名单尚未核对”婉拒回应。', '馆方', '名单尚未核对'],
  ['对手主帅只以“输得不冤枉”作答。', '主帅', '输得不冤枉'],
  ['外婆总把“先吃饭再说”挂在嘴边。', '外婆', '先吃饭再说'],
  ['券商抛出“铜价明年翻倍”的大胆论断。', '券商', '铜价明年翻倍'],
  ['商会提出“限购令伤及小店”的质疑。', '商会', '限购令伤及小店'],
];

const behind: readonly (readonly [text: string, source: string, content: string])[] = [
  ['局长颜世昌否认延误通报，“当天下午就发了短信”，他说。', '他', '当天下午就发了短信'],
  ['医院驳斥拒收病人的说法，“当晚一张床也没有”，主任莫皓文解释。', '莫皓文', '当晚一张床也没有'],
  ['球队昨天换帅，“我对名单没有意见”，队长柯博文说。', '柯博文', '我对名单没有意见'],
  ['校方强调，“一切依规定办理”，家长则说，没有人通知他们。', '校方', '一切依规定办理'],
  ['“我没做错。”他说完后，公司宣布停业。', '他', '我没做错。'],
  ['市府说会补偿。“补偿？我一毛钱都没看到！”摊贩林阿月激动地说，她等了三年。', '林阿月', '补偿？我一毛钱都没看到！'],
  ['隔壁来帮忙。“这张桌子是他打的。”临走前，她笑出了眼泪。', '她', '这张桌子是他打的。'],
];

describe.each([
  ['words that somebody uses', used],
  ['a tag behind a quotation', behind],
])('%s', (_, rows) => {
  test.each(rows)('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each(rows)('in Traditional as well: %s', (text, source, content) => {
    const found = attributions(toTraditional(text)).map((claim) => [claim.source, claim.content]);
    expect(found).toContainEqual([toTraditional(source), toTraditional(content)]);
  });
});

test.each([
  ['论坛以“海风与港口”为题。'], // a title
  ['他把“海风一号”卖给了邻居。'], // a thing
  ['市场上有“小店更贵”的说法。'], // of nobody
])('%s is said by nobody', (text) => {
  expect(attributions(text)).toEqual([]);
});

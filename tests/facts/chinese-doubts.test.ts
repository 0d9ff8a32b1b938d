import { describe, expect, test } from '@jest/globals';
import { annotate } from '../support/annotate.js';
import { type FactRow, factsOf, toTraditional } from './support.js';

describe('what gives no Chinese fact', () => {
  test.each<FactRow>([
    // What makes somebody do it, or tells it of him, is no part of his name.
    ['台风昨日登陆，令维港航道关闭。', [['台风', '登陆', null, '2024-06-09']]],
    ['台风昨日登陆，也令多班渡轮取消。', [['台风', '登陆', null, '2024-06-09']]],
    ['报道指集团出售三间酒店。'],
    ['允许北岸队夺得冠军。'],
    ['抗议三家工厂关闭。'],
    ['排队长度缩短至0.9公里。', [['排队长度', '缩短至', '0.9公里', null]]],
    // What is asked for, ordered, or said by a side in a dispute.
    ['法院判令店主赔偿原告1.2万元。'],
    ['原告请求法院判令工厂赔偿损失500万元。'],
    ['被告称，工厂归还货款42万元。'],
    ['起诉书指出，工厂骗取补贴300万元。'],
    ['审计署指出，工厂骗取补贴300万元。', [['工厂', '骗取', '补贴300万元', null]]],
    // What is foreseen or aimed at.
    ['港务局估裁员200人。'],
    ['港务局冀收购两家工厂。'],
    ['港务局最快关闭两家工厂。'],
    ['港务局设想关闭两家工厂。'],
    ['港务局目标击败对手。'],
    ['警方正研究拘捕三名男子。'],
    // What is only proposed, or goes on with a condition.
    ['若申请获批，票价升至18元。月票则由600元增至655元。'],
    ['家庭可领取2万元补贴；三孩家庭再增加1万元。'],
    // Subjects and objects that are cut.
    ['沪指最高涨了16%。'],
    ['最后面的一辆面包车起火。'],
    ['创校51年来首次跌破五成。'],
    ['考古队累计清理出一座铸铜作坊。'],
    ['下午手机就关机了。'],
    ['环保部门立案查处涉水违法案件289件。'],
    ['联盟昨日上演逆转戏码。'],
    ['全国失业率微升至3.7%。', [['全国失业率', '升至', '3.7%', null]]],
    ['警署开放中心42间，收容市民1050人。'],
    ['同类意外去年造成19人死亡。'],
    ['制造业产出持平。'],
    ['县政府调派民兵200名待命。', [['县政府', '调派', '民兵200名', null]]],
    ['县政府调派直升机2架待命。', [['县政府', '调派', '直升机2架', null]]],
    ['林远替补出场8分钟贡献10分。'],
    ['县政府发放帐篷800顶、棉被2000床。', [['县政府', '发放', '帐篷800顶、棉被2000床', null]]],
    ['一名投诉人称，店家收取费用380元，商店拒绝退款。'],
    // What was so for a while, or is that of another figure.
    ['金价一度突破3700元。'],
    ['长桥公司发行价为每股8.9元，收盘涨210%。', [['长桥公司发行价', '为', '每股8.9元', null]]],
  ])('%s', (text, expected = []) => {
    expect(factsOf(text)).toEqual(expected);
    expect(factsOf(toTraditional(text)).length).toBe(expected.length);
  });
});

describe('how long the time of a Chinese fact holds', () => {
  test.each<FactRow>([
    // The day of what somebody did is not that of figures behind it.
    [
      '6月5日，长桥公司发布年报，营收为18亿元，增长8%。',
      [
        ['长桥公司', '发布', '年报', '2024-06-05'],
        ['长桥公司', '营收为', '18亿元', null],
        ['营收', '增长', '8%', null],
      ],
    ],
    // It ends where another one begins, or what came later.
    [
      '2022年8月，台风登陆，三年里县城搬迁，补偿资金总计3亿元。',
      [
        ['台风', '登陆', null, '2022-08'],
        ['补偿资金', '总计', '3亿元', null],
      ],
    ],
    [
      '林远2012年加入港务局，先后发表论文12篇。',
      [
        ['林远', '加入', '港务局', '2012'],
        ['林远', '发表', '论文12篇', null],
      ],
    ],
    // A length, or a stretch that was read to end in the future, is no day.
    ['长假结束，全城七日接待游客12万人次。', [['全城', '接待', '游客12万人次', null]]],
  ])('%s', (text, expected = []) => {
    expect(factsOf(text)).toEqual(expected);
  });
});

test('an age or what stands within the object is not its amount', () => {
  const amounts = (text: string) => {
    const { facts, quantities } = annotate(text);
    return facts.map(({ quantity }) => (quantity === null ? null : quantities[quantity]?.value));
  };
  expect(amounts('警方拘捕一名32岁男子。')).toEqual([null]);
  expect(amounts('警方拘捕两名男子。')).toEqual([2]);
  expect(amounts('县政府投入抗旱资金4200万元。')).toEqual([42000000]);
});

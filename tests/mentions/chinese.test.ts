import { describe, expect, test } from '@jest/globals';
import { namesIn, spansIn, unmark } from '../support/marked.js';

const cases: Readonly<Record<string, readonly string[]>> = {
  'well-known names': [
    '[华为|ORG]和[台积电|ORG]在[上海|GPE]签约，[英伟达|ORG]没有参加。',
    '[世界卫生组织|ORG]（[WHO|ORG]）呼吁各国合作。',
    '会议在[重庆|GPE]闭幕，来宾参观了[长江|LOC]和[三峡大坝|FAC]。',
  ],
  'names that are words': [
    '[苹果公司|ORG]降价了，[苹果|ORG]宣布这一消息时股价下跌。',
    '他种苹果，也卖小米粥。',
    '近来兴起的AIGC带动了需求。',
    '最后赵氏取代了姜氏，掌握了政权。',
    '我的理想是当一名老师，联想到往事，荣耀属于大家。',
    '手机厂商[小米|ORG]、[荣耀|ORG]与[华为|ORG]都参加了。',
  ],
  'names that the article defines': [
    // The short form says where the long one begins, and is a name wherever else it stands.
    '机器人公司[苏州称心到家智能科技股份有限公司|ORG]（下称“[称心到家|ORG]”）上市，[称心到家|ORG]表示满意。',
    '[深圳市星澜微电子股份有限公司|ORG]（以下简称“[星澜微|ORG]”）公告，[星澜微|ORG]称交易待批。',
    '[浙江远帆航运有限公司|ORG]（以下称“[远帆航运|ORG]”或“公司”）正在核实。',
  ],
  'names before a time': ['[沈知微|PERSON]今（5）日表示，产能已恢复。', '馆长[沈知微|PERSON]去（2024）年辞职。'],
  'names before a verb of saying': ['镇农技站站长[冷秀兰|PERSON]道出了门道，文员[阿芬|PERSON]叹道：“都上不到。”'].map(
    (row) => row.replace('镇农技站', '[镇农技站|FAC]'),
  ),
  'names before a preposition': [
    '首席执行官[沈伟|PERSON]在会上说，市长[王磊|PERSON]在致辞中提到此事。',
    '主任[黄凯|PERSON]向记者说明，队长[何勇|PERSON]对此回应，经理[周敏|PERSON]从[台中|GPE]赶来。',
    '[王毅|PERSON]同[俄罗斯|GPE]外长通电话，主席[张有为|PERSON]表示欢迎。',
    '总统[李在明|PERSON]对[日本|GPE]表示不满。',
  ],
  'branches of companies': [
    '[苹果中国|ORG]回应称，[微软中国|ORG]首席执行官[侯阳|PERSON]将出席。',
    '苹果[中国|GPE]销量大跌。',
  ],
  'offices behind a body': ['[港铁|ORG]行政总裁[杨美珍|PERSON]表示，[岷江证券|ORG]分析师[诸葛敏|PERSON]同意。'],
  'a company by what it does': [
    '封测厂[光屹半导体|ORG]今天宣布，[光屹|ORG]去年营收创新高，[光屹|ORG]股价上涨。',
    '与[华沙|GPE]进口商[维斯瓦鲜果公司|ORG]签约。',
    '[中国进口商协会|ORG]开会，[中国汽车经销商流通协会|ORG]同意。',
  ],
  'words of kind that a word segmenter joins to a company': [
    '光学镜头厂[明澈光电|ORG]昨日公布财报。',
    '半导体材料商[恒晶化学|ORG]在[龙潭|LOC]设厂。',
    '[商务印书馆|ORG]出了新书，[工商银行|ORG]支持。',
  ],
  'companies by their short name, however it begins': [
    '[凌岳汽车|ORG]召回三万辆车，[凌岳|ORG]将免费更换接头。',
    // A person whose office bears the name.
    '[赵丽娟律师事务所|ORG]的律师[赵丽娟|PERSON]指出，合同无效。',
    '平台的运营方[杭州聚岚网络科技有限公司|ORG]回应称，[聚岚|ORG]已整改。',
    '[顺岚食品控股|ORG]公布业绩，[顺岚|ORG]计划今年动用1.8亿元。',
  ],
  'a seat within the name of a company': [
    '[凌图汽车（合肥）有限公司|ORG]备案，[佳岚精密（苏州）股份有限公司|ORG]上市。',
    '调查由[海岚睡眠协会|ORG]（[睡协|ORG]）与一家公司联合进行。',
  ],
  'prepositions that a word segmenter joins to a body': ['据[市人社局|ORG]通报，所有数据由[县教育局|ORG]管理。'],
  'clauses that name no company': [
    '她以学员的名义申报餐饮课程，每天要打卡、开例会。',
    '[公司法|LAW]修改了，但公司法定代表人和公司法务不知情，公司拟派发现金红利。',
  ],
  'numbers of things': [
    '[安徽|GPE]一家律师事务所认为不妥，[厦门|GPE]一家研究所合作养鱼。',
    '[台1线|FAC]封闭，[北京市第一中学|ORG]停课。',
  ],
  'quarters and measures': [
    '[岳岚|ORG]Q3每股赚3元，[岳岚精密|ORG]公布财报。',
    '施工队采用直径9.8米的单桩和515×510毫米的基板。',
  ],
  'initials of a thing that has no name': ['车上装有电池管理系统（BMS）和自动刹车系统（AEB）。'],
  'people whose given name is withheld': [
    '负责人[楼某|PERSON]和[郎某|PERSON]当庭认罪，店主[向某|PERSON]在场。',
    '大楼某层起火，他在某公司上班。',
  ],
  'people in bylines': [
    '本报讯（记者 [罗展|PERSON]、[斯琴高娃|PERSON] 通讯员 [金晓燕|PERSON]）昨天清晨，三辆货车相撞。',
    '[南方商报|ORG]记者 [乌云其其格|PERSON] 实习生 [李敢|PERSON]',
  ],
  'titles and verbs at the ends of people': [
    '农会理事长[江石吉|PERSON]说，价格不差。',
    '董秘[匡雁|PERSON]在电话会上说，会长拿督[甘志豪|PERSON]同意。',
    '[中芯国际|ORG]联席首席执行官[赵海军|PERSON]出席。',
  ],
  'schools of Taiwan': [
    '[花莲县|GPE][秀林乡|GPE][西宝国小|ORG]校长说，学童平安。',
    '偏乡国小缺老师，两所国小并校，全国小学生都在。',
  ],
  'two places that stand together': [
    '影片曾在[日本|GPE][山形|GPE]与[韩国|GPE][釜山|GPE]放映，总部位于[福建|GPE][厦门|GPE]。',
    '[马来西亚|GPE][雪兰莪|GPE][莎阿南|GPE]与[新加坡|GPE][淡滨尼|GPE]下雨，选手来自[中国台北|GPE]。',
  ],
  datelines: ['（记者[林怡秀|PERSON][高雄|GPE]10日电）昨天下雨。'],
  'people by their surname': [
    '[应|PERSON]女士打给客服，机器人应答了22分钟，公司没有回复。',
    '每周课时17节，班主任平均在校13小时。',
  ],
  'what is no name': [
    '第10局教练问他，换电站由610站增至900站。',
    '减产一两成都打不住，各县教育部门开会，[教育部|ORG]要求[成都|GPE]报告。',
    '老师公平对待我。',
    '[宁德时代|ORG]（300750.SZ/03750.HK）挂牌。',
    '[小米|ORG]¥1999起售，[成都|GPE]至[重庆|GPE]一线通车。',
    '营收46.2亿元，季增12.5%，令吉走强，罚款5万令吉。',
    '依[公路局|ORG]统计，班次有五个没有名字。',
  ],
  storms: ['台风“[岩雀|EVENT]”逼近，农业农村部门提醒农户。', '台风天[刘德华|PERSON]没来。'],
  'roads, stations and feasts': ['[屯赤线|FAC]昨晨故障，[屯门站|FAC]外有人轮候，一批人走到[鸭寮街|FAC]。'],
  people: [
    '董事长[沈知微|PERSON]表示，公司会再招人。',
    '“我不怕，”[顾北辰|PERSON]说。[顾北辰|PERSON]随后离开。',
    '分析师[高兴|PERSON]并不高兴。[高兴|PERSON]说，大家都很高兴。',
    '副教授[江河|PERSON]认为，江河日下不是夸张。',
    '[欧阳听雪|PERSON]告诉记者，她明年退休。',
    '我们高高兴兴地回家，路上看见白雪。',
    '记者问[郭海生|PERSON]先生何时出发。',
  ],
  'foreign people': [
    '首席科学家[马丁·施耐德|PERSON]（[Martin Schneider|PERSON]）坦言，[施耐德|PERSON]家族早已离开。',
    '科学家[安娜·贝尔|PERSON]称，结果可靠。',
  ],
  organizations: [
    '[云砚科技|ORG]发布新品，[云砚|ORG]的团队只有十人。',
    '[湖北省市场监督管理局|ORG]展开调查。',
    '当地合作社与这家公司没有关系，科技公司很多。',
    '中国企业和上海初创公司都在招人。'.replace('中国', '[中国|GPE]').replace('上海', '[上海|GPE]'),
    '[上海期货交易所|ORG]（[上期所|ORG]）公布规则。',
  ],
  products: [
    '他们推出“[青鸟-13B-Chat|PRODUCT]”，与[GPT-4o|PRODUCT]比较。',
    '新芯片是[骁龙8至尊版|PRODUCT]，系统是[鸿蒙|PRODUCT]。',
    '同比增长8.7%，收跌0.18%。',
    '使用AI的企业多了，GDP增长，CEO和CFO都满意。',
  ],
  titles: ['论文《[高山湖泊的水位|WORK_OF_ART]》引用了《[反垄断法|LAW]》。', '据《[临江晚报|ORG]》报道，雨停了。'],
  'events, buildings and places': [
    '首届[太湖汽车芯片论坛|EVENT]将在[无锡国际博览中心|FAC]开幕。',
    '本届大会很成功，这次峰会也是。',
  ],
  origins: ['[俄裔|NORP][美籍|NORP]学者参加了讨论。', '[德国人|NORP]喜欢散步，人人都喜欢。'],
  bylines: ['文|[潮汐财经|ORG] [陆小满|PERSON]', '本报记者 [林若溪|PERSON] [成都|GPE]报道'],
};

describe.each(Object.entries(cases))('%s', (_, marked) => {
  test.each([...marked])('%s', (row) => {
    const { text, names } = unmark(row);
    expect(namesIn(text)).toEqual(names);
  });

  test.each([...marked])('the Traditional form of %s', (row) => {
    const { simplified, traditional } = spansIn(unmark(row).text);
    expect(traditional).toEqual(simplified);
  });
});

test('no name stands inside a title mark, and mentions never overlap', () => {
  const text = '他读了《上海交通大学的故事》，又去了上海交通大学。';
  expect(namesIn(text)).toEqual(['WORK_OF_ART 上海交通大学的故事', 'ORG 上海交通大学']);
});

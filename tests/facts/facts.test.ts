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
    ['光是顾问费就花掉2.3亿元。'],
    ['信托正在物色买家出售裕廊一座旧厂房。'],
    ['林岚把困局归咎于前两年的盲目扩张。'],
    ['对比对手，食堂的租金占收入比例高出近5个百分点。'],
    ['American tariffs took 40 billion yen off the result.'],
    ['Orders nevertheless climbed to 3.1 billion yuan.', [['Orders', 'climb to', '3.1 billion yuan', null]]],
    ['In Tokyo, the yen traded at 150.3 to the dollar.', [['the yen', 'trade at', '150.3 to the dollar', null]]],
    ['港务局成立于1978年。', [['港务局', '成立', null, '1978']]],
    [
      '2023年全县出口额为3.2亿元，同比增长8.7%。',
      [
        ['全县出口额', '为', '3.2亿元', '2023'],
        ['全县出口额', '同比增长', '8.7%', '2023'],
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
    [
      '银行去年裁撤了三家门店，现有员工420人。',
      [
        ['银行', '裁撤', '三家门店', '2023'],
        ['银行', '现有', '员工420人', null],
      ],
    ],
    // What is no part of a subject: times without a date, phrases of means, place and comparison, adverbs, verbs that govern.
    ['去年港务局发行了债券，终场下跌1.4%。', [['港务局', '发行', '债券', '2023']]],
    ['第四季度单季亏损4200万元。'],
    [
      '团队去年建成38座观测站，以高速摄影机拍摄12万张照片。',
      [
        ['团队', '建成', '38座观测站', '2023'],
        ['团队', '拍摄', '12万张照片', '2023'],
      ],
    ],
    ['研究昨日刊于期刊《夜行》。', [['研究', '刊于', '期刊《夜行》', '2024-06-09']]],
    ['警方循线逮捕两名车手。', [['警方', '逮捕', '两名车手', null]]],
    ['港务局一度威胁退出联盟。'],
    ['港务局同意中止协议。'],
    ['民防局负责管理封路。'],
    ['矿工全部获救。', [['矿工', '获救', null, null]]],
    ['一家农场代表邻居接管了水库。'],
    [
      '第50周流感病例占门诊总数的比例为6%，较上周上升1.6个百分点。',
      [
        ['第50周流感病例占门诊总数的比例', '为', '6%', null],
        ['第50周流感病例占门诊总数的比例', '上升', '1.6个百分点', null],
      ],
    ],
    // Subjects that are no whole noun phrase: what foretells, marks, times, verbs and adverbs that jieba takes for nouns.
    ['预算赤字料达3亿元。'],
    ['盈利或升5%。'],
    ['出口增加，实质上升8%。'],
    ['银行两年间经码头运入四千箱货物。'],
    ['也令车队单季收入增至43万元。'],
    ['清查被害人达143名。'],
    ['送院后证实死亡。'],
    ['还拖行巡警导致两人受伤。'],
    ['图书馆统计今年的借阅量为20万册。'],
    ['全国累计报告接种新疫苗三亿剂。'],
    ['厂方仍须购买保险。'],
    ['当中内地旅客增长一成。', [['内地旅客', '增长', '一成', null]]],
    ['【海外】橡胶期货昨天收于每吨11560元。', [['橡胶期货', '收于', '每吨11560元', '2024-06-09']]],
    ['警察局历时五个月侦破一起大案。', [['警察局', '侦破', '一起大案', null]]],
    ['春节长假期间警方抓获4名嫌犯。', [['警方', '抓获', '4名嫌犯', null]]], // no day
    // Nouns that are cut at a verb within them, and predicates within the object.
    ['旧城供水改造工程总投资4亿元。'],
    ['旱区打井改造28亿元。'],
    ['节目播放量1.2亿次。', [['节目播放量', '为', '1.2亿次', null]]],
    ['渔船转移上岸人数1712人。'],
    ['委员会完成审查的法案只有7件。'],
    ['球队逆转击败来访的对手。'],
    ['供电公司派出抢修队伍38支。', [['供电公司', '派出', '抢修队伍38支', null]]],
    ['公司采购设备38台。', [['公司', '采购', '设备38台', null]]],
    ['铁路网停运列车41对，停运班线33条。', [['铁路网', '停运', '列车41对', null]]], // who stopped the coaches is not said
    // Amounts of a piece or a day, of what is not said.
    ['每辆购置成本11万元，中央补助合计8万元。'],
    ['铁路公司日均开行列车900列。'],
    ['受访者高达七成。'],
    ['占总收入的比重升至32%。'],
    ['去年全县产值增长8%，较前年回落2个百分点。', [['全县产值', '增长', '8%', '2023']]], // how fast it grew
    // Amounts: the verb before them, none, shares, from one to another.
    [
      '昨天收盘，沪指跌0.31%，板块指数跌逾5%。',
      [
        ['沪指', '跌', '0.31%', '2024-06-09'],
        ['板块指数', '跌逾', '5%', '2024-06-09'],
      ],
    ],
    ['橡胶期货主力合约收于每吨11560元。', [['橡胶期货主力合约', '收于', '每吨11560元', null]]],
    [
      '公司毛利率30.7%，船员平均年龄51岁。',
      [
        ['公司毛利率', '为', '30.7%', null],
        ['船员平均年龄', '为', '51岁', null],
      ],
    ],
    ['公司3家，员工12人。'], // how many of what is not said
    ['水产品占出口约四成。', [['水产品', '占', '出口约四成', null]]],
    ['公司负债率从2021年的54%升至71%。', [['公司负债率', '升至', '71%', null]]],
    ['公司资本支出由原订的18亿元上修至25亿元。', [['公司资本支出', '上修至', '25亿元', null]]],
    [
      '公司去年实现营业收入58亿元，同比增长21%。',
      [
        ['公司', '实现', '营业收入58亿元', '2023'],
        ['营业收入', '同比增长', '21%', '2023'],
      ],
    ],
    ['港务局去年亏损3亿元，较前年扩大18%。', [['港务局', '亏损', '3亿元', '2023']]], // the loss grew
    [
      '渡轮线2009年通车，全长35公里。',
      [
        ['渡轮线', '通车', null, '2009'],
        ['渡轮线', '全长', '35公里', null],
      ],
    ],
    ['全县识字率84%，其中男性为87%。', [['全县识字率', '为', '84%', null]]], // not the men
    ['茶馆的戏拍了四次。'], // how often is no object
    // Acts: places and times within, the object before the verb, those who are sent, two objects.
    ['对话会5日在首都闭幕。', [['对话会', '闭幕', null, '2024-06-05']]],
    ['水利厅8日将应急响应提升至三级。', [['水利厅', '提升', '应急响应', '2024-06-08']]],
    ['证券公司把目标价从11元砍到6元。', [['证券公司', '砍到', '目标价', null]]],
    ['港务局将全面停用旧码头。'], // to come
    ['国军派出150名士兵待命。', [['国军', '派出', '150名士兵', null]]],
    ['港务局斥资12亿元买下旧厂房。', [['港务局', '买下', '旧厂房', null]]],
    ['大学授予林先生荣誉博士学位。'], // two objects
    ['议会通过了新法案。', [['议会', '通过了', '新法案', null]]],
    ['商店通过网络平台。'], // a preposition
    ['银行接任会长的时候。'],
    ['沿江铁路年内开工。'], // to come
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
    [
      'The Sensex lost 0.69% to 76,124.35 on Monday after Dunmore Systems raised its forecast.',
      [
        ['The Sensex', 'lose', '0.69%', '2024-06-10'],
        ['Dunmore Systems', 'raise', 'its forecast', null],
      ],
    ],
    [
      'The index fell 1% and the rupee gained 0.3%.',
      [
        ['The index', 'fall', '1%', null],
        ['the rupee', 'gain', '0.3%', null],
      ],
    ],
    ['The rate has risen from 68% to 86%.', [['The rate', 'rise to', '86%', null]]],
    ['The yen climbed to 147 per dollar.', [['The yen', 'climb to', '147 per dollar', null]]],
    ['The Speaker twice suspended the sitting.', [['The Speaker', 'suspend', 'the sitting', null]]],
    ['Iceland threatened to leave the alliance.'],
    ['The service extended its warning through noon Thursday.', [['The service', 'extend', 'its warning', null]]],
    ['The pool was closed in 2019.', [['The pool', 'be closed', null, '2019']]],
    ['The captain was elected president.'], // not only elected
    ['The captain was ordered to pay.'],
    ['The captain was sent off.'],
    ['Norton ordered all ships to assemble.'],
    ['A clerk who paid for a caravan and a car was jailed.'], // not the car
    ['Pascoe, 57, forged more than 900 invoices over 11 years.', [['Pascoe', 'forge', 'more than 900 invoices', null]]],
    [
      'Its net loss narrowed to 3 million euros from 4 million a year earlier.',
      [['Its net loss', 'narrow to', '3 million euros', null]],
    ],
    ['Sweden defeated Norway 1 – 0.', [['Sweden', 'defeat', 'Norway', null]]],
    ['Sweden lost 1 – 2.'],
    // English phrases: what hangs on a noun, is joined or listed; what is cut short or of something else gives no row.
    [
      'A tax on large lorries near Wexley was approved on Tuesday.',
      [['A tax on large lorries near Wexley', 'be approved', null, '2024-06-04']],
    ],
    ['The council imposed a ban on lorries and vans.', [['The council', 'impose', 'a ban on lorries and vans', null]]],
    [
      'The charity donated 200 tents, 40 stoves and warm blankets to the camp.',
      [['The charity', 'donate', '200 tents, 40 stoves and warm blankets', null]],
    ],
    ['The group bought Harlan, a baker and grocer.'], // one or two?
    ['The council banned fruit and frosted drinks.'],
    [
      'Norway produces two million tonnes of potatoes a year.',
      [['Norway', 'produce', 'two million tonnes of potatoes a year', null]],
    ],
    [
      'Brackish water accounted for a quarter of cases.',
      [['Brackish water', 'account for', 'a quarter of cases', null]],
    ],
    ['Lerwick received 142 mm and Wick 119 mm.', [['Lerwick', 'receive', '142 mm', null]]],
    ['The port announced the berths that would close.'], // which ones
    ['The coach praised the keeper online.', [['The coach', 'praise', 'the keeper', null]]],
    ['The firm hired more people than its rival.'],
    ['The mill sold its barges off.'],
    ['The club named Orla Finch president.'],
    ['A fourth was killed.'], // of whom
    ['The others died.'],
    ['The survivors have broken ribs.'],
    ['HARBOUR CLOSED.'],
    // Passives that go on, verbs of several words, what stands between subject and verb.
    [
      'The pier was built in 1890 and repainted at least four times.',
      [
        ['The pier', 'be built', null, '1890'],
        ['The pier', 'be repainted', null, null],
      ],
    ],
    ['The bakers pleaded guilty to fraud.', [['The bakers', 'plead guilty', null, null]]],
    [
      'The plant, owned by Harlan (60 per cent) and Boothe, supplies 240 litres of milk daily.',
      [['The plant', 'supply', '240 litres of milk daily', null]],
    ],
    ['Fire, on Wednesday, gutted a wing of the mill.', [['Fire', 'gut', 'a wing of the mill', '2024-06-05']]],
    ['Founded in 1871, the school enrolls 300 pupils.', [['the school', 'enroll', '300 pupils', null]]],
    [
      'Every strike costs money, says Orkney Gold Holdings, which bought the mine in 2020.',
      [['Orkney Gold Holdings', 'buy', 'the mine', '2020']],
    ],
    ['3.50pm: Two divers have been treated.', [['Two divers', 'be treated', null, null]]],
    // Times: guessed, of another verb, in brackets; a date with a comma.
    ['The school opened at noon.', [['The school', 'open', null, null]]],
    ['The bank sold shares issued in 2019.', [['The bank', 'sell', 'shares', null]]],
    ['The diary was published in Leeds (six volumes, 2009).', [['The diary', 'be published', null, null]]],
    ['The canal was opened on May 2, 1783.', [['The canal', 'be opened', null, '1783-05-02']]],
    // What is no subject: a verb with its object, a mark and what follows it, a cause, a place of writing, a phrase of time.
    ['船长被判处有期徒刑三年，并处罚金20万元。'],
    ['导演抱回奖金80万元。'],
    ['影片领走奖金三万元。', [['影片', '领走', '奖金三万元', null]]],
    ['公司支付赔偿金30万元。', [['公司', '支付', '赔偿金30万元', null]]],
    ['被害人损失金额30万元。', [['被害人损失金额', '为', '30万元', null]]],
    ['每斤高8分钱。'], // what costs it is not said
    ['房价中位数在新桥区下跌1.8%。'],
    ['冲突中两名保安死亡。'],
    ['The port awarded a £640m (€650m) contract for shore power.'], // the contract is the object
    ['The dairy shipped powder worth ₹74 crore to the islands.'],
    [
      'The court overturned his 2002 conviction on Monday.',
      [['The court', 'overturn', 'his 2002 conviction', '2024-06-10']],
    ],
    ['The bank cut its year-end target on Monday.', [['The bank', 'cut', 'its year-end target', '2024-06-10']]],
    ['罚金200万元。'], // whose it is is not said
    ['画家林先生6月3日因肺炎在医院病逝。', [['画家林先生', '病逝', null, '2024-06-03']]],
    ['林先生因车祸去世。'],
    ['李克农联络企业家陆续捐出160万元。'],
    ['议会通过了建立学校的法律。', [['议会', '通过了', '建立学校的法律', null]]],
    ['学者确认直到两千年前的气候变化事件。'],
    ['大行圣哲曼将恒指年底目标由26500点下调至25000点。'],
    ['老将人数为12人。', [['老将人数', '为', '12人', null]]],
    [
      'HALIFAX: Heavy rain toppled trees, flooded two streets and shut the port.',
      [['Heavy rain', 'topple', 'trees', null]],
    ],
    ['HALIFAX, Canada — Heavy rain toppled trees, flooded two streets.', [['Heavy rain', 'topple', 'trees', null]]],
    [
      'A fish farm, which employs nine people, shut its intakes.',
      [
        ['A fish farm', 'employ', 'nine people', null],
        ['A fish farm', 'shut', 'its intakes', null],
      ],
    ],
    ['In the monsoon of 2021 a wall of the market collapsed.'],
    ['In March the firm opened an office.', [['the firm', 'open', 'an office', '2024-03']]],
    // Predicates: two verbs in a row, a verb that begins within another, the preposition of a passive.
    ['港务局转移安置居民300人。', [['港务局', '转移安置', '居民300人', null]]],
    ['消防局出动救援人员30人。', [['消防局', '出动', '救援人员30人', null]]],
    ['全长30公里的沿江铁路正式开通运营。'],
    ['夜班津贴从18元调高至26元。'],
    ['今年最低薪金调高至1700元。', [['最低薪金', '调高至', '1700元', '2024']]],
    ['The work was paid for by the state.', [['The work', 'be paid for', null, null]]],
    // Times: of another subject, of what is foreseen, the end of a period.
    [
      '港务局5月营收19亿元，海晏科技上涨4.3%。',
      [
        ['港务局5月营收', '为', '19亿元', '2024-05'],
        ['海晏科技', '上涨', '4.3%', null],
      ],
    ],
    ['恒指目标价下调至25000点。', [['恒指目标价', '下调至', '25000点', null]]],
    [
      'The island received 80 mm of rain in the 24 hours ended 9 am.',
      [['The island', 'receive', '80 mm of rain', null]],
    ],
    // Figures without an owner are said of the one named before, if it is plain who that is.
    ['毛利率30.7%，降幅收窄1.9个百分点。'],
    [
      '港务局去年公布财报，净利润3.2亿元。',
      [
        ['港务局', '公布', '财报', '2023'],
        ['港务局', '净利润为', '3.2亿元', null],
      ],
    ],
    ['港务局签下2艘渡轮，单价2亿元。', [['港务局', '签下', '2艘渡轮', null]]], // not the price of the port
    [
      '港务局总部位于滨河市，总部设有展厅。',
      [
        ['港务局总部', '位于', '滨河市', null],
        ['港务局总部', '设有', '展厅', null],
      ],
    ],
    ['夜市去年接获投诉300件，其中烟味占四成。', [['夜市', '接获', '投诉300件', '2023']]], // of what is said before
    // What stands before the subject or is no part of it.
    ['22点以后进站的客流占全天的3.7%。'],
    ['2021年启动的项目总预算为3亿元。'],
    ['沿江公路转进县道。'],
    ['与当时的主持人林先生主持节目。'],
    ['昨晚所幸无人受伤。'],
    ['位于滨河市的长桥研究院去年发布了报告。', [['长桥研究院', '发布', '报告', '2023']]],
    ['警方冻结资金40万元。'],
    ['区政府今年3月拨款18万元。', [['区政府', '拨款', '18万元', '2024-03']]],
    ['香港队周日以21:14击败肯尼亚队。', [['香港队', '击败', '肯尼亚队', '2024-06-09']]],
    ['下一轮6月30日开赛，栾先生停赛。'], // to come
    // Who did it behind 由 or 被; how old; how many; what came of it.
    ['会议由矿业论坛召集。', [['矿业论坛', '召集', '会议', null]]],
    ['论文已被期刊《夜行》接收。', [['期刊《夜行》', '接收', '论文', null]]],
    ['导演林先生今年34岁。', [['导演林先生', '年龄为', '34岁', '2024']]],
    ['19人获救。', [['19人', '获救', null, null]]],
    ['地震造成3人死亡、12人受伤。', [['地震', '造成', '3人死亡、12人受伤', null]]],
    ['应急管理厅下拨抗旱资金4200万元。', [['应急管理厅', '下拨', '抗旱资金4200万元', null]]],
    ['公司去年投入3.6亿元建设网络。', [['公司', '投入', '3.6亿元', '2023']]],
    ['截至8日，全县转移群众300人。', [['全县', '转移', '群众300人', null]]],
    ['港务局创办学校，成为城里的第一家。', [['港务局', '创办', '学校', null]]], // it may be the school
    ['The candidates elected were two farmers.'], // no verb of its own
    // Whose act it is: not that of an office that reports it, nor of a seat, of what people are at, of what an object did.
    ['滨河市卫生局昨天公布，上周新增病例58例。'],
    ['滨河市公安局6月4日通报，抓获嫌疑人7名。', [['滨河市公安局', '抓获', '嫌疑人7名', null]]],
    ['年轻人外出工作把孩子一起带走。'],
    ['村民9人受伤，送往医院。', [['村民9人', '受伤', null, null]]],
    ['政府补贴28万元。'],
    ['港务局设有仓库，2013年启用。', [['港务局', '设有', '仓库', null]]],
    ['会议仅11分钟便由队员射入罚球领先。'],
    // What opens or stands in a subject and is no part of it.
    ['养殖户每卖一头猪亏损280元。'],
    ['渡轮线双向预警性停航。'],
    ['抗议资方单方面削减补助。'],
    ['检方搜索海晏科技位于新桥区的总部。'],
    ['霜冻会留下裂缝。'],
    ['父母都在外地打工的超过三百名。'],
    ['课余写出《夜行》。'],
    ['警方正追缉一辆银色货车。'],
    ['两家公司联手披露了方案。', [['两家公司', '披露', '方案', null]]],
    // What was so for a while, is decided, an example, or may be still to come.
    ['海晏科技股价一度跌逾7%。'],
    ['大桥一度封闭。'],
    ['总决赛今晚上演。'],
    ['总决赛周二开打。'], // of a Monday
    ['两国同意，设立热线。'],
    ['以滨河线为例，票价由8元增至11元。'],
    ['乘客并未受伤。'],
    // Times of something else.
    [
      '李克农1963年出生于长桥，夺得三枚金牌。',
      [
        ['李克农', '出生于', '长桥', '1963'],
        ['李克农', '夺得', '三枚金牌', null],
      ],
    ],
    ['在1990年世界杯攻入四球。'],
    ['过去二十年，长桥湖一月份的水位下降了2.3米。', [['长桥湖一月份的水位', '下降', '2.3米', null]]],
    // Objects: a verb within them, how often or how long.
    ['孩子把零钱存进小猪扑满。'],
    ['面包一天涨三次。'],
    ['港务局派出巡逻艇参与搜救。', [['港务局', '派出', '巡逻艇', null]]],
    ['母亲卖了二十年萝卜干。'],
    ['制造业占了近九成。', [['制造业', '占', '近九成', null]]],
    // English: what cannot be read alone, or is cut.
    ['Two were lost.'],
    ['Far fewer had raised the matter.'],
    ['The port announced one on Monday.'],
    ['Nurses swapped gloves for scarves.'],
    ['The port ordered the firm to repaint its cranes.'],
    ['A bicycle costs 8% more to build abroad.'],
    ['The striker headed home.'],
    ['Tides supply three units of power in ten.'],
    ['The firm was ordered into liquidation.'],
    ['The mill produced lead and silver.'],
    ['Officers began in the spring to test boxes.'],
    ['Its ban on timber exports stays in place.'],
    ['A league founded only a year ago won 29 seats.'],
    [
      'Two carriers ended their contracts and a third asked for more.',
      [['Two carriers', 'end', 'their contracts', null]],
    ],
    ['Nine boats started the race and seven finished.', [['Nine boats', 'start', 'the race', null]]],
    ['The club announced a move to Leeds in March.', [['The club', 'announce', 'a move', null]]],
    ['The theft took place over Memorial Day weekend.', [['The theft', 'take place', null, null]]],
  ])('%s', (text, expected = []) => {
    expect(factsOf(text)).toEqual(expected);
    expect(annotate(toTraditional(text)).facts.length).toBe(annotate(text).facts.length);
  });
});

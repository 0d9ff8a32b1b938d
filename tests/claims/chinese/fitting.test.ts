import { describe, expect, test } from '@jest/globals';
import { attributions, claimsOf, toTraditional } from '../support.js';

const rows: readonly (readonly [text: string, source: string, content: string])[] = [
  ['工会要求资方公开账目。', '工会', '资方公开账目'],
  ['工会理事长指出，加班太多，要求公司一个月内改善。', '工会理事长', '公司一个月内改善'],
  ['公司呼吁员工不要罢工。', '公司', '员工不要罢工'], // 員 behind the cue is no 會員
  ['医师提醒民众，出现症状应尽快就医。', '医师', '出现症状应尽快就医'],
  ['法人看好，下半年营收将逐季走高。', '法人', '下半年营收将逐季走高'],
  ['公司召开法说会，公布首季营收47.3亿元。', '公司', '首季营收47.3亿元'],
  ['车站贴出告示，列明九条路线要减班。', '告示', '九条路线要减班'],
  ['该行维持评级，并预计明年盈利增长两成。', '该行', '明年盈利增长两成'],
  ['一位投资人说得更直白：“这个行业不缺故事。”', '投资人', '这个行业不缺故事。'],
  ['老吕算了一笔账：每天要卖280杯才能打平。', '吕', '每天要卖280杯才能打平'],
  ['“那天我躲在门后哭，”他停了一下，“不是舍不得。”', '他', '不是舍不得。'],
  ['气象台发布预警称，今夜有大到暴雨。', '气象台', '今夜有大到暴雨'],
  ['法院审理认为，双方合同有效。', '法院', '双方合同有效'],
  ['他批评公司“有钱买车”，令司机休息时间减少。', '他', '公司“有钱买车”，令司机休息时间减少'],
  ['村民反映井水有异味。', '村民', '井水有异味'],
  ['张明远补充工程将延期三个月。', '张明远', '工程将延期三个月'],
  ['总教练暗示下一场会换先发。', '总教练', '下一场会换先发'],
  ['但罢工的影响不算很大，她坦言，因为不少路线早已停运。', '她', '但罢工的影响不算很大'],
];

describe('what a cue needs beside it', () => {
  test.each(rows)('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each(rows)('in Traditional as well: %s', (text) => {
    const spans = (from: string) => claimsOf(from).claims.map(({ start, end, rule }) => [start, end, rule]);
    expect(spans(toTraditional(text))).toEqual(spans(text));
  });

  test.each([
    ['泥石冲毁三栋木屋和一段村道，居民已经撤离。'], // 道 at the end of a noun
    ['为免引起怀疑，他每次只转几千元。'], // a doubt is a noun here
    ['首批结果预计明年公布。'], // the author tells when
    ['这种指责失之简单。'], // of a saying
    ['各国预测路径仍有分歧。'], // a noun
    ['换句话说，产能还没有真正减少。'],
    ['团队发表论文，揭露珊瑚在热浪中幸存的机制。'], // a thing that is told
    ['他被检方指控侵占公款。'], // the author tells
    ['他向学生介绍学校推动阅读的做法。'], // a thing
    ['发言人回应外界质疑。'], // a noun
    ['陈远获被指定为接班人。'], // 指 in another word
    ['公司将于下周公布财报。'],
    ['他要求很高。'],
    ['学生反映良好。'],
    ['议员轮番发言，历时近四个小时。'],
    ['他看好了一套房子。'],
    ['双方约定下周再谈。'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
    expect(attributions(toTraditional(text))).toEqual([]);
  });
});

describe('where a report ends', () => {
  test.each([
    ['东岳证券在研报中写道，优势仍在；海川证券则把目标价砍到6元。', '优势仍在'],
    ['外交官透露，挪威愿意斡旋，但挪威外交部未予证实。', '挪威愿意斡旋'],
    ['立委质疑预算太高，部长则回应一切依法编列。', '预算太高'],
  ])('%s', (text, content) => {
    expect(attributions(text)[0]?.content).toBe(content);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Document, Entity } from '../../src/document/types.js';
import { annotate } from '../support/annotate.js';

function entitiesOf(text: string): readonly Entity[] {
  return (annotate(text) as Document<'entities'>).entities;
}

/** All forms of the entity that `form` belongs to. */
function formsWith(text: string, form: string): string[] {
  const entity = entitiesOf(text).find(({ name, aliases }) => name === form || aliases.includes(form));
  return entity === undefined ? [] : [entity.name, ...entity.aliases];
}

describe('forms of one thing', () => {
  test.each<[string, string, string[]]>([
    ['云砚科技发布新品，云砚的团队很小。', '云砚', ['云砚科技', '云砚']],
    ['上海期货交易所（上期所）公布规则。', '上期所', ['上海期货交易所', '上期所']],
    ['浙江远帆航运有限公司（以下称“远帆航运”或“公司”）正在核实。', '远帆航运', ['浙江远帆航运有限公司', '远帆航运']],
    ['科学家安娜·贝尔（Anna Bell）称，结果可靠。', 'Anna Bell', ['安娜·贝尔', 'Anna Bell']],
    ['苹果公司降价了，苹果宣布这一消息。', '苹果', ['苹果公司', '苹果']],
    ['谷歌投资了，Google公司没有回应。', 'Google公司', ['谷歌', 'Google公司']],
    ['Will Marsh, the chairman, said so. Marsh left early.', 'Marsh', ['Will Marsh', 'Marsh']],
    ['Copper Ridge Analytics won; Copper Ridge lost.', 'Copper Ridge', ['Copper Ridge Analytics', 'Copper Ridge']],
  ])('%s', (text, form, forms) => {
    expect(formsWith(text, form)).toEqual(forms);
  });
});

test.each([
  ['欧盟委员会说，欧盟会再等。', '欧盟', ['欧盟']],
  ['阿里云涨价，阿里宣布了。', '阿里', ['阿里']],
])('two things stay two: %s', (text, form, forms) => {
  expect(formsWith(text, form)).toEqual(forms);
});

test('two people who share a surname stay two', () => {
  const people = entitiesOf('Will Marsh, the chairman, met Anna Marsh, the director. Marsh left early.');
  expect(people.map(({ name }) => name)).toEqual(['Will Marsh', 'Anna Marsh']);
});

test('names in three forms, whatever the script of the article', () => {
  const [simplified] = entitiesOf('英伟达宣布降价。');
  const [traditional] = entitiesOf('輝達宣布降價。');
  expect(simplified?.names).toEqual({ 'zh-Hant': '英偉達', 'zh-Hans': '英伟达', en: 'Nvidia' });
  expect(traditional?.names).toEqual({ 'zh-Hant': '輝達', 'zh-Hans': '辉达', en: 'Nvidia' });
});

test('every mention belongs to exactly one entity', () => {
  const document = annotate('董事长沈知微说，云砚科技会去重庆。沈知微没有说更多。') as Document<
    'entities' | 'mentions'
  >;
  const indexes = document.entities.flatMap(({ mentions }) => mentions).sort((a, b) => a - b);
  expect(indexes).toEqual(document.mentions.map((_, index) => index));
});

describe('every link says why', () => {
  test.each<[string, string, string[]]>([
    ['林又晴（Lin Youqing）說，林又晴不知情。', '林又晴', ['pinyin: 林又晴 = Lin Youqing']],
    ['科学家安娜·贝尔（Anna Bell）称，结果可靠。', '安娜·贝尔', ['gloss: 安娜·贝尔 = Anna Bell']],
    ['辉达降价，英伟达说。', '辉达', ['lexicon: 辉达 = 英伟达']],
    ['處長林志明表示，火已撲滅。林處長隨後離開。', '林志明', ['surname: 林志明 = 林']],
    ['云砚科技发布新品，云砚的团队很小。', '云砚科技', ['short-form: 云砚科技 = 云砚']],
  ])('%s', (text, name, why) => {
    const entity = entitiesOf(text).find((one) => one.name === name);
    expect(entity?.why.map(({ rule, forms }) => `${rule}: ${forms[0]} = ${forms[1]}`)).toEqual(why);
  });
});

test('a surname with a title is the last person who bore it, and a man is no woman', () => {
  const people = entitiesOf('經理林志明說，不會加價。林先生離開後，主任林又晴表示反對。林女士沒有多說。');
  expect(people.map(({ name, mentions }) => [name, mentions.length])).toEqual([
    ['林志明', 2],
    ['林又晴', 2],
  ]);
});

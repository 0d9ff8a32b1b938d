import { expect, test } from '@jest/globals';
import { pinyinOf } from '../../src/entities/pinyin.js';

test.each([
  ['PERSON', '仇英', 'qiú yīng'],
  ['ORG', '仇英', 'chóu yīng'],
  ['PERSON', '单于飞', 'shàn yú fēi'],
  ['PERSON', '单·罗', 'dān · luó'],
  ['ORG', '中国银行', 'zhōng guó yín háng'],
  ['PRODUCT', '北溟-2 Pro', 'běi míng -2 Pro'],
  ['PERSON', 'Maria Lindqvist', null],
  ['PERSON', '', null],
  ['PERSON', null, null],
] as const)('%s %s', (type, name, expected) => expect(pinyinOf(type, name)).toBe(expected));

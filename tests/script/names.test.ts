import { describe, expect, test } from '@jest/globals';
import type { EntityType } from '../../src/document/types.js';
import { toTraditionalName } from '../../src/script/names.js';

describe('toTraditionalName', () => {
  test.each([
    ['于小明', '于小明'],
    ['余秋水', '余秋水'],
    ['岳小鹏', '岳小鵬'],
    ['陈峰', '陳峰'],
    ['叶知秋', '葉知秋'],
    ['马云', '馬雲'],
    ['王里', '王里'],
    ['令狐冲', '令狐沖'],
    ['𠮷田于', '𠮷田于'],
    // OpenCC's phrases know better.
    ['皇后', '皇后'],
  ])('the person %s is %s', (name, expected) => {
    expect(toTraditionalName(name, 'PERSON')).toBe(expected);
  });

  test.each<[string, EntityType, string]>([
    ['皇后大道', 'FAC', '皇后大道'],
    ['后来公司', 'ORG', '後來公司'],
    ['里约热内卢', 'GPE', '里約熱內盧'],
    ['裕民里', 'GPE', '裕民里'],
    ['于洪区', 'GPE', '于洪區'],
    ['头发用品厂', 'ORG', '頭髮用品廠'],
    ['干燥剂公司', 'ORG', '乾燥劑公司'],
    ['方檐影业', 'ORG', '方檐影業'],
    ['看着海', 'WORK_OF_ART', '看著海'],
    ['山谷种业', 'ORG', '山谷種業'],
    ['心里', 'WORK_OF_ART', '心裡'],
    ['梦里', 'WORK_OF_ART', '夢裡'],
    ['Roc Bay', 'ORG', 'Roc Bay'],
  ])('%s, %s, is %s', (name, type, expected) => {
    expect(toTraditionalName(name, type)).toBe(expected);
  });
});

import { describe, expect, test } from '@jest/globals';
import { repair } from '../support/repair.js';

describe('stray characters', () => {
  test.each([
    ['\ufeff開頭', '開頭'],
    ['乾\u200b隆', '乾隆'],
    ['中\u200d文\u200c字\u2060', '中文字'],
    ['co\u00adoperate', 'cooperate'],
    ['a\u0000b\u0008c', 'abc'],
    ['上頁\u000c下頁', '上頁\n下頁'],
    ['他說\ud83d好', '他說\ufffd好'],
    ['\u0093so\u0094', '“so”'],
    ['這(zh\u200bè)個計劃已經(j\u200bīng)公布', '這個計劃已經公布'],
  ])('%j', (raw, text) => {
    expect(repair(raw).text).toBe(text);
  });

  test.each([
    'tab\tline\nend\r\n',
    '一家人👨‍👩‍👧出門',
    '👩🏽‍💻 and ❤️‍🔥',
    'می‌خواهم', // Persian needs its non-joiner
    'क्‍ष',
    '\u200fשלום\u200f',
    'ភាសា\u200bខ្មែរ', // Khmer and Thai part their words so
    'ภาษา\u200bไทย',
    '𠮷野家',
  ])('left alone: %j', (text) => {
    expect(repair(text).text).toBe(text);
  });
});

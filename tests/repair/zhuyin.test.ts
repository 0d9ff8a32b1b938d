import { expect, test } from '@jest/globals';
import { normalizeZhuyin, splitTone, toZhuyin } from '../../src/repair/zhuyin.js';

test.each([
  ['hàn', 'ㄏㄢˋ'],
  ['jīng', 'ㄐㄧㄥ'],
  ['nǚ', 'ㄋㄩˇ'],
  ['xué', 'ㄒㄩㄝˊ'],
  ['de', 'ㄉㄜ˙'],
  ['zhòng', 'ㄓㄨㄥˋ'],
  ['shì', 'ㄕˋ'],
  ['er', 'ㄦ˙'],
  ['xyz', null],
])('%s is %s', (pinyin, zhuyin) => {
  expect(toZhuyin(pinyin)).toBe(zhuyin);
});

test('tones are taken off, the diaeresis stays', () => {
  expect(splitTone('lǜ')).toEqual({ letters: 'lü', tone: 4 });
});

test.each([
  ['˙ㄉㄜ', 'ㄉㄜ˙'],
  ['ㄐㄧㄥˉ', 'ㄐㄧㄥ'],
])('%s is written %s', (written, normal) => {
  expect(normalizeZhuyin(written)).toBe(normal);
});

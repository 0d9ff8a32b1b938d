import { describe, expect, test } from '@jest/globals';
import { numberAt } from '../../src/numbers/numbers.js';

describe('numberAt', () => {
  test.each<[string, string, number]>([
    ['1,234,567.8元', '1,234,567.8', 1234567.8],
    ['3000 万次', '3000 万', 30000000],
    ['1.2万亿元', '1.2万亿', 1.2e12],
    ['3亿5000万', '3亿5000万', 350000000],
    ['三千二百万', '三千二百万', 32000000],
    ['一亿二千万', '一亿二千万', 120000000],
    ['二〇二三年', '二〇二三', 2023],
    ['零八年', '零八', 8],
    ['三千五', '三千五', 3500],
    ['一百零二', '一百零二', 102],
    ['两万五', '两万五', 25000],
    ['廿三日', '廿三', 23],
    ['三点一四', '三点一四', 3.14],
    ['三分之一', '三分之一', 1 / 3],
    ['百分之二十五', '百分之二十五', 25],
    ['千分之五', '千分之五', 0.5],
    ['1.5 billion people', '1.5 billion', 1.5e9],
    ['30bn', '30bn', 3e10],
    ['two-thirds', 'two-thirds', 2 / 3],
    ['a dozen eggs', 'a dozen', 12],
    ['two hundred and five', 'two hundred and five', 205],
    ['twenty-first', 'twenty-first', 21],
    ['21st', '21st', 21],
    ['3/4', '3/4', 0.75],
    ['半百', '半百', 50],
    ['三个亿', '三个亿', 3e8],
    ['2千零30万', '2千零30万', 20300000],
    ['40 000 boats', '40 000', 40000],
    ['10 1/2', '10 1/2', 10.5],
    ['1.3x10^6', '1.3x10^6', 1300000],
    ['two hundred point zero three', 'two hundred point zero three', 200.03],
    ['twenty-three fifths', 'twenty-three fifths', 4.6],
    ['twenty and three fifths', 'twenty and three fifths', 20.6],
    ['two million and a half', 'two million and a half', 2500000],
    ['3 million and a half', '3 million and a half', 3500000],
    ['half a million', 'half a million', 500000],
    ['three dozens', 'three dozens', 36],
    ['4 thousand 3 hundred and 21', '4 thousand 3 hundred and 21', 4321],
    ['one hundred thirteenth', 'one hundred thirteenth', 113],
    ['a fifth of them', 'a fifth', 0.2],
    ['3 million and 20 people', '3 million', 3000000],
  ])('%s: %s is %d', (text, written, value) => {
    const match = numberAt(text, 0);
    expect(match && text.slice(match.start, match.end)).toBe(written);
    expect(match?.value).toBeCloseTo(value, 9);
  });

  test.each<[string, number, number]>([
    ['数百个', 100, 1000],
    ['几十万', 100000, 1000000],
    ['两三年', 2, 3],
    ['十七八', 17, 18],
    ['三四十', 30, 40],
    ['三、四百', 300, 400],
  ])('%s is %d to %d', (text, low, high) => {
    expect(numberAt(text, 0)).toMatchObject({ value: null, low, high, approx: true });
  });

  test.each<[string, number, number, number]>([
    ['十几', 10, 11, 19],
    ['二十几万', 200000, 210000, 290000],
    ['一百三十几亿', 13000000000, 13100000000, 13900000000],
    ['两千零几', 2000, 2001, 2009],
  ])('%s states %d, and is %d to %d', (text, value, low, high) => {
    expect(numberAt(text, 0)).toMatchObject({ value, low, high, approx: true });
  });

  test.each<[string, number]>([
    ['400多个', 400],
    ['三百余户', 300],
    ['二十多万', 200000],
    ['1300多万', 13000000],
  ])('%s is about %d', (text, value) => {
    expect(numberAt(text, 0)).toMatchObject({ value, approx: true });
  });

  test.each(['好的', 'model', 'tent', '分之三', 'a fifth term', 'half of', ''])('%j starts no number', (text) => {
    expect(numberAt(text, 0)).toBeNull();
  });

  test('千 of 千克 and 百 of 百分点 belong to the unit', () => {
    expect(numberAt('30千克', 0)?.end).toBe(2);
    expect(numberAt('5百分点', 0)?.end).toBe(1);
  });

  test('digits without end are no number', () => {
    expect(numberAt('7'.repeat(100000), 0)).toBeNull();
  });
});

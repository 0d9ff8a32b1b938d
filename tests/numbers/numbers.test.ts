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
  ])('%s: %s is %d', (text, written, value) => {
    const match = numberAt(text, 0);
    expect(match && text.slice(match.start, match.end)).toBe(written);
    expect(match?.value).toBeCloseTo(value, 9);
  });

  test.each<[string, number, number]>([
    ['数百个', 100, 1000],
    ['几十万', 100000, 1000000],
    ['十几', 11, 19],
    ['两三年', 2, 3],
    ['十七八', 17, 18],
    ['三四十', 30, 40],
  ])('%s is %d to %d', (text, low, high) => {
    expect(numberAt(text, 0)).toMatchObject({ value: null, low, high, approx: true });
  });

  test.each<[string, number]>([
    ['400多个', 400],
    ['三百余户', 300],
    ['二十多万', 200000],
    ['1300多万', 13000000],
  ])('%s is about %d', (text, value) => {
    expect(numberAt(text, 0)).toMatchObject({ value, approx: true });
  });

  test.each(['好的', 'model', 'tent', '分之三', ''])('%j starts no number', (text) => {
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

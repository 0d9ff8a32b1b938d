import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../src/script/fold.js';
import { createFinder } from '../../src/settings/finder.js';
import { runs } from '../support/fuzz.js';

/** The text with every find in brackets. */
function mark(forms: readonly string[], text: string): string {
  const found = createFinder(forms.map((form) => [form]))(fold(text));
  let [marked, at] = ['', 0];
  for (const { start, end } of found) {
    marked += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return marked + text.slice(at);
}

describe('what is found, and what is not', () => {
  test.each<[string, string[], string[]]>([
    ['a Simplified row in both scripts', ['鲲鹏湾动力'], ['[鲲鹏湾动力]降价', '[鯤鵬灣動力]降價']],
    ['a Traditional row in both scripts', ['鯤鵬灣動力'], ['[鲲鹏湾动力]降价', '[鯤鵬灣動力]降價']],
    ['characters that phrases keep', ['乾豐'], ['[乾豐]、[干丰]、[乾丰]', '乾杯']],
    ['著 that is a word or a particle', ['著作坊'], ['他看[著作坊]', '他看[着作坊]']],
    ['full width', ['ＫＰ９号'], ['[KP9号]、[ＫＰ９號]']],
    ['regional forms as they are given', ['輝達', '英偉達'], ['[辉达]就是[英伟达]']],
    ['mixed scripts, with a space or without', ['Qwen大模型'], ['用[Qwen大模型]', '用[Qwen 大模型]', 'Qwen小模型']],
    ['mixed scripts, given with a space', ['AI 芯片联盟'], ['[AI芯片聯盟]', '[AI 芯片联盟]']],
    [
      'names with spaces',
      ['Robin Li', 'St. Kilda'],
      ['Dr. [Robin Li], [Robin\u00a0Li]', '[St. Kilda] ferry', 'Robin\nLi'],
    ],
    ['no space between Chinese characters', ['港务局'], ['港务 局']],
    ['the longest first', ['阿里', '阿里云', '云计算大会'], ['[阿里][云计算大会]', '[阿里云]和[阿里]', '[阿里云]计算']],
    ['inside a Chinese word', ['高峰'], ['[高峰]期']],
    ['English by words', ['May', 'Kimi'], ['[May] said maybe Mayor may', 'Kimiko, Tokimi, KIMI', '([Kimi])']],
    ['English beside Chinese', ['Kimi'], ['问[Kimi]吧', '「[Kimi]」']],
    ['possessives', ['Kimi', 'Boss'], ["[Kimi]'s and [Kimi]’s; the [Boss]' desk", "Kimi'd, O'Kimi"]],
    ['hyphens', ['Kimi'], ['[Kimi]-backed, ex-[Kimi], 中-[Kimi]', 'Kimi-2, Kimi-Pro, K-Kimi']],
    [
      'signs of a longer name',
      ['Kimi'],
      ['Kimi+, AT&Kimi, Kimi&Co, Kimi_x, kimi.Kimi.com', 'It was [Kimi]. And [Kimi].'],
    ],
    ['numbers', ['7-11', '3M'], ['[7-11]开店，[3M]公司', '17-11, 7-110, 3Mx']],
    ['characters of two units', ['𠮷號'], ['[𠮷号]开航', '𠮸號']],
  ])('%s', (_name, forms, rows) => {
    for (const row of rows) expect(mark(forms, row.replace(/[[\]]/g, ''))).toBe(row);
  });

  test('the earlier of two entries with one form', () => {
    const [found] = createFinder([['a', '船公司'], ['船公司']])('船公司');
    expect(found).toEqual({ start: 0, end: 3, entry: 0 });
  });

  test('nothing, from no forms', () => {
    expect(createFinder([])('港务局')).toEqual([]);
    expect(createFinder([[' ']])('港 务 局')).toEqual([]);
  });
});

const letters = fc.constantFrom('港', '務', '局', 'a', 'B', ' ', '-', "'", '\n', '著', '𠮷', '1');
const words = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

test('finds are in order, do not overlap, and read as one of the forms', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 5 }), fc.array(letters, { maxLength: 40 }), (forms, parts) => {
      const text = parts.join('');
      const found = createFinder(forms.map((form) => [form]))(fold(text));
      let end = 0;
      for (const one of found) {
        expect(one.start).toBeGreaterThanOrEqual(end);
        end = one.end;
        const squeeze = (of: string) => fold(of).replace(/\s+/g, '').replaceAll('著', '着');
        expect(squeeze(text.slice(one.start, one.end))).toBe(squeeze(forms[one.entry] ?? ''));
      }
    }),
    { numRuns: runs() },
  );
});

test('a long text and many forms take no more than linear time', () => {
  const forms = Array.from({ length: 2000 }, (_, i) => [`港務局${'船'.repeat(i % 50)}${i}號`]);
  expect(createFinder(forms)('港务局船船船'.repeat(50_000))).toEqual([]);
});

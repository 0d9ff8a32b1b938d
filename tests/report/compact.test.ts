import { describe, expect, test } from '@jest/globals';
import { createPipeline } from '../../src/index.js';
import { toReportArticle, toReportHead } from '../../src/report/compact.js';

const pipeline = createPipeline();
const compactOf = (text: string) => toReportArticle(pipeline.annotate({ id: 'x', text }), () => null);

describe('an article in a report', () => {
  test('offsets are UTF-16 units', () => {
    const { text, mentions, times } = compactOf('🚢🚢 歐陽沐秋女士2024年3月5日抵達珠海。');
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toContain('珠海');
    expect(times.map(({ start, end }) => text.slice(start, end))).toEqual(['2024年3月5日']);
  });

  test.each([
    ['後來皇后頭髮乾了，他說：「船會準時。」', '后来皇后头发干了，他说：「船会准时。」', null],
    ['后来下雪了，他说：“船会准时。”', null, '後來下雪了，他說：“船會準時。”'],
  ])('%s in both scripts, at the same places', (text, hans, hant) => {
    const article = compactOf(text);
    expect(article.hans).toBe(hans ?? text);
    expect(article.hant).toBe(hant ?? text);
    expect([article.hans?.length, article.hant?.length]).toEqual([text.length, text.length]);
  });

  test('English has no other script', () => {
    expect(compactOf('The ferry is late.')).toMatchObject({ hant: null, hans: null });
  });

  test.each([
    ['後來下雨了。', 'zh-Hant'],
    ['后来下雨了。', 'zh-Hans'],
    ['The ferry was late again.', 'en'],
  ])('%s has the language tag %s', (text, lang) => {
    expect(toReportHead(pipeline.annotate({ id: 'x', text })).lang).toBe(lang);
  });
});

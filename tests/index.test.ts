import { describe, expect, test } from '@jest/globals';
import { ArticleError, annotatedArticleSchema, createPipeline } from '../src/index.js';

describe('createPipeline', () => {
  const pipeline = createPipeline({ published: '2024-02-20' });

  test('annotates an article into what annotations.jsonl holds', () => {
    const article = pipeline.annotate({ id: 'a', text: '𠮷號渡輪去年12月試航。', title: '渡輪' });
    expect(annotatedArticleSchema.strict().parse(article)).toEqual(article);
    expect(article).toMatchObject({ id: 'a', script: 'Hant', title: '渡輪', published: '2024-02-20' });
    expect(article.times).toMatchObject([{ text: '去年12月', value: '2023-12', start: 4, end: 9 }]);
  });

  test('keeps nothing from one article to the next', () => {
    const first = pipeline.annotate({ id: 'a', text: '港務局表示渡輪延期。' });
    pipeline.annotate({ id: 'b', text: 'The ferry, Ada Okafor said, is late.', published: '2020-01-01' });
    expect(pipeline.annotate({ id: 'a', text: '港務局表示渡輪延期。' })).toEqual(first);
  });

  test('hands a source through', () => {
    const source = { path: 'x.txt', sha256: '00', bytes: 1, encoding: 'Big5' };
    expect(pipeline.annotate({ id: 'a', text: 'x', source }).source).toMatchObject(source);
  });

  test('has parts of speech on request', () => {
    const { tokens } = createPipeline({ pos: true }).annotate({ id: 'a', text: '渡輪延期' });
    expect(tokens.every(({ pos }) => pos !== undefined)).toBe(true);
  });

  test('throws at a script that is none', () => {
    expect(() => createPipeline({ script: 'kana' as 'hant' })).toThrow('hant, hans, tw, hk');
  });

  test('throws at a date that is none', () => {
    expect(() => pipeline.annotate({ id: 'a', text: 'x', published: '2024-02-31' })).toThrow(ArticleError);
  });
});

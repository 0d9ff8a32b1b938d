import { describe, expect, test } from '@jest/globals';
import {
  type Article,
  ArticleError,
  annotatedArticleSchema,
  articleFromHtml,
  ConfigError,
  createPipeline,
  repairText,
} from '../src/index.js';

/** What the error that `action` throws says to a program. */
function refusalOf(action: () => unknown): object {
  try {
    action();
  } catch (error) {
    if (error instanceof ArticleError) return { code: error.code, id: error.id };
    throw error;
  }
  return {};
}

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

  test('reads a page, and what is given counts more than what the page says', () => {
    const html = '<title>渡輪</title><meta name="author" content="歐陽沐秋"><p>&#28193;輪<b>延期</b>。</p>';
    const article = pipeline.annotate(articleFromHtml(html, { id: 'a', author: '林又晴', published: null }));
    expect(article).toMatchObject({
      text: '渡輪延期。',
      title: '渡輪',
      author: '林又晴',
      published: '2024-02-20',
      repairs: [],
    });
    const [sentence] = article.sentences;
    expect(html.slice(sentence?.rawStart, sentence?.rawEnd)).toBe('&#28193;輪<b>延期</b>。');
    expect(article.source).toMatchObject({ bytes: Buffer.byteLength(html), frame: 'file' });
  });

  test('has parts of speech on request', () => {
    const { tokens } = createPipeline({ pos: true }).annotate({ id: 'a', text: '渡輪延期' });
    expect(tokens.every(({ pos }) => pos !== undefined)).toBe(true);
  });

  test.each([
    ['渡輪停航三日\n\n文|潮汐晚報 陸小滿\n\n港務局昨日表示，渡輪停航三日。票價沒有改變。\n', '渡輪停航三日', '陸小滿'],
    ['港務局昨日表示，渡輪停航三日。票價沒有改變。\n\n文|潮汐晚報\n', null, null],
  ])('the title and author of %j are its heading and byline', (text, title, author) => {
    expect(pipeline.annotate({ id: 'a', text })).toMatchObject({ title, author });
    const given = { title: '別的', author: '林又晴' };
    expect(pipeline.annotate({ id: 'a', text, ...given })).toMatchObject(given);
  });

  test.each<[unknown, string]>([
    [{ script: 'kana' }, 'options: script: "kana" is none of hant, hans, tw, hk.'],
    [{ claims: 'zz' }, 'options: claims: "zz" is none of balanced, strict.'],
    [{ published: '05/03/2024' }, 'options: published: it is no real day as YYYY-MM-DD.'],
    [{ pos: 'yes' }, 'options: pos: "yes" is no boolean.'],
    [{ segmentor: 'nodejieba' }, 'options: "segmentor" is no setting here; leave it out or mend its name.'],
    [null, 'options: null is no object.'],
    ['hant', 'options: "hant" is no object.'],
  ])('refuses the options %j', (options, message) => {
    expect(() => createPipeline(options as object)).toThrow(new ConfigError(message));
  });

  test('takes null and undefined for what is not chosen', () => {
    expect(() => createPipeline({ script: null, published: null, claims: undefined } as object)).not.toThrow();
  });

  test.each<[unknown, string, string | null]>([
    [null, 'input/not-an-article', null],
    [undefined, 'input/not-an-article', null],
    ['船', 'input/not-an-article', null],
    [{ id: '1', text: '船', source: 7 }, 'input/not-an-article', '1'],
    [{ id: '1', text: '船', extraction: '<p>' }, 'input/not-an-article', '1'],
  ])('refuses the article %j', (article, code, id) => {
    expect(refusalOf(() => pipeline.annotate(article as Article))).toEqual({ code, id });
  });

  test('throws at a date that is none', () => {
    expect(() => pipeline.annotate({ id: 'a', text: 'x', published: '2024-02-31' })).toThrow(ArticleError);
  });
});

test('a page or its fields that are none are refused', () => {
  const refused = { code: 'input/not-an-article', id: null };
  const read = articleFromHtml as (...args: unknown[]) => unknown;
  for (const args of [[], [{}], ['<p>船'], ['<p>船', null], ['<p>船', {}], [null, { id: 'a' }]])
    expect(refusalOf(() => read(...args))).toEqual(refused);
});

describe('repairText', () => {
  test.each([null, undefined, 7, {}])('refuses %j', (text) => {
    expect(refusalOf(() => repairText(text as unknown as string))).toEqual({ code: 'input/not-an-article', id: null });
  });

  test('gives the repaired text and its repairs in code points', () => {
    const { text, repairs } = repairText('𠮷號渡輪&amp;新船\u200b');
    expect(text).toBe('𠮷號渡輪&新船');
    expect(repairs).toMatchObject([
      { kind: 'entity', before: '&amp;', after: '&', start: 4, end: 5, rawStart: 4, rawEnd: 9 },
      { kind: 'character', before: '\u200b', after: '', start: 7, end: 7, rawStart: 11, rawEnd: 12 },
    ]);
  });

  test('leaves clean text alone', () => expect(repairText('渡輪延期。')).toEqual({ text: '渡輪延期。', repairs: [] }));
});

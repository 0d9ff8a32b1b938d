import { describe, expect, test } from '@jest/globals';
import { type Metadata, readMetadata } from '../../../src/input/html/metadata.js';
import { parseHtml } from '../../../src/input/html/tree.js';

function read(source: string): Metadata {
  return readMetadata(parseHtml(source));
}

function linked(data: unknown): string {
  return `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
}

function meta(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, content]) => `<meta ${name.includes(':') ? 'property' : 'name'}="${name}" content="${content}">`)
    .join('');
}

const article = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: '渡輪下月試航',
  datePublished: '2024-03-05T08:30:00+08:00',
  author: { '@type': 'Person', name: '歐陽沐秋' },
  publisher: { '@type': 'Organization', name: '海港日報' },
};
const found = {
  title: '渡輪下月試航',
  author: '歐陽沐秋',
  publisher: '海港日報',
  published: '2024-03-05T08:30:00+08:00',
};

describe('JSON-LD', () => {
  test.each([
    ['alone', article],
    ['in an array', [{ '@type': 'BreadcrumbList' }, article]],
    ['in a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: '海港' }, article] }],
    ['as the main entity of the page', { '@type': 'WebPage', name: '頁', mainEntity: article }],
    ['of several types', { ...article, '@type': ['Thing', 'http://schema.org/ReportageNewsArticle'] }],
    ['with authors as strings', { ...article, author: ['歐陽沐秋'], publisher: '海港日報' }],
    [
      'with references',
      [
        { ...article, author: [{ '@id': '#a' }], publisher: { '@id': '#p' } },
        { '@id': '#a', '@type': 'Person', name: '歐陽沐秋' },
        { '@id': '#p', '@type': 'Organization', name: '海港日報' },
      ],
    ],
    ['with a line end in a string', JSON.stringify(article).replace('試航', '\n試航').replace('月\n', '月')],
    ['in a comment', `<!-- ${JSON.stringify(article)} -->`],
    [
      'with references in the text',
      { ...article, headline: '渡輪下月試&#33322;', publisher: { name: '<b>海港日報</b>' } },
    ],
  ])('%s', (_name, data) => expect(read(linked(data))).toMatchObject(found));

  test('the article of the page, not one that it lists', () => {
    const other = { ...article, headline: '電車預算過關', author: '令狐嘉樹' };
    expect(read(`${linked([other, article])}<title>渡輪下月試航 - 海港日報</title>`)).toMatchObject(found);
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '3',
    '{"@type":"NewsArticle","author":[null,{}],"headline":7}',
    '[[[[[[[{}]]]]]]]',
  ])('%s says nothing', (data) =>
    expect(read(linked(data))).toMatchObject({ title: null, author: null, publisher: null, published: null }),
  );
});

describe('elements', () => {
  test.each([
    [meta({ 'og:title': '渡輪下月試航', 'og:site_name': '海港日報', 'article:published_time': found.published }), {}],
    [meta({ 'og:title': '渡輪下月試航 | 海港日報', 'og:site_name': '海港日報' }), { published: null }],
    [
      meta({ author: '歐陽沐秋', pubdate: '2024年3月5日 08:30' }),
      { author: '歐陽沐秋', published: '2024-03-05T08:30:00' },
    ],
    [meta({ 'article:author': 'https://example.com/a', byl: '歐陽沐秋' }), { author: '歐陽沐秋' }],
    ['<span itemprop="author">歐陽沐秋</span>', { author: '歐陽沐秋' }],
    ['<meta itemprop="datePublished" content="2024-03-05">', { published: '2024-03-05' }],
    ['<p>開航<time datetime="2024-03-05">昨日</time></p>', { published: '2024-03-05' }],
    ['<time>2024年3月5日</time>', { published: '2024-03-05' }],
    ['<time datetime="2020-01-01">x</time><time pubdate datetime="2024-03-05">y</time>', { published: '2024-03-05' }],
    [meta({ date: 'soon' }), { published: null, unreadableDate: 'soon' }],
    [`${meta({ date: 'soon' })}<time datetime="2024-03-05"></time>`, { published: '2024-03-05', unreadableDate: null }],
    ['<html lang="zh-Hant-TW">', { lang: 'zh-Hant-TW' }],
  ])('%s', (source, fields) => expect(read(source)).toMatchObject(fields));
});

describe('the title', () => {
  test.each([
    ['<title>渡輪下月試航_新聞頻道_海港網</title>', '渡輪下月試航'],
    ['<title>渡輪下月試航 - 海港</title>', '渡輪下月試航'],
    ['<title>Ferry to start | Harbour</title>', 'Ferry to start'],
    ['<title>Well-known ferry starts</title>', 'Well-known ferry starts'],
    ['<title>渡輪下月試航－海港日報</title><h1>渡輪下月試航</h1>', '渡輪下月試航'],
    ['<title>短訊 - 海港日報</title><h1>渡輪停航一日</h1>', '渡輪停航一日'],
    ['<title>渡輪下月試航 - 海港日報</title><h1><a href="/">海港日報</a></h1>', '渡輪下月試航'],
    ['<h1>渡輪下月試航</h1>', '渡輪下月試航'],
    ['<svg><title>icon</title></svg><p>x</p>', null],
    ['<title> </title>', null],
  ])('%s', (source, title) => expect(read(source).title).toBe(title));
});

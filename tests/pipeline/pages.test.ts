import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runPipeline } from '../../src/annotate.js';
import { toAnnotatedArticle } from '../../src/export/annotated-article.js';
import type { AnnotatedArticle } from '../../src/export/schema.js';
import { checkText, toArticle } from '../../src/input/article.js';
import { readers } from '../../src/input/readers/index.js';
import { runs } from '../support/fuzz.js';

function annotatePage(source: string, fields: Readonly<Record<string, string>> = {}): AnnotatedArticle {
  const record = readers.get('.html')?.read(source, { name: 'page', fields })[0];
  if (record === undefined || 'error' in record) throw new Error('The page was not read.');
  const { extraction = [], diagnostics = [] } = record;
  const { article } = toArticle(record.value, { extraction });
  return toAnnotatedArticle(runPipeline({ article, diagnostics }));
}

const page = `<!DOCTYPE html><html lang="zh-Hant"><head><title>新渡輪下月試航 | 海港日報</title>
<meta name="author" content="歐陽沐秋"><meta property="og:site_name" content="海港日報"><meta name="pubdate" content="2024年3月5日">
<script>var menu = '<p>不是文章</p>';</script></head>
<body><nav><a href="/">首頁</a><a href="/b">政治</a></nav><h1>新渡輪下月試航</h1>
<div class="text"><p>港務局<b>發言人</b>林<!-- x -->又晴昨日表示&#xff0c;新渡輪「海燕號」將於
  下個月開始試航，票價維持每張<em>120</em>元不變&#12290;</p>
<p>經(jīng)理令狐嘉樹直言：“過去三年，我們燒掉了近12億元，隻換來一個結(jié)論。”他已經(jīng)向縣府提出總結(jié)。&amp;nbsp;</p>
<p>𠮷田說，𠮷號渡輪首航日期是4月1日<br>航程<ruby>鷺<rt>lù</rt></ruby>島至珠灣四十分鐘。\u200b</p></div>
<footer>版權所有</footer></body></html>`;

/** What is left of a stretch of source without tags and with its references decoded. */
function read(source: string): string {
  return source
    .replace(/<rt>.*?<\/rt>|<[^>]*>/g, '')
    .replace(/\n\s*/g, '')
    .replace(/&#x([0-9a-f]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)));
}

describe('an annotated page', () => {
  const article = annotatePage(page);
  const input = Array.from(page);

  test('has the text, and the fields from its metadata', () => {
    expect(article).toMatchObject({
      ...{ id: 'page', title: '新渡輪下月試航', author: '歐陽沐秋', publisher: '海港日報', published: '2024-03-05' },
      text: [
        '新渡輪下月試航',
        '港務局發言人林又晴昨日表示，新渡輪「海燕號」將於下個月開始試航，票價維持每張120元不變。',
        '經理令狐嘉樹直言：“過去三年，我們燒掉了近12億元，隻換來一個結論。”他已經向縣府提出總結。 ',
        '𠮷田說，𠮷號渡輪首航日期是4月1日',
        '航程鷺島至珠灣四十分鐘。',
      ].join('\n'),
    });
  });

  test('has only damage among its repairs, each where it stands in the file', () => {
    expect(article.repairs.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['gloss', '(jīng)', ''],
      ['gloss', '(jié)', ''],
      ['gloss', '(jīng)', ''],
      ['gloss', '(jié)', ''],
      ['entity', '&amp;nbsp;', ' '],
      ['character', '\u200b', ''],
    ]);
    for (const { before, rawStart, rawEnd } of article.repairs)
      expect(input.slice(rawStart, rawEnd).join('')).toBe(before);
  });

  test('has every span where its words stand in the file', () => {
    const { sentences, mentions, times, quantities, claims } = article;
    const spans = [sentences, mentions, times, quantities, claims].flat();
    expect(spans.length).toBeGreaterThan(12);
    const repaired = ({ rawStart, rawEnd }: (typeof spans)[number]) =>
      article.repairs.some((repair) => repair.rawStart < rawEnd && rawStart < repair.rawEnd);
    for (const span of spans.filter((candidate) => !repaired(candidate)))
      expect(read(input.slice(span.rawStart, span.rawEnd).join(''))).toBe(span.text);
  });
});

test('whatever a page holds, every span slices, and every repair stands in the file', () => {
  const bits = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<br>',
      '<td>',
      '<div>',
      '<!--',
      '-->',
      '<ruby>鷺<rt>lù</rt></ruby>',
      '<script>',
      '<',
    ],
    ...[
      '港務局表示，',
      '經(jīng)理',
      '結(jié)果',
      '去年3月',
      '12億元。',
      '“',
      '”',
      '&amp;nbsp;',
      '&#x4e2d;',
      '\u200b',
      '\0',
      '𠮷',
      '\n',
      ' ',
    ],
    ...['用?!?/p>', '&lt;p&gt;', '\ufffd', 'The ferry ', 'said Ada Okafor. ', '\r', '<a href="', '">', '<title>'],
  );
  fc.assert(
    fc.property(fc.array(bits, { minLength: 1, maxLength: 40 }), (pieces) => {
      const source = pieces.join('');
      const article = annotatePage(source);
      const [input, text] = [source, article.text].map((whole) => Array.from(whole));
      for (const { rawStart, rawEnd, start, end, before, after } of article.repairs) {
        expect(input?.slice(rawStart, rawEnd).join('')).toBe(before);
        expect(text?.slice(start, end).join('')).toBe(after);
      }
      const { sentences, mentions, times, quantities, claims } = article;
      for (const span of [sentences, mentions, times, quantities, claims].flat()) {
        expect(text?.slice(span.start, span.end).join('')).toBe(span.text);
        expect(span.rawEnd).toBeGreaterThanOrEqual(span.rawStart);
        expect(span.rawEnd).toBeLessThanOrEqual(input?.length ?? 0);
      }
    }),
    { numRuns: runs(150) },
  );
});

test('one gloss alone is not believed for being in a page', () =>
  expect(annotatePage('<p>經(jīng)理說，船會準時。</p>').text).toContain('經(jīng)'));

test('the table beside the page knows better', () => {
  const article = annotatePage(page, { title: '渡輪', author: '', published: '2024-03-06' });
  expect(article).toMatchObject({ title: '渡輪', author: '歐陽沐秋', published: '2024-03-06' });
});

test('a date that is none is told of', () => {
  const source = '<meta name="date" content="soon"><p>船會準時。</p>';
  expect(annotatePage(source).diagnostics).toMatchObject([{ code: 'input/page-date', severity: 'warning' }]);
  expect(annotatePage(source, { published: '2024-03-06' }).diagnostics).toEqual([]);
});

test('a page without text is refused', () => {
  for (const text of ['<p> &nbsp; </p>', '<script>1</script>', ''])
    expect(() => {
      const record = readers.get('.htm')?.read(text, { name: 'page', fields: {} })[0];
      if (record === undefined || 'error' in record) throw new Error('The page was not read.');
      checkText(toArticle(record.value, { extraction: record.extraction ?? [] }).article);
    }).toThrow('no text');
});

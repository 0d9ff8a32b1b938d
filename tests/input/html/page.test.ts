import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toRaw } from '../../../src/document/alignment.js';
import { extractText } from '../../../src/document/extraction.js';
import { readPage } from '../../../src/input/html/page.js';
import { runs } from '../../support/fuzz.js';

function textOf(source: string): string {
  return extractText(readPage(source)).text;
}

const first = '港務局昨日表示，新渡輪「海燕號」將於下個月開始試航，票價維持每張120元不變，老人與學童半價。';
const second = '發言人林又晴說：「我們花了三年時間，只為讓乘客少等十分鐘。」她補充，班次會從每日八班增為十二班。';
const third = '不過也有居民擔心，噪音會影響沿岸的鷺鷥棲地，環保團體上週已提出申訴，並要求縣府舉行聽證。';
const paragraphs = [first, second, third];
const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
const menu = '<ul><li><a href="/a">首頁</a></li><li><a href="/b">政治</a></li><li><a href="/c">地方</a></li></ul>';
const lines = paragraphs.join('\n');

describe('what becomes a line', () => {
  test.each([
    ['blocks', '<h2>一</h2><p>二</p><div>三<div>四</div>五</div>', '一\n二\n三\n四\n五'],
    ['what is not closed', '<p>一<p>二<ul><li>三<li>四</ul>五', '一\n二\n三\n四\n五'],
    ['line breaks', '<p>一<br>二<br/><br />三</p>', '一\n二\n三'],
    [
      'an end tag in a cell: nothing',
      '<div><table><tr><td>一</div>二</td><td>三</td></tr></table>四</div>',
      '一二\t三\n四',
    ],
    ['a stray end tag', '一</p>二</div></span>三', '一\n二三'],
    ['captions', '<figure><img src="a"><figcaption>圖說</figcaption></figure><p>文</p>', '圖說\n文'],
    ['rows, with tabs between cells', '<table><tr><td>年<td>人<tr><td>一<td>二</table>', '年\t人\n一\t二'],
    ['blocks in a cell', '<table><tr><td><p>一</p><p>二</p></td></tr></table>', '一\n二'],
    ['inline elements: none', '<p>一<b>二</b><i><a href="x">三</a></i>四</p>', '一二三四'],
    ['lines as they stand in pre', '<pre>一\n  二</pre>', '一\n二'],
  ])('%s', (_name, source, text) => expect(textOf(source)).toBe(text));
});

describe('white space', () => {
  test.each([
    ['runs are one space', '<p>the  new\n\tferry</p>', 'the new ferry'],
    ['line ends inside Chinese go', '<p>新渡輪\n    將試航，\r\n票價</p>', '新渡輪將試航，票價'],
    ['spaces inside Chinese stay', '<p>新 渡輪</p>', '新 渡輪'],
    ['between the scripts one space stays', '<p>新渡輪\nKestrel\n號</p>', '新渡輪 Kestrel 號'],
    ['no-break spaces are spaces', '<p>&nbsp;&nbsp;一&nbsp;\u00a0二</p>', '一 二'],
    ['wide spaces stay', '<p>\u3000\u3000一</p>', '\u3000\u3000一'],
    ['none around a line', '<p> 一 </p> <p> 二 </p>', '一\n二'],
  ])('%s', (_name, source, text) => expect(textOf(source)).toBe(text));
});

describe('character references', () => {
  test.each([
    ['&lt;b&gt; &amp;&quot;&#39;', `<b> &"'`],
    ['caf&eacute; &#x4e2d;&#20013; &copy 1', 'café 中中 © 1'],
    ['&#150;&#0;&#xd800;&#x110000;', '–\ufffd\ufffd\ufffd'],
    ['&unknown; & &; AT&T &nbspx', '&unknown; & &; AT&T x'],
    ['&NotEqualTilde;x', '≂̸x'],
    ['&amp;nbsp;', '&nbsp;'],
  ])('%s', (source, text) => expect(textOf(`<p>${source}</p>`)).toBe(text));
});

describe('what is not shown', () => {
  test.each([
    ['scripts and styles', '<script>if (a<b) "<p>一</p>"</script><style>p{}</style>'],
    ['comments, declarations, instructions', '<!-- <p>一</p> --><!doctype html><?php echo "一" ?><![CDATA[一]]>'],
    ['the head', '<head><title>一</title></head>'],
    ['navigation and what stands beside', `<nav>${menu}</nav><aside>一</aside><footer>一</footer>`],
    ['a list of links without a nav', menu],
    ['what is hidden', '<p hidden>一</p><div style="color: red; display : none">一</div><b aria-hidden="true">一</b>'],
    ['what is hidden by its role', '<div role="navigation">一</div><dialog>一</dialog><template>一</template>'],
    ['a picture or control that is not closed', '<p><svg><path><text>一</p><p><select><option>一'],
    ['controls', '<button>一</button><select><option>一</select><textarea>一</textarea>'],
    ['pictures', '<svg><title>一</title><text>一</text></svg><img alt="一"><noscript>一</noscript>'],
  ])('%s', (_name, source) => expect(textOf(`${source}<p>船會準時。</p>`)).toBe('船會準時。'));

  test('ruby leaves the text without its reading', () =>
    expect(textOf('<p>一隻<ruby>鷺<rp>(</rp><rt>lù</rt><rp>)</rp>鷥<rt>sī</ruby>飛過</p>')).toBe('一隻鷺鷥飛過'));
});

describe('the article in a page', () => {
  const comment = '<p>路人甲：票價真的不會漲嗎？我很懷疑，上次也是這樣說，結果三個月後還是漲了兩成，有誰還記得。</p>';
  test.each([
    ['in an article', `<header>${menu}</header><article>${body}</article><div class="footer">聯絡我們</div>`],
    ['in divs', `<div id="nav">${menu}</div><div class="content">${body}</div><div class="related">${menu}</div>`],
    ['in a cell of a table', `<table><tr><td>${menu}</td></tr></table><table><tr><td>${body}</td></tr></table>`],
    ['parted by line breaks', `<div>${menu}</div><div id="text">${paragraphs.join('<br><br>')}</div>`],
    ['in divs, not paragraphs', `<div>${menu}</div><main>${body.replaceAll('p>', 'div>')}</main>`],
    ['not closed', `<nav>${menu}</nav><div class=content><p>${paragraphs.join('<p>')}`],
    ['above comments', `<article>${body}</article><section id="comments" class="comments">${comment}</section>`],
    ['alone', body],
    ['in two halves', `<article><div><p>${first}</p></div><div><p>${second}</p><p>${third}</p></div></article>`],
    [
      'with a frame named after what is beside it',
      `<div class="page has-sidebar">${body}</div><div id="sidebar">一</div>`,
    ],
    ['named like something around it', `<div class="comments-open tags">${body}</div><div>${menu}</div>`],
    ['above an advertisement', `<div>${body}<div class="ad-slot">廣告</div></div>`],
    ['below a bar', `<div class="topNav">${first}</div><div class="text">${body}</div>`],
  ])('%s', (_name, source) => expect(textOf(`<html><body>${source}</body></html>`)).toBe(lines));

  test.each([
    ['in a header', '<header><h1>渡輪下月試航</h1></header>'],
    ['in two parts', '<div><h1>渡輪<br>下月試航</h1></div>'],
    ['without a heading', '<div><b>渡輪下月試航</b></div>'],
  ])('with its headline %s', (_name, headline) => {
    const page = `<title>渡輪下月試航</title><body><div>${menu}</div>${headline}<div class="content">${body}</div></body>`;
    expect(textOf(page).replace('渡輪\n', '渡輪')).toBe(`渡輪下月試航\n${lines}`);
  });

  test('with its headline once, where the way to it has it too', () => {
    const way = '<div><a href="/">首頁</a> &gt; <span>渡輪下月試航</span></div>';
    const page = `<title>渡輪下月試航</title><body>${way}<article><h1>渡輪下月試航</h1>${body}</article></body>`;
    expect(textOf(page)).toBe(`渡輪下月試航\n${lines}`);
  });

  test('a short notice, not the comments below it', () => {
    const page = `<h1>渡輪停航</h1><div><p>明日停航一天。</p></div><div class="comment-list">${comment}</div>`;
    expect(textOf(page)).toBe('渡輪停航\n明日停航一天。');
  });

  test('what looks like surroundings, where there is nothing else', () => {
    expect(textOf('<div class="comments"><p>一</p></div>')).toBe('一');
    expect(textOf(menu)).toBe('首頁\n政治\n地方');
  });

  describe('that the metadata hold as well', () => {
    const held = (articleBody: string) =>
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: '渡輪下月試航', articleBody })}</script>`;

    test('is taken from them where the page shows it nowhere', () => {
      const page = readPage(`${held(`${first}\n${second}`)}<div id="app">請開啟腳本</div>`);
      expect(page).toMatchObject({ text: `${first}\n${second}`, frame: 'extracted', extraction: [] });
      expect(textOf(held(`<p>${first}</p><p>${second}&amp;</p>`))).toBe(`${first}\n${second}&`);
    });

    test('is found in the page by them where it looks like something else', () => {
      const page = `${held(lines)}<h1>渡輪下月試航</h1><div class="comments">${body}</div><div><p>${comment}${comment}</p></div>`;
      expect(readPage(page).frame).toBe('file');
      expect(textOf(page)).toBe(`渡輪下月試航\n${lines}`);
    });

    test('is taken from the page where they hold the start of it only', () => {
      expect(textOf(`${held(first)}<article>${body}</article>`)).toBe(lines);
      expect(textOf(`${held('')}<article>${body}</article>`)).toBe(lines);
    });
  });

  test('a page without text has none', () => {
    for (const source of [
      '',
      '<html></html>',
      '<body><script>一</script></body>',
      '<!-- 一',
      '<title>一',
      '< ',
      '\ufeff',
    ])
      expect(textOf(source).replace(/[<\ufeff ]/g, '')).toBe('');
  });
});

describe('hostile pages', () => {
  test.each([
    ['deep', '<div>'.repeat(100_000)],
    ['deep in another way', '<p><table><b>'.repeat(30_000)],
    ['closed too often', `<table>${'<b>'.repeat(20_000)}${'</div>'.repeat(20_000)}`],
    ['wide', '<i></i>'.repeat(100_000)],
    ['long', '&nbsp;'.repeat(500_000)],
    ['attributes', `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}=1`).join(' ')}>`],
    ['an open comment before nothing', '<!--->'],
    ['separators in the title', `<title>${'a - '.repeat(50_000)}</title>`],
  ])('%s', (_name, source) => expect(textOf(`${source}船會準時。`)).toBe('船會準時。'));
});

const bits = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<br>',
    '<pre>',
    '</pre>',
  ],
  ...[
    '<script>',
    '</script>',
    '<svg>',
    '</svg>',
    '<title>',
    '</title>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<a href="',
    '"',
  ],
  ...['&amp;', '&lt', '&#x4e2d;', '&nbsp;', '&NotEqualTilde;', '&#', '&', '<', '>', '</', '<?', '=', "'", '<textarea>'],
  ...[
    '文',
    '渡輪',
    'the ferry',
    ' ',
    '\n',
    '\r\n',
    '\0',
    '𠮷',
    '\u{100000}',
    '<ruby>',
    '<rt>',
    '</ruby>',
    '<nav>',
    '</nav>',
  ],
);

test('every character of the text comes from its place in the source', () => {
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 30 }), (pieces) => {
      const source = pieces.join('');
      const { text, alignment } = extractText({ text: source, extraction: readPage(source).extraction });
      let last = 0;
      for (let i = 0; i < text.length; i++) {
        if (/\s/.test(text.charAt(i))) continue;
        const { start, end } = toRaw(alignment, { start: i, end: i + 1 });
        expect(start).toBeGreaterThanOrEqual(last);
        const raw = source.slice(start, end);
        if (!raw.startsWith('&') || raw.length === 1) expect(raw).toBe(text.charAt(i));
        else last = start;
      }
    }),
    { numRuns: runs(1000) },
  );
});

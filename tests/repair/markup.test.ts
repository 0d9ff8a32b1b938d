import { describe, expect, test } from '@jest/globals';
import { repair } from '../support/repair.js';

describe('markup and entities', () => {
  test.each([
    ['<p>早上下雨。</p>', '早上下雨。'],
    ['<p>早上下雨。</p><p>下午放晴。</p>', '早上下雨。\n下午放晴。'],
    ['早上下雨。<br/>下午放晴。', '早上下雨。\n下午放晴。'],
    ['他<strong>很</strong>高興。', '他很高興。'],
    ['見<a href="https://example.org/?a=1&b=2" target=_blank>原文</a>。', '見原文。'],
    ['a word<b>bold</b> here', 'a wordbold here'],
    ['前文<script type="text/javascript">let a = 1;</script>後文', '前文後文'],
    ['前文<!-- 廣告 -->後文', '前文後文'],
    ['用起來方便。/p>\n他走了。', '用起來方便。\n他走了。'],
    ['A&nbsp;B &amp; C &#8220;D&#8221; &#x4e2d;', 'A B & C “D” 中'],
    ['&amp;nbsp;&amp;amp;', ' &'],
    ['&#147;quoted&#148;', '“quoted”'],
    ['&lt;b&gt;很粗&lt;/b&gt;', '很粗'],
    ['中&#8203;文', '中文'],
  ])('%s', (raw, text) => {
    expect(repair(raw).text).toBe(text);
  });

  test.each([
    'a < b, b > c',
    'I <3 you',
    'if x <b and c> 0',
    'List<object> items = new List<object>();',
    'Map<String, Number>',
    'https://example.org/?a=1&b=2&copy=3',
    'AT&T and R&D; Q&A;',
    '&unknownname; &#0; &#xD800;',
    '見 src/p>out 一節',
    '<張三>是他的筆名',
  ])('left alone: %s', (text) => {
    expect(repair(text).text).toBe(text);
  });
});

import { describe, expect, test } from '@jest/globals';
import { kindsOf } from './support.js';

const body = '港務局昨天公布新的航班表，碼頭將在下月開始夜間作業，漁民對此並不滿意。';

describe('lines that are not the article itself', () => {
  test.each<[string, string]>([
    ['阅读全文', 'readmore'],
    ['[展開全文]', 'readmore'],
    ['點擊閱讀全文 >>', 'readmore'],
    ['原標題：碼頭將夜間作業', 'readmore'],
    ['（責任編輯：林又晴）', 'byline'],
    ['責任編輯：林又晴', 'byline'],
    ['Read more', 'readmore'],
    ['Read more: How the port changed', 'readmore'],
    ['Sign up for our morning newsletter.', 'readmore'],
    ['Subscribe to our channel for updates', 'readmore'],
    ['Continue reading →', 'readmore'],
    ['分享到：微信 微博 QQ空间', 'share'],
    ['分享至 Facebook Twitter LINE', 'share'],
    ['Share on Facebook | Tweet | Email', 'share'],
    ['字号：大 中 小', 'share'],
    ['收藏 打印 評論', 'share'],
    ['版权所有 未经许可不得转载', 'notice'],
    ['© 2024 Harbour Times, all rights reserved', 'notice'],
    ['本文僅代表作者觀點，不代表本站立場。', 'notice'],
    ['免責聲明：以上內容僅供參考，不構成投資建議。', 'notice'],
    ['如有侵权，请联系删除。', 'notice'],
    ['广告', 'notice'],
    ['Advertisement', 'notice'],
    ['2024-02-20 10:30', 'timestamp'],
    ['發布時間：2024年2月20日 10:30', 'timestamp'],
    ['2024年02月20日 10:30 来源：海岸日报', 'timestamp'],
    ['Published: February 20, 2024 at 10:30 a.m. ET', 'timestamp'],
    ['Last updated on 20 February 2024', 'timestamp'],
    ['Tuesday, Feb. 20, 2024', 'timestamp'],
    ['更新：3小時前', 'timestamp'],
    ['10:30', 'timestamp'],
    ['图片来源：海岸日报', 'credit'],
    ['圖源：網絡', 'credit'],
    ['Photo by Ada Okafor', 'credit'],
    ['視覺中國', 'credit'],
    ['Photo: The new pier.', 'caption'],
    ['图：新码头', 'caption'],
    ['圖1 新碼頭', 'caption'],
    ['圖為新碼頭的吊車。', 'caption'],
    ['01', 'section'],
    ['一、', 'section'],
    ['第三章', 'section'],
    ['Part 2', 'section'],
    ['* * *', 'section'],
    ['———', 'section'],
    ['IV', 'section'],
    ['二、誰來付錢？', 'heading'],
    ['漁民的擔憂', 'heading'],
    ['大小碼頭', 'heading'],
    ['微信支付的未來', 'heading'],
    ['分享經濟的盡頭', 'heading'],
    ['更多的船，更少的魚', 'heading'],
    ['評論：碼頭之夜', 'heading'],
    ['2024年，港口吞吐量增長了三成。', 'body'],
    ['他在微信上说，船会准时。', 'body'],
    ['未经授权的渔船昨天又出现在近海，渔民对此并不满意，要求港务局加强巡查。', 'body'],
    ['声明说，船会准时。', 'body'],
    ['Read more books, she told the children of the harbour.', 'body'],
    ['相关新闻说，船会准时到港。', 'body'],
    ['来源不明的渔获占了三成。', 'body'],
    ['编辑部昨天开会，决定停刊。', 'body'],
    ['The source said the ship was late.', 'body'],
    ['Share prices fell by a third on Monday.', 'body'],
    ['下载量超过三千万次。', 'body'],
    ['广告收入增长了三成。', 'body'],
    ['更新后的航班表昨天公布。', 'body'],
    ['Sign language classes begin on Monday.', 'body'],
    ['图书馆昨天关门。', 'body'],
    ['文化局昨天开会。', 'body'],
  ])('%s is %s', (line, kind) => {
    expect(kindsOf(`${body}\n${line}\n${body.slice(0, 15)}改期。`)[1]).toEqual([line, kind]);
  });
});

test('links under their header are related, up to the next paragraph', () => {
  const text = `${body}\n相關閱讀\n碼頭之夜\n漁民怎麼說？\n新航線下月開通\n${body.slice(0, 20)}已改期。`;
  expect(kindsOf(text).map(([, kind]) => kind)).toEqual(['body', 'related', 'related', 'related', 'related', 'body']);
});

test('a numbered section ends a list of links', () => {
  expect(
    kindsOf(`${body}\n相關閱讀\n碼頭之夜\n二、漁民怎麼說\n${body}`)
      .map(([, kind]) => kind)
      .slice(1, 4),
  ).toEqual(['related', 'related', 'heading']);
});

test.each([
  ['船會準時到港。', '（責任編輯：林又晴）', 'byline'],
  ['船會準時到港。', '點擊閱讀全文', 'readmore'],
  ['船會準時到港。', '[閱讀全文]', 'readmore'],
  ['The ship will sail on time. ', 'Read more: How the port changed', 'readmore'],
])('the tail of a paragraph: %s%s', (text, tail, kind) => {
  const sentences = kindsOf(`${body}\n${text}${tail}`).slice(1);
  expect(sentences).toEqual([
    [text.trim(), 'body'],
    [tail, kind],
  ]);
});

test('both scripts give the same kinds', () => {
  for (const [simplified, traditional] of [
    ['责任编辑：林又晴', '責任編輯：林又晴'],
    ['展开全文', '展開全文'],
    ['分享到：微信朋友圈 QQ空间', '分享到：微信朋友圈 QQ空間'],
    ['本站所有内容未经许可不得转载', '本站所有內容未經許可不得轉載'],
  ])
    expect(kindsOf(`${body}\n${simplified}`)[1]?.[1]).toBe(kindsOf(`${body}\n${traditional}`)[1]?.[1]);
});

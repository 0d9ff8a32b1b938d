import { describe, expect, test } from '@jest/globals';
import { annotate } from '../support/annotate.js';

function sentencesOf(text: string, title?: string): [string, string][] {
  const document = annotate(text, title === undefined ? {} : { title });
  return document.sentences.map((sentence) => [document.text.slice(sentence.start, sentence.end), sentence.kind]);
}

const lead = '港務局昨天公布新的航班表。\n';

describe('sentence ends', () => {
  test.each([
    ['港務局說：「船會準時。風不大。」旅客都走了！', ['港務局說：「船會準時。', '風不大。」', '旅客都走了！']],
    ['“船准时吗？”他问。“准时。”', ['“船准时吗？”', '他问。', '“准时。”']],
    ['“船准时。”的说法没人信。', ['“船准时。”的说法没人信。']],
    ['渡轮、货轮……都停在港里。', ['渡轮、货轮……都停在港里。']],
    ['如何應對?誰也不知道。', ['如何應對?', '誰也不知道。']],
    ['网址是example.com/a?b=c，请看。', ['网址是example.com/a?b=c，请看。']],
    [
      'Mr. Okafor of Harbour Corp. met J. P. Lund in the U.S. on Monday. They left.',
      ['Mr. Okafor of Harbour Corp. met J. P. Lund in the U.S. on Monday.', 'They left.'],
    ],
    ['It was 20°C. Sails dried. At 5C. Fog came.', ['It was 20°C.', 'Sails dried.', 'At 5C.', 'Fog came.']],
    [
      '"Will it sail?" he asked. "It will." Nobody moved.',
      ['"Will it sail?" he asked.', '"It will."', 'Nobody moved.'],
    ],
    ['Shares rose 3.1 points. Then they fell.', ['Shares rose 3.1 points.', 'Then they fell.']],
  ])('%s', (text, expected) => {
    const sentences = sentencesOf(lead + text).slice(1);
    expect(sentences.map(([sentence]) => sentence)).toEqual(expected);
    expect(sentences.every(([, kind]) => kind === 'body')).toBe(true);
  });
});

describe('the letters of a sentence choose its language', () => {
  test.each<[string, ...[string, string][]]>([
    [
      'English behind Chinese',
      ['渡輪下月試航。', 'zh'],
      ['Harbour Lines said the new route would cut 20 minutes.', 'en'],
      ['乘客都很高興。', 'zh'],
    ],
    [
      'Chinese in an English paragraph',
      ['The ferry firm said on Monday that all of its ships had been repaired and would sail again soon.', 'en'],
      ['港務局發言人則稱，碼頭仍未重開。', 'zh'],
      ['Passengers were told to wait for further news from the harbour.', 'en'],
    ],
    ['a name in an English sentence', ['Mr Lam (林又晴) left.', 'en'], ['Nobody else from the office did so.', 'en']],
    ['an English end in a Chinese sentence', ['船到了， Roc Bay Lines said it.', 'zh'], ['港務局沒有回應。', 'zh']],
    ['a Latin name alone', ['新手機叫什麼？', 'zh'], ['Kestrel Phone Nine!', 'zh']],
    [
      'English around Han',
      ['The committee of the port council met in "密室" for talks.', 'en'],
      ['港務局發言人表示歡迎，並說明年再開會。', 'zh'],
    ],
    ['no end in brackets', ['港務局（The port was open. It is not now.）昨天公布時刻。', 'zh']],
    ['an abbreviation before Han', ['他曾在the office of Roc Bay Inc. 工作。', 'zh']],
  ])('%s', (_name, ...expected) => {
    const text = expected.map(([sentence]) => sentence).join(' ');
    const document = annotate(`${lead}${text}`);
    const found = document.sentences.slice(1);
    expect(found.map(({ start, end, language }) => [document.text.slice(start, end), language])).toEqual(expected);
  });
});

describe('kinds of paragraphs', () => {
  const body = '港務局昨天公布新的航班表，碼頭將在下月開始夜間作業，漁民對此並不滿意。';
  test.each([
    ['headline', '新航線何時開通？', 'heading'],
    ['byline with a bar', '文|海岸觀察 林又晴', 'byline'],
    ['byline of a reporter', '本报记者 周以宁 泉州报道', 'byline'],
    ['byline in brackets', '〔記者何沐恩／基隆報導〕', 'byline'],
    ['byline after the paper', '海岸週報 記者 何沐恩 基隆報導', 'byline'],
    ['byline after a dateline', '【海岸日報專訊】記者何沐恩報道', 'byline'],
    ['headline about a reporter', '一名女記者獲救', 'heading'],
    ['English byline', 'By Ada Okafor in Harbour City', 'byline'],
    ['caption', '▲新碼頭的吊車。', 'caption'],
    ['caption with a source', '碼頭夜景(圖:港務局)', 'caption'],
    ['section head', '01、夜裡的「碼頭」', 'heading'],
    ['section head in Han numerals', '二、誰來付錢？', 'heading'],
    ['a sentence', '漁民說，夜裡的燈太亮。', 'body'],
    ['a question', '碼頭的燈會關嗎？誰也不知道。', 'body'],
  ])('%s', (_name, line, kind) => {
    const before = kind === 'heading' && line.startsWith('新') ? '' : `${body}\n`;
    const sentences = sentencesOf(`${before}${line}\n${body.slice(0, 15)}。`);
    expect(sentences.find(([sentence]) => line.startsWith(sentence))?.[1]).toBe(kind);
  });

  test('a paragraph that earlier text holds is a duplicate, also when it was cut elsewhere', () => {
    const other = '市府說，燈光會在十點後調暗，並且每季檢討一次，檢討的結果都會上網公布。';
    const kinds = sentencesOf(`${body}${other}\n${other}\n${body}`).map(([, kind]) => kind);
    expect(kinds).toEqual(['body', 'body', 'duplicate', 'duplicate']);
  });

  test('the given title is a heading even where it ends like a sentence', () => {
    expect(sentencesOf(`漁民不滿。\n${body}`, '渔民不满。')[0]).toEqual(['漁民不滿。', 'heading']);
  });
});

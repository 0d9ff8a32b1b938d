import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../src/script/fold.js';
import { splitParagraph } from '../../src/segment/split.js';
import { runs } from '../support/fuzz.js';

function split(text: string, language: 'zh' | 'en'): string[] {
  return splitParagraph(fold(text), { start: 0, end: text.length }, language).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('sentence ends', () => {
  test.each<{ sentences: string[] }>([
    { sentences: ['港務局（全稱很長。真的很長。）昨天公布了航班表。', '第二天下雨。'] },
    { sentences: ['（編按：他已離職。）', '第二天下雨。'] },
    { sentences: ['《誰來付錢？》一文指出問題所在。', '他看了。'] },
    { sentences: ['他讀了《明年還辦嗎？》。', '然後走了。'] },
    { sentences: ['他說；她也說；大家都說。', '完。'] },
    { sentences: ['約翰.史密斯說，船會準時。', '他走了。'] },
    { sentences: ['漲幅3.5%。', '跌幅2.1%。'] },
    { sentences: ['真的嗎？？？', '真的！！！'] },
    { sentences: ['Shares of Acme Corp. fell.', 'They rose later.'] },
    { sentences: ['He left at 5 p.m. on Monday.', 'She stayed.'] },
    { sentences: ['He left at 5 p.m.', 'The ship sailed.'] },
    { sentences: ['It is the largest in the U.S.', 'The port grew.'] },
    { sentences: ['The U.S. Navy sailed.', 'Nobody came.'] },
    { sentences: ['See No. 5 and Fig. 3 for more.', 'Then stop.'] },
    { sentences: ['“Will it sail?” Ada Okafor asked.', '“It will.”', 'Nobody moved.'] },
    { sentences: ['"Stop!" the captain cried.', 'He ran.'] },
    { sentences: ['1. The first rule holds.', '2. The second does not.'] },
    { sentences: ['Visit example.com today.', 'It is open.'] },
    { sentences: ['Dr. J. P. Lund, Ph.D. of Oslo, spoke.', 'He left.'] },
    { sentences: ['iPhone sales rose.', 'iPad sales fell.'] },
    { sentences: ['We sold 3.5 million.', 'Then 4.'] },
    { sentences: ['He said: “I will go.”', 'She said: “No.”'] },
    { sentences: ['他走了.', '她也走了.'] },
    { sentences: ['「為什麼？！」', '她喊。', '「走吧。」', '他們走了。'] },
    { sentences: ['He works for Acme Inc.', 'The firm makes ships.'] },
    { sentences: ['He waited...', 'Then he left.'] },
    { sentences: ['It was Plan B.', 'They had no other.'] },
    { sentences: ['Prices rose (by three or so.)', 'They fell.'] },
    { sentences: ['The harbour had not frozen for years', 'However warm it gets, ice will come.'] },
    { sentences: ['Output fell 3%', 'The mine had flooded.'] },
    { sentences: ['They called it “the long wait”', 'On the quay nobody moved.'] },
    { sentences: ['The ferry reached The Hague with vitamin A tablets and so I left.'] },
    { sentences: ['The crew watched Gone The way of the boats in silence.'] },
    { sentences: ['He works for The company of his youth.'] },
  ])('$sentences', ({ sentences }) => {
    const chinese = /\p{Script=Han}/u.test(sentences.join(''));
    const apart = chinese && !sentences.join('').includes('.') ? '' : ' ';
    expect(split(sentences.join(apart), chinese ? 'zh' : 'en')).toEqual(sentences);
  });

  test.each([
    ['The pier closed on Friday.The company said nothing.', 'The pier closed on Friday.', 'The company said nothing.'],
    ['“It will not last.”Mrs Aune left.', '“It will not last.”', 'Mrs Aune left.'],
    ['He asked why.“Nobody knows,” she said.', 'He asked why.', '“Nobody knows,” she said.'],
    [
      '他写道：“码头明年就要拆掉，谁也没问过我们”港务局没有回应。',
      '他写道：“码头明年就要拆掉，谁也没问过我们”',
      '港务局没有回应。',
    ],
    [
      'The strike shut the port for most of the year A spokesman for the growers said the crop was lost.',
      'The strike shut the port for most of the year',
      'A spokesman for the growers said the crop was lost.',
    ],
    ['村长说，“船早就坏了，没人来修”第二天码头就关了。', '村长说，“船早就坏了，没人来修”', '第二天码头就关了。'],
  ])('a stop or a space is lost: %s', (text, ...sentences) => {
    expect(split(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en')).toEqual(sentences);
  });

  test.each([
    'Visit shop.Harbour.com or call System.Out today.',
    'The file lib/core.The is missing.',
    '门上写着：“今日风大浪高码头暂停开放”的牌子还在。',
    '海报上写着：“明年春天一起去看海吧朋友们”这句话。',
    '他说“不知道会不会开”就走了。',
    '他念着，“一天看人，一天看天”的老话。',
    'She told Reuters that the ferry would sail on Monday from Port Alder.',
    'They saw the three-hour epic The Salt Road twice.',
  ])('no border: %s', (text) => {
    expect(split(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en')).toEqual([text]);
  });

  test.each([
    ['a run of marks', '。'.repeat(300_000)],
    ['questions in brackets', '(?'.repeat(200_000)],
    ['dots', '.'.repeat(300_000)],
    ['letters and dots', 'a.'.repeat(200_000)],
    ['openers', '《'.repeat(200_000)],
    ['quotes behind marks', '!”'.repeat(200_000)],
    ['quotations behind colons', ':“'.repeat(200_000)],
  ])('%s are read in time', (_name, text) => {
    expect(split(text, 'zh').join('')).toBe(text);
    expect(split(text, 'en').join('').length).toBeLessThanOrEqual(text.length);
  });

  test('words with capitals are read in time', () => {
    expect(split('ab The '.repeat(60_000), 'en').length).toBeGreaterThan(10);
  });

  test.each([
    ['clauses', '海風吹過港口,', /口,$/],
    ['words', 'wind and waves ', /^(?:wind|and|waves) .* (?:wind|and|waves)$/],
    ['one word', '𠮷', /^𠮷+$/u],
  ])('%s that go on without an end are cut into pieces, behind a pause where there is one', (_name, part, whole) => {
    const text = part.repeat(20_000).trim();
    const pieces = split(text, 'zh');
    expect(pieces.join(part.endsWith(' ') ? ' ' : '')).toBe(text);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(4000);
      expect(piece).toMatch(whole);
    }
  });

  test('sentences are in order, disjoint, and leave out white space only', () => {
    const piece = fc.constantFrom(
      '他走了',
      '。',
      '”',
      '“',
      '(',
      ')',
      '《',
      '》',
      '…',
      '?',
      '!',
      '.',
      ' ',
      'Mr.',
      'The',
      'ship',
      '5',
      ';',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom<'zh' | 'en'>('zh', 'en'), (pieces, language) => {
        const text = pieces.join('');
        expect(split(text, language).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: runs(500) },
    );
  });
});

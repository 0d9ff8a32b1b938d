import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { runs } from '../support/fuzz.js';
import { repair } from '../support/repair.js';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Texts without damage that look like it in one way or another; each is its own paragraph. */
const chinese = [
  '港務局昨天公布新的航班表，碼頭將在下月開始夜間作業，漁民對此並不滿意。',
  '「為什麼要改？」她問。「因為船多了！」局長答，「比去年多了 3,200 艘（約三成）。」',
  '他引用《海岸日報》的報導：「A&T 公司」與「R&D 中心」合併，股價漲了 5%……',
  '溫度低於 5 度（<5℃）、風力大於 6 級（>6）時停航；a<b 且 b>c 的情況不在此限。',
  '國內生產總值(GDP)、人工智能(AI)、世界衛生組織(WHO)都是縮寫。',
  '北京(Beijing)、上海(Shanghai)和臺北（Taipei）都有直航。',
  '多音字「行」有兩個讀音：銀行(háng)、行(xíng)走。',
  '他叫龔翀(chōng)，來自贛(gàn)州，筆名「犇(ㄅㄣ)」。',
  '詳見 https://example.org/?a=1&b=2&copy=3#top 或來信 ada@example.org。',
  '排隊的有：甲、乙、丙；其中甲最早到，乙次之，丙最晚。',
  '價格：每公斤 120 元 / 每箱 2,400 元（含稅）※限本週。',
  '歌詞寫道：「海風吹啊吹，吹到明年的五月……」',
  '陣列 a[i] 的第 i 項是 b[i+1]，函數 f(x) = {x | x > 0}。',
  '他說：“這不是 <錯誤>，而是 {特色}。”然後笑了:-)',
];
const english = [
  'The harbour office published a new timetable yesterday, and the fishermen were not happy with it.',
  '"Why change it?" she asked. "Because there are more ships," he said — 3,200 more (about 30%).',
  'AT&T and R&D met at 5 p.m.; prices rose <5% while yields stayed >2%.',
  'See https://example.org/?a=1&lt=2&nbsp=3 for the list [1], [2] and the note (a).',
  'In code, List<String> and vector<int> are types, and if (a < b && c > d) is a test.',
  'Read more books, he told them; sign up for nothing.',
  'Mandarin has four tones: mā, má, mǎ, mà (and a neutral one, ma).',
];

const paragraphs = fc.oneof(
  fc.array(fc.constantFrom(...chinese), { minLength: 1, maxLength: 10 }),
  fc.array(fc.constantFrom(...english), { minLength: 1, maxLength: 10 }),
  fc.array(fc.constantFrom(...chinese, ...english), { minLength: 1, maxLength: 10 }),
);

describe('repair of clean text is the identity', () => {
  test('in both scripts and languages, in any order', () => {
    const between = fc.constantFrom('\n', '\n\n', '\r\n', '\n　　', '');
    fc.assert(
      fc.property(paragraphs, between, fc.boolean(), (lines, separator, simplify) => {
        const text = simplify ? toSimplified(lines.join(separator)) : lines.join(separator);
        expect(repair(text).repairs).toEqual([]);
      }),
      { numRuns: runs(400) },
    );
  }, 120_000);
});

const damages: readonly ((text: string) => string)[] = [
  (text) => `<p>${text}</p>`,
  (text) => `<p class="a">${text}/p>`,
  (text) => `${text}<br`,
  (text) => `\ufeff${text}\u200b`,
  (text) => `&nbsp;&nbsp;${text}`,
  (text) => `[b]${text}[/b]`,
  (text) => `<!-- x -->${text}`,
  (text) =>
    text.replace(/這/g, '這(zhè)').replace(/們/g, '們(men)').replace(/說/g, '說(shuō)').replace(/來/g, '來(lái)'),
];

test('a repaired text needs no repair', () => {
  const plain = fc.constantFrom(
    '港務局昨天公布新的航班表，漁民說他們不滿意這件事。',
    '這次來的人不多，他們說下次會來。',
    'The harbour office published a new timetable.',
  );
  const damaged = fc.array(
    fc.tuple(plain, fc.constantFrom(...damages)).map(([text, damage]) => damage(text)),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(damaged, (lines) => {
      const { text } = repair(lines.join('\n'));
      expect(repair(text).repairs).toEqual([]);
    }),
    { numRuns: runs(200) },
  );
}, 120_000);

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { big5, gbk } from '../../src/repair/mojibake/codecs.js';
import { windows1252 } from '../../src/repair/mojibake/single-byte.js';
import { encode } from '../support/encode.js';
import { repair } from '../support/repair.js';

/** The text as a reader with a wrong encoding shows it. */
function misread(text: string, written: 'utf-8' | 'gbk' | 'big5', read: 'windows-1252' | 'gbk' | 'big5'): string {
  const bytes =
    written === 'utf-8' ? new TextEncoder().encode(text) : encode(text, written === 'gbk' ? 'gb18030' : written);
  return read === 'windows-1252' ? (windows1252.decode(bytes) ?? '') : new TextDecoder(read).decode(bytes);
}

const traditional = '渡輪公司昨天表示，新船下月試航，票價不變。';
const simplified = '县政府发言人说，旧桥将在明年春天拆除，';

describe('text read by a wrong encoding', () => {
  test.each([
    [traditional, 'utf-8', 'windows-1252'],
    [simplified, 'utf-8', 'windows-1252'],
    ['The café’s owner said: “It’s a naïve plan – at best.”', 'utf-8', 'windows-1252'],
    [simplified, 'gbk', 'windows-1252'],
    [traditional, 'gbk', 'windows-1252'],
    [traditional, 'big5', 'windows-1252'],
    [simplified, 'utf-8', 'gbk'],
    [traditional, 'big5', 'gbk'],
    [simplified, 'gbk', 'big5'],
  ] as const)('%s: %s as %s', (text, written, read) => {
    const damaged = misread(text, written, read);
    expect(damaged).not.toBe(text);
    const { text: repaired, repairs } = repair(damaged);
    expect(repaired).toBe(text);
    expect(repairs.every(({ kind, note }) => kind === 'mojibake' && (note ?? '').includes('read as'))).toBe(true);
  });

  test('a non-breaking space among the bytes may have become a plain one', () => {
    const damaged = misread('本次目标是标准统一', 'utf-8', 'windows-1252').replaceAll('\u00a0', ' ');
    expect(damaged).toContain(' ');
    expect(repair(damaged).text).toBe('本次目标是标准统一');
  });

  test('a line of UTF-8 that ends on half a character keeps what is certain', () => {
    const { text, repairs } = repair(misread('我们的渡轮明天开航', 'utf-8', 'gbk').replace(/\ufffd?$/, '\ufffd'));
    expect(text).toMatch(/^我们的渡轮明天开.$/);
    expect(repairs[0]?.note).toMatch(/one of|inferred/);
  });

  test('bytes lost before figures and line ends cost the characters that they belong to, and no others', () => {
    const lines = ['渔业署昨天公布，今年4月到9月捕捞量为31吨，', '署长程海峰说：“渔民可以放心。”', '记者 程一帆'];
    const raw = lines.map((line) => misread(line, 'utf-8', 'gbk')).join('\n');
    expect(raw).toContain('\ufffd');
    const { text, repairs } = repair(raw);
    expect(text).toBe(`${lines[0]}\n${lines[1]}\n记者 程一\ufffd`.replace('为31', '\ufffd31'));
    for (const { rawStart, rawEnd, before } of repairs) expect(raw.slice(rawStart, rawEnd)).toBe(before);
    expect(repairs.some(({ note }) => note?.includes('inferred'))).toBe(true);
    expect(repairs.some(({ note, confidence }) => note?.includes('one of') && confidence < 0.5)).toBe(true);
  });

  test('a question mark may stand for a lost byte, a stretch for private use for two', () => {
    const clean = '家长协会的会长昨天表示，学校没有通知任何人，大家都很意外';
    const raw = misread(clean, 'utf-8', 'gbk').replace(/[\ue000-\uf8ff\ufffd]/g, '?');
    expect(raw).toContain('?');
    const { text } = repair(raw);
    expect(text).toHaveLength(clean.length);
    expect(text.replace(/\ufffd/g, '.')).not.toContain('?');
    expect(clean).toMatch(new RegExp(`^${text.replaceAll('\ufffd', '.')}$`));
  });

  test('short runs go the way of the text around them', () => {
    const clean = '港务局局长在会上宣布，新的航线将于5日12时30分开通，票价1万2千元，咗嘅。';
    expect(repair(misread(clean, 'gbk', 'windows-1252')).text).toBe(clean);
  });

  const paragraph = [
    simplified,
    '养蚕的老人们围坐在祠堂门口，谈起今年桑叶的收成。',
    '“去年虫害严重，今年倒是清静，”她笑着说，“只是雨水迟迟不来。”',
    '水利站答应下周派人检修水泵，镇上的小学把操场借给各村晾晒茧子。',
  ].join('');

  test.each([
    [paragraph, 'utf-8', 'windows-1252'],
    [paragraph, 'gbk', 'windows-1252'],
    [traditional, 'big5', 'windows-1252'],
    [traditional, 'big5', 'gbk'],
    [paragraph, 'gbk', 'big5'],
  ] as const)('a line of any length is read again, in stretches (row %#)', (piece, written, read) => {
    const clean = piece.repeat(Math.ceil(25_000 / piece.length));
    const raw = misread(clean, written, read);
    const { text, repairs } = repair(raw);
    expect(text).toBe(clean);
    expect(repairs.length).toBeGreaterThan(10);
    for (const { rawStart, rawEnd, before } of repairs) expect(raw.slice(rawStart, rawEnd)).toBe(before);
  });

  test('a line of any length that lost bytes costs the characters that they belong to, and no others', () => {
    const clean = paragraph.repeat(Math.ceil(25_000 / paragraph.length));
    const raw = misread(clean, 'utf-8', 'gbk').replace(/(.{97})./gsu, '$1\ufffd');
    const { text, repairs } = repair(raw);
    let lost = 0;
    for (const { start, rawStart, rawEnd, after, before } of repairs) {
      expect(raw.slice(rawStart, rawEnd)).toBe(before);
      expect(text.slice(start, start + after.length)).toBe(after);
      lost += after.split('\ufffd').length - 1;
    }
    expect(lost).toBeLessThan(clean.length / 20);
    const pieces = text.split('\ufffd').filter((piece) => piece.length > 8);
    expect(pieces.join('').length).toBeGreaterThan(clean.length * 0.8);
    expect(pieces.filter((piece) => !clean.includes(piece.slice(1, -1)))).toEqual([]);
  });

  test('what is well in a long line stays, where something amiss follows it', () => {
    const well = paragraph.repeat(40);
    const { text } = repair(`${well}${misread(paragraph.repeat(40), 'utf-8', 'gbk')}`);
    expect(text.startsWith(well)).toBe(true);
    expect(text).toContain(`${paragraph}${paragraph}`.slice(paragraph.length - 100));
    expect(text.slice(well.length + 2000)).not.toMatch(/[鐨鍦鏄]/);
  });

  test.each([
    'El niño preguntó: ¡qué bien!, ¿no? Cañón, pingüino, ©2024 ®™ £5 ±2° §3',
    'São João não é só música; à noite, às vezes, Âncora e Ãs.',
    'Elle a déclaré « non » ; il a insisté « si ».',
    'Ærøskøbing, Łódź, Čapek, Ðorđe, œuvre, naïve, façade',
    '饕餮、貔貅、麒麟、螭吻，皆为瑞兽。',
    '鎏金鸂鶒纹银盘，錾花，盝顶，鎗金。',
    '獬豸、穷奇、梼杌、饕餮',
    '锟斤拷是怎么来的？',
    'カタカナとひらがな、漢字が混ざる文です。',
    '한국어 문장도 그대로 둔다.',
    '①②③④⑤⑥、㈠㈡㈢、Ⅰ Ⅱ Ⅲ、αβγδ、∑∏√',
  ])('left alone: %s', (text) => {
    expect(repair(text).repairs).toEqual([]);
  });

  test('codecs give back every byte that they read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        expect(windows1252.encode(windows1252.decode(bytes) ?? '')).toEqual(bytes);
        for (const codec of [gbk, big5]) {
          const text = codec.decode(bytes);
          const again = text === null ? null : codec.encode(text);
          if (text !== null && again !== null) expect(codec.decode(again)).toBe(text);
        }
      }),
    );
  });
});

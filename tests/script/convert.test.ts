import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { toText } from '../../src/document/alignment.js';
import type { Span } from '../../src/document/span.js';
import { convert, convertAligned } from '../../src/script/convert.js';
import { type Conversion, extension } from '../../src/script/opencc.js';
import { runs } from '../support/fuzz.js';

describe('convert', () => {
  test.each<[Conversion, string, string]>([
    ['s2t', '皇后后来走了三公里，家里人都在', '皇后後來走了三公里，家裏人都在'],
    ['s2t', '头发发现干燥的树干', '頭髮發現乾燥的樹幹'],
    ['s2twp', '用鼠标打开软件，内存和服务器都不够', '用滑鼠開啟軟體，記憶體和伺服器都不夠'],
    ['s2tw', '用鼠标打开软件', '用鼠標打開軟件'],
    ['s2hk', '里面有卫生间', '裏面有衞生間'],
    ['t2s', '乾隆年間的樹幹很乾燥', '乾隆年间的树干很干燥'],
    ['tw2sp', '滑鼠與軟體', '鼠标与软件'],
    ['t2twp', '軟件在服務器裏', '軟體在伺服器裡'],
    ['t2hkp', '衛生間在裏面', '衞生間在裏面'],
    ['t2s', '⿰氵漢與漢', '⿰氵漢与汉'],
    // What opencc-js leaves out: the Simplified form is beyond the Basic Multilingual Plane.
    ['t2s', '㑮與㔋', '𫝈与𪟎'],
    ['s2t', '', ''],
    ['s2t', 'plain ASCII', 'plain ASCII'],
  ])('%s of %s', (conversion, text, expected) => {
    expect(convert(text, conversion)).toBe(expected);
  });

  /** Conversions of both, by the name that opencc-js has for them. */
  const peers = [
    ['s2t', 'cn', 't'],
    ['t2s', 't', 'cn'],
    ['s2twp', 'cn', 'twp'],
    ['s2hkp', 'cn', 'hkp'],
    ['tw2sp', 'twp', 'cn'],
    ['hk2s', 'hk', 'cn'],
    ['t2jp', 't', 'jp'],
  ] as const;
  const words = fc.constantFrom(
    ...'软件 内存 服务器 后来 皇后 里面 公里 干燥 头发 出租车 滑鼠 軟體 計程車 乾隆 著名 看著 臺灣 裡面 𠮷 ， \n a'.split(
      ' ',
    ),
  );
  const leftOut = new Set(extension().keys());
  const ideograph = fc
    .integer({ min: 0x4e00, max: 0x9fff })
    .map((code) => String.fromCharCode(code))
    .filter((character) => !leftOut.has(character));

  test.each(peers)('%s is what opencc-js makes of any text, and its alignment leads there', (conversion, from, to) => {
    const peer = Converter({ from, to });
    fc.assert(
      fc.property(fc.array(fc.oneof(words, ideograph), { maxLength: 50 }), (parts) => {
        const source = parts.join('');
        const { text, alignment } = convertAligned(source, conversion);
        expect(text).toBe(peer(source));
        let [sourceAt, textAt] = [0, 0];
        for (const change of alignment) {
          expect(text.slice(textAt, change.text.start)).toBe(source.slice(sourceAt, change.raw.start));
          expect(change.raw.end).toBeGreaterThan(change.raw.start);
          expect(change.text.end).toBeGreaterThan(change.text.start);
          [sourceAt, textAt] = [change.raw.end, change.text.end];
        }
        expect(text.slice(textAt)).toBe(source.slice(sourceAt));
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('convertAligned', () => {
  test.each<[Conversion, string, string, string]>([
    ['s2twp', '这台服务器的内存不够', '内存', '記憶體'],
    ['s2twp', '这台服务器的内存不够', '不够', '不夠'],
    ['s2twp', '这台服务器的内存不够', '存', '記憶體'], // cut out of a word that is replaced whole
    ['s2twp', '这台服务器的内存不够', '服务器', '伺服器'],
    ['s2t', '他的头发很长', '发', '髮'],
    ['s2twp', '打印机和内存', '和', '和'],
    ['t2s', '㑮與', '㑮', '𫝈'],
  ])('%s of %s: %s becomes %s', (conversion, source, part, expected) => {
    const { text, alignment } = convertAligned(source, conversion);
    const start = source.indexOf(part);
    const span = toText(alignment, { start, end: start + part.length } as Span<'raw'>);
    expect(text.slice(span.start, span.end)).toBe(expected);
  });
});

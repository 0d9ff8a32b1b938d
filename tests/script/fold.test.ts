import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { fold } from '../../src/script/fold.js';
import { runs } from '../support/fuzz.js';

describe('fold', () => {
  test.each([
    ['「臺灣」的軟體，後來漲了１２％。', '“台湾”的软体,后来涨了12%。'],
    ['乾隆年間他著書、看著雪', '乾隆年间他著书、看着雪'],
    ['『引文』　ＡＢＣ', '‘引文’ ABC'],
    ['already folded, “text”', 'already folded, “text”'],
    ['𠮷野家與𩶘', '𠮷野家与𩶘'],
    ['意味著顯著的變化，著名的專著', '意味着显著的变化,著名的专著'],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['⿰氵漢字', '⿰氵漢字'], // an ideographic description is one character, and none that has a Simplified form
    ['金\uf909', '金契'],
    ['更\uf901乾\uf9dc', '更更乾隆'],
    ['𩙡', '𩙡'],
  ])('reads %s as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('the particle is told from the word at the edges of a text', () => {
    for (const [text, folded] of [
      ['著', '着'],
      ['土著', '土著'],
      ['著名', '著名'],
      ['著著', '着着'],
    ] as const)
      expect([text, fold(text)]).toEqual([text, folded]);
  });

  test('is what opencc-js makes of any text, character by character, where the lengths agree', () => {
    const toSimplified = Converter({ from: 't', to: 'cn' });
    const same = (text: string) => text.replace(/着/g, '著');
    const words = fc.constantFrom(
      ...'乾隆 乾燥 著作 看著 瞭望 明瞭 藉口 慰藉 於是 樊於期 後來 皇后 後 裡 徵信 宮商角徵羽 甚麼 覆蓋 答覆'.split(
        ' ',
      ),
    );
    const plane = fc
      .integer({ min: 0x3041, max: 0xfaff })
      .filter((code) => code < 0xd800 || code > 0xf8ff)
      .map((code) => String.fromCharCode(code))
      .filter((character) => !/[・「」『』\u3000]/.test(character));
    fc.assert(
      fc.property(fc.array(fc.oneof(plane, words), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const converted = toSimplified(text);
        if (converted.length === text.length) expect(same(fold(text))).toBe(same(converted));
      }),
      { numRuns: runs(1000) },
    );
  });

  test('keeps the length of any text, and folding twice changes nothing more', () => {
    const han = fc.array(fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCodePoint(code)));
    const mixed = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        han.map((characters) => characters.join('')),
      ),
    );
    fc.assert(
      fc.property(mixed, (parts) => {
        const text = parts.join('');
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toHaveLength(text.length);
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detectLanguage, detectScript, sentenceLanguage } from '../../src/script/detect.js';
import { fold } from '../../src/script/fold.js';

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

describe('detectScript', () => {
  test.each([
    ['這家公司發布了新產品', 'Hant'],
    ['这家公司发布了新产品', 'Hans'],
    ['後來這家公司說：这家公司发布了', 'mixed'],
    ['The company released a product.', 'Latn'],
    ['', 'Latn'],
    ['里程', 'Hans'],
  ])('%s is %s', (text, script) => {
    expect(detectScript(text)).toBe(script);
  });
});

describe('detectLanguage', () => {
  const english = 'The harbour authority said on Monday that the new ferry line would open a month later than planned.';
  test.each([
    ['渡輪公司說，新航線下月開通。', 'zh'],
    [english, 'en'],
    [`渡輪公司周一說，新航線要晚一個月才會開通，原因是碼頭還沒有完工。\n${english}`, 'mixed'],
    ['搭載Kestrel OS 3.1的新手機下月上市', 'zh'],
  ])('%s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test('a Chinese sentence with a long Latin name stays Chinese', () => {
    expect(sentenceLanguage('推出Northern Lights Research Assistant Pro')).toBe('en');
    expect(sentenceLanguage('公司推出了新的Northern Lights Research助理')).toBe('zh');
  });
});

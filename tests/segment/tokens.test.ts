import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { annotate } from '../support/annotate.js';
import { runs } from '../support/fuzz.js';

function tokensOf(text: string): string[] {
  const document = annotate(text);
  return document.tokens.map((token) => document.text.slice(token.start, token.end));
}

describe('tokens', () => {
  test.each([
    ['模型Kestrel-72B比GPT-4快。', ['Kestrel-72B', 'GPT-4']],
    ['畫圖用DALL·E 3最好。', ['DALL·E', '3']],
    ['營收1,234.5萬元，成長12.5%。', ['1,234.5', '12.5%']],
    ['iPhone與AT&T都有。', ['iPhone', 'AT&T']],
    ['气温是-3.5℃。', ['3.5']],
    ['Harbour Corp. opened in New York.', ['Harbour', 'Corp', 'New', 'York', '.']],
    ["Okafor's ship didn't sail.", ["Okafor's", "didn't"]],
  ])('%s keeps %j whole', (text, whole) => {
    expect(tokensOf(text)).toEqual(expect.arrayContaining(whole));
  });

  test.each([
    ['He told the meeting the lamp was dim.', 'meeting', 'Noun'],
    ['They dropped their proposed levy.', 'proposed', 'Adjective'],
    ['They meet on Monday.', 'meet', 'Verb'],
  ])('%s: %s is a %s', (text, word, pos) => {
    const { tokens } = annotate(text);
    expect(tokens.find(({ start, end }) => text.slice(start, end) === word)?.pos).toBe(pos);
  });

  test('both scripts are cut alike', () => {
    const [hant, hans] = ['資訊工程師發現後臺的軟體錯誤', '资讯工程师发现后台的软体错误'].map(
      (text) => annotate(text).tokens,
    );
    expect(hant).toEqual(hans);
  });

  test('tokens are in order, apart, inside the text, and leave out nothing but white space', () => {
    const text = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('港務局', 'GPT-4', '。', '\n', '12%', '🚢', 'said')),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const document = annotate(parts.join(' '));
        let at = 0;
        for (const { start, end } of document.tokens) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(document.folded.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(document.folded.slice(at).trim()).toBe('');
      }),
      { numRuns: runs(60) },
    );
  });
});

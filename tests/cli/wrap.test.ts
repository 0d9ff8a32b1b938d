import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { wrap } from '../../src/cli/wrap.js';
import { runs } from '../support/fuzz.js';

const plain = (text: string) => ({ text, show: String });

test.each([
  ['nothing', '', 10, ''],
  ['a short line', 'the ferry', 10, 'the ferry'],
  ['English at spaces', 'the ferry is late', 10, 'the ferry\nis late'],
  ['Chinese by columns, two a character', '渡輪下月試航票價不變', 8, '渡輪下月\n試航票價\n不變'],
  ['no line begins with a closing mark', '渡輪試航，票價不變', 8, '渡輪試\n航，票價\n不變'],
  ['no line ends with an opening mark', '他說渡「輪試航」', 8, '他說渡\n「輪試\n航」'],
  ['a long word is cut', 'abcdefghijkl', 5, 'abcde\nfghij\nkl'],
  ['mixed', '用Qwen寫稿很快', 8, '用Qwen寫\n稿很快'],
  ['combining marks and emoji stay whole', 'e\u0301e\u0301e\u030126👩‍👩‍👧x', 5, 'e\u0301e\u0301e\u030126\n👩‍👩‍👧x'],
])('%s', (_name, text, width, expected) => {
  expect(wrap([plain(text)], width)).toBe(expected);
});

test('colours go around each line, the indent stands outside', () => {
  const pieces = [plain('渡輪'), { text: '下月試航', show: (text: string) => `<${text}>` }];
  expect(wrap(pieces, 10, '  ')).toBe('  渡輪<下月>\n  <試航>');
});

test('no line is too wide, and nothing but spaces is lost', () => {
  const letters = fc.constantFrom('渡', '輪', 'a', 'b', ' ', '，', '「', '。', '𠮷', '-');
  const texts = fc.array(
    fc.array(letters, { maxLength: 12 }).map((parts) => parts.join('')),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 20 }), (parts, width) => {
      const wrapped = wrap(parts.map(plain), width);
      for (const line of wrapped.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(wrapped.replace(/\s/g, '')).toBe(parts.join('').replace(/\s/g, ''));
    }),
    { numRuns: runs() },
  );
});

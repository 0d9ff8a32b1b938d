import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fileNames } from '../../src/export/file-names.js';

test.each([
  [['a'], ['a']],
  [['../../etc/passwd'], ['___.._etc_passwd']],
  [
    ['a/b', 'a\\b', 'a:b'],
    ['a_b', 'a_b-2', 'a_b-3'],
  ],
  [
    ['A', 'a'],
    ['A', 'a-2'],
  ],
  [
    ['渡輪-1', '渡轮.2', '𠮷'],
    ['渡輪-1', '渡轮.2', '𠮷'],
  ],
  [
    ['.hidden', '-rf', 'end.'],
    ['_hidden', '_rf', 'end_'],
  ],
  [
    ['CON', 'nul.txt', 'com1'],
    ['_CON', '_nul.txt', '_com1'],
  ],
  [
    ['a-2', 'a', 'a'],
    ['a-2', 'a', 'a-3'],
  ],
  [
    ['', '\u0000\n'],
    ['_', '__'],
  ],
  [
    ['é', 'e\u0301'],
    ['é', 'e\u0301-2'],
  ],
])('%j are %j', (ids, names) => expect(ids.map(fileNames())).toEqual(names));

test('names are different, short, and hold nothing that a file system knows', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 300 })), (ids) => {
      const names = ids.map(fileNames());
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
      for (const name of names) {
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[.-]|\.$/u);
        expect(Buffer.byteLength(name)).toBeLessThan(200);
      }
    }),
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holdsHan, isHanUnit } from '../../src/text/han.js';

test('a unit is Han as the regular expression says', () => {
  const wrong: number[] = [];
  for (let unit = 0; unit < 0x10000; unit++)
    if (isHanUnit(unit) !== /^\p{Script=Han}$/u.test(String.fromCharCode(unit))) wrong.push(unit);
  expect(wrong).toEqual([]);
});

test('a text holds Han as the regular expression says, in each of its parts', () => {
  const character = fc.constantFrom('a', '1', '。', '海', '〇', '𠮷', '😀', '\ud842', '\udfb7', 'あ');
  fc.assert(
    fc.property(fc.array(character, { maxLength: 6 }), fc.nat(8), fc.nat(8), (characters, start, end) => {
      const text = characters.join('');
      expect(holdsHan(text, start, Math.min(end, text.length))).toBe(
        /\p{Script=Han}/u.test(text.slice(start, Math.max(start, end))),
      );
    }),
  );
});

import { describe, expect, test } from '@jest/globals';
import { isDigitCode, isLetterCode } from '../../src/text/ascii.js';

describe('ASCII', () => {
  test.each(['a', 'z', 'A', 'Z'])('%s is a letter', (character) => {
    expect(isLetterCode(character.charCodeAt(0))).toBe(true);
  });

  test.each(['0', '9', '@', '[', '`', '{', 'é', '三', 'Ａ'])('%s is no letter', (character) => {
    expect(isLetterCode(character.charCodeAt(0))).toBe(false);
  });

  test.each(['0', '5', '9'])('%s is a digit', (character) => {
    expect(isDigitCode(character.charCodeAt(0))).toBe(true);
  });

  test.each(['a', '/', ':', '三', '９'])('%s is no digit', (character) => {
    expect(isDigitCode(character.charCodeAt(0))).toBe(false);
  });

  test('nothing stands behind the end of a text', () => {
    expect([isLetterCode, isDigitCode].map((is) => is(''.charCodeAt(0)))).toEqual([false, false]);
  });
});

import { expect, test } from '@jest/globals';
import { remembered } from '../../src/text/remembered.js';

test('a short string is asked for once, a long one each time, and not more are kept than said', () => {
  const asked: string[] = [];
  const length = remembered((text) => {
    asked.push(text);
    return text.length;
  }, 2);
  expect(['a', 'a', 'a longer text', 'a longer text', '', ''].map(length)).toEqual([1, 1, 13, 13, 0, 0]);
  expect(asked).toEqual(['a', 'a longer text', 'a longer text', '']);
  length('b');
  length('a');
  expect(asked.slice(4)).toEqual(['b', 'a']);
});

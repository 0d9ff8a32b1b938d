import { expect, test } from '@jest/globals';
import { matchesOf } from '../../src/text/matches.js';

test.each([
  [/\s(?:and|but)\s/g, 'up and down but not out'],
  [/[《》]/g, '《桥》和《船》'],
  [/\d+/g, 'none'],
  [/a(b)?/g, ''],
])('%s in “%s”', (expression, text) => {
  // Asked twice: nothing is left over from the text before.
  for (const _ of [1, 2]) expect(matchesOf(expression, text)).toEqual([...text.matchAll(expression)]);
});

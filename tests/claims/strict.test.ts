import { expect, test } from '@jest/globals';
import { isReliable } from '../../src/claims/strict.js';
import { claimsOf } from './support.js';

const kept = (text: string): string[] => {
  const { document, claims } = claimsOf(text);
  return claims.filter(isReliable).map(({ start, end }) => document.text.slice(start, end));
};

test.each([
  ['“水退了。”村长高有田说。', ['水退了。']], // a frame that is nearly always right
  ['村长高有田表示，去年有三百艘船进港。', ['去年有三百艘船进港']],
  ['港湾里的人表示，去年有三百艘船进港。', []], // whose words these are is a noun
  ['“水退了。”', []], // a quotation alone: whose it is is a guess
  ['港务局2023年发布了新的航道图。', ['港务局2023年发布了新的航道图']], // the author, with a name and a time
  ['天气很好。', []], // the author, with nothing to check
])('%s', (text, expected) => {
  expect(kept(text)).toEqual(expected);
});

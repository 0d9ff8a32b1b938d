import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { annotate } from '../support/annotate.js';
import { runs } from '../support/fuzz.js';

function namesOf(text: string): string[] {
  const document = annotate(text);
  return document.mentions.map(({ start, end }) => document.text.slice(start, end));
}

describe('English speech in a Chinese sentence names nothing but its names', () => {
  test.each<[string, string[]]>([
    ['館方在聲明中寫道：“Our visitors will get 20% off in 2026, and we will open on Sundays.”', []],
    ['他只回了一句It is over，就掛了電話。', []],
    ['船昨天回來， Roc Bay Power said it. 港務局沒有回應。', ['Roc Bay Power']],
  ])('%s', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  test.each([
    ['他在店裡試用Apple Vision Pro半小時。', 'Apple Vision Pro'],
    ['團隊把GPT-4 Turbo換成較小的模型。', 'GPT-4 Turbo'],
    ['新版Llama 3.1 405B模型昨天開放下載。', 'Llama 3.1 405B'],
  ])('%s', (text, name) => {
    expect(namesOf(text)).toContain(name);
  });
});

test('a name begins and ends with no white space, and lies in one sentence', () => {
  const piece = fc.constantFrom(
    '港務局說',
    '，',
    '。',
    '“',
    '”',
    ' ',
    '  ',
    ', ',
    '. ',
    '! ',
    '\n',
    'Roc Bay Power',
    'Kestrel-7B',
    ' said it',
    'Our revenue will grow 5% in 2025',
    'and we will hire 300 people',
    '星野科技推出',
    'Apple Vision Pro',
    '中電(CLP Power)發言人劉健華則稱',
    'Ada Okafor',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const { text, mentions, sentences } = annotate(pieces.join(''));
      for (const { start, end } of mentions) {
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        expect(sentences.some((sentence) => sentence.start <= start && sentence.end >= end)).toBe(true);
      }
    }),
    { numRuns: runs(100) },
  );
});

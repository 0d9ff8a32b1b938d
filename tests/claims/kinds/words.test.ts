import { describe, expect, test } from '@jest/globals';
import {
  addKindWords,
  addKnownWords,
  numberWords,
  type WordEvidence,
  wordSigns,
} from '../../../src/claims/kinds/words.js';
import { within } from '../../../src/document/span.js';
import { claimsOf } from '../support.js';

function evidenceOf(text: string): WordEvidence {
  const { document, claims } = claimsOf(text);
  const [claim] = claims;
  if (claim === undefined) throw new Error(`no claim in "${text}"`);
  return {
    lower: document.folded.toLowerCase(),
    tokens: within(document.tokens, claim),
    mentions: within(document.mentions, claim),
    times: within(document.times, claim),
    quantities: within(document.quantities, claim),
  };
}

/** The words of the first claim of a text, as signs. */
function signsOf(text: string): string[] {
  const signs: string[] = [];
  addKindWords(evidenceOf(text), (name) => signs.push(name));
  return signs;
}

describe('words as signs of a kind', () => {
  test.each([
    ['大桥昨天垮塌。', ['word:大桥', 'word:@DATE', 'word:垮塌', 'words:@DATE 垮塌', 'tags:@DATE v']],
    ['Sales fell 12.5 per cent.', ['word:sales', 'word:fell', 'word:@PERCENT', 'words:fell @PERCENT']],
    ['May Chen left Hong Kong.', ['word:@PERSON', 'words:@PERSON left', 'words:left @GPE']],
  ])('%s', (text, signs) => {
    expect(signsOf(text)).toEqual(expect.arrayContaining(signs));
  });

  test('a name of several words is one word, and no word is given twice', () => {
    const signs = signsOf('May Chen met May Chen of Hong Kong and met the board.');
    expect(signs).toEqual([...new Set(signs)]);
    expect(signs).not.toContain('words:@PERSON @PERSON');
    expect(signs.some((sign) => sign.includes('chen'))).toBe(false);
  });

  test('both scripts show the same words', () => {
    expect(signsOf('大橋昨天垮塌，沒有人受傷。')).toEqual(signsOf('大桥昨天垮塌，没有人受伤。'));
  });

  test.each(['大桥昨天垮塌，没有人受伤，大桥垮塌。', 'May Chen met the board and met May Chen in Hong Kong.'])(
    'what is known is found as by its name, with the same weight: %s',
    (text) => {
      const evidence = evidenceOf(text);
      const named = new Map<string, number>();
      addKindWords(evidence, (name, value) => named.set(name, value));
      const names = [...named.keys()];
      const known = wordSigns(names);
      const found = new Map<string, number>();
      const content = { start: 0, end: text.length };
      addKnownWords(numberWords(evidence, known), known, { ...evidence, content }, (sign, value) =>
        found.set(names[sign - 1] ?? '', value),
      );
      expect([...found].sort()).toEqual([...named].sort());
    },
  );
});

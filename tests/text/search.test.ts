import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { searchIn } from '../../src/text/search.js';
import { runs } from '../support/fuzz.js';

/** Longer than what is searched without an index. */
const long = 50_100;
const words = fc.string({ unit: fc.constantFrom('a', 'b', '海', '云', '𠮷', ' '), minLength: 1, maxLength: 6 });
const texts = fc.array(words, { minLength: 50, maxLength: 200 }).map((parts) => {
  const once = parts.join('');
  return `${once.repeat(Math.ceil(long / once.length))}终${parts[0]}`;
});

test('a search gives the places that indexOf gives', () => {
  fc.assert(
    fc.property(texts, fc.array(words, { minLength: 5, maxLength: 20 }), fc.nat(long), (text, wanted, from) => {
      const search = searchIn(text);
      for (const word of [...wanted, '终', text.slice(-3), '无此'])
        for (const start of [0, from, text.length - 1]) expect(search(word, start)).toBe(text.indexOf(word, start));
    }),
    { numRuns: runs(50) },
  );
});

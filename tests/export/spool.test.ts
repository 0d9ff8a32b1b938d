import { expect, test } from '@jest/globals';
import { openSpool } from '../../src/export/spool.js';

test.each([
  ['nothing', []],
  ['characters of every length', ['a', 'é', '船', '𠮷']],
  ['a character in two halves', ['\ud842', '\udfb7']],
  ['more than one piece', Array.from({ length: 100 }, (_, i) => `${i}${'船'.repeat(20_000)}`)],
])('gives back what was written: %s', (_name, texts) => {
  const spool = openSpool();
  for (const text of texts) spool.write(text);
  const pieces: Uint8Array[] = [];
  spool.drain((bytes) => pieces.push(bytes));
  expect(Buffer.concat(pieces).toString('utf8')).toBe(texts.join(''));
});

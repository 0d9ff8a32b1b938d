import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitLines } from '../../src/input/lines.js';

async function linesOf(...chunks: string[]): Promise<string[]> {
  async function* source() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const lines: string[] = [];
  for await (const line of splitLines(source())) lines.push(line.toString());
  return lines;
}

test.each([
  [[''], []],
  [['a'], ['a']],
  [['a\n'], ['a']],
  [['a\r\nb\n\nc'], ['a', 'b', '', 'c']],
  [['a\u2028b\rc\n'], ['a\u2028b\rc']],
  [
    ['a', 'b\r', '\nc'],
    ['ab', 'c'],
  ],
])('%j', async (chunks, lines) => expect(await linesOf(...chunks)).toEqual(lines));

test('where the chunks are cut makes no difference', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('a', '\n', '\r', 'bc')), async (chunks) => {
      expect(await linesOf(...chunks)).toEqual(await linesOf(chunks.join('')));
    }),
  );
});

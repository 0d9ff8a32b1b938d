import { describe, expect, test } from '@jest/globals';
import { type Edit, rewrite, toRaw, toText } from '../../src/document/alignment.js';

describe('the work of 100,000 edits', () => {
  const size = 100_000;
  let reads = 0;
  /** An edit that counts how often it is looked at. */
  function counted(start: number, end: number, replacement: string): Edit {
    const edit: Edit = { start, end, replacement, kind: 'character', rule: 'test/edit', confidence: 1 };
    return Object.defineProperty(edit, 'start', {
      get: () => {
        reads++;
        return start;
      },
    });
  }
  const raw = 'ab'.repeat(size);
  const plan = (shift: number) =>
    Array.from({ length: size }, (_, i) => counted(2 * i + shift, 2 * i + 1, shift ? '' : 'xy'));

  test('composing grows in proportion to the edits', () => {
    reads = 0;
    const once = rewrite(raw, [], plan(0));
    expect(once.text).toHaveLength(3 * size);
    expect(reads).toBeLessThan(20 * size);
    let looks = 0;
    const watched = once.alignment.map(({ text, raw: before, edits }) => ({
      get text() {
        looks++;
        return text;
      },
      raw: before,
      edits,
    }));
    reads = 0;
    const twice = rewrite(
      once.text,
      watched,
      Array.from({ length: size }, (_, i) => counted(3 * i + 1, 3 * i + 3, 'z')),
    );
    expect(twice.alignment).toHaveLength(size);
    expect(reads).toBeLessThan(20 * size);
    expect(looks).toBeLessThan(20 * size);
  });

  test('mapping looks at no more changes than a binary search', () => {
    let looks = 0;
    const { alignment } = rewrite(raw, [], plan(0));
    const watched = alignment.map((change) => ({
      edits: change.edits,
      get text() {
        looks++;
        return change.text;
      },
      get raw() {
        looks++;
        return change.raw;
      },
    }));
    for (const at of [0, 1, size, 3 * size - 1]) {
      looks = 0;
      toText(watched, toRaw(watched, { start: at, end: at + 1 }));
      expect(looks).toBeLessThan(200);
    }
  });
});

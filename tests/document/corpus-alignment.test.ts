import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Alignment, type Replacement, toRaw, toText } from '../../src/document/alignment.js';
import type { Span } from '../../src/document/span.js';
import { repair } from '../support/repair.js';

const corpus = new URL('../../corpus/', import.meta.url);
const names = readdirSync(corpus).filter((name) => name.endsWith('.txt'));
const longest = 60;

/** Every span of `length` characters up to sixty long, and every one that starts or ends with the text. */
function* spansOf(length: number): Generator<Span> {
  for (let start = 0; start < length; start++) {
    for (let end = start + 1; end <= Math.min(length, start + longest); end++) yield { start, end };
    yield { start, end: length };
    yield { start: 0, end: start + 1 };
  }
}

/** The span grown to the changes that it cuts, by looking at all of them. */
function widened(alignment: Alignment<Replacement>, { start, end }: Span): Span {
  const cut = (at: number) => alignment.find(({ text }) => text.start < at && at < text.end)?.text;
  return { start: cut(start)?.start ?? start, end: cut(end)?.end ?? end };
}

describe('spans go to the raw text and come back', () => {
  test.each(names)('%s', (name) => {
    const { raw, text, alignment } = repair(readFileSync(new URL(name, corpus), 'utf8'));
    const wrong: unknown[] = [];
    for (const span of spansOf(text.length)) {
      const there = toRaw(alignment, span);
      const back = toText(alignment, there);
      const wide = alignment.length === 0 ? span : widened(alignment, span);
      if (back.start !== wide.start || back.end !== wide.end) wrong.push([span, there, back]);
    }
    for (const { start, end } of spansOf(raw.length)) {
      const there = toText(alignment, { start, end });
      const back = toRaw(alignment, there);
      // Without what was deleted at its ends, a raw span comes back as the text in it, and never further than its changes.
      const again = toText(alignment, back);
      if (again.start !== there.start || again.end !== there.end) wrong.push([{ start, end }, there, back]);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

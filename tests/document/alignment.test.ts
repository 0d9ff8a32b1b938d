import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Alignment,
  type Change,
  compose,
  type Edit,
  rewrite,
  toRaw,
  toText,
} from '../../src/document/alignment.js';
import { repairsOf } from '../../src/document/repairs.js';
import type { Span } from '../../src/document/span.js';
import { runs } from '../support/fuzz.js';

function edit(start: number, end: number, replacement: string): Edit {
  return { start, end, replacement, kind: 'character', rule: 'test/edit', confidence: 1 };
}

/** A text and, for each of up to three rewrites, disjoint edits of whatever text the rewrite before it left. */
const rewrites = fc.tuple(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.array(fc.tuple(fc.nat(12), fc.nat(5), fc.string({ maxLength: 4 })), { maxLength: 6 }), { maxLength: 3 }),
);

function run([raw, plans]: [string, [number, number, string][][]]): {
  raw: string;
  text: string;
  alignment: Alignment;
} {
  let state: { text: string; alignment: Alignment } = { text: raw, alignment: [] };
  for (const plan of plans) {
    let at = 0;
    const edits: Edit[] = [];
    for (const [skip, length, replacement] of plan) {
      const start = at + skip;
      const end = start + length;
      if (end > state.text.length) break;
      edits.push(edit(start, end, replacement));
      at = end;
    }
    state = rewrite(state.text, state.alignment, edits);
  }
  return { raw, ...state };
}

describe('rewrite', () => {
  test.each([
    ['a deletion', 'a(b)c', [[edit(1, 4, '')]], 'ac'],
    ['a later edit over an earlier one', 'xx??yy', [[edit(2, 4, '。<')], [edit(3, 5, '')]], 'xx。y'],
    ['edits that only touch stay apart', 'abcd', [[edit(1, 2, 'B'), edit(2, 3, 'C')]], 'aBCd'],
    ['an insertion', 'ad', [[edit(1, 1, 'bc')]], 'abcd'],
  ])('%s', (_name, raw, steps, expected) => {
    let state: { text: string; alignment: Alignment } = { text: raw, alignment: [] };
    for (const edits of steps) state = rewrite(state.text, state.alignment, edits);
    expect(state.text).toBe(expected);
  });

  test('edits that overlap are refused', () => {
    expect(() => rewrite('abcd', [], [edit(0, 2, ''), edit(1, 3, '')])).toThrow('overlap');
  });

  test('putting every "before" back in place of its "after" gives the raw text', () => {
    fc.assert(
      fc.property(rewrites, (plan) => {
        const { raw, text, alignment } = run(plan);
        let restored = '';
        let at = 0;
        for (const repair of repairsOf(raw, text, alignment)) {
          restored += text.slice(at, repair.start) + repair.before;
          at = repair.end;
        }
        expect(restored + text.slice(at)).toBe(raw);
      }),
    );
  });

  test('text outside the changes is the raw text, character for character', () => {
    fc.assert(
      fc.property(rewrites, (plan) => {
        const { raw, text, alignment } = run(plan);
        let [textAt, rawAt] = [0, 0];
        for (const change of alignment) {
          expect(text.slice(textAt, change.text.start)).toBe(raw.slice(rawAt, change.raw.start));
          [textAt, rawAt] = [change.text.end, change.raw.end];
        }
        expect(text.slice(textAt)).toBe(raw.slice(rawAt));
      }),
    );
  });
});

describe('toRaw and toText', () => {
  test.each([
    // 財經(jīng)報 loses its gloss: the gloss belongs to no character.
    ['before a deletion', { start: 0, end: 2 }, { start: 0, end: 2 }],
    ['across a deletion', { start: 0, end: 3 }, { start: 0, end: 9 }],
    ['after a deletion', { start: 2, end: 3 }, { start: 8, end: 9 }],
  ])('%s', (_name, span, raw) => {
    const { text, alignment } = rewrite('財經(jīng)報', [], [edit(2, 8, '')]);
    expect(text).toBe('財經報');
    expect(toRaw(alignment, span)).toEqual(raw);
    expect(toText(alignment, raw as never)).toEqual(span);
  });

  test('a span maps to ordered raw offsets inside the raw text, and an unchanged one to the same characters', () => {
    fc.assert(
      fc.property(rewrites, fc.nat(60), fc.nat(60), (plan, a, b) => {
        const { raw, text, alignment } = run(plan);
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        const span = toRaw(alignment, { start, end });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(raw.length);
        const changed = alignment.some((change) => change.text.start < end && start < change.text.end);
        const removedInside = alignment.some((change) => change.text.start > start && change.text.end < end);
        if (!changed && !removedInside) expect(raw.slice(span.start, span.end)).toBe(text.slice(start, end));
      }),
    );
  });

  test('a span between two changes, even touching them, is as long there and comes back exactly, both ways', () => {
    fc.assert(
      fc.property(rewrites, (plan) => {
        const { raw, text, alignment } = run(plan);
        let [textAt, rawAt] = [0, 0];
        const end: Pick<Change, 'text' | 'raw'> = {
          text: { start: text.length, end: text.length },
          raw: { start: raw.length, end: raw.length },
        };
        for (const change of [...alignment, end]) {
          for (let start = textAt; start < change.text.start; start++)
            for (let stop = start + 1; stop <= change.text.start; stop++) {
              const there = { start: rawAt + start - textAt, end: rawAt + stop - textAt };
              expect(toRaw(alignment, { start, end: stop })).toEqual(there);
              expect(toText(alignment, there)).toEqual({ start, end: stop });
            }
          [textAt, rawAt] = [change.text.end, change.raw.end];
        }
      }),
    );
  });

  test('a span inside a change is widened to it, and goes to and fro the same from then on', () => {
    fc.assert(
      fc.property(rewrites, fc.nat(60), fc.nat(60), (plan, a, b) => {
        const { text, alignment } = run(plan);
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        const wide = toText(alignment, toRaw(alignment, { start, end }));
        // What was inserted has no raw text to come back from.
        if (
          start === end ||
          alignment.some(({ text: t, raw: r }) => r.start === r.end && t.start < end && start < t.end)
        )
          return;
        expect(wide.start).toBeLessThanOrEqual(start);
        expect(wide.end).toBeGreaterThanOrEqual(end);
        expect(toText(alignment, toRaw(alignment, wide))).toEqual(wide);
      }),
    );
  });

  test('offsets keep their order on both ways', () => {
    fc.assert(
      fc.property(rewrites, (plan) => {
        const { raw, text, alignment } = run(plan);
        let last = { start: 0, end: 0 };
        for (let at = 0; at < text.length; at++) {
          const span = toRaw(alignment, { start: at, end: at + 1 });
          expect(span.start).toBeGreaterThanOrEqual(last.start);
          expect(span.end).toBeGreaterThanOrEqual(last.end);
          last = span;
        }
        last = { start: 0, end: 0 };
        for (let at = 0; at < raw.length; at++) {
          const span = toText(alignment, { start: at, end: at + 1 } as Span<'raw'>);
          expect(span.start).toBeGreaterThanOrEqual(last.start);
          expect(span.end).toBeGreaterThanOrEqual(last.end);
          last = span;
        }
      }),
    );
  });

  test('a span that no change touches survives the way to raw and back', () => {
    fc.assert(
      fc.property(rewrites, fc.nat(60), fc.nat(60), (plan, a, b) => {
        const { text, alignment } = run(plan);
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        if (start === end || alignment.some(({ text: change }) => change.start <= end && start <= change.end)) return;
        expect(toText(alignment, toRaw(alignment, { start, end }))).toEqual({ start, end });
      }),
    );
  });
});

describe('compose', () => {
  /** One rewrite of `text`, alone. */
  function step(text: string, plan: [number, number, string][]): { text: string; alignment: Alignment } {
    const { text: after, alignment } = run([text, [plan]]);
    return { text: after, alignment };
  }

  test('maps as its parts do one after the other, wherever no part is cut', () => {
    fc.assert(
      fc.property(rewrites, fc.nat(60), fc.nat(60), ([raw, plans], a, b) => {
        const first = step(raw, plans[0] ?? []);
        const second = step(first.text, plans[1] ?? []);
        const both = compose(first.alignment, second.alignment);
        const start = Math.min(a, b, second.text.length);
        const end = Math.min(Math.max(a, b), second.text.length);
        // A change of two parts that overlapped widens a span that has to do with it; of one part, only if it is cut.
        const widens = both.some(
          ({ text, edits }) =>
            (edits.length > 1 && text.start <= end && start <= text.end) ||
            [start, end].some((boundary) => text.start < boundary && boundary < text.end),
        );
        const between = toRaw(second.alignment, { start, end });
        const apart = toRaw(first.alignment, { start: between.start, end: between.end });
        const once = toRaw(both, { start, end });
        if (start === end) return;
        if (!widens) expect(once).toEqual(apart);
        expect(once.start).toBeLessThanOrEqual(apart.start);
        expect(once.end).toBeGreaterThanOrEqual(apart.end);
      }),
      { numRuns: runs(500) },
    );
  });

  test('does not depend on which two of three are composed first', () => {
    /** What is changed, changes that touch taken together. */
    const changed = (alignment: Alignment) => {
      const regions: { text: number[]; raw: number[] }[] = [];
      for (const { text, raw } of alignment) {
        const last = regions.at(-1);
        const touches = last?.text[1] === text.start && last.raw[1] === raw.start;
        const [textStart = 0, rawStart = 0] = touches ? [last.text[0], last.raw[0]] : [text.start, raw.start];
        if (touches) regions.pop();
        regions.push({ text: [textStart, text.end], raw: [rawStart, raw.end] });
      }
      return regions;
    };
    fc.assert(
      fc.property(rewrites, ([raw, plans]) => {
        const first = step(raw, plans[0] ?? []);
        const second = step(first.text, plans[1] ?? []);
        const third = step(second.text, plans[2] ?? []);
        const left = compose(compose(first.alignment, second.alignment), third.alignment);
        const right = compose(first.alignment, compose(second.alignment, third.alignment));
        expect(changed(left)).toEqual(changed(right));
      }),
      { numRuns: runs(500) },
    );
  });
});

import { diffArrays } from 'diff';

/** More differences than this, in characters, and two texts are taken for different ones. */
const most = 4000;

export interface Points {
  readonly start: number;
  readonly end: number;
}

/** Where a place in one text stands in another. */
export interface TextMap {
  /** Whether the texts are the same. */
  readonly isSame: boolean;
  /** Where a span of the first text is in the second, by code points; a span that was taken out is empty, where it stood. */
  span(span: Points): Points;
}

/** Maps spans of `from` to spans of `to`, along the fewest changes; null where little is in common. */
export function mapText(from: string, to: string): TextMap | null {
  if (from === to) return { isSame: true, span: ({ start, end }) => ({ start, end }) };
  const [a, b] = [Array.from(from), Array.from(to)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const changes = diffArrays(a.slice(head, a.length - tail), b.slice(head, b.length - tail), { maxEditLength: most });
  if (changes === undefined) return null;
  // Where each character is, or would be, and where its end is: what was added behind a span is no part of it.
  const [places, ends] = [new Uint32Array(a.length + 1), new Uint32Array(a.length + 1)];
  for (let i = 0; i < head; i++) {
    places[i] = i;
    ends[i + 1] = i + 1;
  }
  let [x, y] = [head, head];
  for (const { added, removed, count } of changes) {
    if (added) y += count;
    else
      for (let i = 0; i < count; i++) {
        places[x++] = y;
        if (!removed) y++;
        ends[x] = y;
      }
  }
  for (let i = 0; i <= tail; i++) places[a.length - i] = b.length - i;
  for (let i = 0; i < tail; i++) ends[a.length - i] = b.length - i;
  const at = (map: Uint32Array, offset: number) => map[offset] ?? b.length;
  return {
    isSame: false,
    span({ start, end }) {
      const from = at(places, start);
      return { start: from, end: Math.max(from, at(ends, end)) };
    },
  };
}

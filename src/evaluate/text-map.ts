import { diffArrays } from 'diff';

/** More differences than this, in characters, and two texts are taken for different ones. */
const most = 4000;

/** Where a place in one text stands in another. */
export interface TextMap {
  /** Whether the texts are the same. */
  readonly isSame: boolean;
  /** The code-point offset in the second text for one in the first. What was taken out maps to where it stood. */
  at(offset: number): number;
}

/** Maps code-point offsets of `from` to those of `to`, along the fewest changes; null where little is in common. */
export function mapText(from: string, to: string): TextMap | null {
  if (from === to) return { isSame: true, at: (offset) => offset };
  const [a, b] = [Array.from(from), Array.from(to)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const changes = diffArrays(a.slice(head, a.length - tail), b.slice(head, b.length - tail), { maxEditLength: most });
  if (changes === undefined) return null;
  const places = new Uint32Array(a.length + 1);
  for (let i = 0; i < head; i++) places[i] = i;
  let [x, y] = [head, head];
  for (const { added, removed, count } of changes) {
    if (added) y += count;
    else
      for (let i = 0; i < count; i++) {
        places[x++] = y;
        if (!removed) y++;
      }
  }
  for (let i = 0; i <= tail; i++) places[a.length - i] = b.length - i;
  return { isSame: false, at: (offset) => places[offset] ?? b.length };
}

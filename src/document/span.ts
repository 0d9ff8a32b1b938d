import { bisect } from '../text/bisect.js';

declare const frame: unique symbol;

/**
 * Half-open `[start, end)` in UTF-16 units. `Span` indexes the repaired text (and its fold, which has the same
 * length); `Span<'raw'>` indexes the decoded input. The phantom frame keeps the two from being mixed up.
 */
export interface Span<F extends 'raw' | 'text' = 'text'> {
  readonly start: number;
  readonly end: number;
  readonly [frame]?: F;
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** The span with the whole of a character of which it holds one half: the model of names labels UTF-16 units. */
export function wholeCharacters(text: string, { start, end }: Span): Span {
  const splits = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));
  return { start: splits(start) ? start - 1 : start, end: splits(end) ? end + 1 : end };
}

const longestText = 2 ** 26;

/** A span as one number, so that what was found in a stretch can be kept by it. */
export function spanKey({ start, end }: Span): number {
  return start * longestText + end;
}

/** Orders spans by start, the longer first where two start together. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Looks up the items that start at an offset, in their order. */
export function byStart<S extends Span>(items: readonly S[]): (start: number) => readonly S[] {
  const groups = new Map<number, S[]>();
  for (const item of items) {
    const group = groups.get(item.start);
    if (group === undefined) groups.set(item.start, [item]);
    else group.push(item);
  }
  return (start) => groups.get(start) ?? [];
}

/** Looks up the items that share a character with a span: those that start in it, and back to where the longest could start. */
export function overlapping<S extends Span>(items: readonly S[]): (span: Span) => readonly S[] {
  const inOrder = items.toSorted(bySpan);
  const longest = items.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return (span) => {
    const found: S[] = [];
    for (let at = firstStartingFrom(inOrder, span.start - longest); at < inOrder.length; at++) {
      const item = inOrder[at];
      if (item === undefined || item.start >= span.end) break;
      if (item.end > span.start) found.push(item);
    }
    return found;
  };
}

/** Index of the first of spans, in order of their starts, that starts at the offset or behind it; their number if none does. */
export function firstStartingFrom(spans: readonly Span[], offset: number): number {
  // Bisected here and not by `bisect`: most lookups of the later stages begin so, and a call for each step would cost more than they do.
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items that lie wholly inside `span`; `items` are sorted by start. Found by bisection. */
export function within<S extends Span>(items: readonly S[], span: Span): S[] {
  const low = firstStartingFrom(items, span.start);
  let high = low;
  let areInside = true;
  for (; high < items.length; high++) {
    const item = items[high];
    if (item === undefined || item.start >= span.end) break;
    if (item.end > span.end) areInside = false;
  }
  const begun = items.slice(low, high);
  return areInside ? begun : begun.filter(({ end }) => end <= span.end);
}

/**
 * Looks up the items that lie wholly inside a span, as `within` does, for a layer that is asked time and again: the offsets stand in flat
 * arrays, where the engine reads one layer as fast as another.
 */
export function lookupWithin<S extends Span>(items: readonly S[]): (span: Span) => readonly S[] {
  const starts = new Int32Array(items.length);
  const ends = new Int32Array(items.length);
  for (let index = 0; index < items.length; index++) {
    starts[index] = items[index]?.start ?? 0;
    ends[index] = items[index]?.end ?? 0;
  }
  return ({ start, end }) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? start) < start) low = middle + 1;
      else high = middle;
    }
    let areInside = true;
    for (; high < starts.length && (starts[high] ?? end) < end; high++)
      if ((ends[high] ?? end) > end) areInside = false;
    if (low === high) return none;
    const begun = items.slice(low, high);
    return areInside ? begun : begun.filter((item) => item.end <= end);
  };
}

const none: readonly never[] = [];

/** The indexes of the items that lie wholly inside `span`; `items` are sorted by start. */
export function indexesWithin(items: readonly Span[], span: Span): number[] {
  const found: number[] = [];
  for (let index = firstStartingFrom(items, span.start); index < items.length; index++) {
    const { start, end } = items[index] ?? span;
    if (start >= span.end) break;
    if (end <= span.end) found.push(index);
  }
  return found;
}

/**
 * Those of `items` that the disjoint `names`, in order, leave standing: an item that lies inside a name, is one, or crosses
 * the end of one does not; one that holds a name and more does.
 */
export function besideNames<S extends Span>(items: readonly S[], names: readonly Span[]): readonly S[] {
  if (names.length === 0) return items;
  const isBeside = (item: Span, name: Span | undefined): boolean =>
    name === undefined ||
    !overlaps(name, item) ||
    (contains(item, name) && item.end - item.start > name.end - name.start);
  return items.filter(
    (item) =>
      isBeside(item, names[firstEndingAfter(names, item.start)]) &&
      isBeside(item, names[firstEndingAfter(names, item.end - 1)]),
  );
}

/** Index of the first of spans, in order of their ends, that ends behind the offset; `limit` if none before it does. */
export function firstEndingAfter(spans: readonly Span[], offset: number, limit: number = spans.length): number {
  return bisect(0, limit, (index) => (spans[index]?.end ?? 0) <= offset);
}

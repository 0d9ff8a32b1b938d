import type { ReportArticle, ReportRepair, ReportSpan } from './model.js';

export const layers = ['mention', 'time', 'quantity', 'claim', 'source', 'cue', 'repair', 'aside'] as const;
export type Layer = (typeof layers)[number];

/** A stretch of text that a layer marks: the item of that number. The source and the cue bear the number of their claim. */
export interface Mark extends ReportSpan {
  readonly layer: Layer;
  readonly index: number;
}

/** A stretch of text in which nothing begins or ends, with everything that covers it; outer marks first. */
export interface Segment extends ReportSpan {
  readonly marks: readonly Mark[];
}

/** A line of the text. */
export interface Line extends ReportSpan {
  readonly segments: readonly Segment[];
}

/** Every mark of an article that covers a character. */
export function marksOf(article: ReportArticle): Mark[] {
  const of = (layer: Layer, spans: readonly (ReportSpan | null)[]) =>
    spans.flatMap((span, index) => (span === null ? [] : [{ layer, index, start: span.start, end: span.end }]));
  return [
    ...of('aside', article.asides),
    ...of('claim', article.claims),
    ...of(
      'source',
      article.claims.map(({ source }) => source),
    ),
    ...of(
      'cue',
      article.claims.map(({ cue }) => cue),
    ),
    ...of('mention', article.mentions),
    ...of('time', article.times),
    ...of('quantity', article.quantities),
    ...of('repair', article.repairs),
  ].filter(({ start, end }) => end > start);
}

/** Repairs that left nothing in the text, by the place where something was. */
export function removals(repairs: readonly ReportRepair[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [index, { start, end }] of repairs.entries())
    if (start === end) places.set(start, [...(places.get(start) ?? []), index]);
  return places;
}

/** The lines of `text`, cut wherever a mark begins or ends, and at `places`. */
export function lay(text: string, marks: readonly Mark[], places: Iterable<number> = []): Line[] {
  const lines = linesOf(text);
  const cuts = [...new Set([...ends(lines), ...ends(marks), ...places])].sort((a, b) => a - b);
  const pending = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  let open: Mark[] = [];
  let [cut, next] = [0, 0];
  return lines.map(({ start, end }) => {
    const segments: Segment[] = [];
    while ((cuts[cut] ?? end) < start) cut++;
    for (; (cuts[cut] ?? end) < end; cut++) {
      const from = cuts[cut] ?? end;
      const begun: Mark[] = [];
      for (let mark = pending[next]; mark !== undefined && mark.start <= from; mark = pending[++next]) begun.push(mark);
      open = [...open, ...begun].filter((mark) => mark.end > from);
      segments.push({ start: from, end: cuts[cut + 1] ?? end, marks: open });
    }
    return { start, end, segments };
  });
}

function linesOf(text: string): ReportSpan[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}

function ends(spans: readonly ReportSpan[]): number[] {
  return spans.flatMap(({ start, end }) => [start, end]);
}

import type { Span } from './span.js';
import type { RepairKind } from './types.js';

/** What a rewriter asks for: put `replacement` where `span` is. Spans index the text as that rewriter was given it. */
export interface Edit extends Span {
  readonly replacement: string;
  /** `extraction` is no repair: it takes an article out of what surrounds it. */
  readonly kind: RepairKind | 'extraction';
  readonly rule: string;
  readonly confidence: number;
  readonly note?: string | null;
}

/** A stretch of text that differs from the raw stretch it came from. Between changes the two are identical. */
export interface Change {
  readonly text: Span;
  readonly raw: Span<'raw'>;
  readonly edits: readonly Omit<Edit, 'start' | 'end' | 'replacement'>[];
}

/** The changes from raw to text, in order, disjoint. The empty alignment is the identity. */
export type Alignment = readonly Change[];

/**
 * Applies `edits` to `text` and composes them with the `alignment` that led to it.
 *
 * @throws Error if the edits overlap each other or leave the text: a broken rewriter, never bad input.
 */
export function rewrite(
  text: string,
  alignment: Alignment,
  edits: readonly Edit[],
): { text: string; alignment: Alignment } {
  if (edits.length === 0) return { text, alignment };
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  checkDisjoint(sorted, text.length);
  const pieces: string[] = [];
  const changes: Change[] = [];
  let written = 0; // length of the new text so far
  let read = 0; // offset in the old text up to which pieces hold everything
  let lag = 0; // raw offset minus old-text offset, at `read`
  let c = 0;
  let e = 0;
  while (c < alignment.length || e < sorted.length) {
    const cluster = nextCluster(alignment, sorted, c, e);
    const untouched = text.slice(read, cluster.start);
    pieces.push(untouched);
    written += untouched.length;
    const rawStart = cluster.start + lag;
    for (const change of alignment.slice(c, cluster.changes))
      lag += change.raw.end - change.raw.start - (change.text.end - change.text.start);
    const replacement = applyEdits(text, cluster, sorted.slice(e, cluster.edits));
    changes.push({
      text: { start: written, end: written + replacement.length },
      raw: { start: rawStart, end: cluster.end + lag },
      edits: [
        ...alignment.slice(c, cluster.changes).flatMap((change) => change.edits),
        ...sorted
          .slice(e, cluster.edits)
          .map(({ kind, rule, confidence, note }) => ({ kind, rule, confidence, note: note ?? null })),
      ],
    });
    pieces.push(replacement);
    written += replacement.length;
    read = cluster.end;
    c = cluster.changes;
    e = cluster.edits;
  }
  pieces.push(text.slice(read));
  return { text: pieces.join(''), alignment: changes };
}

interface Cluster extends Span {
  /** One past the last change and edit that belong to it. */
  readonly changes: number;
  readonly edits: number;
}

/** The next change or edit, grown by every change and edit that overlaps it. Touching ones stay apart. */
function nextCluster(changes: Alignment, edits: readonly Edit[], c: number, e: number): Cluster {
  let { start, end } = { start: Infinity, end: -Infinity };
  let [nextChange, nextEdit] = [c, e];
  for (;;) {
    const change = changes[nextChange]?.text;
    const edit = edits[nextEdit];
    const changeFirst =
      change !== undefined &&
      (edit === undefined || change.start < edit.start || (change.start === edit.start && change.end <= edit.end));
    const candidate = changeFirst ? change : edit;
    if (candidate === undefined) break;
    const first = end === -Infinity;
    // An empty candidate at the very end of the cluster only touches it; so does one that starts there.
    if (!first && candidate.start >= end) break;
    start = Math.min(start, candidate.start);
    end = Math.max(end, candidate.end);
    if (changeFirst) nextChange++;
    else nextEdit++;
  }
  return { start, end, changes: nextChange, edits: nextEdit };
}

function applyEdits(text: string, cluster: Span, edits: readonly Edit[]): string {
  let at = cluster.start;
  let out = '';
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return out + text.slice(at, cluster.end);
}

function checkDisjoint(edits: readonly Edit[], length: number): void {
  let end = 0;
  for (const edit of edits) {
    if (edit.start < end || edit.end < edit.start || edit.end > length)
      throw new Error(`Edits of "${edit.rule}" overlap or leave the text at ${edit.start}..${edit.end}.`);
    end = edit.end;
  }
}

/**
 * The raw span that a text span came from. A span that touches a changed stretch takes in the whole raw stretch;
 * text that was only deleted beside the span stays outside it.
 */
export function toRaw(alignment: Alignment, span: Span): Span<'raw'> {
  const start = boundaryToRaw(alignment, span.start, 'after');
  if (span.start === span.end) return { start, end: start };
  return { start, end: Math.max(start, boundaryToRaw(alignment, span.end, 'before')) };
}

/** The text span that a raw span became; empty where all of it was removed. */
export function toText(alignment: Alignment, span: Span<'raw'>): Span {
  const start = boundaryToText(alignment, span.start, 'start');
  return { start, end: Math.max(start, boundaryToText(alignment, span.end, 'end')) };
}

/** Raw offset of a text boundary; `side` says on which side of an adjacent deletion it falls. */
function boundaryToRaw(alignment: Alignment, offset: number, side: 'before' | 'after'): number {
  const change = lastAtOrBefore(alignment, (candidate) =>
    side === 'after' ? candidate.text.start <= offset : candidate.text.start < offset,
  );
  if (change === undefined) return offset;
  if (offset < change.text.end) return side === 'after' ? change.raw.start : change.raw.end;
  return change.raw.end + (offset - change.text.end);
}

function boundaryToText(alignment: Alignment, offset: number, side: 'start' | 'end'): number {
  const change = lastAtOrBefore(
    alignment,
    (candidate) => candidate.raw.start < offset || (side === 'start' && candidate.raw.start === offset),
  );
  if (change === undefined) return offset;
  if (offset < change.raw.end) return side === 'start' ? change.text.start : change.text.end;
  return change.text.end + (offset - change.raw.end);
}

/** The last change for which `holds` is true, where it is true for a prefix of the list. */
function lastAtOrBefore(alignment: Alignment, holds: (change: Change) => boolean): Change | undefined {
  let low = 0;
  let high = alignment.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const change = alignment[middle];
    if (change !== undefined && holds(change)) low = middle + 1;
    else high = middle;
  }
  return alignment[low - 1];
}

import { bisect } from '../text/bisect.js';
import type { Span } from './span.js';

/** Puts `replacement` where `span` is. */
export interface Replacement extends Span {
  readonly replacement: string;
}

export const repairKinds = ['gloss', 'mojibake', 'markup', 'entity', 'character', 'linewrap'] as const;
export type RepairKind = (typeof repairKinds)[number];

/** What a rewriter asks for. Spans index the text as that rewriter was given it. */
export interface Edit extends Replacement {
  /** `extraction` is no repair: it takes an article out of what surrounds it. */
  readonly kind: RepairKind | 'extraction';
  readonly rule: string;
  readonly confidence: number;
  readonly note?: string | null;
}

/** A stretch of text that differs from the raw stretch it came from. Between changes the two are identical. */
export interface Change<E extends Replacement = Edit> {
  readonly text: Span;
  readonly raw: Span<'raw'>;
  /** What made it, each in the offsets of the text that it was made on. */
  readonly edits: readonly E[];
}

/** The changes from raw to text, in order, disjoint. The empty alignment is the identity. */
export type Alignment<E extends Replacement = Edit> = readonly Change<E>[];

/**
 * Applies `edits` to `text` and composes them with the `alignment` that led to it. An edit that changes nothing leaves
 * no trace.
 *
 * @throws Error if the edits overlap each other or leave the text: a broken rewriter, never bad input.
 */
export function rewrite<E extends Replacement = Edit>(
  text: string,
  alignment: Alignment<E>,
  edits: readonly NoInfer<E>[],
): { text: string; alignment: Alignment<E> } {
  const real = edits.filter(({ start, end, replacement }) => replacement !== text.slice(start, end));
  if (real.length === 0) return { text, alignment };
  const sorted = inOrder(real) ? real : real.sort((a, b) => a.start - b.start || a.end - b.end);
  checkDisjoint(sorted, text.length);
  return { text: applyEdits(text, sorted), alignment: compose(alignment, alignmentOf(sorted)) };
}

function inOrder(edits: readonly Replacement[]): boolean {
  let [start, end] = [0, 0];
  return edits.every((edit) => {
    const follows = edit.start > start || (edit.start === start && edit.end >= end);
    [start, end] = [edit.start, edit.end];
    return follows;
  });
}

function checkDisjoint(edits: readonly Replacement[], length: number): void {
  let last = 0;
  for (const { start, end, replacement } of edits) {
    if (start < last || end < start || end > length)
      throw new Error(`The edit ${start}..${end} to "${replacement}" overlaps another or leaves the text.`);
    last = end;
  }
}

function applyEdits(text: string, edits: readonly Replacement[]): string {
  const pieces: string[] = [];
  let read = 0;
  for (const { start, end, replacement } of edits) {
    pieces.push(text.slice(read, start), replacement);
    read = end;
  }
  pieces.push(text.slice(read));
  return pieces.join('');
}

/** The alignment that edits in order, each in the offsets of the text before all of them, stand for. */
function alignmentOf<E extends Replacement>(edits: readonly E[]): Alignment<E> {
  let lag = 0; // new offset minus old offset, behind the edits so far
  return edits.map((edit) => {
    const start = edit.start + lag;
    lag += edit.replacement.length - (edit.end - edit.start);
    return { text: { start, end: edit.end + lag }, raw: { start: edit.start, end: edit.end }, edits: [edit] };
  });
}

/**
 * One alignment for two in a row: `first` leads from raw to a text, `second` from that text on. Changes of the two that
 * overlap become one; those that only touch stay apart. Takes time in proportion to the number of changes.
 */
export function compose<E extends Replacement>(first: Alignment<E>, second: Alignment<E>): Alignment<E> {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const changes: Change<E>[] = [];
  let rawLag = 0; // raw offset minus offset in the text between, behind the changes so far
  let textLag = 0; // the same for the last text
  let [f, s] = [0, 0];
  while (f < first.length || s < second.length) {
    let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const [rawBefore, textBefore] = [rawLag, textLag];
    const edits: E[][] = [[], []];
    for (;;) {
      const [before, after] = [first[f], second[s]];
      const beforeFirst = before !== undefined && (after === undefined || comesFirst(before.text, after.raw));
      const change = beforeFirst ? before : after;
      if (change === undefined) break;
      const between: Span = beforeFirst ? change.text : { start: change.raw.start, end: change.raw.end };
      // An empty change at the end of the others only touches them; so does one that starts there.
      if (between.start >= end && end >= start) break;
      start = Math.min(start, between.start);
      end = Math.max(end, between.end);
      const growth = change.raw.end - change.raw.start - (change.text.end - change.text.start);
      if (beforeFirst) [rawLag, f] = [rawLag + growth, f + 1];
      else [textLag, s] = [textLag - growth, s + 1];
      for (const edit of change.edits) edits[beforeFirst ? 0 : 1]?.push(edit);
    }
    const text: Span = { start: start + textBefore, end: end + textLag };
    const raw: Span<'raw'> = { start: start + rawBefore, end: end + rawLag };
    // What the first put in and the second took out again is no change.
    if (text.start < text.end || raw.start < raw.end) changes.push({ text, raw, edits: edits.flat() });
  }
  return changes;
}

function comesFirst(a: Span, b: { readonly start: number; readonly end: number }): boolean {
  return a.start < b.start || (a.start === b.start && a.end <= b.end);
}

/**
 * The raw span that a text span came from. A span that touches a changed stretch takes in the whole raw stretch;
 * text that was only deleted beside the span stays outside it.
 */
export function toRaw(alignment: Alignment<Replacement>, span: Span): Span<'raw'> {
  const start = boundaryToRaw(alignment, span.start, 'after');
  if (span.start === span.end) return { start, end: start };
  return { start, end: Math.max(start, boundaryToRaw(alignment, span.end, 'before')) };
}

/** The text span that a raw span became; empty where all of it was removed. */
export function toText(alignment: Alignment<Replacement>, span: Span<'raw'>): Span {
  const start = boundaryToText(alignment, span.start, 'start');
  return { start, end: Math.max(start, boundaryToText(alignment, span.end, 'end')) };
}

/** Raw offset of a text boundary; `side` says on which side of an adjacent deletion it falls. */
function boundaryToRaw(alignment: Alignment<Replacement>, offset: number, side: 'before' | 'after'): number {
  const change = lastAtOrBefore(alignment, (candidate) =>
    side === 'after' ? candidate.text.start <= offset : candidate.text.start < offset,
  );
  if (change === undefined) return offset;
  if (offset < change.text.end) return side === 'after' ? change.raw.start : change.raw.end;
  return change.raw.end + (offset - change.text.end);
}

function boundaryToText(alignment: Alignment<Replacement>, offset: number, side: 'start' | 'end'): number {
  const change = lastAtOrBefore(
    alignment,
    (candidate) => candidate.raw.start < offset || (side === 'start' && candidate.raw.start === offset),
  );
  if (change === undefined) return offset;
  if (offset < change.raw.end) return side === 'start' ? change.text.start : change.text.end;
  return change.text.end + (offset - change.raw.end);
}

/** The last change for which `holds` is true, where it is true for a prefix of the list. */
function lastAtOrBefore(
  alignment: Alignment<Replacement>,
  holds: (change: Change<Replacement>) => boolean,
): Change<Replacement> | undefined {
  const end = bisect(0, alignment.length, (index) => {
    const change = alignment[index];
    return change !== undefined && holds(change);
  });
  return alignment[end - 1];
}

import { type Alignment, type Replacement, rewrite, toText } from '../document/alignment.js';
import type { Span } from '../document/span.js';
import { type Conversion, openChain, unknownLength } from './opencc.js';
import type { WordList } from './word-list.js';

/** A text in another script; the alignment leads from the text that was given to it. */
export interface Converted {
  readonly text: string;
  readonly alignment: Alignment<Replacement>;
}

/** Whether what stands between two offsets can be a phrase. */
type Fits = (start: number, end: number) => boolean;

/**
 * Converts `text` phrase by phrase, as OpenCC does, and keeps the alignment. A phrase that keeps its number of
 * characters is aligned character by character; any other is one change. Where the `words` of the text are given, in
 * order, a phrase that shares a part of one and a part of another is none: 括发 in 包括|发动机.
 */
export function convertAligned(text: string, conversion: Conversion, words: readonly Span[] = []): Converted {
  const { normalization, segmentation, steps } = openChain(conversion);
  let state = rewrite<Replacement>(text, [], replace(text, [text.length], normalization, () => true).edits);
  const fits = () => fitsWords(state, words);
  let ends = segmentation.length > 0 ? segment(state.text, segmentation, fits()) : [state.text.length];
  for (const lists of steps) {
    const step = replace(state.text, ends, lists, fits());
    state = rewrite(state.text, state.alignment, step.edits);
    ends = step.ends;
  }
  return state;
}

/** The text of `convertAligned`. */
export function convert(text: string, conversion: Conversion): string {
  return convertAligned(text, conversion).text;
}

/** The edits that make the converted text of the one that was given. */
export function editsOf({ text, alignment }: Converted): Replacement[] {
  return alignment.map(({ raw, text: { start, end } }) => ({
    start: raw.start,
    end: raw.end,
    replacement: text.slice(start, end),
  }));
}

/** Refuses what crosses a word: what starts inside of one and ends behind it, or starts before one and ends inside. */
function fitsWords({ text, alignment }: Converted, words: readonly Span[]): Fits {
  if (words.length === 0) return () => true;
  const [starts, ends] = [new Int32Array(text.length).fill(-1), new Int32Array(text.length).fill(-1)];
  for (const word of words) {
    const { start, end } = toText(alignment, { start: word.start, end: word.end });
    starts.fill(start, start, end);
    ends.fill(end, start, end);
  }
  const crosses = (at: number, start: number, end: number) => {
    const [from = -1, to = -1] = [starts[at], ends[at]];
    return from >= 0 && (from < start ? to < end : from > start && to > end);
  };
  return (start, end) => !crosses(start, start, end) && !crosses(end - 1, start, end);
}

/** Ends of the words that `lists` know, and of what stands between them. */
function segment(text: string, lists: readonly WordList[], fits: Fits): number[] {
  const ends: number[] = [];
  let open = false;
  for (let at = 0; at < text.length; ) {
    const found = longestAt(text, at, text.length, lists, fits);
    if (found === null) {
      open = true;
      at += unknownLength(text, at, text.length);
      continue;
    }
    if (open) ends.push(at);
    open = false;
    at += found.length;
    ends.push(at);
  }
  if (open || ends.length === 0) ends.push(text.length);
  return ends;
}

/** What `lists` put in place of what, within each stretch of the text, and where the stretches end then. */
function replace(
  text: string,
  ends: readonly number[],
  lists: readonly WordList[],
  fits: Fits,
): { edits: Replacement[]; ends: number[] } {
  const edits: Replacement[] = [];
  let at = 0;
  let lag = 0;
  const newEnds = ends.map((end) => {
    while (at < end) {
      const found = longestAt(text, at, end, lists, fits);
      if (found === null) at += unknownLength(text, at, end);
      else {
        const value = found.list.get(text.slice(at, at + found.length));
        pushEdits(edits, text, at, found.length, value);
        lag += value.length - found.length;
        at += found.length;
      }
    }
    return end + lag;
  });
  return { edits, ends: newEnds };
}

function longestAt(
  text: string,
  at: number,
  limit: number,
  lists: readonly WordList[],
  fits: Fits,
): { list: WordList; length: number } | null {
  let best: { list: WordList; length: number } | null = null;
  for (const list of lists) {
    let length = list.lengthAt(text, at, limit);
    while (length > 1 && !fits(at, at + length)) length = list.lengthAt(text, at, at + length - 1);
    if (length > (best?.length ?? 0)) best = { list, length };
  }
  return best;
}

function pushEdits(edits: Replacement[], text: string, start: number, length: number, value: string): void {
  const key = text.slice(start, start + length);
  if (key === value) return;
  const [before, after] = [Array.from(key), Array.from(value)];
  if (before.length !== after.length) {
    edits.push({ start, end: start + length, replacement: value });
    return;
  }
  let at = start;
  before.forEach((character, i) => {
    const replacement = after[i] ?? '';
    if (replacement !== character) edits.push({ start: at, end: at + character.length, replacement });
    at += character.length;
  });
}

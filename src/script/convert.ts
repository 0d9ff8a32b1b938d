import { type Alignment, type Replacement, rewrite } from '../document/alignment.js';
import { type Conversion, openChain, unknownLength } from './opencc.js';
import type { WordList } from './word-list.js';

/** A text in another script; the alignment leads from the text that was given to it. */
export interface Converted {
  readonly text: string;
  readonly alignment: Alignment<Replacement>;
}

/**
 * Converts `text` phrase by phrase, as OpenCC does, and keeps the alignment. A phrase that keeps its number of
 * characters is aligned character by character; any other is one change.
 */
export function convertAligned(text: string, conversion: Conversion): Converted {
  const { normalization, segmentation, steps } = openChain(conversion);
  let state = rewrite<Replacement>(text, [], replace(text, [text.length], normalization).edits);
  let ends = segmentation.length > 0 ? segment(state.text, segmentation) : [state.text.length];
  for (const lists of steps) {
    const step = replace(state.text, ends, lists);
    state = rewrite(state.text, state.alignment, step.edits);
    ends = step.ends;
  }
  return state;
}

/** The text of `convertAligned`. */
export function convert(text: string, conversion: Conversion): string {
  return convertAligned(text, conversion).text;
}

/** Ends of the words that `lists` know, and of what stands between them. */
function segment(text: string, lists: readonly WordList[]): number[] {
  const ends: number[] = [];
  let open = false;
  for (let at = 0; at < text.length; ) {
    const found = longestAt(text, at, text.length, lists);
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
): { edits: Replacement[]; ends: number[] } {
  const edits: Replacement[] = [];
  let at = 0;
  let lag = 0;
  const newEnds = ends.map((end) => {
    while (at < end) {
      const found = longestAt(text, at, end, lists);
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
): { list: WordList; length: number } | null {
  let best: { list: WordList; length: number } | null = null;
  for (const list of lists) {
    const length = list.lengthAt(text, at, limit);
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

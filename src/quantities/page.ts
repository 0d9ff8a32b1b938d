import type { Sentence, Timex, Token } from '../document/types.js';

/** What the rules read of an article: the fold, and which token or time covers an offset. */
export interface Page {
  readonly folded: string;
  /** The sentence that is being read. */
  readonly sentence: Sentence;
  /** The token that covers an offset of the fold, or undefined in white space. */
  tokenAt(offset: number): Token | undefined;
  /** The time that covers an offset, or undefined. */
  timeAt(offset: number): Timex | undefined;
}

/** Index of the span that covers each offset, plus one; 0 where none does. */
function coverage(length: number, spans: readonly { start: number; end: number }[]): Uint32Array {
  const covered = new Uint32Array(length + 1);
  spans.forEach(({ start, end }, index) => {
    // Of a few units, which take less time than a call of fill.
    for (let at = start; at < end; at++) covered[at] = index + 1;
  });
  return covered;
}

/** Makes the pages of an article, one a sentence, over one shared index. */
export function pagesOf(
  folded: string,
  layers: { sentences: readonly Sentence[]; tokens: readonly Token[]; times: readonly Timex[] },
): Page[] {
  const tokens = coverage(folded.length, layers.tokens);
  const times = coverage(folded.length, layers.times);
  const lookUp =
    <T>(covered: Uint32Array, spans: readonly T[]) =>
    (offset: number): T | undefined =>
      spans[(covered[offset] ?? 0) - 1];
  const tokenAt = lookUp(tokens, layers.tokens);
  const timeAt = lookUp(times, layers.times);
  return layers.sentences.map((sentence) => ({ folded, sentence, tokenAt, timeAt }));
}

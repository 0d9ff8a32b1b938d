import type { Mention, Quantity, Timex, Token } from '../document/types.js';

/** The words of a content, and what some of them name. */
export interface WordEvidence {
  /** The lower-cased fold. */
  readonly lower: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly times: readonly Timex[];
  readonly quantities: readonly Quantity[];
}

/** How much a pair of tags says beside words. */
const tagsWeight = 0.5;

/**
 * Gives `add` each word, pair of neighbouring words and pair of their tags as a sign, once. A name, time or amount is one word, its
 * type: which one it is tells no kind.
 */
export function addKindWords(evidence: WordEvidence, add: (name: string, value: number) => void): void {
  const seen = new Set<string>();
  const addOnce = (name: string, value: number): void => {
    if (seen.has(name)) return;
    seen.add(name);
    add(name, value);
  };
  const { lower, tokens } = evidence;
  const typed = typedSpans(evidence);
  let [before, tagBefore, next]: [string | null, string, number] = [null, '', 0];
  for (const { start, end, pos } of tokens) {
    while ((typed[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const span = typed[next];
    const isTyped = span !== undefined && span.start <= start && end <= span.end;
    if (isTyped && start > span.start && before === span.type) continue;
    const word = isTyped ? span.type : lower.slice(start, end);
    const tag = isTyped ? span.type : pos;
    addOnce(`word:${word}`, 1);
    if (before !== null) {
      addOnce(`words:${before} ${word}`, 1);
      addOnce(`tags:${tagBefore} ${tag}`, tagsWeight);
    }
    [before, tagBefore] = [word, tag];
  }
}

interface TypedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** Names, times and amounts by their place; a name goes before what lies inside it. */
function typedSpans({ mentions, times, quantities }: WordEvidence): TypedSpan[] {
  const spans = [...mentions, ...times, ...quantities].map(({ start, end, type }) => ({
    start,
    end,
    type: `@${type}`,
  }));
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

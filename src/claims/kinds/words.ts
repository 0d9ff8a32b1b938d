import type { Mention, Quantity, Timex, Token } from '../../document/types.js';

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

/** What is known of words, of pairs of neighbouring words and of pairs of their tags, by the first and then the second. */
export interface WordSigns<T> {
  readonly words: ReadonlyMap<string, T>;
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, T>>;
  readonly tags: ReadonlyMap<string, ReadonlyMap<string, T>>;
}

/** Sorts signs by their names (`word:…`, `words:… …`, `tags:… …`); others are left out. */
export function wordSigns<T>(signs: Iterable<readonly [string, T]>): WordSigns<T> {
  const words = new Map<string, T>();
  const [pairs, tags] = [new Map<string, Map<string, T>>(), new Map<string, Map<string, T>>()];
  for (const [name, value] of signs) {
    const colon = name.indexOf(':');
    const [kind, rest] = [name.slice(0, colon), name.slice(colon + 1)];
    if (kind === 'word') words.set(rest, value);
    const table = kind === 'words' ? pairs : kind === 'tags' ? tags : null;
    if (table === null) continue;
    const [first = '', second = ''] = rest.split(' ');
    table.set(first, (table.get(first) ?? new Map<string, T>()).set(second, value));
  }
  return { words, pairs, tags };
}

/** Gives `add` what is known of the words of a content, each once. */
export function addKnownWords<T>(
  evidence: WordEvidence,
  { words, pairs, tags }: WordSigns<T>,
  add: (known: T, value: number) => void,
): void {
  const seen = new Set<T>();
  const addOnce = (known: T | undefined, value: number): void => {
    if (known === undefined || seen.has(known)) return;
    seen.add(known);
    add(known, value);
  };
  walkWords(evidence, (word, tag, before, tagBefore) => {
    addOnce(words.get(word), 1);
    if (before === null) return;
    addOnce(pairs.get(before)?.get(word), 1);
    addOnce(tags.get(tagBefore)?.get(tag), tagsWeight);
  });
}

/** Gives `add` each word, pair of neighbouring words and pair of their tags as a sign by its name, once. */
export function addKindWords(evidence: WordEvidence, add: (name: string, value: number) => void): void {
  const seen = new Set<string>();
  const addOnce = (name: string, value: number): void => {
    if (seen.has(name)) return;
    seen.add(name);
    add(name, value);
  };
  walkWords(evidence, (word, tag, before, tagBefore) => {
    addOnce(`word:${word}`, 1);
    if (before === null) return;
    addOnce(`words:${before} ${word}`, 1);
    addOnce(`tags:${tagBefore} ${tag}`, tagsWeight);
  });
}

type Visit = (word: string, tag: string, before: string | null, tagBefore: string) => void;

/** Goes through the words. A name, time or amount is one word, its type: which one it is tells no kind. */
function walkWords(evidence: WordEvidence, visit: Visit): void {
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
    visit(word, tag, before, tagBefore);
    [before, tagBefore] = [word, tag];
  }
}

interface TypedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** Names, times and amounts by their place; of two that start together the longer one first. */
function typedSpans({ mentions, times, quantities }: WordEvidence): TypedSpan[] {
  const spans = [...mentions, ...times, ...quantities].map(({ start, end, type }) => ({
    start,
    end,
    type: `@${type}`,
  }));
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

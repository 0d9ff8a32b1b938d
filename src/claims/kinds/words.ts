import { bySpan, firstStartingFrom, type Span, within } from '../../document/span.js';
import type { Mention, Quantity, Timex, Token } from '../../document/types.js';

/** The words of a document or of a content in it, and what some of them name. */
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

/** What is known of words, of pairs of neighbouring words and of pairs of their tags. Words and tags are numbered from 1, and so are the signs that they are. */
export interface WordSigns {
  readonly size: number;
  readonly numbers: ReadonlyMap<string, number>;
  /** The sign that a word is, by its number; 0 for none. */
  readonly words: readonly number[];
  /** The signs that pairs are, by their numbers as one. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly tags: ReadonlyMap<number, number>;
}

const mostNumbers = 1 << 15;

/** Numbers signs by their names (`word:…`, `words:… …`, `tags:… …`), in their order; others are left out. */
export function wordSigns(names: Iterable<string>): WordSigns {
  const numbers = new Map<string, number>();
  const words = [0];
  const [pairs, tags] = [new Map<number, number>(), new Map<number, number>()];
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size + 1;
    numbers.set(word, known);
    words[known] ??= 0;
    return known;
  };
  let size = 0;
  for (const name of names) {
    size++;
    const colon = name.indexOf(':');
    const [kind, rest] = [name.slice(0, colon), name.slice(colon + 1)];
    if (kind === 'word') words[numberOf(rest)] = size;
    const table = kind === 'words' ? pairs : kind === 'tags' ? tags : null;
    if (table === null) continue;
    const [first = '', second = ''] = rest.split(' ');
    table.set(pairOf(numberOf(first), numberOf(second)), size);
  }
  if (numbers.size >= mostNumbers) throw new Error('claims: too many words are known.');
  return { size, numbers, words, pairs, tags };
}

/** Two numbers as one. */
function pairOf(first: number, second: number): number {
  return first * mostNumbers + second;
}

/** The words of a document by their numbers among those known, 0 for any other, so that each is looked up once. */
export interface NumberedWords {
  readonly tokens: readonly Token[];
  readonly words: Int32Array;
  readonly tags: Int32Array;
  /** Names, times and amounts by their place; of two that start together the longer one first. */
  readonly typed: readonly NumberedSpan[];
  /** For each sign the last content that had it: each counts once. */
  readonly seen: Int32Array;
  contents: number;
}

interface NumberedSpan extends TypedSpan {
  readonly number: number;
}

/** Looks the words of a document up. */
export function numberWords(document: WordEvidence, { numbers, size }: WordSigns): NumberedWords {
  const { lower, tokens } = document;
  const [words, tags] = [new Int32Array(tokens.length), new Int32Array(tokens.length)];
  tokens.forEach(({ start, end, pos }, index) => {
    words[index] = numbers.get(lower.slice(start, end)) ?? 0;
    tags[index] = numbers.get(pos) ?? 0;
  });
  const typed = typedSpans(document).map((span) => ({ ...span, number: numbers.get(span.type) ?? 0 }));
  return { tokens, words, tags, typed, seen: new Int32Array(size + 1), contents: 0 };
}

/** Gives `add` the numbers of the signs that the words of a content are, each once. */
export function addKnownWords(
  numbered: NumberedWords,
  { words, pairs, tags }: WordSigns,
  content: Span,
  add: (sign: number, value: number) => void,
): void {
  const { tokens, seen } = numbered;
  const now = ++numbered.contents;
  const addOnce = (sign: number | undefined, value: number): void => {
    if (sign === undefined || sign === 0 || seen[sign] === now) return;
    seen[sign] = now;
    add(sign, value);
  };
  const from = firstStartingFrom(tokens, content.start);
  let [before, tagBefore] = [-1, 0];
  walkWords(within(tokens, content), within(numbered.typed, content), (index, span) => {
    const word = span?.number ?? numbered.words[from + index] ?? 0;
    const tag = span?.number ?? numbered.tags[from + index] ?? 0;
    addOnce(words[word], 1);
    if (before > 0 && word > 0) addOnce(pairs.get(pairOf(before, word)), 1);
    if (before >= 0) addOnce(tags.get(pairOf(tagBefore, tag)), tagsWeight);
    [before, tagBefore] = [word, tag];
  });
}

/** Gives `add` each word, pair of neighbouring words and pair of their tags as a sign by its name, once. */
export function addKindWords(evidence: WordEvidence, add: (name: string, value: number) => void): void {
  const { lower, tokens } = evidence;
  const seen = new Set<string>();
  const addOnce = (name: string, value: number): void => {
    if (seen.has(name)) return;
    seen.add(name);
    add(name, value);
  };
  let [before, tagBefore]: [string | null, string] = [null, ''];
  walkWords(tokens, typedSpans(evidence), (index, span) => {
    const { start, end, pos } = tokens[index] ?? { start: 0, end: 0, pos: '' };
    const word = span?.type ?? lower.slice(start, end);
    const tag = span?.type ?? pos;
    addOnce(`word:${word}`, 1);
    if (before !== null) addOnce(`words:${before} ${word}`, 1);
    if (before !== null) addOnce(`tags:${tagBefore} ${tag}`, tagsWeight);
    [before, tagBefore] = [word, tag];
  });
}

/** Goes through the words by their index. A name, time or amount is one word, its type: which one it is tells no kind. */
function walkWords<S extends TypedSpan>(
  tokens: readonly Token[],
  typed: readonly S[],
  visit: (index: number, span: S | null) => void,
): void {
  let [before, next]: [string | null, number] = [null, 0];
  for (let index = 0; index < tokens.length; index++) {
    const { start = 0, end = 0 } = tokens[index] ?? {};
    while ((typed[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const span = typed[next];
    const isTyped = span !== undefined && span.start <= start && end <= span.end;
    if (isTyped && start > span.start && before === span.type) continue;
    visit(index, isTyped ? span : null);
    before = isTyped ? span.type : null;
  }
}

interface TypedSpan extends Span {
  readonly type: string;
}

/** Names, times and amounts by their place; of two that start together the longer one first. */
function typedSpans({ mentions, times, quantities }: WordEvidence): TypedSpan[] {
  const spans = [...mentions, ...times, ...quantities].map(({ start, end, type }) => ({
    start,
    end,
    type: `@${type}`,
  }));
  return spans.sort(bySpan);
}

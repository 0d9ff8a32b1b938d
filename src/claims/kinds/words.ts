import { bySpan, firstStartingFrom, lookupWithin, type Span } from '../../document/span.js';
import type { Mention, Quantity, Timex, Token } from '../../document/types.js';
import { NumberTable } from '../../text/number-table.js';
import { WordTable } from '../../text/word-table.js';

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

/** What is known of words, of pairs of neighbouring words and of pairs of their tags. Words, tags and signs are numbered from 1; 0 stands for any other. */
export interface WordSigns {
  readonly numbers: ReadonlyMap<string, number>;
  /** The same, to be asked for what stands in a text. */
  readonly table: WordTable;
  /** The sign that a word is, by its number. */
  readonly words: readonly number[];
  /** By its number whether a word is the first of a pair (1) or the second (2): most words are neither. */
  readonly sides: readonly number[];
  /** The signs that pairs of words are, by their numbers as one. */
  readonly pairs: NumberTable;
  readonly tagNumbers: ReadonlyMap<string, number>;
  /** The signs that pairs of tags are. */
  readonly tags: NumberTable;
  /** The numbers, as a word and as a tag, of the types of names, times and amounts. */
  readonly types: ReadonlyMap<string, TypeNumbers>;
  /** For each sign the last content that had it, by its count: each counts once. Used again by the next content, as a table of its own would cost too much. */
  readonly seen: Int32Array;
  contents: number;
}

interface TypeNumbers {
  readonly word: number;
  readonly tag: number;
}

const mostNumbers = 1 << 15;
const mostContents = 2 ** 31 - 1;
/** What a type begins with where it stands for a word. */
const typeMark = '@';

/**
 * Numbers signs by their names (`word:…`, `words:… …`, `tags:… …`), in their order, and the words that they are made of; `others` are words to be
 * numbered as well.
 *
 * @throws Error where there are so many words that two numbers do not fit into one.
 */
export function wordSigns(names: Iterable<string>, others: Iterable<string> = []): WordSigns {
  const [numbers, tagNumbers] = [new Map<string, number>(), new Map<string, number>()];
  const [pairs, tags] = [new Map<number, number>(), new Map<number, number>()];
  const [words, sides] = [[0], [0]];
  const numberOf = (word: string): number => {
    const number = numberIn(numbers, word);
    words[number] ??= 0;
    sides[number] ??= 0;
    return number;
  };
  for (const word of others) numberOf(word);
  let size = 0;
  for (const name of names) {
    size++;
    const colon = name.indexOf(':');
    const [kind, rest] = [name.slice(0, colon), name.slice(colon + 1)];
    const [first = '', second = ''] = rest.split(' ');
    if (kind === 'word') words[numberOf(rest)] = size;
    else if (kind === 'tags') tags.set(pairOf(numberIn(tagNumbers, first), numberIn(tagNumbers, second)), size);
    else if (kind === 'words') {
      const [opens, closes] = [numberOf(first), numberOf(second)];
      sides[opens] = (sides[opens] ?? 0) | 1;
      sides[closes] = (sides[closes] ?? 0) | 2;
      pairs.set(pairOf(opens, closes), size);
    }
  }
  if (numbers.size >= mostNumbers) throw new Error('claims: too many words are known.');
  const types = new Map<string, TypeNumbers>();
  for (const name of [...numbers.keys(), ...tagNumbers.keys()])
    if (name.startsWith(typeMark))
      types.set(name.slice(1), { word: numbers.get(name) ?? 0, tag: tagNumbers.get(name) ?? 0 });
  return {
    numbers,
    table: new WordTable([...numbers.keys()]),
    words,
    sides,
    pairs: new NumberTable(pairs),
    tagNumbers,
    tags: new NumberTable(tags),
    types,
    seen: new Int32Array(size + 1),
    contents: 0,
  };
}

function numberIn(numbers: Map<string, number>, word: string): number {
  const number = numbers.get(word) ?? numbers.size + 1;
  numbers.set(word, number);
  return number;
}

/** Two numbers as one. */
function pairOf(first: number, second: number): number {
  return first * mostNumbers + second;
}

/** The words of a document by their numbers, each looked up once. */
export interface NumberedWords {
  readonly tokens: readonly Token[];
  /** The number of a word by the index of its token. */
  numberAt(index: number): number;
  /** Names, times and amounts in a span by their place; of two that start together the longer one first. */
  typedIn(span: Span): readonly TypedSpan[];
}

/** Gets the words of a document ready to be looked up. */
export function numberWords(document: WordEvidence, { table }: WordSigns): NumberedWords {
  const { lower, tokens } = document;
  const known = new Int32Array(tokens.length).fill(-1);
  return {
    tokens,
    numberAt(index) {
      const number = known[index] ?? 0;
      if (number >= 0) return number;
      const { start, end } = tokens[index] ?? { start: 0, end: 0 };
      const found = table.numberAt(lower, start, end);
      known[index] = found;
      return found;
    },
    typedIn: lookupWithin(typedSpans(document)),
  };
}

/** Gives `add` the numbers of the signs that the words of a content are, each once; `tokens` are those in it. */
export function addKnownWords(
  numbered: NumberedWords,
  signs: WordSigns,
  { content, tokens }: { readonly content: Span; readonly tokens: readonly Token[] },
  add: (sign: number, value: number) => void,
): void {
  const { words, sides, pairs, tagNumbers, tags, types, seen } = signs;
  signs.contents = signs.contents === mostContents ? 1 : signs.contents + 1;
  const now = signs.contents;
  if (now === 1) seen.fill(0);
  const addOnce = (sign: number, value: number): void => {
    if (sign === 0 || seen[sign] === now) return;
    seen[sign] = now;
    add(sign, value);
  };
  const from = firstStartingFrom(numbered.tokens, content.start);
  let [before, tagBefore] = [0, 0];
  walkWords(tokens, numbered.typedIn(content), (index, { pos }, span) => {
    const type = span === null ? undefined : types.get(span.type);
    const word = span === null ? numbered.numberAt(from + index) : (type?.word ?? 0);
    const tag = span === null ? (tagNumbers.get(pos) ?? 0) : (type?.tag ?? 0);
    addOnce(words[word] ?? 0, 1);
    if (((sides[before] ?? 0) & 1) !== 0 && ((sides[word] ?? 0) & 2) !== 0) addOnce(pairs.at(pairOf(before, word)), 1);
    if (tagBefore > 0) addOnce(tags.at(pairOf(tagBefore, tag)), tagsWeight);
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
  walkWords(tokens, typedSpans(evidence), (_index, { start, end, pos }, span) => {
    const word = span === null ? lower.slice(start, end) : `${typeMark}${span.type}`;
    const tag = span === null ? pos : word;
    addOnce(`word:${word}`, 1);
    if (before !== null) addOnce(`words:${before} ${word}`, 1);
    if (before !== null) addOnce(`tags:${tagBefore} ${tag}`, tagsWeight);
    [before, tagBefore] = [word, tag];
  });
}

/** Goes through the words. A name, time or amount is one word, its type: which one it is tells no kind. */
function walkWords(
  tokens: readonly Token[],
  typed: readonly TypedSpan[],
  visit: (index: number, token: Token, span: TypedSpan | null) => void,
): void {
  let [before, next]: [string | null, number] = [null, 0];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const { start, end } = token;
    while ((typed[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const span = typed[next];
    const isTyped = span !== undefined && span.start <= start && end <= span.end;
    if (isTyped && start > span.start && before === span.type) continue;
    visit(index, token, isTyped ? span : null);
    before = isTyped ? span.type : null;
  }
}

interface TypedSpan extends Span {
  readonly type: string;
}

/** Names, times and amounts by their place; of two that start together the longer one first. */
function typedSpans({ mentions, times, quantities }: WordEvidence): TypedSpan[] {
  return [...mentions, ...times, ...quantities].sort(bySpan);
}

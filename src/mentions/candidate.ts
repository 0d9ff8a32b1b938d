import { firstEndingAfter, type Span } from '../document/span.js';
import type { Document, EntityType, Sentence, Token } from '../document/types.js';
import { isDigitCode, isLetterCode } from '../text/ascii.js';
import { type Search, searchIn } from '../text/search.js';

/** A name that a recogniser proposes. `score` is 0..1: how sure it is, seen alone. `by` names its rule. */
export interface Candidate extends Span {
  readonly type: EntityType;
  readonly score: number;
  readonly by: string;
}

export type Annotated = Document<'sentences' | 'tokens' | 'times'>;

/** An article with what recognisers look up again and again. All offsets are those of `folded`. */
export interface Reading {
  readonly folded: string;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** The tokens of a sentence, by the sentence's start. */
  tokensOf(sentence: Sentence): readonly Token[];
  /** Whether a token starts or ends at the offset. */
  isBoundary(offset: number): boolean;
  /** The token that starts at the offset. */
  tokenAt(offset: number): Token | undefined;
  /** The token that ends at the offset. */
  tokenBefore(offset: number): Token | undefined;
  /** The word that the offset cuts in two. */
  wordOver(offset: number): Token | undefined;
  sentenceAt(offset: number): Sentence | undefined;
  /** Whether one of these signs, bits of `signs`, stands in a sentence: most have none, and what needs one is done with them. */
  holds(sentence: Sentence, wanted: number): boolean;
  text(span: Span): string;
  /** Where a word next stands in `folded`. */
  readonly search: Search;
}

/** Kinds of signs that tell what may stand in a sentence: a set of bits. */
export const signs = { latin: 1, digit: 2, dash: 4, quote: 8, bracket: 16 } as const;

/** A recogniser proposes names from the article alone. */
export type Recognizer = (reading: Reading) => readonly Candidate[];

/** A follower proposes further names from those that were found. */
export type Follower = (reading: Reading, found: readonly Candidate[]) => readonly Candidate[];

/** Whether a word stands in the article twice or more: chance capitals and chance brands do not. */
export function recurs({ search }: Reading, word: string): boolean {
  return search(word, search(word, 0) + 1) >= 0;
}

/** Indexes the layers of an article by offset. */
export function readingOf({ folded, sentences, tokens }: Annotated): Reading {
  // By offset the number of the token that starts or ends there, counted from 1.
  const starts = new Int32Array(folded.length + 1);
  const ends = new Int32Array(folded.length + 1);
  for (let index = 0; index < tokens.length; index++) {
    starts[tokens[index]?.start ?? 0] = index + 1;
    ends[tokens[index]?.end ?? 0] = index + 1;
  }
  const bySentence = new Map<number, readonly Token[]>();
  let at = 0;
  for (const sentence of sentences) {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < sentence.start) at++;
    const from = at;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < sentence.end) at++;
    bySentence.set(sentence.start, tokens.slice(from, at));
  }
  const bySigns = new Map<number, number>();
  return {
    folded,
    sentences,
    tokens,
    tokensOf: (sentence) => bySentence.get(sentence.start) ?? [],
    isBoundary: (offset) =>
      (starts[offset] ?? 0) !== 0 || (ends[offset] ?? 0) !== 0 || offset === 0 || offset === folded.length,
    tokenAt: (offset) => tokens[(starts[offset] ?? 0) - 1],
    tokenBefore: (offset) => tokens[(ends[offset] ?? 0) - 1],
    wordOver: (offset) => wordOver(tokens, offset),
    sentenceAt: (offset) => sentenceAt(sentences, offset),
    holds: (sentence, wanted) => {
      const found = bySigns.get(sentence.start) ?? signsIn(folded, sentence);
      bySigns.set(sentence.start, found);
      return (found & wanted) !== 0;
    },
    text: ({ start, end }) => folded.slice(start, end),
    search: searchIn(folded),
  };
}

function signsIn(folded: string, { start, end }: Span): number {
  let found = 0;
  for (let at = start; at < end; at++) {
    const unit = folded.charCodeAt(at);
    if (unit >= 0x3000) continue;
    if (isLetterCode(unit) || (unit >= 0xc0 && unit <= 0x24f)) found |= signs.latin;
    else if (isDigitCode(unit)) found |= signs.digit;
    else if (unit === 0x2d) found |= signs.dash;
    else if (unit === 0x22 || unit === 0x201c || unit === 0x201d) found |= signs.quote;
    else if (unit === 0x28) found |= signs.bracket;
  }
  return found;
}

function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  const sentence = sentences[firstEndingAfter(sentences, offset)];
  return sentence !== undefined && sentence.start <= offset ? sentence : undefined;
}

function wordOver(tokens: readonly Token[], offset: number): Token | undefined {
  const token = tokens[firstEndingAfter(tokens, offset)];
  return token !== undefined && token.start < offset ? token : undefined;
}

/** The sentences of one language. */
export function sentencesIn(reading: Reading, language: 'zh' | 'en'): readonly Sentence[] {
  return reading.sentences.filter((sentence) => sentence.language === language);
}

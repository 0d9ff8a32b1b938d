import { type Span, within } from '../document/span.js';
import type { Document, Mention, Sentence, Timex, Token } from '../document/types.js';
import type { CueMatch } from './cues.js';
import { findQuotes, type QuotedSpan } from './quotes.js';
import { lowerCase } from './words.js';

/** The layers that claims are read from. */
export type ClaimDocument = Document<'sentences' | 'tokens' | 'times' | 'quantities' | 'mentions' | 'entities'>;

/** A sentence with its index in the layer. */
export interface NumberedSentence extends Sentence {
  readonly index: number;
}

/** A paragraph of body text: its sentences and its quotations. */
export interface Paragraph extends Span {
  readonly sentences: readonly NumberedSentence[];
  readonly quotes: readonly QuotedSpan[];
}

/** What the frames read: the fold, its lower-case form (of the same length), and the layers in reach by offset. */
export interface Reading {
  readonly document: ClaimDocument;
  readonly folded: string;
  readonly lower: string;
  readonly paragraphs: readonly Paragraph[];
  /** The cues that were found in a stretch, by its offsets, so that no frame searches it again. */
  readonly cues: Map<string, readonly CueMatch[]>;
  tokensIn(span: Span): readonly Token[];
  mentionsIn(span: Span): readonly Mention[];
  timesIn(span: Span): readonly Timex[];
}

/** Prepares a document for the frames; only body text and its duplicates can claim anything. */
export function read(document: ClaimDocument): Reading {
  const { folded, tokens, mentions, times } = document;
  return {
    document,
    folded,
    lower: lowerCase(folded),
    paragraphs: paragraphsOf(document),
    cues: new Map(),
    tokensIn: (span) => within(tokens, span),
    mentionsIn: (span) => within(mentions, span),
    timesIn: (span) => within(times, span),
  };
}

function paragraphsOf({ folded, sentences }: ClaimDocument): Paragraph[] {
  const groups = new Map<number, NumberedSentence[]>();
  sentences.forEach((sentence, index) => {
    if (sentence.kind !== 'body' && sentence.kind !== 'duplicate') return;
    const group = groups.get(sentence.paragraph) ?? [];
    group.push({ ...sentence, index });
    groups.set(sentence.paragraph, group);
  });
  return [...groups.values()].flatMap(blocksOf).map((group): Paragraph => {
    const span = { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 };
    return { ...span, sentences: group, quotes: findQuotes(folded, span) };
  });
}

const longestBlock = 60;

/** A paragraph of more than 60 sentences is read in blocks, so that the time grows with the length alone. */
function blocksOf(group: readonly NumberedSentence[]): (readonly NumberedSentence[])[] {
  const blocks: (readonly NumberedSentence[])[] = [];
  for (let at = 0; at < group.length; at += longestBlock) blocks.push(group.slice(at, at + longestBlock));
  return blocks;
}

import { lowerCase } from '../document/lower-case.js';
import { lookupWithin, type Span } from '../document/span.js';
import type { Document, Mention, Quantity, Sentence, Timex, Token } from '../document/types.js';
import type { CueMatch } from './cues.js';
import { withWholeCues } from './damaged-cues.js';
import { findQuotes, type QuotedSpan } from './quotes/quotes.js';
import { type ScannedText, scanWords } from './words.js';

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

/** The sentence of a paragraph that an offset lies in, or the last one before it. */
export function sentenceAt({ sentences }: Paragraph, offset: number): NumberedSentence | undefined {
  return sentences.findLast(({ start }) => start <= offset);
}

/** What the frames read: the fold, its lower-case form (of the same length), and the layers in reach by offset. */
export interface Reading {
  readonly document: ClaimDocument;
  readonly folded: string;
  readonly lower: string;
  /** The lower-case form with the places where words of the lists begin. */
  readonly words: ScannedText;
  readonly paragraphs: readonly Paragraph[];
  /** The cues that were found in a stretch, by its offsets as one number, so that no frame searches it again. */
  readonly cues: Map<number, readonly CueMatch[]>;
  /** The subjects that were found in a stretch, in the same way; null where it has none. */
  readonly subjects: Map<number, Span | null>;
  tokensIn(span: Span): readonly Token[];
  mentionsIn(span: Span): readonly Mention[];
  timesIn(span: Span): readonly Timex[];
  quantitiesIn(span: Span): readonly Quantity[];
}

/** Prepares a document for the frames; only body text and its duplicates can claim anything. */
export function read(document: ClaimDocument): Reading {
  const { folded, tokens, mentions, times, quantities } = document;
  const lower = lowerCase(document);
  return {
    document,
    folded,
    lower,
    words: scanWords(withWholeCues(lower)),
    paragraphs: paragraphsOf(document),
    cues: new Map(),
    subjects: new Map(),
    tokensIn: lookupWithin(tokens),
    mentionsIn: lookupWithin(mentions),
    timesIn: lookupWithin(times),
    quantitiesIn: lookupWithin(quantities),
  };
}

function paragraphsOf({ folded, sentences }: ClaimDocument): Paragraph[] {
  const groups = new Map<number, NumberedSentence[]>();
  sentences.forEach((sentence, index) => {
    if (sentence.kind !== 'body' && sentence.kind !== 'duplicate') return;
    const group = groups.get(sentence.paragraph) ?? [];
    const start = group.length === 0 ? pastDateline(folded, sentence) : sentence.start;
    const { script, language, end, paragraph, kind } = sentence;
    group.push({ script, language, start, end, paragraph, kind, index });
    groups.set(sentence.paragraph, group);
  });
  return [...groups.values()].flatMap(blocksOf).map((group): Paragraph => {
    const span = { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 };
    return { start: span.start, end: span.end, sentences: group, quotes: findQuotes(folded, span) };
  });
}

/** 【財經社8月20日電】, (记者某某), PORT ELLERY, March 7 (Reuters) -: where from, by whom and when, before a story begins. */
const datelines: readonly RegExp[] = [
  /^\d{1,2}:\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|BST|UTC|ET|PT|EST|EDT|CET)\b)?\s?(?:[-–—:|]\s?)?(?=[\p{L}“"'‘])/u,
  // 3.25 billion: with a full stop only what follows makes it a clock.
  /^\d{1,2}\.\d\d(?:\s?[ap]\.?m\b\.?(?:\s(?:GMT|BST|UTC|ET|PT|EST|EDT|CET)\b)?|\s(?:GMT|BST|UTC|ET|PT|EST|EDT|CET)\b|(?=\s?[–—:|]|\s-\s))\s?(?:[-–—:|]\s?)?(?=[\p{L}“"'‘])/u,
  // 【17:30】, 8时03分:
  /^[【〔[(]\s?\d{1,2}[:时点]\d{2}分?\s?[】〕\])]\s*/,
  /^\d{1,2}[时点]\d{1,2}分\s?[:|]\s*/,
  /^[【〔[(][^】〕\])\n]{0,40}(?:电|讯|记者|报道|报导|综合|特稿|专题)[^】〕\])\n]{0,24}[】〕\])]\s*/,
  /^(?:[^\s,。:;!?“”]{2,12}[/,]?)?[^\s,。:;!?“”\d]{0,8}\d{1,2}月\d{1,2}日(?:讯|电)(?:[(][^()]{2,24}[)]|[,:\s]|记者[^\s,。:]{2,12}报[道导])*\s*/,
  /^\p{Lu}[\p{Lu}\s.'-]{2,30}(?:,\s[\p{L}\d.,\s]{2,24})?\s?(?:\([\p{L}\s/]{2,20}\)\s*)?[-—–]{1,2}\s/u,
  /^(?:\p{Lu}[\p{L}.'-]+[\s,]+){1,5}(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}\s)?\([\p{L}\s/]{2,20}\)\s*[-—–]{1,2}\s/u,
];

/** What every form has at its start or within it. */
const mayHoldDateline = /^[\d【〔[(]|月|[-–—]/;

/** Where the first sentence of a paragraph begins behind its dateline. */
function pastDateline(folded: string, { start, end }: Span): number {
  const head = folded.slice(start, Math.min(end, start + 80));
  if (!mayHoldDateline.test(head)) return start;
  const length = Math.max(0, ...datelines.map((form) => form.exec(head)?.[0].length ?? 0));
  return length < end - start ? start + length : start;
}

const longestBlock = 60;

/** A paragraph of more than 60 sentences is read in blocks, so that the time grows with the length alone. */
function blocksOf(group: readonly NumberedSentence[]): (readonly NumberedSentence[])[] {
  const blocks: (readonly NumberedSentence[])[] = [];
  for (let at = 0; at < group.length; at += longestBlock) blocks.push(group.slice(at, at + longestBlock));
  return blocks;
}

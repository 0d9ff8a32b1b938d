import { openLexicon, openWords } from '../lexicons/lexicon.js';

const furthestBack = 200;
const furthestAhead = 160;
/** Lengths are told apart in steps, up to so many. */
const longest = 12;

/** A space before a capital, behind small letters or a figure and what closes a quotation, with this stop or none before both. */
const borderBehind = (stop: string) => new RegExp(`(?<=[a-z\\d%])${stop}([”’]?) (?=[“‘]?[A-Z])`, 'g');
export const bareBorder = borderBehind('');
export const stoppedBorder = borderBehind('\\.');

/** The spaces of an English paragraph where a sentence may end though no stop says so. */
export function possibleBorders(paragraph: string): number[] {
  return Array.from(paragraph.matchAll(bareBorder), ({ 1: closing = '', index }) => index + closing.length);
}

/** The full stops of an English paragraph that would leave such a space if they were lost, and where it would be in the paragraph without them. */
export function losableStops(paragraph: string): { readonly stop: number; readonly border: number }[] {
  return Array.from(paragraph.matchAll(stoppedBorder), ({ 1: closing = '', index }) => ({
    stop: index,
    border: index + closing.length,
  }));
}

/**
 * What speaks for and against the end of a sentence at `at`, a space of a paragraph in English before a capital with no stop before it: the words on both
 * sides and their last letters, how the next ones are written, and how long the sentences would be.
 */
export function borderFeatures(paragraph: string, at: number): string[] {
  const sentence =
    paragraph
      .slice(Math.max(0, at - furthestBack), at)
      .split(/[.!?][”’)]* /)
      .at(-1) ?? '';
  const ahead = paragraph.slice(at + 1, at + furthestAhead);
  const before = sentence.split(/\s+/).filter((word) => word !== '');
  const [first = '', second = '', third = ''] = ahead.split(/\s+/, 3);
  const [previous, next] = [wordOf(before.at(-1) ?? ''), wordOf(first)];
  const stop = ahead.search(/[.!?](?=[”’]*(?:\s|$))/);
  return [
    'bias',
    `previous:${previous}`,
    `before:${wordOf(before.at(-2) ?? '')}`,
    `next:${next}`,
    `second:${wordOf(second)}`,
    `previous-end:${previous.slice(-3)}`,
    `previous-end:${previous.slice(-2)}`,
    `next-end:${next.slice(-3)}`,
    `next-end:${next.slice(-2)}`,
    `next-length:${Math.min(longest, next.length)}`,
    `written:${shapeOf(second)} ${shapeOf(third)}`,
    `marks:${markOf(first)} ${markOf(second)}`,
    `words:${Math.min(longest, before.length >> 1)}`,
    `ahead:${stop < 0 ? 'none' : Math.min(longest, stop >> 4)}`,
    ...(openWords('sentence-openers-en').has(next) ? [`opener:${shapeOf(second)}`] : []),
    ...(openWords('weak-endings-en').has(previous) ? ['weak'] : []),
    ...(/[”’]$/.test(sentence) ? ['closes'] : []),
    ...(/^[“‘]/.test(ahead) ? ['opens'] : []),
  ];
}

/** How much likelier a sentence ends at `at` than not, as a natural logarithm. */
export function oddsOfBorder(paragraph: string, at: number): number {
  return borderFeatures(paragraph, at).reduce((sum, feature) => sum + (weights().get(feature) ?? 0), 0);
}

const weights = () => openLexicon('border-weights-en', ['feature', 'weight'], ({ weight }) => Number(weight));

function wordOf(word: string): string {
  const letters = word.replace(/^[^\w$£€]+|(?<![^\w%])[^\w%]+$/g, '').toLowerCase();
  return /^[$£€]?\d/.test(letters) ? '0' : letters;
}

function shapeOf(word: string): string {
  if (/^\W*[A-Z][a-z]/.test(word)) return 'Name';
  if (/^\W*[A-Z]/.test(word)) return 'CAPITALS';
  return /^[a-z]/.test(word) ? 'word' : 'other';
}

function markOf(word: string): string {
  return /[,;:.]$/.exec(word)?.[0] ?? '-';
}

import type { Span } from '../document/span.js';
import type { LanguageCode } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';
import { oddsOfBorder, possibleBorders } from './english-borders.js';

/** Behind a word in small letters alone (Gone Girl is a title), a closed quotation or a share a word with a capital, and small letters behind it. */
const englishBorder = /(?:(?<![A-Za-z-])[a-z][a-z-]*[a-z]|%|[\d%a-z][”’]|[^\S\n]\d{4}) (?=([A-Z][a-z]+) [a-z])/g;
/** A colon and a long quotation without a stop, or a comma and one of several clauses, with words right behind it. */
const chineseBorder = /(?::“[^“”]{8,120}|,“[^“”]{3,80},[^“”]{2,80})[^“”。!?.…,]”(?=\p{Script=Han})/gu;
/** What goes on with a sentence behind a quotation: particles, links, and numbers and pronouns before what the quotation is. */
const goesOn = /^[的地得之了后时等吗呢吧这那一两几四五六七八九十应是为与和及或并而来去作开]/;

/** What a sentence may end in: a figure, or a word in small letters alone of no more than `longestWord`; behind the middle of a name a capital says nothing. */
const endsPlainly = /(?:(?<![A-Za-z-])[a-z][a-z-]{0,40}[a-z]|[%\d])[”’]?$/;
const longestWord = 42;
/** From here a border of English is sure, as a natural logarithm; where several borders of a text are likely, its stops are lost and all count. */
const sureOdds = 5;
const likelyOdds = 2;
const enoughOdds = 7;
/** So large a share of the stops that are kept the likely borders of a text are at least, if its stops are lost: every long text has some. */
const leastShare = 0.02;
const keptStop = /[.!?](?=[”’)]*(?:\s|$))/g;

/** A space within a paragraph where a sentence is likely to end, and how likely, as a natural logarithm. */
export interface Border {
  readonly at: number;
  readonly odds: number;
}

/**
 * Where sentences of a paragraph of the fold end whose full stop is lost, in order: an English one before a word that opens sentences
 * (he had left The company said) or where all that stands around speaks for it, a Chinese one behind a quotation that a colon leads in. `borders` are
 * those of the paragraph; `hasLost` says that the text has lost others.
 */
export function findLostStops(
  folded: string,
  paragraph: Span,
  language: LanguageCode,
  borders: readonly Border[] = language === 'en' ? likelyBorders(folded, paragraph) : [],
  hasLost = false,
): number[] {
  const text = folded.slice(paragraph.start, paragraph.end);
  if (language !== 'en') return chineseEnds(text).map((end) => paragraph.start + end);
  const likely = borders.flatMap(({ at, odds }) => (hasLost || odds >= sureOdds ? [at] : []));
  const ends = new Set([...likely, ...openedEnds(text).map((end) => paragraph.start + end)]);
  return [...ends].sort((a, b) => a - b);
}

/**
 * Whether an English text has lost full stops, by the likely borders of all its paragraphs together: two or more that are sure as a whole, and not few
 * beside the stops that are kept.
 */
export function hasLostStops(folded: string, paragraphs: readonly Span[], borders: readonly Border[]): boolean {
  const odds = borders.reduce((sum, border) => sum + border.odds, 0);
  if (borders.length < 2 || odds < enoughOdds) return false;
  const kept = paragraphs.reduce((sum, { start, end }) => sum + countOf(keptStop, folded.slice(start, end)), 0);
  return borders.length >= leastShare * kept;
}

/** The spaces of an English paragraph of the fold where a sentence is likely to end. */
export function likelyBorders(folded: string, paragraph: Span): Border[] {
  const text = folded.slice(paragraph.start, paragraph.end);
  return possibleBorders(text)
    .filter((at) => endsPlainly.test(text.slice(Math.max(0, at - longestWord - 2), at)))
    .map((at) => ({ at: paragraph.start + at, odds: oddsOfBorder(text, at) }))
    .filter(({ odds }) => odds >= likelyOdds);
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** Ends before a word that opens sentences. */
function openedEnds(text: string): number[] {
  return Array.from(text.matchAll(englishBorder)).flatMap(({ 0: before, 1: word = '', index }) => {
    const last = before.trimEnd();
    const isEnd = openWords('sentence-openers-en').has(word.toLowerCase()) && !openWords('weak-endings-en').has(last);
    return isEnd ? [index + last.length] : [];
  });
}

function chineseEnds(text: string): number[] {
  if (!/[:,]“/.test(text)) return [];
  return Array.from(text.matchAll(chineseBorder), ({ 0: quotation, index }) => index + quotation.length).filter(
    (end) => !goesOn.test(text.charAt(end)),
  );
}

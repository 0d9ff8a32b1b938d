import type { Span } from '../document/span.js';
import type { LanguageCode } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';
import { oddsOfBorder } from './english-borders.js';

/** Behind a word in small letters alone (Gone Girl is a title), a closed quotation or a share a word with a capital, and small letters behind it. */
const englishBorder = /(?:(?<![A-Za-z-])[a-z][a-z-]*[a-z]|%|[\d%a-z][”’]|[^\S\n]\d{4}) (?=([A-Z][a-z]+) [a-z])/g;
/** A colon and a long quotation without a stop, or a comma and one of several clauses, with words right behind it. */
const chineseBorder = /(?::“[^“”]{8,120}|,“[^“”]{3,80},[^“”]{2,80})[^“”。!?.…,]”(?=\p{Script=Han})/gu;
/** What goes on with a sentence behind a quotation: particles, links, and numbers and pronouns before what the quotation is. */
const goesOn = /^[的地得之了后时等吗呢吧这那一两几四五六七八九十应是为与和及或并而来去作开]/;

/** Behind a word in small letters or a figure a capital, within a sentence. */
const englishSpace = /(?<=(?<![A-Za-z-])[a-z][a-z-]*[a-z][”’]?|[%\d][”’]?) (?=[“‘]?[A-Z])/g;
/** From here a border of English is sure, as a natural logarithm; where two borders of a text are likely, its stops are lost and both count. */
const sureOdds = 5;
const likelyOdds = 2;
const enoughOdds = 7;

/**
 * Where sentences of a paragraph of the fold end whose full stop is lost, in order: an English one before a word that opens sentences
 * (he had left The company said) or where all that stands around speaks for it, a Chinese one behind a quotation that a colon leads in. `areLost`
 * says that the text has lost others.
 */
export function findLostStops(folded: string, paragraph: Span, language: LanguageCode, areLost = false): number[] {
  const text = folded.slice(paragraph.start, paragraph.end);
  const ends = language === 'en' ? englishEnds(text, areLost ? likelyOdds : sureOdds) : chineseEnds(text);
  return ends.map((end) => paragraph.start + end);
}

/** Whether an English text has lost full stops, by the borders of all its paragraphs together. */
export function areStopsLost(folded: string, paragraphs: readonly Span[]): boolean {
  const odds = paragraphs
    .flatMap(({ start, end }) => likelyBorders(folded.slice(start, end)))
    .map((border) => border.odds);
  return odds.length > 1 && odds.reduce((sum, one) => sum + one, 0) >= enoughOdds;
}

function likelyBorders(text: string): { readonly at: number; readonly odds: number }[] {
  return Array.from(text.matchAll(englishSpace), ({ index }) => ({
    at: index,
    odds: oddsOfBorder(text, index),
  })).filter(({ odds }) => odds >= likelyOdds);
}

function englishEnds(text: string, leastOdds: number): number[] {
  const ends = new Set(likelyBorders(text).flatMap(({ at, odds }) => (odds >= leastOdds ? [at] : [])));
  for (const { 0: before, 1: word = '', index } of text.matchAll(englishBorder)) {
    const last = before.trimEnd();
    if (!openWords('sentence-openers-en').has(word.toLowerCase()) || openWords('weak-endings-en').has(last)) continue;
    ends.add(index + last.length);
  }
  return [...ends].sort((a, b) => a - b);
}

function chineseEnds(text: string): number[] {
  if (!/[:,]“/.test(text)) return [];
  return Array.from(text.matchAll(chineseBorder), ({ 0: quotation, index }) => index + quotation.length).filter(
    (end) => !goesOn.test(text.charAt(end)),
  );
}

import type { Span } from '../document/span.js';
import type { LanguageCode } from '../document/types.js';
import { openWords } from '../lexicons/lexicon.js';

/** Behind a word in small letters alone (Gone Girl is a title), a closed quotation or a share a word with a capital, and small letters behind it. */
const englishBorder = /(?:(?<![A-Za-z-])[a-z][a-z-]*[a-z]|%|[\d%a-z][”’]|[^\S\n]\d{4}) (?=([A-Z][a-z]+) [a-z])/g;
/** A colon and a long quotation without a stop, with words right behind it. */
const chineseBorder = /:“[^“”]{8,120}[^“”。!?.…,]”(?=\p{Script=Han})/gu;
/** What goes on with a sentence behind a quotation: particles, links, and numbers and pronouns before what the quotation is. */
const goesOn = /^[的地得之了后时等吗呢吧这那一两几四五六七八九十应是为与和及或并而来去作开]/;

/**
 * Where sentences of a paragraph of the fold end whose full stop is lost, in order: an English one before a word that opens sentences
 * (he had left The company said), a Chinese one behind a quotation that a colon leads in. No other border is sure enough.
 */
export function findLostStops(folded: string, paragraph: Span, language: LanguageCode): number[] {
  const text = folded.slice(paragraph.start, paragraph.end);
  const ends = language === 'en' ? englishEnds(text) : chineseEnds(text);
  return ends.map((end) => paragraph.start + end);
}

function englishEnds(text: string): number[] {
  const ends: number[] = [];
  for (const { 0: before, 1: word = '', index } of text.matchAll(englishBorder)) {
    const last = before.trimEnd();
    if (!openWords('sentence-openers-en').has(word.toLowerCase()) || openWords('weak-endings-en').has(last)) continue;
    ends.push(index + last.length);
  }
  return ends;
}

function chineseEnds(text: string): number[] {
  if (!text.includes(':“')) return [];
  return Array.from(text.matchAll(chineseBorder), ({ 0: quotation, index }) => index + quotation.length).filter(
    (end) => !goesOn.test(text.charAt(end)),
  );
}

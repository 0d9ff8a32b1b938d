import type { Span } from '../document/span.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { matchesOf } from '../text/matches.js';

const piece =
  /(?:[A-Z]\.){2,}|[A-Z]\.(?= ?[A-Z])|[\p{L}\p{N}]+(?:[.&][\p{L}\p{N}]+)*(?:['’](?![sS](?![\p{L}\p{N}]))[\p{L}]+)*\+*|['’][sS](?![\p{L}\p{N}])|[^\s]/gu;

/** The units of an English sentence: words, with their inner dots and the full stop of an abbreviation; marks; 's. */
export function wordsOf(folded: string, { start, end }: Span): Span[] {
  const units: Span[] = [];
  for (const match of matchesOf(piece, folded.slice(start, end))) {
    const from = start + match.index;
    const last = units.at(-1);
    if (match[0] === '.' && last?.end === from && from + 1 < end && isAbbreviation(folded.slice(last.start, last.end)))
      units[units.length - 1] = { start: last.start, end: from + 1 };
    else units.push({ start: from, end: from + match[0].length });
  }
  return units;
}

function isAbbreviation(word: string): boolean {
  return openLexicon('abbreviations-en', ['word', 'role'], (row) => row.role).has(word.toLowerCase());
}

const classNames = [
  'given',
  'surname',
  'title',
  'company-noun',
  'demonym',
  'plain',
  'before',
  'after',
  'place',
] as const;

/** Classes of English words by their lower-case form, a set of bits; the upper bits number the type of a last word. */
export const wordClasses = lazy((): ReadonlyMap<string, number> => {
  const classes = new Map<string, number>();
  const add = (word: string, bits: number): void => {
    classes.set(word, (classes.get(word) ?? 0) | bits);
  };
  const bit = (name: (typeof classNames)[number]): number => 1 << classNames.indexOf(name);
  for (const [word] of openWords('given-names-en').entries()) add(word, bit('given'));
  for (const [word] of openWords('surnames-en').entries()) add(word, bit('surname'));
  for (const [word] of openWords('person-titles-en').entries()) add(word, bit('title'));
  for (const [word] of openWords('company-nouns-en').entries()) add(word, bit('company-noun'));
  for (const [word] of openWords('no-names-en').entries()) add(word, bit('plain'));
  for (const [word] of openLexicon('demonyms', ['word', 'place'], (row) => row.place).entries())
    add(word, bit('demonym'));
  const cues = openLexicon('name-cues-en', ['word', 'sides'], ({ sides }) => sides.split('|') as readonly string[]);
  for (const [word, sides] of cues.entries())
    for (const side of ['before', 'after', 'place'] as const) if (sides.includes(side)) add(word, bit(side));
  const types: string[] = [];
  for (const [word, type] of openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type as string).entries()) {
    if (!types.includes(type)) types.push(type);
    add(word, (types.indexOf(type) + 1) << classNames.length);
  }
  return classes;
});

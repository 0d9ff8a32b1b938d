import { openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import type { Reading } from './candidate.js';
import type { Phrase } from './english-phrases.js';

/** How sure it is that a capitalised phrase names a person: by a title, its given name, a surname, what is said of it. */
export function looksLikePerson(reading: Reading, phrase: Phrase): number {
  const { words, titled } = phrase;
  if (
    words.length > 5 ||
    !words.every((word) => /^(?:[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]*\.?|van|von|der|de|da|la|bin|al)$/.test(word))
  )
    return 0;
  const [first = '', last = ''] = [words[0] ?? '', words.at(-1) ?? ''].map((word) => word.toLowerCase());
  if (titled) return 0.88;
  if (words.length === 1) return 0;
  const isGiven = openWords('given-names-en').has(first);
  const isChinese = isChineseName(first, last, words.length);
  if (/^By $|(?:^|\n)By $/.test(reading.folded.slice(Math.max(0, phrase.start - 3), phrase.start))) return 0.95;
  if (knownNames(words[0] ?? '').some((name) => name.type === 'GPE' || name.type === 'ORG') && !isGiven) return 0.2;
  let score = isGiven ? 0.8 : isChinese ? 0.72 : 0;
  if (speaks(reading, phrase.end)) score = 1 - (1 - score) * 0.4;
  if (described(reading, phrase.end)) score = 1 - (1 - score) * 0.35;
  if (reading.tokenAt(phrase.start)?.pos === 'Person') score = 1 - (1 - score) * 0.55;
  return words.length > 3 && !isGiven ? score * 0.7 : score;
}

/** Two words with a Chinese surname first or last: Ouyang Ruoshui, May Chen. */
function isChineseName(first: string, last: string, count: number): boolean {
  const surnames = openWords('surnames-en');
  if (count > 3) return false;
  return (surnames.has(first) && /^[a-z'-]{2,12}$/.test(last)) || (surnames.has(last) && /^[a-z-]{2,12}$/.test(first));
}

const longestVerb = 12;

function speaks({ folded }: Reading, end: number): boolean {
  const word = /^,? ([a-z]+)/.exec(folded.slice(end, end + longestVerb + 3))?.[1] ?? '';
  return word === 'who' || openWords('person-verbs-en').has(word);
}

/** `, an analyst at`, `, the head of`, `, founder of`. */
function described({ folded }: Reading, end: number): boolean {
  const match = /^, (?:an? |the |its |their )?(?:[a-z-]+ ){0,2}?([a-z-]+)\b/.exec(folded.slice(end, end + 60));
  if (match === null) return false;
  const words = folded
    .slice(end + 2, end + 60)
    .toLowerCase()
    .split(/[^a-z-]+/)
    .slice(0, 5);
  return words.some((word) => openWords('person-titles-en').has(word) || word === 'head');
}

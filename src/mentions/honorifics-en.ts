import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { pinyinSyllables } from '../script/pinyin-word.js';
import { matchesOf } from '../text/matches.js';
import { type Candidate, type Reading, sentencesIn } from './candidate.js';

const name = `[A-ZÀ-Þ][A-Za-zÀ-ɏ'’]*[a-zÀ-ɏ](?:-[A-Za-zÀ-ɏ]+)*`;
const titled = new RegExp(
  String.raw`(?<![A-Za-z])([A-Z][a-z]{1,9})\.? (${name}(?: (?:[A-Z]\. )?(?:van |von |de |bin |al-)?${name}){0,2})`,
  'gu',
);
const word = new RegExp(`(?<![A-Za-z'’-])${name}(?![A-Za-z-])`, 'gu');

/** People in English told by form alone: Mr. Kwok, Professor Lee, and Chinese names in pinyin or as Taiwan and Hong Kong spell them. */
export function recognizeFormalPeople(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'en').flatMap((sentence) => {
    const text = reading.text(sentence);
    return [...behindTitles(text), ...chinese(text)].map(({ start, end, by, score }) => ({
      ...{ start: sentence.start + start, end: sentence.start + end, type: 'PERSON' as const, score, by },
    }));
  });
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly score: number;
}

function behindTitles(text: string): Found[] {
  return matchesOf(titled, text).flatMap((match) => {
    const [, title = '', owner = ''] = match;
    const person = owner.replace(/['’]s$/, '');
    const all = match[0].slice(0, match[0].length - owner.length + person.length);
    if (!openWords('honorifics-en').has(title.toLowerCase())) return [];
    const words = person.split(' ');
    // General Motors, Justice Department: the last word tells another kind of thing.
    const suffixes = openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type);
    if (suffixes.has((words.at(-1) ?? '').toLowerCase()) || knownNames(all).length > 0) return [];
    const start = match.index + all.length - person.length;
    return [{ start, end: start + person.length, by: 'honorific-en', score: 0.95 }];
  });
}

function chinese(text: string): Found[] {
  const words = matchesOf(word, text);
  return words.flatMap((first, at) => {
    const second = words[at + 1];
    if (second === undefined || second.index !== first.index + first[0].length + 1 || text[second.index - 1] !== ' ')
      return [];
    const form = `${first[0]} ${second[0]}`;
    const isInitial = /^["“'‘(]?$/.test(text.slice(0, first.index));
    if (knownNames(form).length > 0 || (isInitial && /^(?:He|An|So|Can|Men)$/.test(first[0]))) return [];
    if (!isChineseName(first[0], second[0])) return [];
    return [{ start: first.index, end: second.index + second[0].length, by: 'chinese-name-en', score: 0.93 }];
  });
}

/** A surname and a given name of two syllables, Peiran or Wing-yan, or of one behind a compound surname. */
function isChineseName(surname: string, given: string): boolean {
  if (!openWords('surnames-en').has(surname.toLowerCase())) return false;
  if (/^[A-Z][a-z]{1,6}-[A-Za-z][a-z]{0,6}$/.test(given))
    return given.split('-').every((part) => /[aeiouy]|^ng$/i.test(part));
  if (!/^[A-Z][a-z]+$/.test(given)) return false;
  const [own, other] = [pinyinSyllables(surname.toLowerCase()), pinyinSyllables(given.toLowerCase())];
  return own > 0 && ((other === 2 && given.length >= 4) || (own === 2 && surname.length >= 6 && other === 1));
}

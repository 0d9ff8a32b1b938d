import type { EntityType, Sentence } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames, knownNamesAt } from '../lexicons/names.js';
import { isDigitCode, isLetterCode } from '../text/ascii.js';
import { matchesOf } from '../text/matches.js';
import { recognizeBodies } from './bodies-en.js';
import { type Candidate, type Reading, recurs, sentencesIn, signs } from './candidate.js';
import { looksLikePerson } from './english-people.js';
import { type Phrase, phrasesOf } from './english-phrases.js';
import { isAmbiguous, standsAlone } from './known.js';
import { recognizePeoples } from './peoples-en.js';

/** Names in English sentences: well-known ones, peoples, and capitalised phrases judged by their words and neighbours. */
export function recognizeEnglish(reading: Reading): Candidate[] {
  return sentencesIn(reading, 'en').flatMap((sentence) => {
    const isHeadline = sentence.kind !== 'byline' && isTitleCase(reading.text(sentence));
    const phrases = phrasesOf(reading.folded, sentence);
    return [
      ...known(reading, sentence),
      ...recognizePeoples(reading, sentence),
      ...works(reading, sentence),
      ...recognizeBodies(reading, sentence),
      ...(isHeadline ? [] : phrases.flatMap((phrase) => judge(reading, sentence, phrase))),
    ];
  });
}

/** A line most of whose longer words are capitalised: capitals tell nothing there. */
function isTitleCase(text: string): boolean {
  const words = text.match(/[A-Za-z][a-z]{3,}/g) ?? [];
  const capital = words.filter((word) => /^[A-Z]/.test(word)).length;
  return words.length >= 4 && !/[.!?]["”]?$/.test(text) && capital > words.length * 0.7;
}

function known(reading: Reading, sentence: Sentence): Candidate[] {
  const candidates: Candidate[] = [];
  let inWord = isWordCode(reading.folded.charCodeAt(sentence.start - 1));
  for (let at = sentence.start; at < sentence.end; at++) {
    const wasInWord = inWord;
    inWord = isWordCode(reading.folded.charCodeAt(at));
    if (wasInWord || !inWord) continue;
    for (const { end, value: names } of knownNamesAt(reading.folded, at)) {
      if (end > sentence.end || !standsAlone(reading, at, end) || /^-[A-Z]/.test(reading.folded.slice(end))) continue;
      const form = reading.folded.slice(at, end);
      const score = knownScore(reading, sentence, at, form);
      for (const type of new Set(names.map((name) => name.type as EntityType)))
        candidates.push({
          start: at,
          end,
          type,
          score: type === names[0]?.type ? score : score - 0.1,
          by: 'known-name',
        });
    }
  }
  return candidates;
}

function isWordCode(code: number): boolean {
  return isLetterCode(code) || isDigitCode(code);
}

function knownScore(reading: Reading, sentence: Sentence, at: number, form: string): number {
  if (openWords('no-names-en').has(form.toLowerCase()) && form !== 'US') return 0.1;
  if (!isAmbiguous(form)) return 0.92;
  if (form === 'US' || form === 'U.S.' || form === 'U.S') return 0.92;
  if (/^[A-Z][a-z]+$/.test(form) && startsSentence(reading.folded, sentence, at))
    return actsAfter(reading, at + form.length) ? 0.8 : 0.45;
  if (/^[a-z]/.test(form)) return 0.2;
  return 0.66;
}

/** Whether nothing but quotation marks stands between the start of the sentence, or of a quotation, and the offset. */
function startsSentence(folded: string, sentence: Sentence, at: number): boolean {
  return (
    /^["“”'(\s-]*$/.test(folded.slice(sentence.start, at)) ||
    /(?:["“] ?|[.!?:] )$/.test(folded.slice(Math.max(0, at - 2), at))
  );
}

/** A word and a quotation behind it, which may be one in which another word stands before a title. */
const wordAndTitle = /(?<![A-Za-z])([a-z]+),? ["“](?=([A-Z][^"”\n]{2,80}?)[,.]?["”])/g;

/** Quoted titles behind a word for a work: the novel "A Long Way". */
function works(reading: Reading, sentence: Sentence): Candidate[] {
  if (!reading.holds(sentence, signs.quote)) return [];
  const nouns = openWords('work-nouns-en');
  return matchesOf(wordAndTitle, reading.text(sentence)).flatMap((match) => {
    const [whole, noun = '', title = ''] = match;
    if (!nouns.has(noun)) return [];
    const words = title.split(' ').filter((word) => word.length > 3);
    if (words.length === 0 || words.some((word) => /^[a-z]/.test(word))) return [];
    const start = sentence.start + match.index + whole.length;
    return [{ start, end: start + title.length, type: 'WORK_OF_ART' as const, score: 0.97, by: 'quoted-work-en' }];
  });
}

function judge(reading: Reading, sentence: Sentence, phrase: Phrase): Candidate[] {
  const result = classify(reading, sentence, phrase);
  return result === null ? [] : [{ start: phrase.start, end: phrase.end, ...result }];
}

type Judgement = { readonly type: EntityType; readonly score: number; readonly by: string };

function classify(reading: Reading, sentence: Sentence, phrase: Phrase): Judgement | null {
  const { words } = phrase;
  const text = reading.text(phrase);
  if (knownNames(text).length > 0) return null;
  const suffixes = openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type as EntityType);
  const last = (words.at(-1) ?? '').toLowerCase().replace(/[.,]/g, '');
  const person = looksLikePerson(reading, phrase);
  const suffix = suffixes.get(last);
  const described = describedAs(reading, sentence, phrase);
  if (described === 'ORG' && person < 0.8) return { type: 'ORG', score: 0.9, by: 'described-en' };
  if (suffix !== undefined && words.length > 1 && person < 0.8 && !(described === 'PERSON' && person >= 0.5))
    return { type: suffix, score: 0.85, by: 'suffix-en' };
  if (/ of /.test(text) && suffixes.has((words[0] ?? '').toLowerCase()))
    return { type: suffixes.get((words[0] ?? '').toLowerCase()) ?? 'ORG', score: 0.85, by: 'of-name-en' };
  if (/^(?:U\.S\.|US|UK|U\.K\.) (?:Department|Ministry|Bureau|Office|House|Court|Securities) /.test(text))
    return { type: 'ORG', score: 0.96, by: 'of-name-en' };
  if (/[A-Za-z]-?\d|\d[A-Za-z]| \d+(?:\.\d+)?(?: |$)/.test(text)) return versioned(text);
  if (person >= 0.5) return { type: 'PERSON', score: person, by: 'person-en' };
  return words.length === 1 ? single(reading, sentence, phrase, text) : several(reading, phrase);
}

/** What the words of a description say: `, a Danish maker of`, `, the analyst who`; or `founder of` before it. */
function describedAs({ folded }: Reading, sentence: Sentence, { start, end }: Phrase): 'ORG' | 'PERSON' | null {
  if (
    /(?:founder|co-founder|chief executive|shareholders|shares|customers|employees|subsidiary|director|spokes[a-z]+|unit|CEO) of $/.test(
      folded.slice(Math.max(sentence.start, start - 24), start),
    )
  )
    return 'ORG';
  const apposition = /^,? ?(?:\([^()]{1,30}\))?, (?:an?|the|its|one of) ([^,.;:“”]{3,60})/.exec(
    folded.slice(end, Math.min(end + 100, sentence.end)),
  );
  for (const word of (apposition?.[1] ?? '')
    .toLowerCase()
    .split(/[^a-z-]+/)
    .slice(0, 6)) {
    if (openWords('person-titles-en').has(word)) return 'PERSON';
    if (['who', 'that', 'which', 'of', 'at'].includes(word)) return null;
    if (openWords('company-nouns-en').has(word)) return 'ORG';
  }
  return null;
}

function versioned(text: string): Judgement | null {
  if (/^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? /.test(text)) return null;
  if (/^(?:Q[1-4]|H[12]|FY\d+|[A-Z]?\d+)$/.test(text)) return null;
  return { type: 'PRODUCT', score: 0.85, by: 'version-en' };
}

function tagAt(reading: Reading, offset: number): string {
  return reading.tokenAt(offset)?.pos ?? '';
}

/** What the word before a name says about it. */
function placeBefore(reading: Reading, start: number): boolean {
  return sidesOf(wordBefore(reading.folded, start)).includes('place');
}

/** Whether what follows is done by companies and bodies: said, shares, CEO. */
function actsAfter({ folded }: Reading, end: number): boolean {
  const match = /^(?:('s) |,? ([A-Za-z]+))/.exec(folded.slice(end, end + 20));
  return match !== null && (match[1] !== undefined || sidesOf(match[2] ?? '').includes('after'));
}

function atCompany(reading: Reading, start: number): boolean {
  return sidesOf(wordBefore(reading.folded, start)).includes('before');
}

function wordBefore(folded: string, start: number): string {
  return /([A-Za-z-]+) $/.exec(folded.slice(Math.max(0, start - 16), start))?.[1] ?? '';
}

function sidesOf(word: string): readonly string[] {
  const cues = openLexicon('name-cues-en', ['word', 'sides'], ({ sides }) => sides.split('|'));
  return cues.get(word.toLowerCase()) ?? [];
}

function single(reading: Reading, sentence: Sentence, { start, end }: Phrase, text: string): Judgement | null {
  if (text.length < 2 || openWords('no-names-en').has(text.toLowerCase()) || isAmbiguous(text)) return null;
  const tag = tagAt(reading, start);
  const isInitial = startsSentence(reading.folded, sentence, start);
  if (/^[A-Z]{2,6}s?$/.test(text) && !openWords('latin-common').has(text.toLowerCase()))
    return {
      type: 'ORG',
      score:
        actsAfter(reading, end) || atCompany(reading, start)
          ? 0.7
          : recurs(reading, text) && !shouting(reading, sentence)
            ? 0.55
            : 0.48,
      by: 'acronym-en',
    };
  if (/^[A-Z]+$/.test(text)) return null;
  if (tag === 'Place') return { type: 'GPE', score: 0.68, by: 'tagged-en' };
  if (placeBefore(reading, start)) return { type: 'GPE', score: 0.62, by: 'place-en' };
  if (tag === 'Organization') return { type: 'ORG', score: 0.66, by: 'tagged-en' };
  if (/^[A-Z][a-z]+[A-Z]/.test(text)) return { type: 'ORG', score: 0.66, by: 'camel-en' };
  if (/^ (?:office|headquarters|plant|campus|district|province|city)\b/.test(reading.folded.slice(end, end + 14)))
    return { type: 'GPE', score: 0.6, by: 'place-en' };
  if (isInitial && !/ProperNoun|Person|Organization/.test(tag)) return null;
  if (tag === 'Person') return { type: 'PERSON', score: 0.56, by: 'tagged-en' };
  if (atCompany(reading, start) || actsAfter(reading, end)) return { type: 'ORG', score: 0.62, by: 'company-en' };
  return isInitial || !recurs(reading, text) ? null : { type: 'ORG', score: 0.54, by: 'capital-en' };
}

const shoutingSentences = new WeakMap<Sentence, boolean>();

/** Whether most of a sentence is in capitals: counted once for all the names in it. */
function shouting(reading: Reading, sentence: Sentence): boolean {
  const known = shoutingSentences.get(sentence);
  if (known !== undefined) return known;
  const text = reading.text(sentence);
  const isShouting = (text.match(/[A-Z]/g)?.length ?? 0) > (text.match(/[a-z]/g)?.length ?? 0);
  shoutingSentences.set(sentence, isShouting);
  return isShouting;
}

function several(reading: Reading, { start, end, words }: Phrase): Judgement | null {
  if (words.every((word) => /^[A-Z]{3,}$/.test(word))) return null;
  if (words.every((word) => openWords('no-names-en').has(word.toLowerCase()))) return null;
  const tag = tagAt(reading, start);
  if (tag === 'Place' || placeBefore(reading, start)) return { type: 'GPE', score: 0.62, by: 'place-en' };
  if (tag === 'Person' && words.length <= 3) return { type: 'PERSON', score: 0.62, by: 'tagged-en' };
  return { type: 'ORG', score: actsAfter(reading, end) || atCompany(reading, start) ? 0.68 : 0.55, by: 'capital-en' };
}

import type { Sentence } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { matchesOf } from '../text/matches.js';
import type { Candidate, Reading } from './candidate.js';

/** Adjectives and names of peoples, and their tongues where they are spoken or written: Chinese, South Koreans, in Portuguese. */
export function recognizePeoples(reading: Reading, sentence: Sentence): Candidate[] {
  const candidates: Candidate[] = [];
  const tongues = new Set<number>();
  for (const { 0: word, 1: next, index } of matchesOf(capitalised, reading.text(sentence))) {
    for (const form of next === undefined ? [word] : [`${word} ${next}`, word]) {
      if (!isPeople(form)) continue;
      const start = sentence.start + index;
      const end = start + form.length;
      const type = isTongue(reading, start, end, tongues) ? 'LANGUAGE' : 'NORP';
      if (type === 'LANGUAGE') tongues.add(end);
      candidates.push({ start, end, type, score: 0.93, by: 'people-en' });
    }
  }
  return candidates;
}

/** Whether a word or two are the adjective or the name of a people. */
export function isPeople(form: string): boolean {
  return demonyms().has(form.toLowerCase());
}

const capitalised = /(?<![A-Za-zÀ-ɏ])[A-ZÀ-Þ][a-zß-ɏ]+(?= ([A-ZÀ-Þ][a-zß-ɏ]+))?/g;
const demonyms = lazy(() => openLexicon('demonyms', ['word', 'place'], (row) => row.place));

/** Whether the words beside it tell that a people stands for its language; `tongues` holds where those before it end. */
function isTongue(reading: Reading, start: number, end: number, tongues: ReadonlySet<number>): boolean {
  const { folded } = reading;
  if (/^(?:-speak| language(?![a-z]))/.test(folded.slice(end, end + longestCue))) return true;
  if (describes(reading, end)) return false;
  const before = folded.slice(Math.max(0, start - longestCue), start);
  // Portuguese and Vietnamese: what is joined to a language is one.
  const joint = /(?:,|,? (?:and|or)) $/.exec(before)?.[0];
  if (joint !== undefined) return tongues.has(start - joint.length);
  const cue = /([A-Za-z]+) $/.exec(before)?.[1]?.toLowerCase();
  if (folded.slice(start, end) === 'English') return cue !== 'the';
  return cue !== undefined && openWords('language-cues-en').has(cue);
}

/** Whether a small word behind is what the people are told of: Portuguese ministers, but not Portuguese at home. */
function describes(reading: Reading, end: number): boolean {
  if (!/^ [a-z]/.test(reading.folded.slice(end, end + 2))) return false;
  return !/^(?:Adverb|Auxiliary|Conjunction|Copula|Determiner|Modal|Preposition|Pronoun)$/.test(
    reading.tokenAt(end + 1)?.pos ?? '',
  );
}

const longestCue = 24;

import { openLexicon } from '../lexicons/lexicon.js';
import { exactly, type NumberMatch, times } from '../numbers/match.js';
import { lazy } from '../text/lazy.js';
import type { Page } from './page.js';

/** English nouns that tell whether the m before them is a million: irregular plurals, and what is told in metres. */
const nouns = lazy(() => openLexicon('counted-nouns-en', ['word', 'role'], (row) => row.role));

/** A determiner of one thing: a 3m fence, this 100m final. */
const singular = /\b(?:an?|this|that|each|every|one|another)[ -]$/i;

/** What joins a number to one that says what both count: from 1.2m to 3.5m units. */
const joiner = /^(?: (?:to|and|or) | ?[-–] ?)(?=(\d[\d,.]{0,11})m(?![A-Za-z\d]))/;

/** Words that a plural noun may be led by: 4m low-income families, 2m registered voters, 3m more children. */
const leading = /^(?:Noun|Singular|Plural|Adjective|ProperNoun|PastTense|x)/;
const heads = /^(?:Noun|Plural|ProperNoun)/;
const longestLead = 4;

/**
 * The number with its m as a million, where an English plural follows that is counted and not told in metres (1.2m people),
 * itself or behind a number that it is joined with; else as it was.
 */
export function withMillions(page: Page, number: NumberMatch): NumberMatch {
  const { folded, sentence } = page;
  const { start, end, value } = number;
  const isLetter = folded[end] === 'm' && end < sentence.end && !/[A-Za-z\d]/.test(folded[end + 1] ?? '');
  if (!isLetter || number.form !== 'arabic' || number.role !== 'cardinal' || value === null) return number;
  if (sentence.language !== 'en' || singular.test(folded.slice(Math.max(0, start - 9), start))) return number;
  const joint = joiner.exec(folded.slice(end + 1, end + 20));
  const behind = joint === null ? end + 1 : end + 1 + joint[0].length + (joint[1]?.length ?? 0) + 1;
  return isBeforeCounted(page, behind) ? exactly({ start, end: end + 1 }, times(value, 1e6), 'arabic') : number;
}

/** Whether the words at `at` are a noun phrase that ends with a plural of what is counted. */
function isBeforeCounted({ folded, sentence, tokenAt }: Page, at: number): boolean {
  for (let from = at, words = 0; words <= longestLead && from < sentence.end; words++) {
    const start = folded[from] === ' ' ? from + 1 : from;
    const token = tokenAt(start);
    if (token === undefined || token.start !== start) break;
    const word = folded.slice(start, token.end).toLowerCase();
    const isLead = leading.test(token.pos) || (token.pos.startsWith('Verb') && word.endsWith('ed'));
    if (!isLead || !/^(?:[a-z]+|-)$/.test(word) || nouns().get(word) === 'metre') break;
    if (heads.test(token.pos) && isPlural(word)) return true;
    from = token.end;
  }
  return false;
}

function isPlural(word: string): boolean {
  return nouns().get(word) === 'plural' || (word.length > 3 && /[^sui]s$/.test(word));
}

import type { Sentence } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { lazy } from '../text/lazy.js';
import { matchesOf } from '../text/matches.js';
import type { Candidate, Reading } from './candidate.js';

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Bodies of government whose names hold a list of what they are for: Department of Environment, Great Lakes, and Energy; Nursing and
 * Midwifery Federation. Every item ends in a word for a field; a word for a body opens the name or ends it.
 */
export function recognizeBodies(reading: Reading, sentence: Sentence): Candidate[] {
  const text = reading.text(sentence);
  if (!text.includes(' and ') && !text.includes(' & ')) return [];
  if (!joint.test(text)) return [];
  const words = matchesOf(word, text).map(
    ({ 0: form, index }): Word => ({
      text: form,
      start: sentence.start + index,
      end: sentence.start + index + form.length,
    }),
  );
  return words.flatMap(({ text: form }, at) => {
    if (form !== 'and' && form !== '&') return [];
    const span = headed(words, at) ?? tailed(words, at);
    return span === null ? [] : [{ ...span, type: 'ORG' as const, score: 0.96, by: 'body-en' }];
  });
}

const joint = / (?:and|&) [A-Z]/;
const word = /(?:[A-Z]\.)+|[A-Za-zÀ-ɏ]+(?:[.'’-][A-Za-zÀ-ɏ]+)*|[^\s\w]/g;
const heads = lazy(() => openLexicon('name-heads-en', ['head', 'type'], (row) => row.type));
const roles = lazy(() => openLexicon('body-words-en', ['word', 'role'], (row) => row.role));
const suffixes = lazy(() => openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type));

/** Ministry of A, B and C: from the words before the head to the last field. */
function headed(words: readonly Word[], at: number): { start: number; end: number } | null {
  const end = lastField(words, at + 1);
  const first = firstItem(words, at);
  if (end === null || first === null) return null;
  const [head, preposition] = [words[first - 2], words[first - 1]];
  if (head === undefined || preposition === undefined) return null;
  if (heads().get(`${head.text} ${preposition.text}`.toLowerCase()) !== 'ORG' || !isCapital(head)) return null;
  return { start: runStart(words, first - 2)?.start ?? head.start, end: end.end };
}

/** A and B Commission: from the first item to the word for a body that ends the run of capitals. */
function tailed(words: readonly Word[], at: number): { start: number; end: number } | null {
  const first = firstItem(words, at);
  const field = lastField(words, at + 1);
  const last = runEnd(words, at + 1);
  if (first === null || field === null || last === null || last.start <= field.start) return null;
  if (!isBody(last.text)) return null;
  return { start: words[first]?.start ?? last.start, end: ofPlace(words, words.indexOf(last))?.end ?? last.end };
}

/** The last word of the place in Fisheries and Marine Authority of Kenya. */
function ofPlace(words: readonly Word[], last: number): Word | null {
  return words[last + 1]?.text === 'of' ? runEnd(words, last + 2) : null;
}

/** Commission, Executive, and the country of a body: Environment and Climate Change Canada. */
function isBody(form: string): boolean {
  const last = form.toLowerCase();
  return (
    suffixes().get(last) === 'ORG' ||
    roles().get(last) === 'kind' ||
    knownNames(form).some(({ type }) => type === 'GPE')
  );
}

/** The index of the first word of a list whose last item but one ends before `at`. */
function firstItem(words: readonly Word[], at: number): number | null {
  let first: number | null = null;
  for (let end = at - 1; ; ) {
    if (words[end]?.text === ',') end--;
    if (!isField(words[end])) return first;
    let start = end;
    while (isJoined(words, start - 1) && words[start - 1]?.text !== 'The' && end - start < longestItem) start--;
    first = start;
    if (words[start - 1]?.text !== ',') return first;
    end = start - 1;
  }
}

/** The last word for a field among the capitalised words from `from` on; null before an office (Labor Secretary May Hart). */
function lastField(words: readonly Word[], from: number): Word | null {
  let found: Word | null = null;
  for (let at = from; at - from <= longestItem && isCapital(words[at]); at++) {
    if (isField(words[at])) found = words[at] ?? null;
    if (!isJoined(words, at)) break;
    if (openWords('person-titles-en').has((words[at + 1]?.text ?? '').toLowerCase())) return null;
  }
  return found;
}

function runStart(words: readonly Word[], at: number): Word | undefined {
  let start = at;
  while (isJoined(words, start - 1) && words[start - 1]?.text !== 'The') start--;
  return words[start];
}

function runEnd(words: readonly Word[], from: number): Word | null {
  let at = from;
  while (isJoined(words, at)) at++;
  return isCapital(words[at]) ? (words[at] ?? null) : null;
}

const longestItem = 3;

/** Whether a capitalised word and the next one stand side by side. */
function isJoined(words: readonly Word[], at: number): boolean {
  const [left, right] = [words[at], words[at + 1]];
  return isCapital(left) && isCapital(right) && left?.end === (right?.start ?? 0) - 1 && !/['’]s$/.test(left.text);
}

function isCapital(found: Word | undefined): boolean {
  return found !== undefined && /^[A-ZÀ-Þ]/.test(found.text);
}

function isField(found: Word | undefined): boolean {
  return isCapital(found) && roles().get((found?.text ?? '').toLowerCase()) === 'field';
}

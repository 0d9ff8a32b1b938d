import type { EntityType } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames, listedEnglish } from '../lexicons/names.js';
import { lazy } from '../text/lazy.js';
import type { Candidate, Reading } from './candidate.js';
import { wordEndingAt } from './context.js';

const endings = lazy(() => openLexicon('name-endings', ['ending', 'type'], (row) => row.type as Candidate['type']));

/** Below this a model is too unsure of a person to keep one that ends like an event or a place. */
const surePerson = 0.7;

/**
 * A name that a model found, with the type that its last character or its first words tell where it is no country, city
 * or person (屯赤線, House of Lords), and as an event where a storm bears it (颱風「山陀兒」, Hurricane Ida).
 */
export function withTrueType(reading: Reading, candidate: Candidate): Candidate {
  const { type, score } = candidate;
  const storm = stormBefore(reading, candidate);
  if (storm !== null) return { ...candidate, start: storm, type: 'EVENT' };
  if (type === 'PRODUCT' && quarterly.test(reading.text(candidate)))
    return { ...candidate, end: candidate.end - 2, type: 'ORG' };
  const school = schoolEnd(reading, candidate);
  if (school !== null) return { ...candidate, end: school, type: 'ORG' };
  const home = homeOf(reading, candidate);
  if (home !== undefined) return { ...candidate, type: home };
  if (type !== 'GPE' && !(type === 'PERSON' && score < surePerson)) return candidate;
  const form = reading.text(candidate);
  const told = form.length > 2 ? (wordEndingAt(endings(), form, form.length)?.value ?? headOf(form)) : undefined;
  return told === undefined || isListed(form) ? candidate : { ...candidate, type: told };
}

/** 岳鼎|Q3每股: a company, and when. */
const quarterly = /^\p{Script=Han}{2,}[QH][1-4]$/u;

/** 嘉岚国|小: where the name of a primary or middle school ends whose last word a model cut in two; null if it is none. */
function schoolEnd({ folded, isBoundary }: Reading, { start, end }: Candidate): number | null {
  const isSchool = /^国[小中]$/.test(folded.slice(end - 1, end + 1)) && end - start >= 3 && isBoundary(end + 1);
  return isSchool && knownNames(folded.slice(start, end)).length === 0 ? end + 1 : null;
}

/** 北海道, 京畿道: a place by that name. */
function isListed(form: string): boolean {
  return knownNames(form).length > 0 || listedEnglish(form, 'GPE') !== null;
}

/** May Hart, 47, of Carn View, Probus: where somebody lives, which his age tells; nothing that is known or that its last word tells. */
function homeOf({ folded }: Reading, { start, end, type, score }: Candidate): EntityType | undefined {
  if (type !== 'ORG' && !(type === 'PERSON' && score < surePerson)) return undefined;
  if (!/(?:of|from|,) $/.test(folded.slice(Math.max(0, start - 5), start))) return undefined;
  if (!residence.test(folded.slice(Math.max(0, start - longestResidence), start))) return undefined;
  const form = folded.slice(start, end);
  const last = (form.split(' ').at(-1) ?? '').toLowerCase();
  if (knownNames(form).length > 0 || /^[A-Z.&]+$/.test(form)) return undefined;
  return lastWords().has(last) ? undefined : 'GPE';
}

const residence = /, \d\d, (?:of|from) (?:[A-Z][A-Za-z’'-]*(?: [A-Z][A-Za-z’'-]*){0,2}, )?$/;
const longestResidence = 50;
const lastWords = lazy(() => openLexicon('name-suffixes-en', ['word', 'type'], (row) => row.type));

/** Types for which a model takes the name of a storm. */
const mistaken = new Set(['PERSON', 'GPE', 'PRODUCT', 'WORK_OF_ART']);

/** Where the name of a storm begins, in English with the word for it; null where the name is none. */
function stormBefore({ folded }: Reading, { start, end, type, score }: Candidate): number | null {
  const isQuoted = folded[start - 1] === '“';
  if (!mistaken.has(type)) return null;
  if (knownNames(folded.slice(start, end)).some((name) => name.type === 'PERSON')) return null;
  const own = /^([A-Z][a-z]+) [A-Z][a-z]+$/.exec(folded.slice(start, end))?.[1];
  if (own !== undefined && storms().has(own.toLowerCase())) return start;
  const before = /(?:^|[^A-Za-z])([A-Z][a-z]+) $/.exec(folded.slice(Math.max(0, start - longestStorm), start))?.[1];
  if (before !== undefined) return storms().has(before.toLowerCase()) ? start - before.length - 1 : null;
  // 台风刘德华没来: without marks only what may be no person.
  if (type === 'PERSON' && score >= surePerson && !isQuoted) return null;
  return wordEndingAt(storms(), folded, isQuoted ? start - 1 : start) !== null ? start : null;
}

const storms = lazy(() => openWords('storm-words'));
const longestStorm = 12;

function headOf(form: string): Candidate['type'] | undefined {
  const head = /^[A-Z][a-zā]+ (?:of |for |on )?(?=[A-ZĀ])/.exec(form)?.[0].trimEnd().toLowerCase();
  return head === undefined ? undefined : heads().get(head);
}

const heads = lazy(() => openLexicon('name-heads-en', ['head', 'type'], (row) => row.type as Candidate['type']));

import type { Span } from '../document/span.js';
import type { EntityType } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import type { Candidate, Reading } from './candidate.js';
import { wordEndingAt } from './context.js';
import { isAmbiguous } from './known.js';

/**
 * A name that a model found, with the borders that words around it tell: without the rest of a word that ends in it
 * (运营方|海岚云科), without a title behind a surname (林|处长), and without what a well-known name is the subject of
 * (辉达|会投资).
 */
export function withTrueBorders(reading: Reading, candidate: Candidate): Candidate {
  if (!/\p{Script=Han}/u.test(reading.folded.charAt(candidate.start))) return candidate;
  const { start, end, type } = candidate;
  const whole = { start: pastLead(reading, start, end), end };
  const span = withoutTail(reading, withoutTitle(reading, whole, type), type);
  return span.start === start && span.end === end ? candidate : { ...candidate, ...span };
}

/** Words that end inside a name and began before it. */
function pastLead({ folded }: Reading, start: number, end: number): number {
  for (let cut = start + 1; cut <= Math.min(start + 2, end - 2); cut++) {
    const word = wordEndingAt(openWords('party-words'), folded, cut);
    if (word !== null && word.start < start) return cut;
  }
  return start;
}

/** A surname without its title. */
function withoutTitle(reading: Reading, { start, end }: Span, type: string): Span {
  if (type !== 'PERSON') return { start, end };
  const surname = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind).longestAt(reading.folded, start);
  if (surname === null || surname.end >= end) return { start, end };
  return openWords('surname-titles').has(reading.folded.slice(surname.end, end))
    ? { start, end: surname.end }
    : { start, end };
}

/** Characters with which no name goes on: what the thing will do, or has. */
const goesOn = /^[会将已也还则都曾又正在是的有向把被让与和](?=\p{Script=Han})/u;

/** A well-known name without what it does. */
function withoutTail({ folded }: Reading, { start, end }: Span, type: EntityType): Span {
  if (type === 'WORK_OF_ART' || type === 'LAW' || type === 'EVENT') return { start, end };
  for (let cut = end - 2; cut >= start + 2; cut--) {
    if (!goesOn.test(folded.slice(cut, end))) continue;
    const name = folded.slice(start, cut);
    if (!isAmbiguous(name) && knownNames(name).length > 0 && knownNames(folded.slice(start, end)).length === 0)
      return { start, end: cut };
  }
  return { start, end };
}

import { knownNames } from '../lexicons/names.js';
import { openUnits } from '../numbers/units.js';
import type { Candidate, Reading } from './candidate.js';

/** Types of which no name holds a number with what it counts. */
const uncounted = new Set(['GPE', 'LOC', 'FAC', 'ORG']);

/**
 * 安徽|一家律师事务所, 九巴|共28条路线: what of a name stands before the number of things that a model took into it. Nothing where
 * that is no well-known name; the name as it is where nothing is counted.
 */
export function beforeCount(reading: Reading, candidate: Candidate): Candidate[] {
  const { start, end, type } = candidate;
  if (!uncounted.has(type)) return [candidate];
  const count = countIn(reading, start, end);
  if (count === null) return [candidate];
  for (let cut = count; cut >= Math.max(start + 2, count - longestAdverb); cut--) {
    const known = knownNames(reading.folded.slice(start, cut)).find((name) => uncounted.has(name.type));
    if (known !== undefined) return [{ ...candidate, end: cut, type: known.type as Candidate['type'] }];
  }
  return [];
}

/** 共, 约, 先后 … before a number. */
const longestAdverb = 2;

/** Where in a Chinese name a number begins that a measure word or unit follows, in the name or behind it; not so 台1线, 7栋. */
function countIn({ folded, isBoundary }: Reading, start: number, end: number): number | null {
  const form = folded.slice(start, end);
  for (const { index, 0: number } of form.matchAll(/(?<=\p{Script=Han} ?)(?:\d[\d.,]*|[一两几](?=\p{Script=Han}))/gu)) {
    const [from, at] = [start + index, start + index + number.length];
    const unit = openUnits().longestAt(folded, at);
    const isCount =
      unit !== null && (unit.value.kind === 'classifier' || (unit.value.kind === 'measure' && unit.end >= end));
    const isAddress = /[栋幢座期]/.test(folded.charAt(at)) && number !== '一';
    if (isCount && !isAddress && isBoundary(from) && isBoundary(unit.end) && folded[from - 1] !== '第') return from;
  }
  return null;
}

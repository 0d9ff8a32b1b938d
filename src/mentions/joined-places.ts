import { knownNames, knownNamesAt, listedEnglish } from '../lexicons/names.js';
import type { Candidate, Reading } from './candidate.js';
import { isAmbiguous } from './known.js';

/** Countries, states and towns: what one of them is within another of. */
const isTown = (form: string): boolean =>
  knownNames(form).some(({ type }) => type === 'GPE') || listedEnglish(form, 'GPE') !== null;

/** 日本|山形, 福建|厦门: two names where a model found one, if each is a place of its own. */
export function apartFromOuter(reading: Reading, candidate: Candidate): Candidate[] {
  const { start, end, type } = candidate;
  const { folded } = reading;
  if ((type !== 'GPE' && type !== 'LOC') || knownNames(folded.slice(start, end)).length > 0) return [candidate];
  const outer = knownNamesAt(folded, start).findLast(
    (known) => known.end <= end - 2 && known.value.some((name) => name.type === 'GPE'),
  );
  if (outer === undefined || isAmbiguous(folded.slice(start, outer.end))) return [candidate];
  const inner = folded.slice(outer.end, end);
  // 裕廊|湖区: a kind of place.
  const isKind = inner.length === 2 && /[区县市镇乡村]$/.test(inner);
  if (isKind || !isTown(inner)) return [candidate];
  return [
    { ...candidate, end: outer.end, type: 'GPE' },
    { ...candidate, start: outer.end, type: 'GPE' },
  ];
}

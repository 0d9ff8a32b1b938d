import { openWords } from '../lexicons/lexicon.js';
import { knownNamesAt } from '../lexicons/names.js';
import type { Candidate, Reading } from './candidate.js';

/** One-character short forms of countries and of places with a name of their own for their people. */
const abbreviations = '中美英法德俄日韩印意加澳台港粤沪京闽';

/** People by where they come from: 美籍, 俄裔, 德国人, 犹太裔. */
export function recognizeOrigins({ folded }: Reading): Candidate[] {
  const candidates: Candidate[] = [];
  for (const match of folded.matchAll(/[籍裔]|人/g)) {
    const end = match.index + 1;
    const start = placeEndingAt(folded, match.index, match[0] !== '人');
    if (start === null || (match[0] === '人' && /[民大工数类士员才均口物]/.test(folded[end] ?? ''))) continue;
    candidates.push({ start, end, type: 'NORP', score: 0.9, by: 'origin' });
  }
  return candidates;
}

function placeEndingAt(folded: string, end: number, short: boolean): number | null {
  for (let start = Math.max(0, end - 6); start <= end - 2; start++)
    if (knownNamesAt(folded, start).some((known) => known.end === end && known.value[0]?.type === 'GPE')) return start;
  const character = folded[end - 1] ?? '';
  if (!short || character === '' || !abbreviations.includes(character)) return null;
  return /[\p{Script=Han}]/u.test(folded[end - 2] ?? '') && openWords('generic-words').has(folded.slice(end - 2, end))
    ? null
    : end - 1;
}

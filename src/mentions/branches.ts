import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { knownNames } from '../lexicons/names.js';
import { lazy } from '../text/lazy.js';
import { type Candidate, type Reading, sentencesIn } from './candidate.js';
import { companyEvidence } from './context.js';

const places = lazy(() => openWords('branch-places'));
const titles = lazy(() => openLexicon('person-titles', ['word', 'side'], (row) => row.side));

const shortestCompany = 2;
const longestCompany = 8;

/** 微软中国|表示, 甲乙大中华区|总裁: a well-known company and a place where it has a branch, before what companies do or have. */
export function recognizeBranches(reading: Reading): Candidate[] {
  const { folded } = reading;
  return sentencesIn(reading, 'zh').flatMap((sentence) => {
    const candidates: Candidate[] = [];
    for (let at = sentence.start; ; at++) {
      at = places().nextStart(folded, at, sentence.end);
      if (at >= sentence.end) return candidates;
      const end = places().longestAt(folded, at)?.end;
      if (end === undefined) continue;
      const start = companyBefore(folded, at, sentence.start);
      if (start !== null && actsOrEmploys(reading, { start, end }))
        candidates.push({ start, end, type: 'ORG', score: 0.96, by: 'branch' });
    }
  });
}

/** Where the longest well-known company that ends at `end` begins; null if none does. */
function companyBefore(folded: string, end: number, limit: number): number | null {
  for (let start = Math.max(limit, end - longestCompany); start <= end - shortestCompany; start++)
    if (knownNames(folded.slice(start, end)).some((name) => name.isCompany)) return start;
  return null;
}

/** Whether what companies do, or somebody's title, stands behind the span: not so in 苹果中国|销量. */
function actsOrEmploys(reading: Reading, span: { start: number; end: number }): boolean {
  const title = titles().longestAt(reading.folded, span.end);
  return title?.value.includes('before') === true || companyEvidence(reading, span).strong;
}

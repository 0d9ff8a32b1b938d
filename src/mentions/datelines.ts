import type { Candidate, Reading } from './candidate.js';

const dateline =
  /^([A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3})(?=(?:, [A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?){0,2},? (?:\([A-Z][A-Za-z ]+\) )?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b[^—–-]{0,24})?[—–-])/gm;

/** The place in capitals that opens an English report: SPRINGFIELD, March 6 -. */
export function recognizeDatelines({ folded }: Reading): Candidate[] {
  return [...folded.matchAll(dateline)].map((match) => ({
    start: match.index,
    end: match.index + (match[1] ?? '').length,
    type: 'GPE' as const,
    score: 0.97,
    by: 'dateline',
  }));
}

import type { EntityType } from '../document/types.js';
import { openLexicon } from '../lexicons/lexicon.js';
import type { Candidate, Reading } from './candidate.js';

/** Types that one form may well have side by side: the people and their tongue. */
const apart = new Set<EntityType>(['NORP', 'LANGUAGE']);

/**
 * Gives every mention of one form the type with the best evidence in the article: what one sentence tells about a name
 * holds for its headline too.
 */
export function agreeOnTypes(
  reading: Reading,
  chosen: readonly Candidate[],
  proposed: readonly Candidate[],
): Candidate[] {
  const weights = new Map<string, Map<EntityType, number>>();
  // What is a place in a dateline is one wherever it is named, but the user knows better.
  const told = new Map<string, EntityType>();
  // PORT ELLERY of a dateline is Port Ellery.
  const formOf = (candidate: Candidate): string => reading.text(candidate).toLowerCase();
  const forms = new Set(chosen.map(formOf));
  for (const candidate of proposed) {
    const form = formOf(candidate);
    if (candidate.by === 'dateline') told.set(form, candidate.type);
    if (!forms.has(form) || apart.has(candidate.type)) continue;
    const types = weights.get(form) ?? new Map<EntityType, number>();
    types.set(candidate.type, (types.get(candidate.type) ?? 0) + weigh(candidate));
    weights.set(form, types);
  }
  return afterCompanies(
    reading,
    chosen.map((candidate) => {
      const sure = told.get(formOf(candidate));
      if (sure !== undefined && candidate.by !== 'user-lexicon') return { ...candidate, type: sure };
      const types = weights.get(formOf(candidate));
      if (types === undefined || apart.has(candidate.type) || candidate.score > 0.985) return candidate;
      const [best] = [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return best === undefined || best[0] === candidate.type ? candidate : { ...candidate, type: best[0] };
    }),
  );
}

/** 欣隆 beside 欣隆客运: what begins with no surname and opens the name of a company in the article is the company, not a person. */
function afterCompanies(reading: Reading, names: readonly Candidate[]): Candidate[] {
  const surnames = openLexicon('surnames', ['surname', 'kind'], (row) => row.kind);
  const companies = new Set<string>();
  for (const name of names)
    if (name.type === 'ORG') for (const short of openings(reading.text(name))) companies.add(short);
  return names.map((name) => {
    const form = reading.text(name);
    if (name.type !== 'PERSON' || name.by === 'user-lexicon' || !companies.has(form)) return name;
    return (surnames.longestAt(form, 0)?.value ?? 'weak') === 'weak' ? { ...name, type: 'ORG' } : name;
  });
}

/** The first two and the first three characters of a longer Chinese name. */
function openings(name: string): readonly string[] {
  return /^\p{Script=Han}{4}/u.test(name) ? [name.slice(0, 2), name.slice(0, 3)] : [];
}

/** Log-odds: one sure mention outweighs several weak ones. */
function weigh({ score }: Candidate): number {
  const sure = Math.min(0.97, Math.max(0.03, score));
  return Math.max(0, Math.log(sure / (1 - sure)));
}

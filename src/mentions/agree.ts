import type { EntityType } from '../document/types.js';
import type { Candidate, Reading } from './candidate.js';
import { afterCompanies } from './short-companies.js';
import { afterPeople } from './short-people.js';

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
  // Once more: with the model switched off nobody has asked yet, and followers bring names that were not there before.
  return afterCompanies(
    reading,
    afterPeople(
      reading,
      chosen.map((candidate) => {
        const sure = told.get(formOf(candidate));
        if (sure !== undefined && candidate.by !== 'user-lexicon') return { ...candidate, type: sure };
        const types = weights.get(formOf(candidate));
        if (types === undefined || apart.has(candidate.type) || candidate.score > 0.985) return candidate;
        const [best] = [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
        return best === undefined || best[0] === candidate.type ? candidate : { ...candidate, type: best[0] };
      }),
    ),
  );
}

/** Log-odds: one sure mention outweighs several weak ones. */
function weigh({ score }: Candidate): number {
  const sure = Math.min(0.97, Math.max(0.03, score));
  return Math.max(0, Math.log(sure / (1 - sure)));
}

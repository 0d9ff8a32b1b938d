import { firstEndingAfter, spanKey } from '../document/span.js';
import { byCodePoint } from '../text/code-points.js';
import type { Candidate } from './candidate.js';

const threshold = 0.5;

/**
 * The best set of names that do not overlap. Proposals of one span and type strengthen each other; what stays under
 * one half is dropped; of the rest the set with the greatest sum of score × length wins, so a longer name beats the
 * shorter ones inside it unless it is much less sure. Sorted by start; the order of the candidates does not matter.
 */
export function resolve(candidates: readonly Candidate[]): Candidate[] {
  const pool = merge(candidates)
    .filter((candidate) => candidate.score >= threshold && candidate.end > candidate.start)
    .sort((a, b) => a.end - b.end || a.start - b.start || byCodePoint(a.type, b.type));
  const best: { weight: number; take: boolean; before: number }[] = [];
  pool.forEach((candidate, i) => {
    const before = firstEndingAfter(pool, candidate.start, i);
    const weight = weigh(candidate) + (best[before - 1]?.weight ?? 0);
    const without = best[i - 1]?.weight ?? 0;
    best.push(weight > without ? { weight, take: true, before } : { weight: without, take: false, before });
  });
  const chosen: Candidate[] = [];
  for (let i = pool.length; i > 0; ) {
    const candidate = pool[i - 1];
    const step = best[i - 1];
    if (candidate === undefined || step === undefined) break;
    if (step.take) chosen.push(candidate);
    i = step.take ? step.before : i - 1;
  }
  return chosen.reverse();
}

function weigh({ start, end, score }: Candidate): number {
  return score * (end - start);
}

/** A candidate made of those of one span and type, and their rules. */
interface Merged {
  candidate: Candidate;
  readonly rules: string[];
}

/** One candidate a span and type: independent evidence adds up (noisy or), one rule counts once. */
function merge(candidates: readonly Candidate[]): Candidate[] {
  const spans = new Map<number, Merged[]>();
  const all: Merged[] = [];
  const sorted = [...candidates].sort((a, b) => b.score - a.score || byCodePoint(a.by, b.by));
  for (const candidate of sorted) {
    const key = spanKey(candidate);
    const known = spans.get(key);
    const first = known?.find((merged) => merged.candidate.type === candidate.type);
    if (first === undefined) {
      const merged = { candidate, rules: [candidate.by] };
      all.push(merged);
      if (known === undefined) spans.set(key, [merged]);
      else known.push(merged);
    } else if (!first.rules.includes(candidate.by)) {
      first.rules.push(candidate.by);
      if (candidate.score >= threshold) first.candidate = withScore(first.candidate, candidate.score);
    }
  }
  return all.map(({ candidate }) => candidate);
}

function withScore({ start, end, type, score, by }: Candidate, other: number): Candidate {
  return { start, end, type, score: 1 - (1 - score) * (1 - other), by };
}

import type { Draft } from './draft.js';

/** What stands between two bounds of one range. */
const joint = /^ ?(?:,|and|but|并且|而且|且|并|但|又|,? ?(?:and|but|但|且)) ?$/;
const longestJoint = 8;

/** Joins 大于100且小于300, more than 5 and less than 10, 不少于20不多于50: the two bounds of one range. Offsets index `folded`. */
export function withBounds(folded: string, drafts: readonly Draft[]): Draft[] {
  const read: Draft[] = [];
  for (const draft of drafts) {
    const before = read.at(-1);
    const range = before === undefined ? null : rangeOf(folded, before, draft);
    if (range === null) read.push(draft);
    else read[read.length - 1] = range;
  }
  return read;
}

function rangeOf(folded: string, first: Draft, last: Draft): Draft | null {
  const [low, high] = first.beside?.bound === 'low' ? [first, last] : [last, first];
  if (low.beside?.bound !== 'low' || high.beside?.bound !== 'high') return null;
  if (low.value === null || high.value === null || low.value >= high.value || !areAlike(first, last)) return null;
  const gap = folded.slice(first.end, last.beside?.start ?? last.start);
  if (gap.length > longestJoint || (gap.trim() !== '' && !joint.test(gap))) return null;
  const { type, unit, unitSpan } = first.unit === null && first.unitSpan === null ? last : first;
  const base = (draft: Draft): number | null => draft.base;
  return {
    ...last,
    ...{ type, unit, unitSpan, start: first.start, beside: null },
    ...{ value: null, low: low.value, high: high.value },
    ...{ base: null, baseLow: base(low), baseHigh: base(high), by: 'quantities/bounds' },
  };
}

/** Two numbers without unit, or of the same unit; the first may leave its unit out. */
function areAlike(first: Draft, last: Draft): boolean {
  if (first.type === 'CARDINAL') return true;
  return first.type === last.type && first.unit === last.unit && first.baseUnit === last.baseUnit;
}

import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import type { Draft } from './draft.js';
import type { Page } from './page.js';

/** What the words beside a number make of it: rough, and perhaps the lower or upper bound of what is meant. */
export interface Beside {
  readonly bound: 'low' | 'high' | null;
  /** Where the word before the number begins; the number itself where the word stands behind. */
  readonly start: number;
}

const approximators = lazy(() =>
  openLexicon(
    'approximators',
    ['word', 'place', 'bound'],
    ({ place, bound }): { place: string } & Pick<Beside, 'bound'> => ({
      place,
      bound: bound === 'low' || bound === 'high' ? bound : null,
    }),
  ),
);

/** Longest approximator; the window that is searched before a number. */
const window = 26;

/** The word that makes a number a rough one, right before or behind the span, or null: 约, 逾, about, at least, 左右, 以上. */
export function wordBeside({ folded, sentence }: Page, start: number, end: number): Beside | null {
  const rows = approximators();
  const stop = folded[start - 1] === ' ' ? start - 1 : start;
  const isAsciiBefore = folded.charCodeAt(stop - 1) < 0x80;
  const lengths = stop > 0 ? rows.lengthsEndingWith((folded[stop - 1] ?? '').toLowerCase().charCodeAt(0)) : 0;
  for (let at = Math.max(sentence.start, stop - (isAsciiBefore ? window : 8)); at < stop; at++) {
    if ((lengths & (1 << (stop - at))) === 0 || (isLetter(folded, at) && isLetter(folded, at - 1))) continue;
    const row = rows.get(folded.slice(at, stop).toLowerCase());
    // 卖超|143亿元, 签约|30家: a word that ends like one and says nothing of the number.
    if (row?.place === 'none') break;
    if (row?.place === 'before') return { bound: row.bound, start: at };
  }
  const behind = rows.longestAt(folded, folded[end] === ' ' ? end + 1 : end);
  return behind?.value.place === 'after' ? { bound: behind.value.bound, start } : null;
}

function isLetter(folded: string, at: number): boolean {
  return /[A-Za-z]/.test(folded[at] ?? '');
}

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

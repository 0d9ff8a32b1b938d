import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
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

/**
 * The word that makes a number a rough one, right before or behind the span, or null: 约, 逾, about, at least, 左右, 以上. What passes a sum
 * (passed $2 trillion) may pass anything else too (passed two bills): such a word counts only where `isSum`.
 */
export function wordBeside({ folded, sentence }: Page, start: number, end: number, isSum = false): Beside | null {
  const rows = approximators();
  const stop = folded[start - 1] === ' ' ? start - 1 : start;
  const isAsciiBefore = folded.charCodeAt(stop - 1) < 0x80;
  const lengths = stop > 0 ? rows.lengthsEndingWith((folded[stop - 1] ?? '').toLowerCase().charCodeAt(0)) : 0;
  for (let at = Math.max(sentence.start, stop - (isAsciiBefore ? window : 8)); at < stop; at++) {
    if ((lengths & (1 << (stop - at))) === 0 || (isLetter(folded, at) && isLetter(folded, at - 1))) continue;
    const row = rows.get(folded.slice(at, stop).toLowerCase());
    // 卖超|143亿元, 签约|30家: a word that ends like one and says nothing of the number.
    if (row?.place === 'none') break;
    if (row?.place === 'before' || (isSum && row?.place === 'before-sum')) return { bound: row.bound, start: at };
  }
  const behind = rows.longestAt(folded, folded[end] === ' ' ? end + 1 : end);
  return behind?.value.place === 'after' ? { bound: behind.value.bound, start } : null;
}

function isLetter(folded: string, at: number): boolean {
  return /[A-Za-z]/.test(folded[at] ?? '');
}

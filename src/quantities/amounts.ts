import { openLexicon } from '../lexicons/lexicon.js';
import { type NumberMatch, numberAt } from '../numbers/numbers.js';
import { lazy } from '../text/lazy.js';
import type { Page } from './page.js';
import { type UnitMatch, unitAfter } from './units.js';

/** One number, or the two ends of a range, with the unit behind. Offsets index the fold. */
export interface Amount {
  readonly start: number;
  /** End of the number, without the unit. */
  readonly numberEnd: number;
  readonly end: number;
  readonly first: NumberMatch;
  readonly last: NumberMatch | null;
  readonly unit: UnitMatch | null;
}

const joiners = /^(?:\s?[-–—−~〜～]{1,2}\s?|至|到| to | and | or )/;

/** The amount that starts at `start` with the number `first`. A range needs a unit: 10000-25000 is none, 10000-25000张 is. */
export function amountAt(page: Page, start: number, first: NumberMatch): Amount {
  const unit = unitAfter(page, first.end);
  const range = first.role === 'ordinal' ? null : rangeAfter(page, start, first, unit);
  if (range !== null) return range;
  return { start, numberEnd: first.end, end: unit?.end ?? first.end, first, last: null, unit };
}

/** 2–3倍, 4.8%—5.2%, 3亿至5亿元, two to three times. */
function rangeAfter(page: Page, start: number, first: NumberMatch, unit: UnitMatch | null): Amount | null {
  const { folded, sentence } = page;
  const from = unit?.end ?? first.end;
  const joiner = joiners.exec(folded.slice(from, from + 5))?.[0];
  if (
    joiner === undefined ||
    (/and|or/.test(joiner) && !/\bbetween $/i.test(folded.slice(Math.max(0, start - 8), start)))
  )
    return null;
  const sign = /^[$€£¥]/.exec(folded.slice(from + joiner.length))?.[0] ?? '';
  const last = numberAt(folded, from + joiner.length + sign.length, sentence.end);
  if (last === null || last.role === 'ordinal' || last.value === null || first.value === null) return null;
  const behind = unitAfter(page, last.end);
  if (unit !== null && unit.text !== behind?.text && unit.row.kind !== 'money') return null;
  const isFraction = first.role === 'percent' || last.role === 'percent';
  const hasScale = last.value >= 10000 && last.digits === null;
  if (behind === null && !isFraction && !hasScale && sign === '' && first.form === 'arabic') return null;
  return { start, numberEnd: last.end, end: behind?.end ?? last.end, first, last, unit: behind };
}

/** The low end of a range; the scale of the high end counts for both where the low one has none: 2-3万 is from 20000. */
export function lowOf(folded: string, first: NumberMatch, last: NumberMatch): number | null {
  const [low, high] = [first.value, last.value];
  if (low === null || high === null) return low;
  const mantissa = Number(/^\d+(?:\.\d+)?/.exec(folded.slice(last.start, last.end))?.[0] ?? Number.NaN);
  const isPlain = /^\d+(?:\.\d+)?$/.test(folded.slice(first.start, first.end));
  return isPlain && mantissa > 0 && high > mantissa && low <= mantissa
    ? Number((low * (high / mantissa)).toPrecision(15))
    : low;
}

const approximators = lazy(() => openLexicon('approximators', ['word', 'place'], (row) => row.place));

/** Longest approximator; the window that is searched before a number. */
const window = 14;

/** Whether a word right before or behind the span makes it a rough one: 约, 近, about, 左右. */
export function isApproximate({ folded, sentence }: Page, start: number, end: number): boolean {
  const rows = approximators();
  const stop = folded[start - 1] === ' ' ? start - 1 : start;
  for (let at = Math.max(sentence.start, stop - window); at < stop; at++) {
    if (/[a-z]/i.test(folded[at] ?? '') && /[a-z]/i.test(folded[at - 1] ?? '')) continue;
    if (rows.get(folded.slice(at, stop).toLowerCase()) === 'before') return true;
  }
  const behind = rows.longestAt(folded, folded[end] === ' ' ? end + 1 : end);
  return behind?.value === 'after';
}

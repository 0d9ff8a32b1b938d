import type { LexiconMatch } from '../lexicons/lexicon.js';
import { openCurrencySigns, openUnits, type UnitRow } from '../numbers/units.js';
import { lazy } from '../text/lazy.js';
import type { Page } from './page.js';

export interface UnitMatch {
  readonly row: UnitRow;
  /** The unit as the fold has it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface SignMatch {
  /** The ISO 4217 code. */
  readonly code: string;
  readonly start: number;
}

const lower = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
const longestUnit = 24;

/** The unit, measure word or currency that follows a number at `at`, with at most one space or hyphen between. */
export function unitAfter(page: Page, at: number): UnitMatch | null {
  const { folded, sentence } = page;
  const gap = gapAt(folded, at);
  const start = at + gap;
  const text = folded.slice(start, Math.min(sentence.end, start + longestUnit));
  for (const match of unitsIn(text)) {
    const end = start + match.end;
    if (!(match.value.code === 'strong' || isWhole(page, start, end)) || !isWritten(text.slice(0, match.end), gap > 0))
      continue;
    if (/^[CF]$/.test(text.slice(0, match.end)) && !isTemperature(page, at)) continue;
    if (/\p{Sc}$/u.test(text.slice(0, match.end)) && /^ ?\d/.test(folded.slice(end, end + 2))) continue;
    return { row: match.value, text: text.slice(0, match.end), start, end };
  }
  return null;
}

/** The length of the space or hyphen between a number and its unit. */
function gapAt(folded: string, at: number): number {
  const first = folded[at];
  if (first !== ' ' && first !== '-') return 0;
  return /^(?: {1,4}|-)(?=[\p{L}\p{Sc}%°])/u.exec(folded.slice(at, at + 5))?.[0].length ?? 0;
}

/** The units that a text begins with, the longest first, in lower case or as written. */
function unitsIn(text: string): readonly LexiconMatch<UnitRow>[] {
  const rows = openUnits();
  const small = lower(text);
  const found = rows.allAt(small, 0);
  const all = small === text ? found : [...found, ...rows.allAt(text, 0)];
  return all.length < 2 ? all : [...all].sort((a, b) => b.end - a.end);
}

/** A unit must end where a word ends: not 部 in 部门, m in model. */
function isWhole(page: Page, start: number, end: number): boolean {
  const { folded } = page;
  if (/[A-Za-z]/.test(folded[end - 1] ?? '')) return !/[A-Za-z0-9]/.test(folded[end] ?? '');
  const token = page.tokenAt(end - 1);
  if (token === undefined || token.end <= end || token.start < start) return true;
  // 二成一 goes on; 人为 and the like are cut wrong behind a number.
  const rest = folded.slice(end, token.end);
  if (/^[一二三四五六七八九半]$/.test(rest) && folded[end - 1] === '成') return true;
  if (/^[为是在被的均都等半]$/.test(rest)) return true;
  // 120元涨|至: a word that no dictionary has.
  if (token.pos === 'x' && token.start === start) return true;
  // 部手机 cut as one word: a measure word and a noun of its own.
  return token.start === start && token.end - end >= 2;
}

/** One Latin letter is a unit only where it touches its number and is a usual one; 5 A is not five amperes. */
function isWritten(unit: string, spaced: boolean): boolean {
  if (!/^[A-Za-z]{1,2}$/.test(unit)) return true;
  if (unit.length === 1)
    return !spaced && /[mgtWwVLlKCF℃]/.test(unit) && unit !== 'T' && unit !== 'K' && unit !== 'G' && unit !== 'M';
  return !spaced || unit === unit.toLowerCase() ? !['in', 'pa', 'ah'].includes(unit) : true;
}

const degrees = /(?:\d{1,3}(?:\.\d{1,2})?[CF]?(?:[-–]| to ))?[-−]?\d{1,3}(?:\.\d{1,2})?$/;
const longestDegrees = 18;
/** Colder than this is hardly told in F alone. */
const leastFahrenheit = 20;

/** 36.1C, above 40C (104F); not seat 14C, Form 4F, 3C: a figure with a decimal, beside another, or that no noun leads. */
function isTemperature({ folded, sentence, tokenAt }: Page, at: number): boolean {
  if (sentence.language !== 'en') return false;
  const from = Math.max(sentence.start, at - longestDegrees);
  const written = degrees.exec(folded.slice(from, at))?.[0];
  if (written === undefined) return false;
  const start = at - written.length;
  if (written.includes('.') || /[CF] ?[(/]$/.test(folded.slice(Math.max(0, start - 3), start))) return true;
  // A 13F is a filing.
  if (folded[at] === 'F' && Number(/\d+$/.exec(written)?.[0]) < leastFahrenheit) return false;
  const before = folded[start - 1] === ' ' ? tokenAt(start - 2) : undefined;
  return (
    before !== undefined && before.start >= sentence.start && !/^(?:Noun|ProperNoun|Singular|Value)/.test(before.pos)
  );
}

const signs = lazy(openCurrencySigns);
const longestSign = 7;

/** The currency sign right before `at`, or before one space: $, HK$, hk $, usd$, 人民币. */
export function signBefore({ folded, sentence }: Page, at: number): SignMatch | null {
  const stop = folded[at - 1] === ' ' ? at - 1 : at;
  if (!mayEndSign(folded[stop - 1] ?? '')) return null;
  for (let start = Math.max(sentence.start, stop - longestSign); start < stop; start++) {
    const written = folded.slice(start, stop);
    const code = written.startsWith(' ') ? null : codeOf(written);
    if (code === null) continue;
    const isWord = /^[A-Za-z]/.test(written);
    if (isWord && (/[A-Za-z0-9]/.test(folded[start - 1] ?? '') || !isSign(written))) continue;
    // 10 $ 20: behind a number the sign may as well be its unit.
    if (stop < at && !/[A-Za-z.]$/.test(written) && /\d ?$/.test(folded.slice(Math.max(0, start - 2), start))) continue;
    return { code, start };
  }
  return null;
}

/** Whether any sign ends with a character. */
function mayEndSign(last: string): boolean {
  return last === '$' || signs().lengthsEndingWith(last.toLowerCase().charCodeAt(0)) > 0;
}

/** The code of a sign, with a space inside it (US $, not the article of: a $5 note) or a $ behind a code left out. */
function codeOf(written: string): string | null {
  const sign = lower(written).replace(/(?<=..) (?=[$¥£]$)/, '');
  return signs().get(sign) ?? (/^[a-z]{3}\$$/.test(sign) ? (signs().get(sign.slice(0, 3)) ?? null) : null);
}

/** A code is written in one case; a word such as All is none. Rs, Rp, Ksh are no codes, and Rm is a room. */
function isSign(written: string): boolean {
  if (!/^[A-Za-z]+$/.test(written) || written === written.toUpperCase()) return true;
  if (written === written.toLowerCase()) return written.length === 3;
  return /^[A-Z][a-z]+$/.test(written) && written !== 'Rm' && codeOf(written) !== written.toUpperCase();
}

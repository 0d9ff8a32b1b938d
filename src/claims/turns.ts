import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import type { Clause } from './clauses.js';
import type { Reading } from './reading.js';
import { standsAlone } from './words.js';

type Role = 'silent' | 'contrast' | 'this' | 'saying' | 'who' | 'not' | 'telling';

const words = lazy(() => openLexicon('author-turns', ['word', 'role'], (row) => row.role as Role));

/**
 * Whether a clause is the author's comment on what was just reported: contrast + this + saying (但這一說法未獲證實), or
 * contrast + somebody + not + telling (但他沒有透露細節, but she gave no date).
 */
export function isAuthorsTurn({ lower }: Reading, clause: Clause): boolean {
  const text = lower.slice(clause.start, clause.end);
  if (
    dissents.test(text) ||
    /^(?:but|though|although)\s[^,]{2,50}\s(?:disagrees?|disagreed|differs?|begs? to differ)\b/.test(text)
  )
    return true;
  if (/^(?:对|就|至于|关于|有关|并|也|亦)|^.{1,8}则/.test(text) && deniesAtEnd(lower, clause)) return true;
  const contrast = pass(lower, clause.start, 'contrast');
  if (contrast === null) return false;
  if (deniesBehind(lower, contrast, clause.end)) return true;
  const demonstrative = pass(lower, contrast, 'this');
  if (demonstrative !== null && pass(lower, demonstrative, 'saying') !== null) return true;
  const subject = pass(lower, contrast, 'who');
  const denial = pass(lower, subject ?? contrast, 'not');
  if (denial === null) return false;
  return /[a-z]/.test(lower[denial - 1] ?? '') ? subject !== null : pass(lower, denial, 'telling') !== null;
}

/** 但挪威外交部未予證實: contrast, somebody of a few characters, not, telling. */
function deniesBehind(lower: string, from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + 14); at++) {
    const denial = /\p{Script=Han}/u.test(lower[at] ?? '') ? pass(lower, at, 'not') : null;
    const first = denial === null ? null : pass(lower, denial, 'telling');
    if (first !== null && first <= end && (first === end || pass(lower, first, 'telling') !== null)) return true;
  }
  return false;
}

/** 對賠償金額不予置評, 對主腦卻三緘其口: the clause ends in not and telling, or in silence. */
function deniesAtEnd(lower: string, { start, end }: Clause): boolean {
  for (let at = end - 2; at >= Math.max(start, end - 10); at--) {
    if (/\p{Script=Han}/u.test(lower[at] ?? '') && pass(lower, at, 'silent') === end) return true;
    const denial = /\p{Script=Han}/u.test(lower[at] ?? '') ? pass(lower, at, 'not') : null;
    const told = denial === null ? null : pass(lower, denial, 'telling');
    if (told !== null && (told === end || pass(lower, told, 'telling') === end)) return true;
  }
  return false;
}

/** 某某並不這麼看: somebody else holds another view. */
const dissents = /^.{1,16}?(?:并|却|可)?不(?:这么|这样|如此)(?:看|认为|想|觉得)$/;

/** The offset behind the longest word of the role that stands at `at`, or null. */
function pass(lower: string, at: number, role: Role): number | null {
  const start = lower[at] === ' ' ? at + 1 : at;
  const match = words()
    .allAt(lower, start)
    .findLast(({ value, end }) => value === role && standsAlone(lower, start, end));
  return match?.end ?? null;
}

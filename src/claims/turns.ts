import type { Span } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import type { Clause } from './clauses.js';
import type { Reading } from './reading.js';
import { standsAlone } from './words.js';

type Role = 'silent' | 'contrast' | 'this' | 'saying' | 'who' | 'not' | 'telling' | 'sequel' | 'turn';

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
  if (/^(?:对|就|至于|关于|有关|并|也|亦|连)|^.{1,8}则/.test(text) && silenceIn(lower, clause) !== null) return true;
  if (/^[这此]/.test(text) && commentsOnSaying(lower, clause.start)) return true;
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

/** 這個看法失諸簡單, 這種顧慮並非全無道理: what was said is judged. */
function commentsOnSaying(lower: string, at: number): boolean {
  const demonstrative = pass(lower, at, 'this');
  return demonstrative !== null && pass(lower, demonstrative, 'saying') !== null;
}

/** 對賠償金額|不予置評, 對主腦卻|三緘其口: where the words of silence begin with which the clause closes, or null. */
export function silenceIn(lower: string, { start, end }: Span): number | null {
  for (let at = end - 2; at >= Math.max(start, end - 10); at--) {
    if (!/\p{Script=Han}/u.test(lower[at] ?? '')) continue;
    if (pass(lower, at, 'silent') === end) return at;
    const denial = pass(lower, at, 'not');
    const told = denial === null ? null : pass(lower, denial, 'telling');
    if (told !== null && (told === end || pass(lower, told, 'telling') === end)) return at;
  }
  return null;
}

/** 某某並不這麼看: somebody else holds another view. */
const dissents = /^.{1,16}?(?:并|却|可)?不(?:这么|这样|如此)(?:看|认为|想|觉得)$/;

/**
 * Whether a clause opens with what came of a report (全案可上訴, 惹來不滿): a `sequel` behind any report, a `turn` behind one that follows its cue
 * at once.
 */
export function isSequel({ lower }: Reading, { start }: Span, role: 'sequel' | 'turn'): boolean {
  return pass(lower, start, role) !== null;
}

/** The offset behind the longest word of the role that stands at `at`, or null. */
function pass(lower: string, at: number, role: Role): number | null {
  const start = lower[at] === ' ' ? at + 1 : at;
  const match = words()
    .allAt(lower, start)
    .findLast(({ value, end }) => value === role && standsAlone(lower, start, end));
  return match?.end ?? null;
}

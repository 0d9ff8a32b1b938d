import { boundBefore, boundBehind } from './bounds.js';
import { bareYear, spelledYear } from './dates-english.js';
import { afterThe, isKind, type Lexemes } from './grammar.js';
import { pointAt } from './points.js';
import { reading } from './rules.js';
import type { Reading } from './shapes.js';

/** 2015 to 2020; between 2015 and 2020; 2014 through May 2018. */
function isJoined(lexemes: Lexemes, at: number): boolean {
  const joint = lexemes[at + 1]?.kind;
  return joint === 'joiner' || (joint === 'and' && lexemes[at - 1]?.word === 'between');
}

const yearWords = new Set(['year', 'fiscal', 'fiscal year', 'calendar year', 'cy', 'fy', 'financial year', 'tax year']);

/** 2018–2020; in 2017, since 1998, the 2024 election, the year 2020, in two thousand and five. */
export function bareYears(lexemes: Lexemes, at: number): Reading | null {
  const named = yearWords.has(lexemes[at]?.word ?? '');
  const start = named ? at + 1 : at;
  const found = spelledYear(lexemes, start);
  if (found === null || found.year < (named ? 1000 : 1600) || found.year > 2200) return null;
  const { year, next } = found;
  if (isJoined(lexemes, next - 1)) {
    const last = bareYear(lexemes, next + 1);
    if (last !== null && last > year && last <= 2200 && !isCounted(lexemes, next + 2))
      return reading(at, next + 2, { kind: 'point', fields: { year }, to: { year: last } }, 'bare-years');
    const to = pointAt(lexemes, afterThe(lexemes, next + 1));
    if (to !== null && to.to === null && (to.fields.year !== undefined || to.fields.now))
      return reading(at, to.next, { kind: 'point', fields: { year }, to: to.fields }, `bare-year..${to.by}`);
  }
  if (isKind(lexemes, next, 'tail') && lexemes[next]?.value === 'now')
    return reading(at, next + 1, { kind: 'point', fields: { year }, to: { now: true } }, 'bare-year..now');
  if (isCounted(lexemes, next) || !(named || isLedYear(lexemes, at, next, year))) return null;
  const tail = boundBehind(lexemes, next, true);
  const bound = tail?.bound ?? boundBefore(lexemes, at, false);
  const shape = { kind: 'point', fields: { year }, to: null } as const;
  return reading(
    at,
    next,
    bound === null ? shape : { ...shape, bound },
    bound === null ? 'bare-year' : `bare-year+${bound}`,
  );
}

/** 2000 people, 2024%, 2048GB: a number. */
function isCounted(lexemes: Lexemes, at: number): boolean {
  const behind = lexemes[at];
  if (behind === undefined) return false;
  return behind.kind === 'unit' || behind.word === '%' || (!behind.spaced && /[\p{L}]/u.test(behind.word));
}

function isLedYear(lexemes: Lexemes, at: number, next: number, year: number): boolean {
  const before = lexemes[at - 1];
  const behind = lexemes[next];
  if (before === undefined) return behind === undefined || behind.kind === 'joiner';
  if (lexemes[at]?.number?.form === 'english') return before.kind === 'at' || before.kind === 'prep';
  const led =
    ['prep', 'between', 'tail'].includes(before.kind) ||
    (before.kind === 'joiner' && before.isEnglish) ||
    (before.kind === 'at' && before.isEnglish) ||
    before.word === '=';
  if (led) return true;
  const article = ['of', 'the'].includes(before.kind) && year >= 1900;
  const compared = behind?.kind === 'yearly' && year >= 1900;
  const listed = before.kind === 'and' && bareYear(lexemes, at - 2) !== null && year >= 1900;
  return article || compared || listed;
}

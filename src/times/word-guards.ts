import { numeralOf } from '../numbers/numerals.js';
import { isDigitCode, isLetterCode } from '../text/ascii.js';
import { unitAt } from '../text/units.js';

/** What is being cut into lexemes. */
export interface Scanner {
  readonly folded: string;
  readonly lower: string;
  readonly offset: number;
  readonly end: number;
  /** Whether a word ends at an offset. */
  readonly isWordEnd: (offset: number) => boolean;
}

/** Kinds of one Chinese character that count only where a word of the sentence ends with them: not 中 in 中国. */
const endsWord = new Set(['segment', 'front', 'ago', 'after', 'along', 'season', 'daypart']);

/** Whether a word of the lexicon from `at` to `end` is part of something else there: of a longer word, of a number. */
export function isNoWord(scanner: Scanner, at: number, end: number, kind: string): boolean {
  const { folded, isWordEnd } = scanner;
  if (!isWholeWord(folded, at, end) && !isBeforeDigits(folded, at, end, kind)) return true;
  if (kind === 'ref' && folded[at] === '年' && isNumeral(folded[at - 1])) return true;
  if (kind === 'block' && isCutByNumber(scanner, at)) return true;
  if (end - at === 1 && endsWord.has(kind) && !isWordEnd(end) && !mayLeadNumber(folded, at)) return true;
  const isStep = kind === 'shift' || kind === 'ref';
  if (isStep && /[上下]/.test(folded[at] ?? '') && !isWordEnd(at) && isInside(scanner, at)) return true;
  if (isBeforeWeekday(folded, at, end)) return true;
  if (kind === 'holiday' && (goesOn(folded, end) || isPrefix(scanner, end) || isSuffix(scanner, at))) return true;
  return false;
}

/** 前两天, 后三年, 八月初三: before a numeral it is a word of its own. */
function mayLeadNumber(folded: string, at: number): boolean {
  const next = folded[at + 1];
  if (folded[at] === '初') return folded[at - 1] === '月' && numeralOf(next) !== undefined;
  return (folded[at] === '前' || folded[at] === '后') && isNumeral(next);
}

/** 马上一年: the word begins inside of another. */
function isInside({ folded, isWordEnd, offset }: Scanner, at: number): boolean {
  return at > offset && isWordEnd(at + 1) && /\p{Script=Han}/u.test(folded[at - 1] ?? '');
}

/** 圣诞老人, 复活节岛: the feast begins a longer word. */
function isPrefix({ folded, isWordEnd }: Scanner, end: number): boolean {
  return !isWordEnd(end) && /\p{Script=Han}/u.test(folded[end] ?? '') && /\p{Script=Han}/u.test(folded[end - 1] ?? '');
}

/** 李国庆: the feast ends a longer word. */
function isSuffix({ folded, isWordEnd, offset }: Scanner, at: number): boolean {
  return at > offset && !isWordEnd(at) && /\p{Script=Han}/u.test(folded[at - 1] ?? '');
}

/** 三月三日: the numeral that a feast ends with takes a unit of its own. */
function goesOn(folded: string, end: number): boolean {
  return isNumeral(folded[end - 1]) && (/[日号月年]/.test(folded[end] ?? '') || isNumeral(folded[end]));
}

/** 第一个星期二: the weekday is the second word. */
function isBeforeWeekday(folded: string, at: number, end: number): boolean {
  const word = folded[at] === '个' ? folded.slice(at, end) : '';
  if (word !== '个星期' && word !== '个周' && word !== '个礼拜') return false;
  return (
    /[一二三四五六日天1-7末]/.test(folded[end] ?? '') &&
    /(?:第.|最后.|首|每一?)$/.test(folded.slice(Math.max(0, at - 3), at))
  );
}

/** 五年内 is a length; 年内 alone is this year. */
function isNumeral(character: string | undefined): boolean {
  return /\d/.test(character ?? '') || numeralOf(character) !== undefined;
}

/** 9时30分开始, 2027年年底: the number takes the unit, so the word that begins with it is none. */
function isCutByNumber({ folded, isWordEnd }: Scanner, at: number): boolean {
  if (folded[at - 1] === ')' && /[年月日]/.test(folded[at] ?? '')) return isExplained(folded, at);
  if (folded[at] === '年' || folded[at] === '点') return isNumeral(folded[at - 1]);
  if (folded[at] === '日' || folded[at] === '月') return isNumeral(folded[at - 1]) && isWordEnd(at + 1);
  return folded[at] === '分' && /[时点][\d零〇一二三四五六七八九十]{1,3}$/.test(folded.slice(Math.max(0, at - 4), at));
}

/** Feb13, 2hr5min: a day right behind the short name of a month, a number behind a unit with its own. */
function isBeforeDigits(folded: string, at: number, end: number, kind: string): boolean {
  const before = unitAt(folded, at - 1);
  if (kind === 'unit') return isDigitCode(before) && /^\d{1,2} ?[a-z]/.test(folded.slice(end, end + 4));
  return kind === 'month' && !isLetterCode(before) && /^\d{1,2}(?![\w.%])/.test(folded.slice(end, end + 3));
}

/** A Latin word must not go on before or behind the match. */
function isWholeWord(folded: string, at: number, end: number): boolean {
  const behind = unitAt(folded, end);
  if (isLetterCode(unitAt(folded, end - 1)) && (isLetterCode(behind) || isDigitCode(behind))) return false;
  return !(isLetterCode(unitAt(folded, at)) && isLetterCode(unitAt(folded, at - 1)));
}

/** 去(2024)年|营收: the unit of a word that a number in brackets explains. */
function isExplained(folded: string, at: number): boolean {
  return /[去今明前后昨上本下]\([\d零〇一二三四五六七八九十]{1,4}\)$/.test(folded.slice(Math.max(0, at - 7), at));
}

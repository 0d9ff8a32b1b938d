import { lastYear } from './calendar.js';
import { conventions } from './conventions.js';
import {
  afterNth,
  isBeforeMonth,
  isGlued,
  isKind,
  type Lexemes,
  type PartRule,
  part,
  rank,
  unitAt,
  valueAt,
  wholeAt,
} from './grammar.js';
import type { Fields, Unit } from './shapes.js';

/** Fields that a number has before a unit: 3月 is {month: 3}. Null where the number is out of range. */
function numbered(lexemes: Lexemes, at: number, unit: Unit): Fields | null {
  const value = wholeAt(lexemes, at);
  const lexeme = lexemes[at];
  if (value === null || lexeme === undefined || lexeme.isEnglish) return null;
  const digits = lexeme.number?.digits ?? '';
  switch (unit) {
    case 'Y':
      if (digits.length > 2 && digits.length < 7 && isBeforeMonth(lexemes, at + 2)) return { year: value };
      // 9999年底; 5000年 is a length.
      return digits.length === 4 &&
        value >= 100 &&
        (value < 3000 || (value === lastYear && isYearPart(lexemes, at + 2)))
        ? { year: value }
        : null;
    case 'M':
      return value >= 1 && value <= 12 && digits.length < 3 ? { month: value } : null;
    case 'D':
      return value >= 1 && value <= 31 && digits.length < 3 ? { day: value } : null;
    case 'Q':
      return value >= 1 && value <= 4 ? { quarter: value } : null;
    case 'C':
      return value >= 1 && value <= 30 ? { century: value } : null;
    case 'h':
      return value <= 24 && digits.length < 3 ? { hour: value } : null;
    default:
      return null;
  }
}

const ranks: Partial<Record<Unit, number>> = {
  Y: rank.year,
  M: rank.month,
  D: rank.day,
  Q: rank.half,
  C: rank.century,
  h: rank.clock,
};
const names: Partial<Record<Unit, string>> = { Y: 'year', M: 'month', D: 'day', Q: 'quarter', C: 'century', h: 'hour' };

/** 2024年, 3月, 15日, 第三季度, 21世纪. */
export const numberedUnit: PartRule = (lexemes, at) => {
  const number = afterNth(lexemes, at);
  const unit = unitAt(lexemes, number + 1, 'o');
  if (unit === null || unit === 'h' || lexemes[at + 1]?.isEnglish) return null;
  if (number > at && unit !== 'Q') return null;
  if (unit === 'D' && isLength(lexemes, number)) return null;
  if (unit === 'Q' && number === at && isLoneSeason(lexemes, at)) return null;
  const fields = numbered(lexemes, number, unit);
  const order = ranks[unit];
  return fields === null || order === undefined ? null : part(fields, number + 2, order, names[unit] ?? '');
};

/** 连续四日, 长达约十日, 两日, 四日三夜: so many days, no day of the month. */
function isLength(lexemes: Lexemes, at: number): boolean {
  const before = isKind(lexemes, at - 1, 'approx') ? at - 2 : at - 1;
  const hasNights = lexemes[at + 2]?.number != null && lexemes[at + 3]?.word === '夜';
  return lexemes[at]?.word === '两' || hasNights || isKind(lexemes, before, 'lasting');
}

/** 四季 alone is the seasons; 第四季 and 去年四季 are quarters. */
function isLoneSeason(lexemes: Lexemes, at: number): boolean {
  const unit = lexemes[at + 1];
  const before = lexemes[at - 1]?.kind;
  return unit !== undefined && unit.end - unit.start === 1 && before !== 'unit' && before !== 'ref';
}

/** 18至20日, 1-3月, 2018至2020年, 一至三季度. */
const numberedRange: PartRule = (lexemes, at) => {
  const from = afterNth(lexemes, at);
  if (lexemes[from]?.number == null || valueAt(lexemes, from + 1, 'joiner') === null) return null;
  const to = afterNth(lexemes, from + 2);
  const unit = unitAt(lexemes, to + 1, 'o');
  const order = unit === null ? undefined : ranks[unit];
  if (unit === null || unit === 'h' || order === undefined) return null;
  const [first, last] = [numbered(lexemes, from, unit), numbered(lexemes, to, unit)];
  return first === null || last === null ? null : part(first, to + 2, order, `${names[unit]}-range`, last);
};

/** 二三月, 一二季度: two digits side by side. */
const numberedPair: PartRule = (lexemes, at) => {
  const number = lexemes[at]?.number;
  const unit = unitAt(lexemes, at + 1, 'o');
  if (number?.low == null || number.high == null || number.high !== number.low + 1) return null;
  if (unit === 'M' && number.high <= 12)
    return part({ month: number.low }, at + 2, rank.month, 'month-pair', { month: number.high });
  if (unit === 'Q' && number.high <= 4)
    return part({ quarter: number.low }, at + 2, rank.half, 'quarter-pair', { quarter: number.high });
  return null;
};

/** 24年3月, 24年底, 07年: a year of two digits, where a part of the year follows or 0 leads. */
const shortYear: PartRule = (lexemes, at) => {
  const digits = lexemes[at]?.number?.digits;
  if (digits?.length !== 2 || unitAt(lexemes, at + 1, 'o') !== 'Y') return null;
  const isSpelt = digits.startsWith('0') || (lexemes[at]?.number?.form === 'han' && !/^[1-9]0?$/.test(digits));
  if (!isSpelt && !isYearPart(lexemes, at + 2)) return null;
  const value = Number(digits);
  return part({ year: value + (value < conventions.centuryTurn ? 2000 : 1900) }, at + 2, rank.year, 'short-year');
};

/** What follows a year and no length: 3月, 第52周, 底, 上半年. */
function isYearPart(lexemes: Lexemes, at: number): boolean {
  const next = lexemes[at];
  if (['segment', 'half', 'quarter', 'holiday'].includes(next?.kind ?? '')) return true;
  if (next?.kind === 'nth') return true;
  const unit = next?.number == null ? null : unitAt(lexemes, at + 1, 'o');
  return unit === 'M' || unit === 'Q' || (unit === 'D' && isGlued(lexemes, at));
}

/** 113年度, 113年5月: a year of the Republic, where a part of the year or 年度 leaves no other reading. */
const republicYear: PartRule = (lexemes, at) => {
  const digits = lexemes[at]?.number?.digits ?? '';
  if (!/^(?:9\d|1[0-3]\d)$/.test(digits) || unitAt(lexemes, at + 1, 'o') !== 'Y') return null;
  const [unit, next] = [lexemes[at + 1], lexemes[at + 2]];
  const isYearly = unit !== undefined && unit.end - unit.start === 2 && digits.length === 3;
  const isParted =
    ['segment', 'half', 'quarter'].includes(next?.kind ?? '') ||
    (next?.number != null && unitAt(lexemes, at + 3, 'o') === 'M' && unitAt(lexemes, at + 3, 'd') === null);
  if (!isYearly && !(isParted && digits.length === 3)) return null;
  return part({ year: 1911 + Number(digits) }, at + 2, rank.year, 'republic-year');
};

/** 民国113年, 康熙六年, 昭和元年; 公元前221年; 两千年8月. */
const regnalYear: PartRule = (lexemes, at) => {
  const regnal = valueAt(lexemes, at, 'regnal');
  const christian = valueAt(lexemes, at, 'ad');
  if (regnal === null && christian === null) return spokenYear(lexemes, at);
  const isFirst = lexemes[at + 1]?.value === '元';
  const count = isFirst ? 1 : wholeAt(lexemes, at + 1);
  if (count === null || count < 1 || count > (regnal === null ? 999999 : 3000) || unitAt(lexemes, at + 2, 'o') !== 'Y')
    return null;
  const year = regnal === null ? (christian === '-1' ? 1 - count : count) : Number(regnal) + count;
  return part({ year }, at + 3, rank.year, regnal === null ? 'christian-year' : 'regnal-year');
};

/** 两千年八月, 二千零八年: a year read as a number, where a month follows or its digits leave no round number. */
function spokenYear(lexemes: Lexemes, at: number): ReturnType<PartRule> {
  const year = wholeAt(lexemes, at);
  const number = lexemes[at]?.number;
  if (year === null || number?.form !== 'han' || number.digits !== null || year < 1900 || year > 2100) return null;
  if (unitAt(lexemes, at + 1, 'o') !== 'Y') return null;
  if (year % 1000 === 0 && !isYearPart(lexemes, at + 2)) return null;
  return part({ year }, at + 2, rank.year, 'spoken-year');
}

/** 20世纪90年代, 上世纪90年代, 1990年代, 九十年代; 1990s, '90s. */
const decade: PartRule = (lexemes, at) => {
  const value = wholeAt(lexemes, at);
  const number = lexemes[at]?.number;
  const digits = number?.digits ?? '';
  // 八九十年代: from the eighties to the nineties.
  if (
    number?.low != null &&
    number.high === number.low + 10 &&
    number.low % 10 === 0 &&
    unitAt(lexemes, at + 1, 'o') === 'X'
  )
    return part({ decade: number.low / 10 }, at + 2, rank.decade, 'decades', { decade: number.high / 10 });
  if (value === null || value % 10 !== 0) return null;
  const next = lexemes[at + 1];
  const isLed = ['in', 'the'].includes(lexemes[at - 1]?.word ?? '');
  const isEnglish = next?.kind === 'other' && next.value === 's' && (!next.spaced || digits.length === 4 || isLed);
  if (!isEnglish && unitAt(lexemes, at + 1, 'o') !== 'X') return null;
  const fits = digits.length === 4 ? value >= 1000 && value < 3000 : value < 100;
  if (!fits || (isEnglish && digits.length !== 4 && digits.length !== 2)) return null;
  return part({ decade: value / 10 }, at + 2, rank.decade, 'decade');
};

/** 2023-24赛季, the 2023/24 season, 2023学年, 112学年度: a year that begins in summer. A season of one year is that year. 2024-25财年: parts of two. */
export const seasonYear: PartRule = (lexemes, at) => {
  const years = yearsAt(lexemes, at);
  const kind = years === null ? null : seasonKind(lexemes, years.next);
  if (years === null || kind === null) return null;
  const { year, isPair } = years;
  if (kind === 'fiscal')
    return isPair ? part({ year }, years.next + 1, rank.year, 'fiscal-year', { year: year + 1 }) : null;
  if (!isPair && kind === 'sport') return part({ year }, years.next + 1, rank.year, 'season-year');
  const isTaiwan = lexemes[at]?.number?.digits?.length === 3;
  const month = conventions.seasonYears[isTaiwan ? 'taiwan' : kind];
  return part({ year, month }, years.next + 1, rank.month, 'season-year', { year: year + 1, month: month - 1 });
};

function seasonKind(lexemes: Lexemes, at: number): 'sport' | 'school' | 'fiscal' | null {
  if (isFiscalYear(lexemes, at)) return 'fiscal';
  const value = valueAt(lexemes, at, 'season-year');
  if (value !== null) return value === 'school' ? 'school' : 'sport';
  return lexemes[at]?.word === 'season' || lexemes[at]?.word === 'seasons' ? 'sport' : null;
}

/** 财年, 财政年度, 年度: a year that may lie in two. */
function isFiscalYear(lexemes: Lexemes, at: number): boolean {
  return /^.{0,2}(?:财年|年度)$/.test(lexemes[at]?.word ?? '') && unitAt(lexemes, at, 'o') === 'Y';
}

/** 2023-24, 2023/2024, 2023, 112: the first year, and whether the second follows. */
function yearsAt(lexemes: Lexemes, at: number): { year: number; isPair: boolean; next: number } | null {
  const written = /^(\d{4})[-/](\d\d)$/.exec(valueAt(lexemes, at, 'date') ?? '');
  if (written !== null) {
    const year = Number(written[1]);
    return (year + 1) % 100 === Number(written[2]) ? { year, isPair: true, next: at + 1 } : null;
  }
  const first = lexemes[at]?.number;
  const digits = first?.form === 'english' ? '' : (first?.digits ?? '');
  if (digits.length === 3 && seasonKind(lexemes, at + 1) === 'school')
    return { year: Number(digits) + 1911, isPair: true, next: at + 1 };
  if (!/^(?:1[89]|20|21)\d\d$/.test(digits)) return null;
  const year = Number(digits);
  const unit = unitAt(lexemes, at + 1, 'o') === 'Y' ? at + 2 : at + 1;
  const sign = lexemes[unit];
  const second = lexemes[unit + 1]?.number?.digits;
  const isPair = (sign?.kind === 'joiner' || sign?.word === '/') && (second?.length === 2 || second?.length === 4);
  if (!isPair) return { year, isPair: false, next: at + 1 };
  const isNext = Number(second) % 100 === (year + 1) % 100;
  const hasUnit = unitAt(lexemes, unit + 2, 'o') === 'Y' && !isFiscalYear(lexemes, unit + 2);
  const behind = hasUnit ? unit + 3 : unit + 2;
  return isNext ? { year, isPair: true, next: behind } : null;
}

/** Parts that are a number with its unit, each with the kinds of lexeme that it begins with. */
export const numberedRules: readonly (readonly [rule: PartRule, kinds: string])[] = [
  [regnalYear, 'regnal ad number'],
  [republicYear, 'number'],
  [decade, 'number'],
  [numberedRange, 'number nth'],
  [numberedPair, 'number'],
  [numberedUnit, 'number nth'],
  [shortYear, 'number'],
];

/** 昨(14)日, 今(15日), 去(2023)年, 今(2025)年: the number in brackets says which day or year. */
export const bracketed: PartRule = (lexemes, at) => {
  const unit = valueAt(lexemes, at, 'short-ref')?.split(' ')[0];
  if (unit === undefined || lexemes[at + 1]?.value !== '(') return null;
  const isBehind = lexemes[at + 3]?.value === ')';
  const written = unitAt(lexemes, isBehind ? at + 4 : at + 3, 'o');
  if (!isBehind && lexemes[at + 4]?.value !== ')') return null;
  // 今 and 明 are the day, and the year as well.
  if (written !== unit && !(written === 'Y' && unit === 'D' && isBehind && lexemes[at]?.word !== '昨')) return null;
  const fields = numbered(lexemes, at + 2, written as Unit);
  return fields === null ? null : part(fields, at + 5, written === 'Y' ? rank.year : rank.day, 'bracketed');
};

/** 3月12: a day without its unit, right behind the month. */
export const bareDay: PartRule = (lexemes, at, after) => {
  const day = wholeAt(lexemes, at);
  const lexeme = lexemes[at];
  if (day === null || day < 1 || day > 31 || after.month === undefined || after.day !== undefined) return null;
  if (lexeme?.number?.form !== 'arabic' || (lexeme.number.digits?.length ?? 3) > 2 || lexeme.spaced) return null;
  const next = lexemes[at + 1];
  const stands =
    next === undefined ||
    (next.kind === 'mark' && !/[%.:/‰]/.test(next.value)) ||
    next.kind === 'joiner' ||
    next.kind === 'daypart' ||
    next.kind === 'clock';
  return stands ? part({ day }, at + 1, rank.day, 'bare-day') : null;
};

import type { Lexeme } from './lexemes.js';
import type { Fields, Unit } from './shapes.js';

/** A part of a date: what one rule read, the index behind it, and its place from coarse (0) to fine (9). */
export interface Part {
  readonly fields: Fields;
  /** The other end where the part is a range of its own: 18至20日. */
  readonly to: Fields | null;
  readonly next: number;
  readonly rank: number;
  readonly by: string;
}

export type Lexemes = readonly Lexeme[];
type PartRule = (lexemes: Lexemes, at: number) => Part | null;

export const rank = {
  century: 0,
  decade: 1,
  year: 2,
  half: 3,
  month: 4,
  week: 5,
  day: 6,
  weekday: 7,
  part: 8,
  clock: 9,
  segment: 10,
};

/** The value of a lexeme of `kind`, or null. */
export function valueAt(lexemes: Lexemes, at: number, kind: string): string | null {
  const lexeme = lexemes[at];
  return lexeme?.kind === kind ? lexeme.value : null;
}

/** Whether a unit lexeme stands at `at` in the role `d` (counted) or `o` (numbered). */
export function unitAt(lexemes: Lexemes, at: number, role: 'd' | 'o'): Unit | null {
  const [unit, roles] = valueAt(lexemes, at, 'unit')?.split(' ') ?? [];
  return unit !== undefined && roles?.includes(role) ? (unit as Unit) : null;
}

/** The exact whole number at `at`, or null. */
export function wholeAt(lexemes: Lexemes, at: number): number | null {
  const number = lexemes[at]?.number;
  if (number?.value == null || number.approx || number.role === 'fraction' || number.role === 'percent') return null;
  return Number.isInteger(number.value) && number.value >= 0 ? number.value : null;
}

/** Skips 第 before a number. */
function afterNth(lexemes: Lexemes, at: number): number {
  return valueAt(lexemes, at, 'nth') === null ? at : at + 1;
}

/** Fields that a number has before a unit: 3月 is {month: 3}. Null where the number is out of range. */
function numbered(lexemes: Lexemes, at: number, unit: Unit): Fields | null {
  const value = wholeAt(lexemes, at);
  const lexeme = lexemes[at];
  if (value === null || lexeme === undefined || lexeme.english) return null;
  const digits = lexeme.number?.digits ?? '';
  switch (unit) {
    case 'Y':
      return digits.length === 4 && value >= 100 && value < 3000 ? { year: value } : null;
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
const numberedUnit: PartRule = (lexemes, at) => {
  const number = afterNth(lexemes, at);
  const unit = unitAt(lexemes, number + 1, 'o');
  if (unit === null || unit === 'h' || lexemes[at + 1]?.english) return null;
  if (number > at && unit !== 'Q') return null;
  if (unit === 'Q' && number === at && isLoneSeason(lexemes, at)) return null;
  const fields = numbered(lexemes, number, unit);
  const order = ranks[unit];
  if (fields === null || order === undefined) return null;
  return { fields, to: null, next: number + 2, rank: order, by: names[unit] ?? '' };
};

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
  if (unit === null || order === undefined) return null;
  const [first, last] = [numbered(lexemes, from, unit), numbered(lexemes, to, unit)];
  if (first === null || last === null) return null;
  return { fields: first, to: last, next: to + 2, rank: order, by: `${names[unit]}-range` };
};

/** 二三月, 一二季度: two digits side by side. */
const numberedPair: PartRule = (lexemes, at) => {
  const number = lexemes[at]?.number;
  const unit = unitAt(lexemes, at + 1, 'o');
  if (number?.low == null || number.high == null || number.high !== number.low + 1) return null;
  if (unit === 'M' && number.high <= 12)
    return {
      fields: { month: number.low },
      to: { month: number.high },
      next: at + 2,
      rank: rank.month,
      by: 'month-pair',
    };
  if (unit === 'Q' && number.high <= 4)
    return {
      fields: { quarter: number.low },
      to: { quarter: number.high },
      next: at + 2,
      rank: rank.half,
      by: 'quarter-pair',
    };
  return null;
};

/** 24年3月, 24年底: a year of two digits, where a part of the year follows. */
const shortYear: PartRule = (lexemes, at) => {
  const digits = lexemes[at]?.number?.digits;
  if (digits?.length !== 2 || unitAt(lexemes, at + 1, 'o') !== 'Y') return null;
  const next = lexemes[at + 2];
  const month = unitAt(lexemes, at + 3, 'o');
  const isSpelt = digits.startsWith('0') || (lexemes[at]?.number?.form === 'han' && !/^[1-9]0?$/.test(digits));
  const follows =
    isSpelt ||
    ['segment', 'half', 'quarter'].includes(next?.kind ?? '') ||
    (month !== null && month !== 'Y' && month !== 'h');
  if (!follows) return null;
  const value = Number(digits);
  return {
    fields: { year: value + (value < 50 ? 2000 : 1900) },
    to: null,
    next: at + 2,
    rank: rank.year,
    by: 'short-year',
  };
};

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
  return { fields: { year: 1911 + Number(digits) }, to: null, next: at + 2, rank: rank.year, by: 'republic-year' };
};

/** 民国113年, 康熙六年, 昭和元年; 公元前221年. */
const regnalYear: PartRule = (lexemes, at) => {
  const regnal = valueAt(lexemes, at, 'regnal');
  const christian = valueAt(lexemes, at, 'ad');
  if (regnal === null && christian === null) return null;
  const isFirst = lexemes[at + 1]?.value === '元';
  const count = isFirst ? 1 : wholeAt(lexemes, at + 1);
  if (count === null || count < 1 || count > 3000 || unitAt(lexemes, at + 2, 'o') !== 'Y') return null;
  const year = regnal === null ? (christian === '-1' ? 1 - count : count) : Number(regnal) + count;
  return {
    fields: { year },
    to: null,
    next: at + 3,
    rank: rank.year,
    by: regnal === null ? 'christian-year' : 'regnal-year',
  };
};

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
    return {
      fields: { decade: number.low / 10 },
      to: { decade: number.high / 10 },
      next: at + 2,
      rank: rank.decade,
      by: 'decades',
    };
  if (value === null || value % 10 !== 0) return null;
  const next = lexemes[at + 1];
  const isEnglish = next?.kind === 'other' && next.value === 's' && !next.spaced;
  if (!isEnglish && unitAt(lexemes, at + 1, 'o') !== 'X') return null;
  const fits = digits.length === 4 ? value >= 1000 && value < 3000 : value < 100;
  if (!fits || (isEnglish && digits.length !== 4 && digits.length !== 2)) return null;
  return { fields: { decade: value / 10 }, to: null, next: at + 2, rank: rank.decade, by: 'decade' };
};

/** 去年, 昨天, 次年, 今晚, yesterday, tonight: one word that counts from the anchor. */
const relative: PartRule = (lexemes, at) => {
  const value = valueAt(lexemes, at, 'ref');
  if (value === null) return null;
  const [unit, by, base, part] = value.split(' ');
  if (unit === 'P') return null;
  const shift = { unit: unit as Unit, by: Number(by), base: base === 'c' ? ('c' as const) : ('a' as const) };
  const hours: Record<string, string> = { MO: 'MO 6 12', AF: 'AF 12 18', EV: 'EV 18 22', NI: 'NI 20 24' };
  const finer: Fields = part === undefined ? {} : part in hours ? { part: hours[part] ?? '' } : { season: part };
  const perhaps: Fields = base === 'p' ? { perhapsPresent: true } : {};
  const order =
    { Y: part === undefined ? rank.year : rank.half, M: rank.month, D: part === undefined ? rank.day : rank.part }[
      unit ?? ''
    ] ?? rank.week;
  return { fields: { shift, ...finer, ...perhaps }, to: null, next: at + 1, rank: order, by: 'relative' };
};

/** 上月, 本周, 下个季度, 上世纪; last year, this month; 上周五, next Friday; last April, this summer. */
const shifted: PartRule = (lexemes, at) => {
  const by = valueAt(lexemes, at, 'shift');
  const next = lexemes[at + 1];
  if (by === null || next === undefined) return null;
  const step = Number(by);
  const english = lexemes[at]?.english ?? false;
  const weekday = valueAt(lexemes, at + 1, 'weekday');
  const make = (fields: Fields, order: number): Part => ({
    fields,
    to: null,
    next: at + 2,
    rank: order,
    by: 'shifted',
  });
  if (weekday !== null)
    return make({ shift: { unit: 'W', by: step, base: 'a' }, weekday: Number(weekday) }, rank.weekday);
  if (next.kind === 'weekend') return make({ shift: { unit: 'W', by: step, base: 'a' }, weekend: true }, rank.weekday);
  if (english && next.kind === 'month')
    return make({ shift: { unit: 'Y', by: step, base: 'a' }, month: Number(next.value) }, rank.month);
  if (english && next.kind === 'season')
    return make({ shift: { unit: 'Y', by: step, base: 'a' }, season: next.value }, rank.half);
  if (english && next.kind === 'daypart' && step === 0)
    return make({ shift: { unit: 'D', by: 0, base: 'a' }, part: next.value }, rank.part);
  const unit = valueAt(lexemes, at + 1, 'unit')?.split(' ')[0] as Unit | undefined;
  if (unit === undefined || !['C', 'X', 'Y', 'Q', 'M', 'W', 'D', 'F'].includes(unit)) return null;
  if (unit === 'D' && !english && step !== 0) return null;
  const order =
    { C: rank.century, X: rank.decade, Y: rank.year, Q: rank.half, M: rank.month, W: rank.week, D: rank.day }[
      unit as string
    ] ?? rank.week;
  return make({ shift: { unit, by: step, base: 'a' } }, order);
};

/** 上年同期, 去年同期: the last date's month or quarter, a year earlier. */
const samePeriod: PartRule = (lexemes, at) => {
  const before = relative(lexemes, at) ?? shifted(lexemes, at);
  if (before === null || !valueAt(lexemes, before.next, 'ref')?.startsWith('P')) return null;
  return {
    fields: { ...before.fields, samePeriod: true },
    to: null,
    next: before.next + 1,
    rank: rank.segment,
    by: 'same-period',
  };
};

/** 前两个月, 前三季度, 前10个月, the first nine months: from the beginning of the year. */
const firstOfYear: PartRule = (lexemes, at) => {
  const head = lexemes[at];
  const isFirst =
    head?.kind === 'front' || head?.kind === 'first' || (head?.number?.role === 'ordinal' && head.number.value === 1);
  const count = lexemes[at + 1]?.number?.role === 'ordinal' ? null : wholeAt(lexemes, at + 1);
  const unit = unitAt(lexemes, at + 2, 'd') ?? unitAt(lexemes, at + 2, 'o');
  if (!isFirst || count === null || count < 2) return null;
  if (unit === 'M' && count <= 12)
    return { fields: { month: 1 }, to: { month: count }, next: at + 3, rank: rank.half, by: 'first-months' };
  if (unit === 'Q' && count <= 4)
    return { fields: { quarter: 1 }, to: { quarter: count }, next: at + 3, rank: rank.half, by: 'first-quarters' };
  return null;
};

/** January, 上半年, Q3, 秋天, 周五, Friday, 国庆节, weekend, 上旬, 底: one word each. */
const named: PartRule = (lexemes, at) => {
  const lexeme = lexemes[at];
  if (lexeme === undefined) return null;
  const make = (fields: Fields, order: number): Part => ({
    fields,
    to: null,
    next: at + 1,
    rank: order,
    by: lexeme.kind,
  });
  switch (lexeme.kind) {
    case 'month':
      return make({ month: Number(lexeme.value) }, rank.month);
    case 'half':
      return make({ half: Number(lexeme.value) }, rank.half);
    case 'quarter':
      return make({ quarter: Number(lexeme.value) }, rank.half);
    case 'season':
      return make({ season: lexeme.value }, rank.half);
    case 'weekday':
      return make({ weekday: Number(lexeme.value) }, rank.weekday);
    case 'weekend':
      return make({ weekend: true }, rank.weekday);
    case 'holiday':
      return make({ holiday: lexeme.value }, rank.day);
    case 'segment':
      return make({ segment: lexeme.value as 'START' }, rank.segment);
    case 'segment-year':
      return make({ shift: { unit: 'Y', by: 0, base: 'a' }, segment: lexeme.value as 'START' }, rank.segment);
    case 'daypart':
      return make({ part: lexeme.value }, rank.part);
    default:
      return null;
  }
};

/** 年底, 年中, 月初, 月底: of this year, of this month. */
const bareSegment: PartRule = (lexemes, at) => {
  const unit = unitAt(lexemes, at, 'o');
  const segment = valueAt(lexemes, at + 1, 'segment');
  if (segment === null || (unit !== 'Y' && unit !== 'M')) return null;
  if (lexemes[at]?.end !== lexemes[at + 1]?.start) return null;
  return {
    fields: { shift: { unit, by: 0, base: 'a' }, segment: segment as 'START' },
    to: null,
    next: at + 2,
    rank: rank.segment,
    by: 'bare-segment',
  };
};

/** 年底, 年初 after a year that is named already (去年年底): the unit says nothing new. */
const unitSegment: PartRule = (lexemes, at) => {
  const part = bareSegment(lexemes, at);
  const segment = part?.fields.segment;
  return part === null || segment === undefined ? null : { ...part, fields: { segment }, by: 'segment' };
};

/** second half, third quarter, 19th century, H1. */
const ordinalPart: PartRule = (lexemes, at) => {
  const number = lexemes[at]?.number;
  if (number?.role !== 'ordinal' || number.value === null) return null;
  const hyphen = lexemes[at + 1]?.value === '-' || valueAt(lexemes, at + 1, 'joiner') === '' ? 1 : 0;
  const noun = lexemes[at + 1 + (isHyphen(lexemes, at + 1) ? hyphen : 0)];
  const next = at + 2 + (isHyphen(lexemes, at + 1) ? hyphen : 0);
  const make = (fields: Fields, order: number, by: string): Part => ({ fields, to: null, next, rank: order, by });
  if (noun?.value === 'half' && number.value <= 2) return make({ half: number.value }, rank.half, 'ordinal-half');
  if (noun?.kind !== 'unit' || !noun.english) return null;
  if (noun.value.startsWith('Q') && number.value <= 4)
    return make({ quarter: number.value }, rank.half, 'ordinal-quarter');
  if (noun.value.startsWith('C')) return make({ century: number.value }, rank.century, 'ordinal-century');
  return null;
};

function isHyphen(lexemes: Lexemes, at: number): boolean {
  const lexeme = lexemes[at];
  const before = lexemes[at - 1];
  return lexeme?.kind === 'joiner' && lexeme.end - lexeme.start === 1 && !lexeme.spaced && before?.end === lexeme.start;
}

/** 昨(14)日, 今(15)日, 去(2023)年: the number in brackets says which day or year. */
const bracketed: PartRule = (lexemes, at) => {
  const unit = valueAt(lexemes, at, 'short-ref')?.split(' ')[0];
  const isBracketed = lexemes[at + 1]?.value === '(' && lexemes[at + 3]?.value === ')';
  if (unit === undefined || !isBracketed || unitAt(lexemes, at + 4, 'o') !== unit) return null;
  const fields = numbered(lexemes, at + 2, unit as Unit);
  if (fields === null) return null;
  return { fields, to: null, next: at + 5, rank: unit === 'Y' ? rank.year : rank.day, by: 'bracketed' };
};

/** 全年: all of this year; behind a year it says nothing new. */
const wholeYear: PartRule = (lexemes, at) => {
  if (lexemes[at]?.kind !== 'whole-year') return null;
  return {
    fields: { shift: { unit: 'Y', by: 0, base: 'a' } },
    to: null,
    next: at + 1,
    rank: rank.year,
    by: 'whole-year',
  };
};

const partRules: readonly PartRule[] = [
  bracketed,
  wholeYear,
  samePeriod,
  regnalYear,
  republicYear,
  decade,
  numberedRange,
  numberedPair,
  numberedUnit,
  shortYear,
  firstOfYear,
  shifted,
  relative,
  bareSegment,
  ordinalPart,
  named,
];

/** The longest part that starts at `at`; `inside` is true behind another part. */
export function partAt(lexemes: Lexemes, at: number, inside: boolean): Part | null {
  if (inside && lexemes[at]?.kind === 'whole-year')
    return { fields: {}, to: null, next: at + 1, rank: rank.year + 0.5, by: 'whole-year' };
  if (inside && lexemes[at]?.kind === 'bound-half')
    return { fields: { half: 1 }, to: null, next: at + 1, rank: rank.half, by: 'half' };
  let best: Part | null = inside ? unitSegment(lexemes, at) : null;
  for (const rule of partRules) {
    const part = rule(lexemes, at);
    if (part !== null && part.next > (best?.next ?? at)) best = part;
  }
  return best;
}

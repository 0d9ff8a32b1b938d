import { isGlued, type Lexemes, type PartRule, part, rank, unitAt, valueAt, wholeAt } from './grammar.js';

/** 正月初三, 腊月廿八, 农历8月15, 八月十五, 农历闰四月: a date of the lunar calendar. */
export const lunarDay: PartRule = (lexemes, at) => {
  const isNamed = lexemes[at]?.kind === 'lunar';
  const start = isNamed ? at + 1 : at;
  const month = lunarMonthAt(lexemes, start);
  if (month === null) return null;
  const isLunarMonth = isNamed || month.isLunar;
  const day = lunarDayAt(lexemes, month.next, isLunarMonth);
  if (day === null && !isLunarMonth) return null;
  // 一月二十三 is a day in January, for the first lunar month is 正月.
  if (day !== null && !isLunarMonth && !day.isLunar && month.month === 1)
    return part({ month: 1, day: day.day }, day.next, rank.day, 'bare-day');
  const lunar = month.isLeap ? 'leap' : 'plain';
  if (day === null) return part({ lunar, month: month.month }, month.next, rank.month, 'lunar-month');
  return part({ lunar, month: month.month, day: day.day }, day.next, rank.day, 'lunar-day');
};

/** 农历 before the year: 农历2023年七月 is the seventh month of the lunar year. */
export function isLunarYear(lexemes: Lexemes, at: number): boolean {
  return lexemes[at]?.kind === 'lunar' && lexemes[at + 1]?.number != null && unitAt(lexemes, at + 2, 'o') === 'Y';
}

function lunarMonthAt(
  lexemes: Lexemes,
  at: number,
): { month: number; next: number; isLunar: boolean; isLeap: boolean } | null {
  const named = valueAt(lexemes, at, 'lunar-month');
  if (named !== null) return { month: Number(named), next: at + 1, isLunar: true, isLeap: false };
  const isLeap = lexemes[at]?.word === '闰';
  const start = isLeap ? at + 1 : at;
  const month = wholeAt(lexemes, start);
  if (month === null || month < 1 || month > 12 || unitAt(lexemes, start + 1, 'o') !== 'M') return null;
  return { month, next: start + 2, isLunar: isLeap, isLeap };
}

/** 初三, 廿八, 十五 (without 日), and any day behind a lunar month. */
function lunarDayAt(
  lexemes: Lexemes,
  at: number,
  isLunarMonth: boolean,
): { day: number; next: number; isLunar: boolean } | null {
  const isEarly = lexemes[at]?.word === '初';
  const start = isEarly ? at + 1 : at;
  const day = wholeAt(lexemes, start);
  const number = lexemes[start]?.number;
  if (day === null || day < 1 || day > (isEarly ? 10 : 30) || !isGlued(lexemes, start)) return null;
  const isDay = unitAt(lexemes, start + 1, 'o') === 'D';
  if (isEarly) return { day, next: start + 1, isLunar: true };
  if (isLunarMonth) return { day, next: isDay ? start + 2 : start + 1, isLunar: true };
  if (isDay || number?.form !== 'han' || day < 11 || lexemes[start + 1]?.kind === 'unit') return null;
  const word = lexemes[start]?.word ?? '';
  return { day, next: start + 1, isLunar: word.startsWith('廿') };
}

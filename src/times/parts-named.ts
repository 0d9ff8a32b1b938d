import { anyUnitAt, isKind, type Lexemes, type PartRule, part, rank, unitAt, valueAt, wholeAt } from './grammar.js';
import { lengthOf } from './length-values.js';
import { numberedUnit } from './parts-numbered.js';
import type { Fields, Shift, Unit } from './shapes.js';

const hours: Readonly<Record<string, string>> = {
  MO: 'MO 6 10',
  AF: 'AF 12 18',
  EV: 'EV 18 24',
  NI: 'NI 18 24',
  'MO-en': 'MO 0 12',
  'AF-en': 'AF 12 19',
};

/** 去年, 昨天, 次年, 今晚, yesterday, tonight: one word that counts from the anchor. */
export const relative: PartRule = (lexemes, at) => {
  const value = valueAt(lexemes, at, 'ref');
  if (value === null) return null;
  const [unit, by, base, segment] = value.split(' ');
  if (unit === 'P') return null;
  const shift: Shift = { unit: unit as Unit, by: Number(by), base: base === 'c' ? 'c' : 'a' };
  const name = lexemes[at]?.isEnglish && `${segment}-en` in hours ? `${segment}-en` : segment;
  const finer: Fields =
    segment === undefined ? {} : segment in hours ? { part: hours[name ?? ''] ?? '' } : { season: segment };
  const perhaps: Fields = base === 'p' ? { perhapsPresent: true } : {};
  const order =
    {
      Y: segment === undefined ? rank.year : rank.half,
      M: rank.month,
      D: segment === undefined ? rank.day : rank.part,
    }[unit ?? ''] ?? rank.week;
  return part({ shift, ...finer, ...perhaps }, at + 1, order, 'relative');
};

const shiftRanks: Partial<Record<Unit, number>> = {
  C: rank.century,
  X: rank.decade,
  Y: rank.year,
  Q: rank.half,
  M: rank.month,
  W: rank.week,
  F: rank.week,
  D: rank.day,
  BD: rank.day,
};

function stepOf(unit: Unit, by: number): Fields {
  return { shift: { unit, by, base: 'a' } };
}

/** 上月, 本周, 下个季度, 上世纪; last year, this month; 上周五, next Friday; last April, this summer. */
const shifted: PartRule = (lexemes, at) => {
  const by = valueAt(lexemes, at, 'shift');
  const start = by === null ? at : thisComing(lexemes, at);
  const next = lexemes[start + 1];
  if (by === null || next === undefined) return null;
  const step = Number(lexemes[start]?.value ?? by);
  const english = lexemes[at]?.isEnglish ?? false;
  const end = start + 2;
  const isNamed = english && isNear(lexemes, start);
  switch (next.kind) {
    case 'weekday':
      if (isNamed)
        return part({ which: Math.sign(step) as 0, weekday: Number(next.value) }, end, rank.weekday, 'shifted');
      return part({ ...stepOf('W', step), weekday: Number(next.value) }, end, rank.weekday, 'shifted');
    case 'weekend':
      return part({ ...stepOf('W', step), weekend: true }, end, rank.weekday, 'shifted');
    case 'holiday':
      if (!english) return null;
      return part(
        step === 0
          ? { ...stepOf('Y', step), holiday: next.value }
          : { which: Math.sign(step) as 1, holiday: next.value },
        end,
        rank.day,
        'shifted',
      );
    case 'month':
      return english ? part({ ...stepOf('Y', step), month: Number(next.value) }, end, rank.month, 'shifted') : null;
    case 'season':
      return english ? part({ ...stepOf('Y', step), season: next.value }, end, rank.half, 'shifted') : null;
    case 'daypart':
      return english ? part({ ...stepOf('D', step), part: next.value }, end, rank.part, 'shifted') : null;
  }
  const unit = anyUnitAt(lexemes, start + 1);
  const order = unit === null ? undefined : shiftRanks[unit];
  if (unit === null || order === undefined || (unit === 'D' && !english && step !== 0)) return null;
  return part(stepOf(unit, step), end, order, 'shifted');
};

/** this coming Friday, this past weekend: the second word decides. */
function thisComing(lexemes: Lexemes, at: number): number {
  const [first, second] = [lexemes[at], lexemes[at + 1]];
  const isPair = first?.isEnglish && first.value === '0' && (second?.kind === 'shift' || second?.kind === 'past');
  return isPair && second?.kind === 'shift' ? at + 1 : at;
}

/** this Friday, upcoming Friday: the nearest; next Friday and last Friday are those of the next and last week. */
function isNear(lexemes: Lexemes, at: number): boolean {
  return lexemes[at]?.value === '0' || lexemes[at]?.near === true;
}

/** past Friday, this past weekend. */
const pastDay: PartRule = (lexemes, at) => {
  const start = lexemes[at]?.kind === 'shift' && lexemes[at]?.value === '0' ? at + 1 : at;
  const [past, day] = [lexemes[start], lexemes[start + 1]];
  if (past?.kind !== 'past' || !past.isEnglish || past.value === 'near') return null;
  if (day?.kind === 'weekday')
    return part({ which: -1, weekday: Number(day.value) }, start + 2, rank.weekday, 'past-day');
  if (day?.kind !== 'weekend') return null;
  return part({ shift: { unit: 'W', by: -1, base: 'a' }, weekend: true }, start + 2, rank.weekday, 'past-day');
};

/** 去年今日, 去年的今天, 去年本月: the day or month of publication in another year. */
const yearsBeside: PartRule = (lexemes, at) => {
  const by = Number(/^Y (-?\d) a$/.exec(valueAt(lexemes, at, 'ref') ?? '')?.[1] ?? 0);
  const next = isKind(lexemes, at + 1, 'de') ? at + 2 : at + 1;
  const unit = /^([DM]) 0 a$/.exec(valueAt(lexemes, next, 'ref') ?? '')?.[1];
  if (by === 0 || unit === undefined || lexemes[at]?.isEnglish) return null;
  const steps = [{ length: lengthOf(Math.abs(by), 'Y'), direction: by < 0 ? -1 : 1 }] as const;
  const fields: Fields = { shift: { unit: unit as Unit, by: 0, base: 'a' }, steps };
  return part(fields, next + 1, unit === 'D' ? rank.day : rank.month, 'years-beside');
};

/** 上年同期, 去年同期, 2019年同期: the last date's month or quarter, in another year. */
const samePeriod: PartRule = (lexemes, at, after) => {
  const before = relative(lexemes, at, after) ?? shifted(lexemes, at, after) ?? numberedUnit(lexemes, at, after);
  const isOf = before?.fields.shift !== undefined || before?.fields.year !== undefined;
  if (before === null || !isOf || !valueAt(lexemes, before.next, 'ref')?.startsWith('P')) return null;
  return part({ ...before.fields, samePeriod: true }, before.next + 1, rank.segment, 'same-period');
};

/** 前两个月, 前三季度, 前10个月, the first nine months: from the beginning of the year. */
const firstOfYear: PartRule = (lexemes, at, after) => {
  const head = lexemes[at];
  const isFirst =
    head?.kind === 'front' || head?.kind === 'first' || (head?.number?.role === 'ordinal' && head.number.value === 1);
  const count = lexemes[at + 1]?.number?.role === 'ordinal' ? null : wholeAt(lexemes, at + 1);
  const unit = anyUnitAt(lexemes, at + 2);
  if (!isFirst || count === null || count < 2 || after.month !== undefined) return null;
  if (unit === 'M' && count <= 12) return part({ month: 1 }, at + 3, rank.half, 'first-months', { month: count });
  if (unit === 'Q' && count <= 4) return part({ quarter: 1 }, at + 3, rank.half, 'first-quarters', { quarter: count });
  return null;
};

/** January, 上半年, Q3, 秋天, 周五, Friday, 国庆节, weekend, 上旬, 底: one word each. */
const named: PartRule = (lexemes, at) => {
  const lexeme = lexemes[at];
  if (lexeme === undefined) return null;
  const { kind } = lexeme;
  switch (kind) {
    case 'month':
      return part({ month: Number(lexeme.value) }, at + 1, rank.month, kind);
    case 'half':
      return part({ half: Number(lexeme.value) }, at + 1, rank.half, kind);
    case 'quarter':
      return part({ quarter: Number(lexeme.value) }, at + 1, rank.half, kind);
    case 'season':
      return part({ season: lexeme.value }, at + 1, rank.half, kind);
    case 'weekday':
      return part({ weekday: Number(lexeme.value) }, at + 1, rank.weekday, kind);
    case 'weekend':
      return part({ weekend: true }, at + 1, rank.weekday, kind);
    case 'holiday':
      return part({ holiday: lexeme.value }, at + 1, rank.day, kind);
    case 'segment':
      return part({ segment: lexeme.value as 'START' }, at + 1, rank.segment, kind);
    case 'segment-of': {
      const [unit, segment] = lexeme.value.split(' ');
      return part(
        { shift: { unit: unit as Unit, by: 0, base: 'a' }, segment: segment as 'START' },
        at + 1,
        rank.segment,
        kind,
      );
    }
    case 'daypart':
      return part({ part: lexeme.value }, at + 1, rank.part, kind);
    case 'after':
    case 'ago': {
      const isSegment = lexeme.isEnglish && ['later', 'earlier'].includes(lexeme.word) && isRunning(lexemes, at + 1);
      return isSegment
        ? part({ segment: lexeme.word === 'later' ? 'LATER' : 'EARLIER' }, at + 1, rank.segment, kind)
        : null;
    }
    case 'decade-word':
      return part({ decade: Number(lexeme.value) }, at + 1, rank.decade, kind);
    case 'now':
      return part({ now: true }, at + 1, rank.clock, kind);
    default:
      return null;
  }
};

/** later this week, earlier in the year: what is running follows. */
function isRunning(lexemes: Lexemes, at: number): boolean {
  const next = lexemes[at];
  return (
    (next?.kind === 'shift' && next.isEnglish) || next?.kind === 'the' || next?.word === 'in' || next?.kind === 'ref'
  );
}

/** 年底, 年中, 月初, 月底: of this year, of this month. */
const bareSegment: PartRule = (lexemes, at) => {
  const unit = unitAt(lexemes, at, 'o');
  const segment = valueAt(lexemes, at + 1, 'segment');
  if (segment === null || (unit !== 'Y' && unit !== 'M') || lexemes[at]?.isEnglish) return null;
  if (lexemes[at]?.end !== lexemes[at + 1]?.start) return null;
  return part({ shift: { unit, by: 0, base: 'a' }, segment: segment as 'START' }, at + 2, rank.segment, 'bare-segment');
};

/** 年底, 年初 after a year that is named already (去年年底): the unit says nothing new. */
export const unitSegment: PartRule = (lexemes, at, after) => {
  const found = bareSegment(lexemes, at, after);
  const segment = found?.fields.segment;
  return found === null || segment === undefined ? null : { ...found, fields: { segment }, by: 'segment' };
};

/** 全年: all of this year; behind a year it says nothing new. */
const wholeYear: PartRule = (lexemes, at) => {
  if (lexemes[at]?.kind !== 'whole-year') return null;
  return part({ shift: { unit: 'Y', by: 0, base: 'a' } }, at + 1, rank.year, 'whole-year');
};

/** 2 days before yesterday written as one: 2 day before yesterday, 3 day after tomorrow. */
const daysBeside: PartRule = (lexemes, at) => {
  const count = wholeAt(lexemes, at);
  const value = lexemes[at + 1]?.word.startsWith('day ') ? valueAt(lexemes, at + 1, 'ref') : null;
  const by = Number(/^D (-?2) a$/.exec(value ?? '')?.[1] ?? 0);
  if (count === null || count < 2 || count > 31 || by === 0) return null;
  return part({ shift: { unit: 'D', by: Math.sign(by) * (count + 1), base: 'a' } }, at + 2, rank.day, 'days-beside');
};

/** Parts that are words of the lexicon, each with the kinds of lexeme that it begins with. */
export const namedRules: readonly (readonly [rule: PartRule, kinds: string])[] = [
  [wholeYear, 'whole-year'],
  [daysBeside, 'number'],
  [samePeriod, 'ref shift number'],
  [firstOfYear, 'front first number'],
  [shifted, 'shift'],
  [pastDay, 'past shift'],
  [yearsBeside, 'ref'],
  [relative, 'ref'],
  [bareSegment, 'unit'],
  [named, 'month half quarter season weekday weekend holiday segment segment-of daypart after ago decade-word now'],
];

import { englishClock } from './clock-english.js';
import { isKind, type Lexemes, type Part, part, rank, unitAt, valueAt, wholeAt } from './grammar.js';
import { afternoon, twelveHours } from './half-day.js';
import type { Fields } from './shapes.js';

/** 晚11时, 9点半, 15时30分, 10:45, 5 p.m., noon. `after` is what the date says so far: 下午3点 is 15:00. */
export function clockAt(lexemes: Lexemes, at: number, after: Fields): Part | null {
  if (after.hour !== undefined) return null;
  let best: Part | null = null;
  for (const rule of clockRules) {
    const found = rule(lexemes, at, after);
    if (found !== null && found.next > (best?.next ?? at)) best = found;
  }
  return best;
}

const clockRules = [digitalClock, chineseRange, chineseClock, englishClock, noonAt];

/** A clock with what places it in the half of the day; ambiguous where nothing does. */
function clockFields(hour: number, rest: Omit<Fields, 'hour'>, after: Fields, half: string | null): Fields {
  const ambiguous: Fields =
    half === null && after.part === undefined && hour >= 1 && hour <= 12 ? { ambiguous: true } : {};
  return { hour: half === null ? afternoon(hour, after.part) : twelveHours(hour, half), ...rest, ...ambiguous };
}

/** 10:45, 10:45:30 pm. */
function digitalClock(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const written = valueAt(lexemes, at, 'clock');
  if (written === null) return null;
  const [hour = 99, minute = 99, second] = written.split(/[:.hH]/).map(Number);
  if (hour > 24 || minute > 59 || (second ?? 0) > 59) return null;
  const half = valueAt(lexemes, at + 1, 'ampm');
  const fields = clockFields(hour, { minute, ...(second === undefined ? {} : { second }) }, after, half);
  const exact = hour > 12 || hour === 0 || written.startsWith('0') ? { ...fields, ambiguous: undefined } : fields;
  return part(strip(exact), half === null ? at + 1 : at + 2, rank.clock, 'clock');
}

function strip(fields: { [K in keyof Fields]?: Fields[K] | undefined }): Fields {
  const { ambiguous, ...rest } = fields;
  return (ambiguous ? { ...rest, ambiguous } : rest) as Fields;
}

/** 9~12点半, 晚上9至11点: the second hour says what both are. */
function chineseRange(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const hour = wholeAt(lexemes, at);
  if (hour === null || hour > 24 || lexemes[at]?.isEnglish || valueAt(lexemes, at + 1, 'joiner') === null) return null;
  const last = chineseClock(lexemes, at + 2, { ...after, hour });
  if (last?.fields.hour === undefined) return null;
  return part(
    { hour: afternoon(hour, after.part) },
    last.next,
    rank.clock,
    'hour-range',
    strip({ ...last.fields, hour: afternoon(wholeAt(lexemes, at + 2) ?? 0, after.part) }),
  );
}

/** 11时, 9点半, 15时30分20秒, 三点一刻, 下午5点多钟, 3点30, 九点零九, 6点30pm. */
function chineseClock(lexemes: Lexemes, at: number, after: Fields): Part | null {
  const hour = wholeAt(lexemes, at);
  const start = lexemes[at + 1]?.kind === 'more' ? at + 2 : at + 1;
  if (hour === null || hour > 24 || lexemes[at]?.isEnglish || unitAt(lexemes, start, 'o') !== 'h') return null;
  const minutes = minutesAt(lexemes, start + 1, after);
  const half = valueAt(lexemes, minutes.next, 'ampm');
  const isOpen = minutes.fields === null && half === null && !isDated(after);
  if (isOpen && !mayBeHour(lexemes, at, start)) return null;
  const fields = clockFields(hour, minutes.fields ?? {}, after, half);
  return part(fields, half === null ? minutes.next : minutes.next + 1, rank.clock, 'hour');
}

/** Whether an hour without minutes or date is one: 11时, 三点钟, and 3点 where the rule of what stands alone agrees. */
function mayBeHour(lexemes: Lexemes, at: number, unit: number): boolean {
  if (lexemes[unit]?.word === '点钟') return true;
  return lexemes[at]?.number?.form === 'arabic' || lexemes[unit]?.word === '点' || lexemes[unit]?.word === '时';
}

function isDated(after: Fields): boolean {
  return [after.day, after.part, after.shift, after.weekday, after.hour, after.holiday].some(
    (field) => field !== undefined,
  );
}

/** What follows 点 or 时: 半, 整, 一刻, 三个字, 搭三, 三十分, 零五分, 30; null fields where nothing does. */
function minutesAt(lexemes: Lexemes, at: number, after: Fields): { fields: Fields | null; next: number } {
  const lexeme = lexemes[at];
  if (lexeme?.kind === 'more') return { fields: {}, next: isKind(lexemes, at + 1, 'oclock') ? at + 2 : at + 1 };
  if (lexeme?.kind === 'oclock' && !lexeme.isEnglish) return { fields: {}, next: at + 1 };
  if (lexeme?.kind === 'half-of') return secondsAt(lexemes, at + 1, 30);
  const dial = dialAt(lexemes, at);
  if (dial !== null) return dial;
  const minute = wholeAt(lexemes, at);
  if (minute === null || lexeme?.spaced || lexeme?.isEnglish) return { fields: null, next: at };
  if (minute > 0 && minute < 4 && lexemes[at + 1]?.word === '刻') {
    const next = lexemes[at + 2]?.word === '钟' ? at + 3 : at + 2;
    return { fields: { minute: minute * 15 }, next };
  }
  if (minute < 60 && unitAt(lexemes, at + 1, 'o') === 'min') return secondsAt(lexemes, at + 2, minute);
  const isPlain = minute >= 10 || /^[0零〇]/.test(lexeme?.word ?? '');
  const follows = lexemes[at + 1];
  const isCounted = follows?.kind === 'unit';
  if (
    isPlain &&
    minute < 60 &&
    !isCounted &&
    (isDated(after) || isKind(lexemes, at - 3, 'joiner') || stands(lexemes, at + 1))
  )
    return { fields: { minute }, next: at + 1 };
  return { fields: null, next: at };
}

/** As Cantonese reads the dial: 三个字 and 搭三 are a quarter past, each figure of it five minutes; 踏半 is half past. */
function dialAt(lexemes: Lexemes, at: number): { fields: Fields; next: number } | null {
  const isPast = isKind(lexemes, at, 'past-hour');
  const start = isPast ? at + 1 : at;
  if (isPast && isKind(lexemes, start, 'half-of')) return { fields: { minute: 30 }, next: start + 1 };
  const figure = wholeAt(lexemes, start);
  const isCounted = isKind(lexemes, start + 1, 'five-minutes');
  if (figure === null || figure < 1 || figure > 11 || (!isPast && !isCounted)) return null;
  return { fields: { minute: figure * 5 }, next: isCounted ? start + 2 : start + 1 };
}

/** Whether a number of minutes without 分 is followed by nothing that it could count. */
function stands(lexemes: Lexemes, at: number): boolean {
  const next = lexemes[at];
  return next === undefined || ['mark', 'joiner', 'ampm', 'after', 'ago', 'front'].includes(next.kind);
}

function secondsAt(lexemes: Lexemes, at: number, minute: number): { fields: Fields; next: number } {
  const second = wholeAt(lexemes, at);
  if (second !== null && second < 60 && unitAt(lexemes, at + 1, 'd') === 's')
    return { fields: { minute, second }, next: at + 2 };
  return { fields: { minute }, next: at };
}

/** noon, midnight, 午夜. */
function noonAt(lexemes: Lexemes, at: number): Part | null {
  const hour = valueAt(lexemes, at, 'noon');
  // 零点五 is a decimal.
  if (hour === null || (lexemes[at]?.word === '零点' && lexemes[at + 1]?.number != null)) return null;
  // 零时四十分
  const minutes = /[时点]$/.test(lexemes[at]?.word ?? '') ? minutesAt(lexemes, at + 1, { hour: 0 }) : null;
  return part({ hour: Number(hour), ...minutes?.fields }, minutes?.next ?? at + 1, rank.clock, 'noon');
}

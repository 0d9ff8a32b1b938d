import type { Lexemes } from './parts.js';
import type { Point } from './points.js';
import type { Fields } from './shapes.js';

/** Whether a point says enough to be a date without company: not 底, 早上, 秋, 一号 or the May of May Chen. */
export function mayStandAlone(lexemes: Lexemes, at: number, point: Point): boolean {
  const { fields } = point;
  const keys = Object.keys(fields);
  const only = keys.length === 1 ? (keys[0] as keyof Fields) : null;
  if (only === 'segment' || only === 'part' || only === 'season') return false;
  if (keys.every((key) => key === 'segment' || key === 'season' || key === 'part')) return false;
  if (only === 'month' && point.english) return isMonthName(lexemes, at);
  if (only === 'half' && lexemes[at]?.english) return lexemes[at]?.value !== '1' && lexemes[at]?.value !== '2';
  if (only === 'day') return isDayAlone(lexemes, at);
  if (only === 'hour') return isHourAlone(lexemes, at);
  if (only === 'decade') return point.english || (fields.decade ?? 0) > 0;
  return true;
}

/** May Chen is a person; in May Apple fell is a month. */
function isMonthName(lexemes: Lexemes, at: number): boolean {
  const before = lexemes[at - 1];
  if (
    before !== undefined &&
    (['at', 'prep', 'between', 'joiner', 'shift', 'of', 'segment'].includes(before.kind) || before.value === ',')
  )
    return true;
  const next = lexemes[at + 1];
  return next === undefined || next.kind !== 'other' || !/^[A-Z]/.test(next.value) || !next.spaced;
}

/** 17日 is a day; 一日 and 3号 are one only where nothing says otherwise. */
function isDayAlone(lexemes: Lexemes, at: number): boolean {
  const [number, unit, before] = [lexemes[at], lexemes[at + 1], lexemes[at - 1]];
  const isBehindName =
    before !== undefined &&
    before.end === number?.start &&
    !['at', 'joiner', 'mark', 'and'].includes(before.kind) &&
    !before.spaced;
  if (number?.number?.form === 'han')
    return unit?.value === 'D do' && number.number.value !== 1 && before?.kind !== 'nth';
  if (unit?.value === 'D o') return number?.number?.form === 'arabic' && !(isBehindName && before?.kind === 'other');
  return before?.kind !== 'nth';
}

/** 3点 is an hour where it does not count points. */
function isHourAlone(lexemes: Lexemes, at: number): boolean {
  const before = lexemes[at - 1];
  if (before === undefined || before.kind === 'mark' || before.kind === 'at' || before.kind === 'joiner') return true;
  return !/[涨跌升报收降得超近这共]/.test(before.value) && before.kind !== 'nth';
}

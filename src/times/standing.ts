import { isGlued, isKind, type Lexemes } from './grammar.js';
import type { Point } from './points.js';
import type { RuleContext } from './rules.js';
import type { Fields } from './shapes.js';

/** Whether a point says enough to be a date without company: not 底, 早上, 秋, 一号 or the May of May Chen. */
export function mayStandAlone(lexemes: Lexemes, at: number, point: Point, context: RuleContext): boolean {
  const { fields } = point;
  const keys = Object.keys(fields).filter((key) => key !== 'ambiguous');
  const only = keys.length === 1 ? (keys[0] as keyof Fields) : null;
  if (fields.now) return false;
  if (only === 'part') return isPartAlone(lexemes, at, context);
  if (only === 'segment' || only === 'season' || only === 'nth') return false;
  if (keys.every((key) => key === 'segment' || key === 'season' || key === 'part'))
    return isPartAlone(lexemes, at, context) && fields.part !== undefined;
  if (only === 'month' && point.english) return isMonthName(lexemes, at, context);
  if (only === 'weekday' && lexemes[at]?.weak) return isLed(lexemes, at) || isAlone(lexemes, at, point.next);
  if (only === 'holiday' && lexemes[at]?.weak) return isLed(lexemes, at) || isAlone(lexemes, at, point.next);
  if (only === 'half' && lexemes[at]?.isEnglish) return lexemes[at]?.value !== '1' && lexemes[at]?.value !== '2';
  if (only === 'day') return isDayAlone(lexemes, at);
  if (only === 'hour' && !point.english) return isHourAlone(lexemes, at, point, context);
  if (only === 'decade') return point.english || (fields.decade ?? 0) > 0;
  if (only === 'weekNumber') return at === 0 || context.isLabel || isKind(lexemes, at - 1, 'at', 'the', 'mark');
  if (point.english && fields.month !== undefined && lexemes[at]?.weak)
    return fields.day !== undefined || fields.year !== undefined;
  return true;
}

/** A part of the day is a time of its own only where nothing else is said of the day: a label, or 在下午. */
function isPartAlone(lexemes: Lexemes, at: number, context: RuleContext): boolean {
  const lexeme = lexemes[at];
  if (lexeme === undefined || lexeme.end - lexeme.start < 2) return false;
  if (context.isLabel && !lexeme.isEnglish) return lexemes.length <= 2;
  const before = lexemes[isKind(lexemes, at - 1, 'the') ? at - 2 : at - 1];
  // in the morning, in early morning; not in early morning fog
  const isNamed = isKind(lexemes, at - 1, 'the') || (lexeme.kind === 'segment' && lexemes[at + 2]?.kind !== 'other');
  const isEnglish = lexeme.isEnglish && before?.word === 'in' && isNamed;
  return (
    isEnglish ||
    (lexeme.kind === 'segment' && lexemes[at + 1]?.word === 'in') ||
    (lexemes.length === 1 && !lexeme.isEnglish)
  );
}

function isAlone(lexemes: Lexemes, at: number, next: number): boolean {
  return at === 0 && (next === lexemes.length || (next === lexemes.length - 1 && lexemes[next]?.kind === 'mark'));
}

function isLed(lexemes: Lexemes, at: number): boolean {
  const before = lexemes[at - 1];
  return (
    before !== undefined &&
    (['prep', 'between', 'joiner', 'shift'].includes(before.kind) || ['on', 'in', 'of'].includes(before.word))
  );
}

/** May Chen is a person; in May Apple fell is a month. */
function isMonthName(lexemes: Lexemes, at: number, { isLabel }: RuleContext): boolean {
  const before = lexemes[at - 1];
  const month = lexemes[at];
  if (month?.weak) return (isLed(lexemes, at) && before?.word !== 'to') || (isLabel && lexemes.length === 1);
  if (
    before !== undefined &&
    (['at', 'prep', 'between', 'joiner', 'shift', 'of', 'segment'].includes(before.kind) || before.word === ',')
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
  if (number?.kind === 'short-ref') return true;
  if (lexemes[at + 2]?.kind === 'within') return false;
  if (unit?.kind !== 'unit') return false;
  if (number?.number?.form === 'han')
    return unit.value === 'D do' && number.number.value !== 1 && before?.kind !== 'nth';
  if (unit.value === 'D o') return number?.number?.form === 'arabic' && !(isBehindName && before?.kind === 'other');
  return before?.kind !== 'nth';
}

/** 3点 is an hour where it does not count points. */
function isHourAlone(lexemes: Lexemes, at: number, { fields, next }: Point, { isLabel }: RuleContext): boolean {
  if (fields.minute !== undefined) return true;
  // 十五点七: a decimal.
  const decimal = lexemes[next]?.number;
  const isDigit = decimal?.form === 'han' && decimal.value !== null && decimal.value < 10;
  if (decimal != null && (isGlued(lexemes, next) || isDigit)) return false;
  const before = lexemes[at - 1];
  const unit = lexemes[next - 1];
  if (lexemes[at]?.number?.form === 'han' && unit?.word === '点')
    return isLabel && next - at === 2 && isBound(lexemes, at, next);
  if (before === undefined || ['mark', 'at', 'joiner', 'between', 'approx', 'and', 'prep'].includes(before.kind))
    return true;
  return !/[涨跌升报收降得超近这共]$/.test(before.word) && before.kind !== 'nth';
}

/** 一点 is 'a bit' in running text; alone or before 之前 it is an hour. */
function isBound(lexemes: Lexemes, at: number, next: number): boolean {
  return (
    at === 0 || isKind(lexemes, at - 1, 'at', 'approx', 'joiner') || isKind(lexemes, next, 'ago', 'after', 'joiner')
  );
}

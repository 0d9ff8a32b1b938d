import { afterThe, isKind, type Lexemes } from './grammar.js';
import type { Fields } from './shapes.js';

export type Joint = 'none' | 'comma' | 'of' | 'at' | 'hyphen';

/** What stands before the next part in English: nothing, a comma, of, of the, at, on the, in the, a hyphen. */
export function joint(lexemes: Lexemes, at: number): { at: number; by: Joint } {
  const lexeme = lexemes[at];
  if (lexeme?.word === ',' || lexeme?.word === '∙' || lexeme?.word === '·') {
    const next = isKind(lexemes, at + 1, 'at') ? at + 2 : at + 1;
    return { at: afterThe(lexemes, next), by: 'comma' };
  }
  if (lexeme?.word === '(') return { at: at + 1, by: 'comma' };
  if (lexeme?.kind === 'of') return { at: afterThe(lexemes, at + 1), by: 'of' };
  if (lexeme?.kind === 'the' && lexeme.isEnglish) return { at: at + 1, by: 'none' };
  const isAt = lexeme?.kind === 'at' || lexeme?.word === '@' || (lexeme?.kind === 'between' && lexeme.word === 'from');
  if (isAt && lexeme?.isEnglish !== false) return { at: afterThe(lexemes, at + 1), by: 'at' };
  if (lexeme?.word === '@') return { at: at + 1, by: 'at' };
  if (lexeme?.word === 'around' || lexeme?.word === 'about') return { at: at + 1, by: 'at' };
  if (lexeme?.word === 'for' && lexemes[at + 1]?.number != null && isKind(lexemes, at + 2, 'ampm'))
    return { at: at + 1, by: 'at' };
  const next = lexemes[at + 1];
  // mid-May, mid-2024
  const isPart = next?.isEnglish || (isKind(lexemes, at - 1, 'segment') && next?.number?.digits?.length === 4);
  if (lexeme?.word === '-' && !lexeme.spaced && next?.spaced === false && isPart) return { at: at + 1, by: 'hyphen' };
  if (lexeme?.word === '-' && lexeme.spaced && isKind(lexemes, at + 1, 'clock')) return { at, by: 'none' };
  return { at, by: 'none' };
}

/** Whether a year may stand behind the fields: behind a month, a feast, early. */
export function takesYear(fields: Fields): boolean {
  const { month, half, quarter, season, segment, holiday, weekNumber } = fields;
  const isOpen =
    fields.year === undefined &&
    fields.shift === undefined &&
    fields.decade === undefined &&
    fields.which === undefined;
  return isOpen && [month, half, quarter, season, segment, holiday, weekNumber].some((field) => field !== undefined);
}

/** Which part may stand behind which in English, with what between. */
export function mayFollow(before: Fields, part: Fields, by: Joint): boolean {
  if (part.hour !== undefined) return takesClock(before, by);
  if (part.part !== undefined && part.shift === undefined) return takesDayPart(before, by);
  if (part.day !== undefined || part.weekday !== undefined || part.holiday !== undefined || isDayShift(part))
    return takesDay(before, part, by);
  return takesWhole(before, part, by);
}

function isDayShift({ shift }: Fields): boolean {
  return shift?.unit === 'D';
}

function hasDay(fields: Fields): boolean {
  return (
    [fields.day, fields.weekday, fields.holiday, fields.nth].some((field) => field !== undefined) || isDayShift(fields)
  );
}

/** Friday at 5pm, this morning at 9, Monday 12-4. */
function takesClock(before: Fields, by: Joint): boolean {
  return before.hour === undefined && (hasDay(before) || before.part !== undefined) && by !== 'of' && by !== 'hyphen';
}

/** Tuesday morning, 29 April in the evening, early in the morning; but not `2020 afternoon`. */
function takesDayPart(before: Fields, by: Joint): boolean {
  const isPlaced = hasDay(before) || (before.segment !== undefined && Object.keys(before).length === 1);
  return isPlaced && before.part === undefined && by !== 'of' && by !== 'hyphen' && by !== 'comma';
}

function takesDay(before: Fields, part: Fields, by: Joint): boolean {
  const hasClock = before.hour !== undefined || before.part !== undefined;
  const named = hasDay(before);
  if (before.weekday !== undefined && part.day !== undefined && before.day === undefined)
    return by !== 'hyphen' && by !== 'of';
  if (part.weekday !== undefined && before.weekday === undefined) {
    if (before.day !== undefined)
      return by === 'comma' || (by === 'none' && part.which === undefined && part.shift === undefined);
    if (before.shift?.unit === 'W') return by === 'none' || by === 'at';
  }
  // the end of tomorrow; late Friday, early on Monday
  if (before.segment !== undefined && !named && !hasClock)
    return by !== 'hyphen' && (isDayShift(part) || part.weekday !== undefined);
  return hasClock && !named && by !== 'hyphen';
}

/** April 2020, Friday of next week, the end of 2008, 20 past ... : a longer stretch behind a shorter one. */
function takesWhole(before: Fields, part: Fields, by: Joint): boolean {
  const { month, half, quarter, season, year, decade, century, shift, weekNumber } = part;
  const isCoarse = [month, half, quarter, season, year, decade, century, shift, weekNumber].some(
    (field) => field !== undefined,
  );
  if (!isCoarse || by === 'comma' || by === 'at') return false;
  if (before.segment !== undefined) return true;
  if (before.weekday !== undefined) return shift?.unit === 'W' && by !== 'hyphen';
  const hasPart = [before.half, before.quarter, before.season, before.month, before.holiday].some(
    (field) => field !== undefined,
  );
  return hasPart && (shift?.unit === 'Y' || year !== undefined);
}

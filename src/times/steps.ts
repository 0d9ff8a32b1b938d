import { afterThe, type Lexemes, valueAt } from './grammar.js';
import { lengthOf } from './length-values.js';
import { lengthAt } from './lengths.js';
import { type Point, pointAt } from './points.js';
import { type RuleContext, reading } from './rules.js';
import type { Fields, Reading, Shape, Step } from './shapes.js';

/** three Fridays from now; Friday after next, March after next. */
export function weekdaysAhead(lexemes: Lexemes, at: number): Reading | null {
  const count = lexemes[at]?.number?.value;
  const weekday = /^XXXX-WXX-(\d)$/.exec(valueAt(lexemes, at + 1, 'set') ?? '')?.[1];
  if (count == null || count < 1 || count > 52 || weekday === undefined || lexemes[at + 2]?.word !== 'from now')
    return null;
  const steps: readonly Step[] = count > 1 ? [{ length: lengthOf(count - 1, 'W'), direction: 1 }] : [];
  const fields: Fields = { which: 1, weekday: Number(weekday), steps };
  return reading(at, at + 3, { kind: 'point', fields, to: null }, 'weekdays-ahead');
}

/** Friday after next, March after next: the one behind the next. */
export function afterNext(lexemes: Lexemes, at: number, { fields, next }: Point): Reading | null {
  const keys = Object.keys(fields);
  const unit = fields.weekday !== undefined ? 'W' : fields.month !== undefined ? 'Y' : null;
  if (keys.length !== 1 || unit === null || lexemes[next]?.word !== 'after' || lexemes[next + 1]?.word !== 'next')
    return null;
  const shape: Shape = {
    kind: 'point',
    fields: { ...fields, which: 1, steps: [{ length: lengthOf(1, unit), direction: 1 }] },
    to: null,
  };
  return reading(at, next + 2, shape, 'after-next');
}

/** Monday two weeks from now, Friday a week after Easter: that weekday of the week that the step leads to. */
export function weekdayStep(lexemes: Lexemes, at: number, { fields, next, english }: Point): Reading | null {
  const { weekday } = fields;
  if (!english || weekday === undefined || Object.keys(fields).length > 1) return null;
  const length = lengthAt(lexemes, next);
  if (length === null || length.to !== null) return null;
  const tail = lexemes[length.next];
  const to =
    tail?.word === 'after' || tail?.word === 'from' ? pointAt(lexemes, afterThe(lexemes, length.next + 1)) : null;
  if (tail?.word !== 'from now' && (to === null || to.to !== null)) return null;
  const base: Fields = to === null ? { now: true } : to.fields;
  const steps: readonly Step[] = [{ length: length.length, direction: 1 }];
  const shape: Shape = { kind: 'point', fields: { ...base, steps, weekdayOf: weekday }, to: null };
  return reading(at, to?.next ?? length.next + 1, shape, 'weekday-step');
}

/** now + 40 minutes, 2023-12-29 -10 days: a step with its sign, in a label. */
export function signedStep(lexemes: Lexemes, at: number, from: Point, { isLabel }: RuleContext): Reading | null {
  const sign = lexemes[from.next];
  if (at > 0 || from.to !== null || (sign?.word !== '+' && sign?.word !== '-') || !sign.spaced) return null;
  const length = lengthAt(lexemes, from.next + 1);
  if (length === null || length.to !== null || length.next < lexemes.length || !isLabel) return null;
  const steps: readonly Step[] = [{ length: length.length, direction: sign.word === '+' ? 1 : -1 }];
  return reading(at, length.next, { kind: 'point', fields: { ...from.fields, steps }, to: null }, `${from.by}+signed`);
}

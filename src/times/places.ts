import { addMonths, civilDate, dateOf, daySeconds, type Instant, isoWeek, weeksOf } from './calendar.js';
import { completed, lunarPlace, nearestFeast, occurrence } from './completion.js';
import { conventions } from './conventions.js';
import { feastsOf } from './feasts.js';
import { dayOf, intervalOf, isReal, type Place, placeOfDay, realPlace } from './intervals.js';
import { around as aroundOf, nthOf, workdaysFrom } from './nth.js';
import type { Fields, Length, Shift, Step } from './shapes.js';
import { samePeriodOf, shifted } from './shifts.js';
import type { Surroundings } from './surroundings.js';

/** Finds the place of the fields: what they name outright, then the nth of it, then the steps from there. */
export function placeOf(fields: Fields, surroundings: Surroundings): Place {
  const { steps, lasting, around, weekdayOf, nth } = fields;
  const isPlain = (steps ?? lasting ?? around ?? weekdayOf ?? nth) === undefined;
  const core = isPlain ? fields : coreOf(fields);
  let place = realPlace(nth === undefined ? corePlace(core, surroundings) : ordinalPlace(core, nth, surroundings));
  for (const step of steps ?? []) place = stepped(place, step);
  if (around !== undefined) place = aroundOf(place, around);
  if (weekdayOf !== undefined) place = { ...aroundOf(place, 'W'), weekday: weekdayOf };
  return lasting === undefined ? place : lastingPlace(place, lasting);
}

function coreOf({
  steps: _steps,
  lasting: _lasting,
  around: _around,
  weekdayOf: _weekday,
  nth: _nth,
  ...core
}: Fields): Fields {
  return core;
}

/** The nth of what is named; the clock and the part of the day go with it and not with the whole. */
function ordinalPlace(fields: Fields, nth: NonNullable<Fields['nth']>, surroundings: Surroundings): Place {
  const { part, hour, minute, second, segment, ...whole } = fields;
  const found = nthOf(corePlace(whole, surroundings), nth);
  const clock = {
    ...(part === undefined ? {} : { part }),
    ...(hour === undefined ? {} : { hour }),
    ...(minute === undefined ? {} : { minute }),
    ...(second === undefined ? {} : { second }),
    ...(segment === undefined ? {} : { segment }),
  };
  return { ...(found ?? { year: null, month: null, day: null }), ...clock };
}

function corePlace(fields: Fields, surroundings: Surroundings): Place {
  const { shift, which, perhapsPresent, ambiguous, placed, now, lunar, weekNumber, samePeriod, holiday } = fields;
  const isPlain =
    (shift ?? which ?? perhapsPresent ?? ambiguous ?? placed ?? lunar ?? weekNumber ?? samePeriod ?? holiday) ===
    undefined;
  const own = isPlain ? fields : ownOf(fields);
  if (now) return momentOf(surroundings);
  if (lunar === undefined && !isReal(own)) return corePlace(monthOf(fields), surroundings);
  // this Friday (Jun 15): the date says which.
  if (own.month !== undefined && own.day !== undefined && (which !== undefined || shift?.unit === 'W')) {
    const { weekday: _weekday, ...date } = own;
    return corePlace(date, surroundings);
  }
  if (samePeriod) return samePeriodOf(fields, surroundings);
  if (weekNumber !== undefined) return weekOf(weekNumber, own, shift, surroundings);
  if (which !== undefined) return occurrence(which, fields, own, surroundings);
  if (shift !== undefined) {
    const place = { ...shifted(shift, own, surroundings), ...withoutDecade(own, shift) };
    if (lunar !== undefined) return lunarPlace(place, lunar === 'leap', surroundings);
    return withFeast(place, holiday);
  }
  if (lunar !== undefined) return lunarPlace(own, lunar === 'leap', surroundings);
  if (holiday !== undefined) return nearestFeast(holiday, own, surroundings);
  if (own.decade !== undefined && own.decade < 10 && own.century === undefined)
    return { ...own, decade: own.decade + (own.decade < 3 ? 200 : 190) };
  if (own.decade !== undefined && own.century !== undefined) {
    const { century, ...finer } = own;
    return { ...finer, decade: (century - 1) * 10 + (own.decade % 10) };
  }
  if (own.year !== undefined || own.decade !== undefined || own.century !== undefined) return own;
  return completed(own, surroundings, ambiguous === true && placed !== true);
}

/** What is left of a date whose month has no such day. */
function monthOf(fields: Fields): Fields {
  const { day: _day, weekday: _weekday, hour: _hour, minute: _minute, second: _second, part: _part, ...month } = fields;
  return month;
}

/** What the fields say of the place itself. */
function ownOf(fields: Fields): Fields {
  const {
    shift: _shift,
    which: _which,
    perhapsPresent: _perhaps,
    ambiguous: _ambiguous,
    placed: _placed,
    now: _now,
    lunar: _lunar,
    weekNumber: _week,
    samePeriod: _same,
    holiday: _holiday,
    ...own
  } = fields;
  return own;
}

function momentOf({ anchor }: Surroundings): Place {
  if (anchor === null) return { year: null, month: null, day: null };
  return anchor.hasTime ? { ...dateOf(anchor.moment), moment: anchor.moment, second: 0 } : dateOf(anchor.moment);
}

/** An ISO week of the year that is named, or of the one that is running; the year where it has no such week. */
function weekOf(week: number, own: Place, shift: Shift | undefined, surroundings: Surroundings): Place {
  const whole = shift === undefined ? own : shifted(shift, own, surroundings);
  const year = whole.year ?? (surroundings.anchor === null ? null : dateOf(surroundings.anchor.moment).year);
  if (year === null) return { week: null };
  return week > weeksOf(year) ? { year } : { ...own, week: { year, week } };
}

function withoutDecade(own: Place, shift: Shift): Place {
  const { decade, century, ...rest } = own;
  return shift.unit === 'C' && decade !== undefined ? rest : own;
}

function withFeast(place: Place, holiday: string | undefined): Place {
  if (holiday === undefined || place.year == null) return place;
  const feast = feastsOf(holiday, place.year)[0];
  if (feast === undefined) return { ...place, month: null, day: null };
  return { ...place, ...civilDate(feast.day), ...(feast.days > 1 ? { days: feast.days } : {}) };
}

/** An instant a length away; null where the length is open. */
export function move(at: Instant, { months, seconds, unit, amount }: Length, direction: -1 | 1): Instant | null {
  if (months === null || seconds === null) return null;
  if (unit === 'BD' && amount !== null)
    return workdaysFrom(Math.floor(at / daySeconds), direction * amount) * daySeconds;
  return addMonths(at, direction * Math.round(months)) + direction * Math.round(seconds);
}

/** Whether a length is told in hours or less. */
export function isShort({ unit, months }: Length): boolean {
  return months === 0 && ['h', 'QH', 'min', 's'].includes(unit);
}

/** Three days after Easter is a day, two hours after 3 p.m. a moment; after a month or a year it is one of those again. */
function stepped(place: Place, { length, direction }: Step): Place {
  const interval = intervalOf(place);
  const from = interval === null ? null : (place.moment ?? interval.begin);
  const moved = from === null ? null : move(from, length, direction);
  if (moved === null) return { year: null, month: null, day: null };
  if (isShort(length) || place.hour !== undefined || (place.moment !== undefined && place.second === undefined))
    return { ...dateOf(moved), moment: moved };
  if (dayOf(place) !== null || place.moment !== undefined || (length.months ?? 0) === 0)
    return placeOfDay(Math.floor(moved / daySeconds));
  return placeAround(moved, { ...length, unit: place.month == null ? length.unit : 'M' });
}

/** The year, month or day that an instant lies in, as fine as the length counts. */
export function placeAround(at: Instant, { unit, months }: Length): Place {
  const { year, month, day } = dateOf(at);
  const grain = conventions.grain[unit] ?? 'D';
  if (grain === 'Y' && (months ?? 0) % 12 === 0) return { year };
  if (grain === 'Y' || grain === 'M') return { year, month };
  return grain === 'W' ? { week: isoWeek(Math.floor(at / daySeconds)) } : { year, month, day };
}

function lastingPlace(place: Place, length: Length): Place {
  const interval = intervalOf(place);
  const until = interval === null ? null : move(interval.begin, length, 1);
  if (interval === null || until === null) return place;
  const { moment: _moment, ...rest } = place;
  return { ...rest, span: { begin: interval.begin, until } };
}

import { withMore } from '../text/with-more.js';
import { civilDate, dateOf, dayNumber, daySeconds, type Instant, isoWeek, monthLength, weekdayOf } from './calendar.js';
import { conventions } from './conventions.js';
import { feastsOf } from './feasts.js';
import { dayOf, type Interval, intervalOf, type Place, placeOfDay } from './intervals.js';
import { lunarDate, lunarMonthLength } from './lunar.js';
import { dayOnWeekday } from './nth.js';
import type { Fields } from './shapes.js';
import type { Anchor, Surroundings } from './surroundings.js';

/**
 * Fills in the year, month, week or day that a date leaves out: the nearest that fits the tense. `ambiguous` where nothing says in which
 * half of the day an hour lies.
 */
export function completed(own: Place, around: Surroundings, ambiguous: boolean): Place {
  const { anchor, nearby } = around;
  if (own.weekday !== undefined && own.day != null && own.month === undefined) return numberedWeekday(own, around);
  if (own.weekday !== undefined && own.day === undefined)
    return anchor === null ? own : nearestWeekday(own, anchor, around);
  if (own.weekend) return anchor === null ? own : { ...own, week: isoWeek(Math.floor(anchor.moment / daySeconds)) };
  if (own.day !== undefined && own.month === undefined) return nearestMonth(own, around);
  if (own.month !== undefined || own.quarter !== undefined || own.half !== undefined || own.season !== undefined) {
    if (nearby?.year != null && nearby.month != null && own.month != null) return { ...own, year: nearby.year };
    if (anchor === null) return { ...own, year: null };
    if (own.half !== undefined) return { ...own, year: halfYear(own.half, anchor, around) };
    const { year } = dateOf(anchor.moment);
    if (around.isLabel && around.tense === null && exists({ ...own, year }))
      return { ...own, year: isLongGone(own, anchor) ? year + 1 : year };
    const candidates = [year, year - 1, year + 1, year - 2, year - 3, year + 2, year + 3]
      .map((candidate): Place => withMore(own, { year: candidate }))
      .filter(exists);
    return nearest(candidates, anchor, around) ?? { ...own, year };
  }
  if (own.hour !== undefined || own.part !== undefined) return clockHere(own, around, ambiguous);
  return own;
}

/** A month that lies half a year and more behind is the one to come. */
function isLongGone({ month, day, half, quarter }: Place, { moment }: Anchor): boolean {
  return (
    month != null &&
    day === undefined &&
    half === undefined &&
    quarter === undefined &&
    dateOf(moment).month - month > 6
  );
}

/** 29 February is there every fourth year. */
function exists({ year, month, day }: Place): boolean {
  return year == null || month == null || day == null || day <= Math.max(28, monthLength(year, month)) || month !== 2;
}

/** The half of this year; in its first two months a second half that tense does not place is last year's. */
function halfYear(half: number, anchor: Anchor, { tense }: Surroundings): number {
  const { year, month } = dateOf(anchor.moment);
  if (half === 2 && month < 3 && tense === 'past') return year - 1;
  return half === 1 && month > 6 && tense === 'future' ? year + 1 : year;
}

/** 晚上8点开始，10点半结束: behind an hour of the afternoon a clock goes on in it. */
function evening(own: Place, nearby: Place | null, ambiguous: boolean): Place {
  const [hour, before] = [own.hour, nearby?.hour];
  const goesOn = ambiguous && hour !== undefined && before !== undefined && own.part === undefined;
  return goesOn && before >= 12 && hour < 12 && hour + 12 > before ? { ...own, hour: hour + 12 } : own;
}

/** The day that a bare clock belongs to. In a label it is the next such time. */
function clockHere(own: Place, { anchor, context, nearby, isLabel }: Surroundings, ambiguous: boolean): Place {
  const day =
    (context === null ? null : dayOf(context)) ?? (anchor === null ? null : Math.floor(anchor.moment / daySeconds));
  if (day === null) return { year: null, month: null, day: null, ...own };
  const here = { ...placeOfDay(day), ...evening(own, nearby, ambiguous) };
  if (!isLabel || anchor === null || !anchor.hasTime || context !== null || own.hour === undefined) return here;
  const interval = intervalOf(here);
  if (interval === null || interval.begin >= anchor.moment) return here;
  // 早上6点: of this day.
  if (own.part !== undefined) return here;
  if (ambiguous && own.hour <= 12 && interval.begin + daySeconds / 2 >= anchor.moment)
    return { ...here, hour: (own.hour % 12) + 12 };
  return { ...placeOfDay(day + 1), ...own };
}

function nearestMonth(own: Place, around: Surroundings): Place {
  const { anchor, nearby } = around;
  if (nearby?.year != null && nearby.month != null && (own.day ?? 1) <= monthLength(nearby.year, nearby.month))
    return { ...own, year: nearby.year, month: nearby.month };
  if (anchor === null) return { ...own, year: null, month: null };
  const { year, month } = dateOf(anchor.moment);
  const candidates = [0, -1, 1].map((by) => civilDate(dayNumber(year, month + by, 1)));
  const fitting = candidates.filter((first) => (own.day ?? 1) <= monthLength(first.year, first.month));
  const places = fitting.map((first) => ({ ...own, year: first.year, month: first.month }));
  const here = places[0];
  if (around.isLabel && here !== undefined) return here;
  return nearest(places, anchor, around, 1) ?? { ...own, year, month };
}

function numberedWeekday(own: Place, { anchor, tense }: Surroundings): Place {
  if (anchor === null) return { ...own, year: null, month: null };
  const { weekday, day, ...rest } = own;
  const found = dayOnWeekday(day ?? 1, weekday ?? 1, Math.floor(anchor.moment / daySeconds), tense === 'past');
  return found === null ? { ...own, year: null, month: null } : { ...rest, ...found };
}

/** A bare weekday is the last one, today included, unless it is to come; in a label it is the next. */
function nearestWeekday(own: Place, anchor: Anchor, { tense, isLabel }: Surroundings): Place {
  const today = Math.floor(anchor.moment / daySeconds);
  const ahead = ((((own.weekday ?? 1) - weekdayOf(today)) % 7) + 7) % 7;
  if (isLabel && tense === null) return { ...own, week: isoWeek(today + ahead) };
  const day = tense === 'future' ? today + ahead : ahead === 0 ? today : today + ahead - 7;
  return { ...own, week: isoWeek(day) };
}

/** This Friday, next Easter, last December: the first to come or the last gone by. */
export function occurrence(which: -1 | 0 | 1, fields: Fields, own: Place, around: Surroundings): Place {
  const { anchor, tense } = around;
  if (anchor === null) return fields.holiday === undefined ? completed(own, around, false) : unknownFeast(own);
  const today = Math.floor(anchor.moment / daySeconds);
  if (own.weekday !== undefined) {
    const ahead = (((own.weekday - weekdayOf(today)) % 7) + 7) % 7;
    if (which < 0 || (which === 0 && tense === 'past' && ahead > 0))
      return { ...own, week: isoWeek(today + ahead - (which < 0 && ahead === 0 ? 7 : ahead === 0 ? 0 : 7)) };
    return { ...own, week: isoWeek(today + (which > 0 && ahead === 0 ? 7 : ahead)) };
  }
  const { year } = dateOf(anchor.moment);
  const candidates = [year - 2, year - 1, year, year + 1, year + 2].flatMap((candidate) =>
    fields.holiday === undefined ? [{ ...own, year: candidate }] : feastPlaces(fields.holiday, own, candidate),
  );
  const dated = candidates.flatMap((place) => {
    const interval = intervalOf(place);
    return interval === null ? [] : [{ place, interval }];
  });
  const found =
    which < 0
      ? dated.filter(({ interval }) => interval.until <= today * daySeconds).at(-1)
      : dated.find(({ interval }) => interval.begin > today * daySeconds);
  return found?.place ?? own;
}

function feastPlaces(holiday: string, own: Place, year: number): Place[] {
  return feastsOf(holiday, year).map(({ day, days }) => ({
    ...own,
    ...civilDate(day),
    ...(days > 1 ? { days } : {}),
  }));
}

/** The feast of a year that is known, else the nearest one. */
export function nearestFeast(holiday: string, own: Place, around: Surroundings): Place {
  const { anchor } = around;
  const known = own.year ?? around.nearby?.year;
  if (known != null) return feastPlaces(holiday, own, known)[0] ?? { ...own, year: known, month: null, day: null };
  if (anchor === null) return unknownHoliday(holiday, own);
  const { year } = dateOf(anchor.moment);
  const candidates = [0, -1, 1].flatMap((by) => feastPlaces(holiday, own, year + by));
  if (around.isLabel && around.tense === null) {
    const today = Math.floor(anchor.moment / daySeconds) * daySeconds;
    const coming = candidates.find((place) => place.year === year && (intervalOf(place)?.until ?? 0) > today);
    const later = candidates.find((place) => place.year === year + 1);
    return coming ?? later ?? candidates[0] ?? unknownHoliday(holiday, own);
  }
  return nearest(candidates, anchor, around) ?? unknownHoliday(holiday, own);
}

function unknownFeast(own: Place): Place {
  return { ...own, year: null, month: null, day: null };
}

function unknownHoliday(holiday: string, own: Place): Place {
  const [month = 0, day = 0] = holiday.split('-').map((piece) => Number.parseInt(piece, 10));
  return month > 0 ? { ...own, year: null, month, day } : unknownFeast(own);
}

/** A month or day of the lunar calendar, in the calendar of the rest. */
export function lunarPlace(own: Place, isLeap: boolean, around: Surroundings): Place {
  const { month, day, year, ...rest } = own;
  if (month == null) return own;
  const dated = (lunarYear: number): Place[] => {
    const first = lunarDate(lunarYear, month, day ?? 1, isLeap);
    if (first === null) return [];
    if (day != null) return [{ ...rest, ...civilDate(first) }];
    const until = first + lunarMonthLength(lunarYear, month, isLeap);
    return [{ ...rest, year: lunarYear, span: { begin: first * daySeconds, until: until * daySeconds } }];
  };
  if (year != null) return dated(year)[0] ?? unknownFeast(rest);
  if (around.anchor === null) return unknownFeast(rest);
  const now = dateOf(around.anchor.moment).year;
  const running = around.isLabel && around.tense === null ? dated(now)[0] : undefined;
  if (running !== undefined) return running;
  return nearest([now, now - 1, now + 1].flatMap(dated), around.anchor, around) ?? unknownFeast(rest);
}

/**
 * The candidate closest to the anchor. A tense that it does not fit, another year than the one that is running, and a day
 * to come where no tense speaks of one weigh against it.
 */
function nearest(
  candidates: readonly Place[],
  anchor: Anchor,
  { tense }: Surroundings,
  otherYear: number = conventions.otherYearWeight,
): Place | null {
  const today = Math.floor(anchor.moment / daySeconds) * daySeconds;
  const { year } = dateOf(anchor.moment);
  let best: { place: Place; cost: number } | null = null;
  for (const place of candidates) {
    const interval = intervalOf(place);
    if (interval === null) continue;
    const isOther = tense === null && place.year !== year;
    const cost = costOf(interval, today, tense) * (isOther ? otherYear : 1);
    if (best === null || cost < best.cost) best = { place, cost };
  }
  return best?.place ?? null;
}

function costOf({ begin, until }: Interval, today: Instant, tense: Surroundings['tense']): number {
  const { tenseWeight, futureWeight } = conventions;
  if (begin > today)
    return (begin - today) * (tense === 'future' ? 1 / tenseWeight : tense === 'past' ? tenseWeight : futureWeight);
  if (until <= today)
    return (today - until + daySeconds) * (tense === 'past' ? 1 / tenseWeight : tense === 'future' ? tenseWeight : 1);
  return 0;
}

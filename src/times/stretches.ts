import { addMonths, dateOf, dayNumber, daySeconds, type Instant, weekdayOf } from './calendar.js';
import type { Interval } from './intervals.js';
import { workdaysFrom } from './nth.js';
import type { Length, Unit } from './shapes.js';

/** The whole units before or behind the one that is running: the last two weeks, 下三个月. Null for a mixed length. */
export function alignedStretch(at: Instant, length: Length, direction: -1 | 1): Interval | null {
  const { unit, amount, months, seconds } = length;
  if (amount === null || amount < 1 || months === null || seconds === null || !Number.isInteger(amount)) return null;
  if (unit === 'BD') return workdays(at, amount, direction);
  const here = floor(at, unit);
  const next = months > 0 ? addMonths(here, months / amount) : here + seconds / amount;
  if (direction < 0) return { begin: months > 0 ? addMonths(here, -months) : here - seconds, until: here };
  return { begin: next, until: months > 0 ? addMonths(next, months) : next + seconds };
}

function workdays(at: Instant, amount: number, direction: -1 | 1): Interval {
  const today = Math.floor(at / daySeconds);
  const far = workdaysFrom(today, amount * direction);
  return direction < 0
    ? { begin: far * daySeconds, until: today * daySeconds }
    : { begin: (today + 1) * daySeconds, until: (far + 1) * daySeconds };
}

/** The beginning of the unit that an instant lies in. */
function floor(at: Instant, unit: Unit): Instant {
  const seconds = { s: 1, min: 60, h: 3600, D: daySeconds }[unit as string];
  if (seconds !== undefined) return Math.floor(at / seconds) * seconds;
  const { year, month, day } = dateOf(at);
  const start = (y: number, m = 1): Instant => dayNumber(y, m, 1) * daySeconds;
  switch (unit) {
    case 'C':
      return start(Math.floor(year / 100) * 100);
    case 'X':
      return start(Math.floor(year / 10) * 10);
    case 'Y':
      return start(year);
    case 'Q':
      return start(year, Math.floor((month - 1) / 3) * 3 + 1);
    case 'M':
      return start(year, month);
    default: {
      const today = dayNumber(year, month, day);
      return (today - weekdayOf(today) + 1) * daySeconds;
    }
  }
}

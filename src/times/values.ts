import { civilDate, dateOf, formatDate, formatDateTime, formatYear, mondayOf } from './calendar.js';
import type { Place } from './intervals.js';

const pad = (value: number): string => String(value).padStart(2, '0');

/** The TIMEX3 value of a place; XXXX and XX stand for what is not known. */
export function timexValue(place: Place): string {
  if (place.moment !== undefined) return formatDateTime(place.moment);
  if (place.span !== undefined && place.day === undefined) return spanValue(place);
  return dateValue(place) + clockValue(place);
}

/** A stretch that no unit of the calendar is as long as: its first and last day. */
function spanValue({ span }: Place): string {
  if (span === undefined) return '';
  const last = formatDate(dateOf(span.until - 1));
  const first = formatDate(dateOf(span.begin));
  return first === last ? first : `${first}/${last}`;
}

function dateValue(place: Place): string {
  const { century, decade, year, half, quarter, season, month, day, week, weekday, weekend } = place;
  if (weekday !== undefined && week != null) return formatDate(civilDate(mondayOf(week.year, week.week) + weekday - 1));
  if (week != null) return `${formatYear(week.year)}-W${pad(week.week)}${weekend ? '-WE' : ''}`;
  if (weekday !== undefined && day == null) return `XXXX-WXX-${weekday}`;
  if (weekend) return 'XXXX-WXX-WE';
  if (week === null) return 'XXXX-WXX';
  if (decade !== undefined) return decade < 100 ? `XX${decade % 10}` : String(decade);
  if (century !== undefined) return pad(century - 1);
  const y = year == null ? 'XXXX' : formatYear(year);
  if (quarter !== undefined) return `${y}-Q${quarter === 0 ? 'X' : quarter}`;
  if (half !== undefined) return `${y}-H${half}`;
  if (season !== undefined) return `${y}-${season}`;
  if (month === undefined && day === undefined) return y;
  const m = month == null ? 'XX' : pad(month);
  if (day === undefined) return `${y}-${m}`;
  return `${y}-${m}-${day === null ? 'XX' : pad(day)}`;
}

function clockValue({ hour, minute, second, part }: Place): string {
  if (hour !== undefined) return `T${pad(hour)}:${pad(minute ?? 0)}${second === undefined ? '' : `:${pad(second)}`}`;
  return part === undefined ? '' : `T${part.slice(0, 2)}`;
}

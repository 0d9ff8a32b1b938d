const numeric =
  /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?(?:[T ]{0,2}(\d{1,2})[:：时時](\d{1,2})(?:[:：分](\d{1,2})(?:\.\d+)?)?[分秒]? ?(.{0,60}))?$/;
const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z)?$/;
const dayFirst =
  /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})(?: (\d{1,2}):(\d\d)(?::(\d\d))? ?(.{0,60}))?$/i;
const monthFirst =
  /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (\d{1,2}):(\d\d)(?::(\d\d))? ?(.{0,60}))?$/i;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Whether `value` is a real day as YYYY-MM-DD, alone or with a time of day and an offset. */
export function isIsoDate(value: string): boolean {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/.exec(
      value,
    );
  if (match === null) return false;
  const [year, month, day] = match.slice(1, 4).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A date or date-time as pages and tables write it, the year first or the month by its name, in ISO 8601, or null where it is none. Its time zone stays as it is. */
export function toIsoDate(value: string): string | null {
  const text = value.replace(/\s+/g, ' ').trim();
  if (isIsoDate(text)) return text;
  if (/^1\d{9}(?:\d{3})?$/.test(text)) return fromEpoch(Number(text.padEnd(13, '0')));
  const match = numeric.exec(text) ?? compact.exec(text);
  if (match !== null) return build(match[1], match[2], match[3], match.slice(4));
  const named = dayFirst.exec(text);
  if (named !== null) return build(named[3], monthOf(named[2]), named[1], named.slice(4));
  const american = monthFirst.exec(text);
  return american === null ? null : build(american[3], monthOf(american[1]), american[2], american.slice(4));
}

function fromEpoch(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

function monthOf(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function build(
  year = '',
  month = '',
  day = '',
  [hour, minute, second, zone]: readonly (string | undefined)[] = [],
): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = hour === undefined ? '' : `T${[hour, minute ?? '', second ?? '00'].map(twoDigits).join(':')}`;
  const offset = time === '' ? '' : zoneOf(zone ?? '');
  const iso = date + time + offset;
  return isIsoDate(iso) ? iso : null;
}

function twoDigits(number: string): string {
  return number.padStart(2, '0');
}

/** What follows a time of day, as an offset; words that are none are left out. */
function zoneOf(zone: string): string {
  if (/^(?:Z|GMT|UTC)$/i.test(zone)) return 'Z';
  const match = /^(?:GMT|UTC)?([+-]\d\d):?(\d\d)\b/i.exec(zone);
  return match === null ? '' : `${match[1]}:${match[2]}`;
}

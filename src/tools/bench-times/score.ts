import type { Answer, Case, Expected, Reading } from './cases.js';

const grains: Readonly<Record<string, number>> = {
  year: 4,
  quarter: 7,
  month: 7,
  week: 10,
  day: 10,
  hour: 13,
  minute: 16,
};
const seconds = 19;

/** Whether every expected value of a case is found where it stands; null where the case names none. */
export function isRight(expected: Case, answers: readonly Answer[]): boolean | null {
  const valued = expected.expect.filter(({ readings, value }) => readings !== undefined || value !== undefined);
  if (valued.length === 0) return null;
  return valued.every((wanted) =>
    answers.some((answer) => overlaps(wanted, answer, expected.text.length) && isSame(wanted, answer)),
  );
}

function overlaps({ start, end }: Expected, answer: Answer, length: number): boolean {
  return Math.min(end ?? length, answer.end) > Math.max(start ?? 0, answer.start);
}

function isSame(wanted: Expected, answer: Answer): boolean {
  const { readings, value } = wanted;
  if (readings === undefined) {
    const length = lengthOf(value ?? null);
    return answer.value === value || (length !== null && length === lengthOf(answer.value));
  }
  return readings.some((reading) => fits(reading, full(answer.begin), full(answer.until)));
}

function fits(reading: Reading, begin: string | null, until: string | null): boolean {
  const { from, to, todFrom, todTo, grain } = reading;
  if (todFrom !== undefined || todTo !== undefined)
    return (todFrom == null || begin?.slice(11) === todFrom) && (todTo == null || until?.slice(11) === todTo);
  if (to !== undefined) return begin === full(from ?? null) && until === full(to);
  const digits = grains[grain ?? ''] ?? seconds;
  return begin !== null && from != null && begin.slice(0, digits) === from.slice(0, digits);
}

/** A date or date-time down to its seconds. */
function full(written: string | null): string | null {
  if (written === null) return null;
  const [date = '', time = ''] = written.replace(/Z$/, '').split(/[T ]/);
  const day = date + '-01-01'.slice(Math.max(0, date.length - 4));
  return `${day.slice(0, 10)}T${time}${'00:00:00'.slice(time.length)}`;
}

/** An ISO 8601 duration as months and seconds, or null. */
function lengthOf(written: string | null): string | null {
  const match =
    /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(
      written ?? '',
    );
  if (match === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, rest = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return `${years * 12 + months} ${(weeks * 7 + days) * 86400 + hours * 3600 + minutes * 60 + rest}`;
}

/** Whether the numbers of a case are found, money with its code; a case without any must give nothing. */
export function hasNumbers(
  expected: Case,
  found: readonly {
    start: number;
    end: number;
    value: number | null;
    low: number | null;
    high: number | null;
    unit: string | null;
  }[],
): boolean | null {
  const valued = expected.expect.filter(({ number }) => number !== undefined);
  if (expected.expect.length === 0) return found.length === 0;
  if (valued.length === 0) return null;
  return valued.every(({ start, end, number, iso }) =>
    found.some(
      (quantity) =>
        Math.min(end ?? 0, quantity.end) > Math.max(start ?? 0, quantity.start) &&
        isNumber(number ?? '', quantity) &&
        (iso === undefined || quantity.unit === iso),
    ),
  );
}

function isNumber(
  written: string,
  { value, low, high }: { value: number | null; low: number | null; high: number | null },
): boolean {
  const range = /^[[(]([^,]*),([^\])]*)/.exec(written);
  if (range === null) return isClose(value, Number(written.replace('%', '')));
  const ends = [range[1], range[2]].map((end) =>
    end === undefined || end === '' || end.includes('inf') ? null : Number(end),
  );
  return [low, high].every((end, i) => (ends[i] == null ? end === null : isClose(end, ends[i] ?? 0)));
}

function isClose(value: number | null, wanted: number): boolean {
  return value !== null && Math.abs(value - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted));
}

/**
 * Writes the lexicon `lunar-years` by the Chinese calendar of ICU: for each Gregorian year the day on which the lunar year
 * begins, the lengths of its months, and the month after which a leap month stands (0 for none).
 */
import { writeFileSync } from 'node:fs';

const [firstYear, lastYear] = [1901, 2100];
const day = 86_400_000;
const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

interface LunarMonth {
  readonly start: number;
  readonly month: number;
  readonly leap: boolean;
}

/** Every lunar month that starts between two instants. */
function monthsBetween(from: number, until: number): LunarMonth[] {
  const months: LunarMonth[] = [];
  for (let at = from; at < until; at += day) {
    const parts = Object.fromEntries(calendar.formatToParts(at).map(({ type, value }) => [type, value]));
    if (parts.day === '1')
      months.push({ start: at, month: Number.parseInt(parts.month ?? '', 10), leap: /bis$/.test(parts.month ?? '') });
  }
  return months;
}

const months = monthsBetween(Date.UTC(firstYear, 0, 1), Date.UTC(lastYear + 1, 2, 10));
const isNewYear = ({ month, leap }: LunarMonth) => month === 1 && !leap;
const rows: string[] = [];
for (let year = firstYear; year <= lastYear; year++) {
  const first = months.findIndex((month) => isNewYear(month) && new Date(month.start).getUTCFullYear() === year);
  const next = months.findIndex((month, i) => i > first && isNewYear(month));
  const ofYear = months.slice(first, next);
  const lengths = ofYear.map(({ start }, i) => ((months[first + i + 1]?.start ?? 0) - start === 30 * day ? 'L' : 'S'));
  const newYear = new Date(ofYear[0]?.start ?? 0);
  const leap = ofYear.find((month) => month.leap)?.month ?? 0;
  rows.push([year, `${newYear.getUTCMonth() + 1}-${newYear.getUTCDate()}`, lengths.join(''), leap].join('\t'));
}
const header = [
  '# Lunar years: the date of the new year, its months (L of 30 days, S of 29), and the month after which a leap month stands',
  '# columns: year newYear lengths leap',
  '# source: the Chinese calendar of ICU, computed by src/tools/build-lunar-years.ts',
  '# license: Unicode-3.0',
  '# used-by: src/times/lunar.ts',
];
writeFileSync(new URL('../lexicons/data/lunar-years.tsv', import.meta.url), `${[...header, ...rows].join('\n')}\n`);

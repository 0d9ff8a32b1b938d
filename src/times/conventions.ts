import type { Unit } from './shapes.js';

/**
 * Where the recognisers and their readers disagree, the choice of this one: each constant is a row of the table in
 * `docs/times.md`. The hours of the parts of the day stand with their words in the lexicon `time-words`.
 */
export const conventions = {
  /** Months that a season begins with (meteorological, northern). */
  seasonMonths: { SP: 3, SU: 6, FA: 9, WI: 12 } as Readonly<Record<string, number>>,
  /** First weekday and days of a weekend. */
  weekend: { from: 6, days: 2 },
  /** 年初 is the first so many months of a year, 月底 a month from this day on. */
  firstMonths: 2,
  lastDays: 25,
  /** Months that a season of sport, a school year, and one of Taiwan begin with. */
  seasonYears: { sport: 7, school: 9, taiwan: 8 },
  /** What `few` and `a couple` stand for where a date is counted with them. */
  few: 3,
  /** The grain of the point that a length away from a moment names: two weeks ago is a day, 6年前 a year. */
  grain: { C: 'Y', X: 'Y', Y: 'Y', Q: 'M', M: 'M', F: 'D', W: 'D', D: 'D', WE: 'W' } as Readonly<
    Partial<Record<Unit, 'Y' | 'M' | 'W' | 'D'>>
  >,
  /** Two digits of a year below this are of this century. */
  centuryTurn: 30,
  /** A day to come weighs so much more than one gone by where no tense decides. */
  futureWeight: 1.5,
  /** How much a tense weighs against a distance in time. */
  tenseWeight: 2.5,
  /** Writers leave out the year that is running; another year weighs so much more. */
  otherYearWeight: 3,
  /** Lengths in months beyond this are told roughly. */
  longAgo: 500 * 12,
} as const;

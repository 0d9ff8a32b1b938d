import type { TimexMod } from '../document/types.js';

/** Units of a calendar: century, decade, year, quarter, month, week, day, weekend, fortnight, workday, and of a clock, with its quarters of an hour. */
export type Unit = 'C' | 'X' | 'Y' | 'Q' | 'M' | 'W' | 'D' | 'WE' | 'F' | 'BD' | 'h' | 'QH' | 'min' | 's';

/** A step of `by` units from the publication date (`a`) or from the last date mentioned (`c`). */
export interface Shift {
  readonly unit: Unit;
  readonly by: number;
  readonly base: 'a' | 'c';
}

/** What an expression says of one point of the calendar or the clock; what it leaves out is found on resolving. */
export interface Fields {
  readonly shift?: Shift;
  /** 21 for the years 2000..2099. */
  readonly century?: number;
  /** 199 for the 1990s; one digit (9) where the century is left out. */
  readonly decade?: number;
  readonly year?: number;
  readonly half?: number;
  readonly quarter?: number;
  readonly season?: string;
  readonly month?: number;
  readonly weekend?: true;
  readonly weekday?: number;
  readonly day?: number;
  readonly holiday?: string;
  /** `EARLIER` and `LATER` are halves (later this week is from Thursday on), `FIRST` and `LAST` what 初 and 底 say. */
  readonly segment?: 'START' | 'MID' | 'END' | 'EARLIER' | 'LATER' | 'FIRST' | 'LAST';
  /** The first Monday, the third week, the last day of what the other fields name. */
  readonly nth?: Nth;
  /** Month and day are those of the lunar calendar; `leap` is the leap month. */
  readonly lunar?: 'plain' | 'leap';
  /** Number of an ISO week. */
  readonly weekNumber?: number;
  /** MO, MI, AF, EV, NI or DT with its hours: `AF 12 18`. */
  readonly part?: string;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** The last one gone by (-1), the one at hand (0), or the next one to come (1): last Easter, this Friday. */
  readonly which?: -1 | 0 | 1;
  /** The very moment of publication. */
  readonly now?: true;
  /** Steps from the point: three days after Easter. The first is taken first. */
  readonly steps?: readonly Step[];
  /** How long it lasts from the point on: from 9 a.m. for three hours. */
  readonly lasting?: Length;
  /** The week or weekend that the point lies in: the week of April 10. */
  readonly around?: 'W' | 'WE';
  /** The weekday of the week that the point lies in: Monday two weeks from now. */
  readonly weekdayOf?: number;
  /** An hour of 1 to 12 that no word places in the half of a day. */
  readonly ambiguous?: true;
  /** An hour that a part of the day behind it places: 6 in the morning. */
  readonly placed?: true;
  /** 上年同期: the unit that the last date had, in the year or month of `shift`. */
  readonly samePeriod?: true;
  /** `今天` or `today`, which may mean the present at large. */
  readonly perhapsPresent?: true;
}

/** The `n`th unit or weekday of a longer stretch; from its end where negative. */
export interface Nth {
  readonly unit: Unit | 'weekday' | 'workday';
  readonly n: number;
  readonly weekday?: number;
}

export interface Step {
  readonly length: Length;
  readonly direction: -1 | 1;
}

/**
 * Which side of a point is meant: strictly before it; 前, which is a deadline too; up to its end as a deadline; up to it;
 * after it; from it on.
 */
export type Bound = 'before' | 'front' | 'by' | 'until' | 'after' | 'since';

/** A length: amounts by unit. An open amount (几, 数) is null; a range has both ends. */
export interface Length {
  readonly iso: string;
  /** The whole of it in months and in seconds; null where open. */
  readonly months: number | null;
  readonly seconds: number | null;
  readonly unit: Unit;
  /** Amount of `unit` where the length has only one unit. */
  readonly amount: number | null;
  readonly approx: boolean;
}

export type Shape =
  | {
      readonly kind: 'point';
      readonly fields: Fields;
      readonly to: Fields | null;
      readonly bound?: Bound | null;
      readonly approx?: boolean;
    }
  | { readonly kind: 'duration'; readonly length: Length; readonly to: Length | null }
  | {
      readonly kind: 'stretch';
      readonly length: Length;
      readonly to: Length | null;
      readonly direction: -1 | 1;
      readonly aligned?: boolean;
    }
  | {
      readonly kind: 'offset';
      readonly length: Length;
      readonly direction: -1 | 1;
      readonly fromLast: boolean;
      readonly bound?: Bound | null;
    }
  | { readonly kind: 'within'; readonly length: Length }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'vague'; readonly value: string }
  | { readonly kind: 'era'; readonly years: { readonly begin: number; readonly end: number } | null };

/** A stretch of lexemes that a rule has read: `next` is the index behind it, `by` the rules that took part. */
export interface Reading {
  readonly first: number;
  readonly next: number;
  readonly shape: Shape;
  readonly by: string;
}

export type Segment = Extract<TimexMod, 'START' | 'MID' | 'END'>;

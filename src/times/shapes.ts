import type { TimexMod } from '../document/types.js';

/** Units of a calendar: century, decade, year, quarter, month, week, day, weekend, fortnight, and of a clock. */
export type Unit = 'C' | 'X' | 'Y' | 'Q' | 'M' | 'W' | 'D' | 'WE' | 'F' | 'h' | 'min' | 's';

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
  readonly segment?: 'START' | 'MID' | 'END';
  /** MO, MI, AF, EV, NI or DT with its hours: `AF 12 18`. */
  readonly part?: string;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** 上年同期: the unit that the last date had, in the year or month of `shift`. */
  readonly samePeriod?: true;
  /** `今天` or `today`, which may mean the present at large. */
  readonly perhapsPresent?: true;
}

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
      readonly before?: boolean;
      readonly approx?: boolean;
    }
  | { readonly kind: 'duration'; readonly length: Length; readonly to: Length | null }
  | { readonly kind: 'stretch'; readonly length: Length; readonly to: Length | null; readonly direction: -1 | 1 }
  | { readonly kind: 'offset'; readonly length: Length; readonly direction: -1 | 1; readonly fromLast: boolean }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'vague'; readonly value: string }
  | { readonly kind: 'era' };

/** A stretch of lexemes that a rule has read: `next` is the index behind it, `by` the rules that took part. */
export interface Reading {
  readonly first: number;
  readonly next: number;
  readonly shape: Shape;
  readonly by: string;
}

export type Segment = Extract<TimexMod, 'START' | 'MID' | 'END'>;

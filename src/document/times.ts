import type { Span } from './span.js';

export const timexTypes = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
export type TimexType = (typeof timexTypes)[number];
export const timexMods = ['START', 'MID', 'END', 'APPROX'] as const;
export type TimexMod = (typeof timexMods)[number];

/** A TIMEX3 expression. `begin`..`until` is half-open, in ISO dates or local date-times; null where it is not known. */
export interface Timex extends Span {
  readonly type: TimexType;
  readonly value: string | null;
  readonly mod: TimexMod | null;
  readonly begin: string | null;
  readonly until: string | null;
  /** The ISO date that a relative expression was resolved against; null for an absolute one. */
  readonly anchor: string | null;
  /** The offset from UTC of the zone that the text names beside a clock: `+08:00`, `Z`. Begin and until are local to it. */
  readonly zone: string | null;
  /** The same in EDTF (ISO 8601-2): `2023-12~`, `199X`, `../2018`. */
  readonly edtf: string | null;
  readonly by: string;
}

import type { Span } from '../document/span.js';
import type { Fact, Quantity, Timex } from '../document/types.js';
import type { FactReading } from './reading.js';
import type { VerbMatch } from './verbs.js';

/** A fact before it is known to which claim it belongs. */
export type FoundFact = Omit<Fact, 'claim'>;

/** Who, the verb, and when. */
export interface Core {
  readonly subject: Span;
  readonly verb: VerbMatch;
  readonly time: number | null;
}

/** What every fact of a clause has: its span, its subject, its verb and its time. */
export function coreOf(reading: FactReading, { start, end }: Span, { subject, verb, time }: Core) {
  return {
    start,
    end,
    subject: reading.part(subject),
    predicate: { start: verb.start, end: verb.end, lemma: verb.predicate },
    time,
  };
}

/** Whether a time is a day or an hour of one, or a longer stretch of the calendar. */
export function isDated({ type }: Pick<Timex, 'type'>): boolean {
  return type === 'DATE' || type === 'TIME';
}

/** Whether the time lies behind the date of publication. */
export function isToCome({ published, timeAt }: FactReading, time: number | null): boolean {
  const begin = time === null ? null : (timeAt(time)?.begin ?? null);
  return published !== null && begin !== null && begin.slice(0, 10) > published.slice(0, 10);
}

/** The amount of an object that has one; the first or the second of its kind is none. */
export function onlyAmount(
  { folded }: FactReading,
  inside: readonly (Quantity & { readonly index: number })[],
): number | null {
  // 三季报, 14国代表: a number within a word.
  const amounts = inside.filter(
    ({ type, unit, end }) =>
      type !== 'ORDINAL' && !(unit === null && /^\p{Script=Han}/u.test(folded.slice(end, end + 1))),
  );
  const [amount] = amounts;
  // 11金9银: the first of several.
  const isOne = amount !== undefined && amounts.length === 1 && !/^\p{Script=Han}\d/u.test(folded.slice(amount.end));
  return isOne ? amount.index : null;
}

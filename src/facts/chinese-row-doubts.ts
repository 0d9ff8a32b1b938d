import type { Span } from '../document/span.js';
import { type FoundFact, isToCome } from './found.js';
import type { FactReading } from './reading.js';

/** Whether a row would say more than its clause: what was so for a while, or may be still to come. */
export function isPassing(reading: FactReading, fact: FoundFact): boolean {
  const { folded, tokensIn } = reading;
  const isMeasure = fact.rule === 'subject-measure';
  const before = tokensIn({ start: fact.start, end: fact.predicate.start }).map(({ start, end }) =>
    folded.slice(start, end),
  );
  // 股指一度跌逾300点, 道路一度封闭; not 法官一度打断双方.
  if (before.includes('一度') && (isMeasure || fact.object === null)) return true;
  return isMeasure && before.some((word) => /^曾/.test(word));
}

/** 今晚上演: it may be still to come. */
export function holdsTonight({ folded, timesIn }: FactReading, clause: Span): boolean {
  return timesIn(clause).some(({ start, end }) => /^今[晚夜]/.test(folded.slice(start, end)));
}

const soonest = 5;

/** 第七战周二开打, of a Monday: the next such day is nearer than the last one. */
export function mayBeAhead(reading: FactReading, { time }: FoundFact): boolean {
  const found = time === null ? undefined : reading.timeAt(time);
  if (found?.begin == null || reading.published === null || isToCome(reading, time)) return false;
  const days = (Date.parse(reading.published) - Date.parse(found.begin.slice(0, 10))) / 864e5;
  return days >= soonest && days < 7 && /^(?:周|星期|礼拜)/.test(reading.folded.slice(found.start, found.end));
}

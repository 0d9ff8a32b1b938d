import type { Span } from '../document/span.js';
import type { Timex } from '../document/types.js';
import { type FoundFact, isToCome } from './found.js';
import type { FactReading } from './reading.js';
import { hasRole } from './words.js';

/** Whether a row would say more than its clause: what was so for a while, or may be still to come. */
export function isPassing(reading: FactReading, fact: FoundFact): boolean {
  const { folded, tokensIn } = reading;
  const isMeasure = fact.rule === 'subject-measure';
  const before = tokensIn({ start: fact.start, end: fact.predicate.start }).map(({ start, end }) =>
    folded.slice(start, end),
  );
  // 股指一度跌逾300点, 金价一度突破3700元, 道路一度封闭; not 法官一度打断双方.
  const isOfAmount = isMeasure || fact.object === null || fact.quantity !== null;
  if (before.includes('一度') && isOfAmount) return true;
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

const longestStretch = 10;

/** 黄金周长假结束,全城|七日|接待…: a day of a low number without its month, where a stretch of days is spoken of. */
export function mayBeLength({ folded, tokensIn }: FactReading, { start, end }: Span): boolean {
  const day = /^(?:[一二三四五六七八九十]|\d{1,2})日$/.exec(folded.slice(start, end))?.[0];
  if (day === undefined || Number.parseInt(day, 10) > longestStretch) return false;
  return tokensIn({ start: start - nearby, end: end + nearby }).some((token) =>
    hasRole(folded.slice(token.start, token.end), 'spans'),
  );
}

const nearby = 30;

/** 上周五晚至周六: a stretch that was read to end behind the date of publication. */
export function reachesAhead({ published }: FactReading, { value, until }: Timex): boolean {
  if (published === null || until === null || !value?.includes('/')) return false;
  const days = (Date.parse(until.slice(0, 10)) - Date.parse(published.slice(0, 10))) / 864e5;
  // Days are half-open, hours are not.
  return days > (value.includes('T') ? 0 : 1);
}

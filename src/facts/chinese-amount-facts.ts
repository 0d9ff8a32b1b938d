import type { Span } from '../document/span.js';
import { isMeasurable, isRated, type Measured, measuredIn } from './chinese-amounts.js';
import { type Known, timeOf } from './chinese-known.js';
import { trimmed } from './chinese-nouns.js';
import { beforeVerb, pastLead } from './chinese-subjects.js';
import { coreOf, type FoundFact } from './found.js';
import type { FactReading } from './reading.js';
import type { VerbMatch } from './verbs.js';
import { hasRole } from './words.js';

/** 營收|同比增長|8.7%: an amount, the verb before it and what it is said of. */
export function amountIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  const measured = measuredIn(reading, clause);
  if (measured === null || isSumOfPiece(reading, clause, measured, known)) return null;
  const { verb, isShare } = measured;
  const before = beforeVerb(reading, { start: clause.start, end: verb.start });
  const own = before.subject;
  const carried = verb.type === 'total' ? known.actor : known.figure;
  if (own === null && !before.isBare) return null;
  if (
    own === null
      ? isOfRate(reading, carried, measured) || isOfOther(reading, clause, known)
      : isCountedInPhrase(reading, own, verb)
  )
    return null;
  const time = timeOf(reading, before, clause, verb, known);
  if (before.isLeading) known.isOfFigure = true;
  if (own === null && known.isReporter) return null;
  const subject = own ?? carried;
  known.isReporter = false;
  known.actor = verb.type === 'total' ? subject : null;
  known.figure = verb.type === 'measure' && !isShare ? subject : null;
  // 指标平均由6.1%|降至|5.8%: what is measured is an average.
  const isAverage = verb.type === 'total' && isRated(reading, { start: own?.end ?? clause.start, end: verb.start });
  const isOther = isAverage || (own !== null && (isPlanned(reading, own, verb) || isPart(reading, clause, measured)));
  return subject === null || isOther || !isMeasurable(reading, subject, measured)
    ? null
    : amountFact(reading, clause, subject, measured, time);
}

/** Whether a sum is that of a piece, which a clause of the sentence names (每辆|购置成本3万元,|补助2万元); notes whether this one does. */
function isSumOfPiece({ folded }: FactReading, { start }: Span, { amount }: Measured, known: Known): boolean {
  if (/[。!?]\s{0,2}$/.test(folded.slice(Math.max(0, start - 3), start))) known.isOfPiece = false;
  const wasOfPiece = known.isOfPiece;
  const isOfPiece = /^每[^年月日天周季时]/.test(folded.slice(start, start + 2));
  if (isOfPiece) known.isOfPiece = true;
  return wasOfPiece && !isOfPiece && amount.type === 'MONEY';
}

/** 产值增长8%,回落2个百分点: what fell is how fast it grew (失业率为5%,上升0.1个百分点: the rate itself). */
function isOfRate(reading: FactReading, carried: Span | null, { amount }: Measured): boolean {
  return (
    carried !== null &&
    /百分点$/.test(textOf(reading, amount)) &&
    !/(?:率|比|比[例重]|份额|指数)$/.test(textOf(reading, carried))
  );
}

/** 发行价8.88元,收盘|涨210%: behind a time that nobody dates it is rather the thing that rose, not the figure before. */
function isOfOther(reading: FactReading, clause: Span, { figure }: Known): boolean {
  const { start } = pastLead(reading, clause);
  const led = reading.tokensIn({ start: clause.start, end: start });
  return figure !== null && led.some((token) => hasRole(reading.folded.slice(token.start, token.end), 'period'));
}

/** 公司|在新区的楼盘收票|逾九千张: what is counted stands in the phrase. */
function isCountedInPhrase({ folded }: FactReading, subject: Span, { start, predicate }: VerbMatch): boolean {
  return folded.slice(subject.end, start).startsWith('在') && /^[逾近约达]$|^超过$/.test(predicate);
}

/** 1号线规划|全长22公里: what is planned. */
function isPlanned(reading: FactReading, subject: Span, { type }: VerbMatch): boolean {
  return type === 'total' && /..(?:规划|计划|设计)$/.test(textOf(reading, subject));
}

/** Whether a share or a number is one of what the clause before names (其中|资金为1亿元, 3200户居民中,…). */
function isPart({ folded }: FactReading, { start, end }: Span, { verb, amount }: Measured): boolean {
  const whole = folded.slice(verb.end, amount.start).replace(/^(?:大约|将近|超过|接近|约|近|逾)/, '');
  if (whole !== '' || !/^(?:占|为|约为|仅为|占比|共)/.test(verb.predicate)) return false;
  return (
    /^(?:其中|当中)/.test(folded.slice(start, end)) ||
    /(?:[^其当]中|其中|当中),\s?$/.test(folded.slice(Math.max(0, start - 4), start))
  );
}

function textOf({ folded }: FactReading, { start, end }: Span): string {
  return folded.slice(start, end);
}

function amountFact(
  reading: FactReading,
  clause: Span,
  subject: Span,
  measured: Measured,
  time: number | null,
): FoundFact {
  const { verb, amount, start, end } = measured;
  return {
    ...coreOf(reading, clause, { subject, verb, time }),
    object: { ...trimmed(reading.folded, { start, end }), entity: null },
    quantity: amount.index,
    rule: 'subject-measure',
  };
}

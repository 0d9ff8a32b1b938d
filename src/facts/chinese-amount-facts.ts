import type { Span } from '../document/span.js';
import { isMeasurable, isRated, type Measured, measuredIn } from './chinese-amounts.js';
import { type Known, timeOf } from './chinese-known.js';
import { trimmed } from './chinese-nouns.js';
import { beforeVerb } from './chinese-subjects.js';
import { coreOf, type FoundFact } from './found.js';
import type { FactReading } from './reading.js';

/** 營收|同比增長|8.7%: an amount, the verb before it and what it is said of. */
export function amountIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  const measured = measuredIn(reading, clause);
  if (measured === null) return null;
  if (/[。!?]\s{0,2}$/.test(reading.folded.slice(Math.max(0, clause.start - 3), clause.start))) known.isOfPiece = false;
  const isSumOfPiece = known.isOfPiece && measured.amount.type === 'MONEY';
  if (/^每[^年月日天周季时]/.test(reading.folded.slice(clause.start, clause.start + 2))) known.isOfPiece = true;
  else if (isSumOfPiece) return null;
  const { verb } = measured;
  const before = beforeVerb(reading, { start: clause.start, end: verb.start });
  const own = before.subject;
  const carried = verb.type === 'total' ? known.actor : known.figure;
  const subject = own ?? (before.isBare ? carried : null);
  if (own === null && !before.isBare) return null;
  // 产值增长8%,回落2个百分点: what fell is how fast it grew (失业率为5%,上升0.1个百分点: the rate itself).
  if (own === null && carried !== null && /百分点$/.test(textOf(reading, measured.amount)))
    if (!/(?:率|比|比[例重]|份额|指数)$/.test(textOf(reading, carried))) return null;
  // 公司在新区的楼盘收票|逾九千张: what is counted stands in the phrase.
  if (
    own !== null &&
    /^在/.test(reading.folded.slice(own.end, verb.start)) &&
    /^[逾近约达]$|^超过$/.test(verb.predicate)
  )
    return null;
  const time = timeOf(reading, before, clause, verb, known);
  if (own !== null && before.isLeading) known.isOfFigure = true;
  if (own === null && known.isReporter) return null;
  known.isReporter = false;
  known.actor = verb.type === 'total' ? subject : null;
  known.figure = verb.type === 'measure' && !measured.isShare ? subject : null;
  // 1号线规划|全长22公里: what is planned.
  const isPlanned =
    verb.type === 'total' && own !== null && /..(?:规划|计划|设计)$/.test(reading.folded.slice(own.start, own.end));
  // 其中|资金为1亿元: of what is said before.
  const whole = reading.folded.slice(verb.end, measured.amount.start).replace(/^(?:大约|将近|超过|接近|约|近|逾)/, '');
  const isPart =
    own !== null && whole === '' && /^(?:占|为|约为|仅为|占比|共)/.test(verb.predicate) && isOfWhole(reading, clause);
  // 指标平均由6.1%|降至|5.8%: what is measured is an average.
  const isRate = verb.type === 'total' && isRated(reading, { start: own?.end ?? clause.start, end: verb.start });
  return subject === null || isPlanned || isPart || isRate || !isMeasurable(reading, subject, measured)
    ? null
    : amountFact(reading, clause, subject, measured, time);
}

function textOf({ folded }: FactReading, { start, end }: Span): string {
  return folded.slice(start, end);
}

/** Whether a clause tells of a part of what the clause before names (其中…, 3200户居民中,…). */
function isOfWhole({ folded }: FactReading, { start, end }: Span): boolean {
  return (
    /^(?:其中|当中)/.test(folded.slice(start, end)) ||
    /(?:[^其当]中|其中|当中),\s?$/.test(folded.slice(Math.max(0, start - 4), start))
  );
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

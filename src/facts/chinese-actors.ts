import type { Span } from '../document/span.js';
import { isDated } from './found.js';
import type { FactReading } from './reading.js';
import { hasRole } from './words.js';

/** 立法院昨天协商|…: a time within what is taken for the subject, unless it is of a noun (2019年的作品). */
export function swallowsTime({ folded, timesIn }: FactReading, subject: Span): boolean {
  return timesIn(subject).some(
    (time) => isDated(time) && time.start > subject.start && time.end < subject.end && folded[time.end] !== '的',
  );
}

/** 管理处招标|采购设备: an act before the verb, which jieba takes for a noun, behind who does it. */
export function endsInAct({ folded, tokensIn, mentionsIn }: FactReading, subject: Span): boolean {
  const last = tokensIn(subject).at(-1);
  if (last === undefined || !/^vn?$/.test(last.pos) || last.start === subject.start || folded[last.start - 1] === '的')
    return false;
  return isActor({ folded, mentionsIn }, { start: subject.start, end: last.start });
}

/** 年轻人外出工作|带走孩子: what people are at does nothing to others. */
export function endsInActivity({ folded, tokensIn }: FactReading, subject: Span): boolean {
  const last = tokensIn(subject).at(-1);
  return last !== undefined && last.start > subject.start && hasRole(folded.slice(last.start, last.end), 'activity');
}

/** 公司总部|设于滨河,|生产镜头: who acts is the firm, not its seat. */
export function withoutSeat({ folded }: FactReading, actor: Span | null): Span | null {
  const isSeat = actor !== null && /..总部$/.test(folded.slice(actor.start, actor.end));
  return isSeat ? { start: actor.start, end: actor.end - 2 } : actor;
}

/** Whether a stretch ends in somebody who acts: a name, or a word for an office, a firm or a team. */
export function isActor({ folded, mentionsIn }: Pick<FactReading, 'folded' | 'mentionsIn'>, span: Span): boolean {
  return (
    mentionsIn(span).some(({ end, type }) => end === span.end && /^(?:ORG|PERSON)/.test(type)) ||
    /(?:[处局院署厅方府队]|公司|集团|银行|委员会|企业)$/.test(folded.slice(span.start, span.end))
  );
}

/** 台灣於某日上映: a place before a verb without an object says where. */
export function isPlace(reading: FactReading, { start, end }: Span): boolean {
  return reading.mentionsIn({ start, end }).some((name) => name.end === end && /^GPE$/.test(name.type));
}

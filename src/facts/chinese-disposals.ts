import type { Span } from '../document/span.js';
import { endsInActivity } from './chinese-actors.js';
import { measuredIn } from './chinese-amounts.js';
import { amountOf } from './chinese-completeness.js';
import { type Known, timeOf } from './chinese-known.js';
import { isUnknownVerb } from './chinese-nouns.js';
import { passiveIn } from './chinese-passives.js';
import { beforeVerb } from './chinese-subjects.js';
import { firstVerb } from './chinese-verbs.js';
import { coreOf, type FoundFact } from './found.js';
import type { FactReading } from './reading.js';

/** The word, no part of a name, that is 把 or 将 and fits `mark`. */
export function markIn(reading: FactReading, clause: Span, mark: RegExp): Span | undefined {
  if (!/[把将]/.test(reading.folded.slice(clause.start, clause.end))) return undefined;
  return reading
    .tokensIn(clause)
    .find(
      ({ start, end }) =>
        mark.test(reading.folded.slice(start, end)) && reading.nameAround({ start, end }) === undefined,
    );
}

/** 海川证券|把目标价从11港元|砍到|6.5港元; 水利厅|将应急响应|提升|至Ⅲ级: the object stands before the verb. */
export function disposalIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  const { folded } = reading;
  const mark = markIn(reading, clause, /^[把将]$/);
  // 井田制就是把耕地…: what it is.
  if (mark === undefined || folded[mark.start - 1] === '是') return null;
  const before = beforeVerb(reading, { start: clause.start, end: mark.start });
  const subject = before.subject ?? (before.isBare ? known.actor : null);
  const time = timeOf(reading, before, clause, { ...mark, type: 'act' }, known);
  known.actor = subject;
  known.figure = null;
  if (subject === null || endsInActivity(reading, subject)) return null;
  const rest = { start: mark.end, end: clause.end };
  const measured = measuredIn(reading, rest);
  if (measured !== null && /[至到]$/.test(measured.verb.predicate)) {
    const object = beforeVerb(reading, { start: rest.start, end: measured.verb.start }).subject;
    if (object === null) return null;
    return {
      ...coreOf(reading, clause, { subject, verb: measured.verb, time }),
      object: reading.part(object),
      quantity: measured.amount.index,
      rule: 'subject-object-verb',
    };
  }
  const verb = firstVerb(reading, rest);
  if (verb === null || !/^(?:act|done|either)$/.test(verb.type)) return null;
  const object = beforeVerb(reading, { start: rest.start, end: verb.start }).subject;
  if (
    object === null ||
    holdsVerb(reading, object) ||
    !/^(?:了|[至到为成给].{1,15})?$/.test(folded.slice(verb.end, clause.end))
  )
    return null;
  return {
    ...coreOf(reading, clause, { subject, verb, time }),
    object: reading.part(object),
    quantity: amountOf(reading, object),
    rule: 'subject-object-verb',
  };
}

/** 把零钱|存进|小猪…: a verb that jieba does not know within the object. */
function holdsVerb({ folded, tokensIn }: FactReading, object: Span): boolean {
  return tokensIn(object).some(({ start, end, pos }) => isUnknownVerb(folded.slice(start, end), pos));
}

/** 会议|由论坛|召集: who did it is the subject of the row, what it was done to the object. */
export function passiveFact(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  const passive = passiveIn(reading, clause);
  if (passive === null) return null;
  const { patient, agent, verb } = passive;
  const before = { subject: patient, isBare: false, isMarked: true, time: passive.time, isLeading: false };
  const time = timeOf(reading, before, clause, verb, known);
  known.actor = null;
  known.figure = null;
  return {
    ...coreOf(reading, clause, { subject: agent, verb, time }),
    object: reading.part(patient),
    quantity: amountOf(reading, patient),
    rule: 'subject-object-verb',
  };
}

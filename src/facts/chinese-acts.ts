import type { Span } from '../document/span.js';
import type { Quantity } from '../document/types.js';
import { endsInAct, endsInActivity, isActor, isPlace, swallowsTime, withoutSeat } from './chinese-actors.js';
import { isRated } from './chinese-amounts.js';
import { amountOf, isComplete, opensObject } from './chinese-completeness.js';
import { type Known, timeOf } from './chinese-known.js';
import { nounPhrase } from './chinese-noun-phrases.js';
import { endsInFigure, isHeadcount } from './chinese-nouns.js';
import { isPricedNoun } from './chinese-object-doubts.js';
import { behindVerb, verbInRow } from './chinese-objects.js';
import { beforeVerb, pastLead } from './chinese-subjects.js';
import { firstVerb } from './chinese-verbs.js';
import { coreOf, type FoundFact } from './found.js';
import type { FactReading } from './reading.js';
import { isListed, type VerbMatch } from './verbs.js';
import { hasRole } from './words.js';

/** What somebody does, as it stands in a clause. */
interface Act {
  readonly clause: Span;
  readonly subject: Span;
  /** Where the words between subject and verb begin. */
  readonly adverbs: number;
  readonly verb: VerbMatch;
  readonly object: Span | null;
  /** The amounts of the object. */
  readonly inside: readonly (Quantity & { readonly index: number })[];
}

/** 阿里云|發布|Qwen-72B: a plain object up to the end of the clause. */
export function actIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  const { actor, isFirst, isReporter } = known;
  known.actor = null;
  known.figure = null;
  const lead = pastLead(reading, clause).start;
  const verb = wholeVerb(reading, firstVerb(reading, { start: lead, end: clause.end }, isFirst), clause.end);
  if (verb === null) return null;
  const before = beforeVerb(reading, { start: clause.start, end: verb.start });
  const time = timeOf(reading, before, clause, verb, known);
  const isCarried = before.subject === null;
  const subject = before.subject ?? (before.isBare ? withoutSeat(reading, actor) : null);
  if (subject === null || swallowsTime(reading, subject) || endsInAct(reading, subject)) return null;
  // 卫生局公布,|新增病例58例: what an office reports, not what it did.
  if (isCarried && isReporter && (verb.type !== 'act' || hasRole(verb.predicate, 'befalls'))) return null;
  known.isReporter = isCarried && isReporter;
  const behind = behindVerb(reading, { start: verb.end, end: clause.end });
  if (behind.kind === 'unclear') return null;
  known.actor = subject;
  const object = behind.kind === 'object' ? behind.span : null;
  if (object === null && isCarried && known.hadObject && !isPerson(reading, subject)) return null;
  known.hadObject = object !== null && !verb.predicate.endsWith('于');
  const inside = object === null ? [] : reading.quantitiesIn(object);
  const act: Act = { clause, subject, adverbs: before.subject?.end ?? clause.start, verb, object, inside };
  if (isDoubtfulAct(reading, act)) return null;
  const isPlain = isCarried
    ? mayGoOn(reading, act, isFirst, before.isMarked)
    : !(object === null && isPlace(reading, subject));
  if (!isPlain) return null;
  known.figure = object === null ? null : figureOf(reading, object, inside);
  return {
    ...coreOf(reading, clause, {
      subject,
      verb: behind.kind === 'time' ? withoutPreposition(verb) : verb,
      time: behind.kind === 'time' ? behind.time : time,
    }),
    object: object === null ? null : reading.part(object),
    quantity: object === null ? null : amountOf(reading, object),
    rule: object === null ? 'subject-verb' : 'subject-verb-object',
  };
}

/** Whether the object is an amount alone. */
function isSum({ object, inside }: Act): boolean {
  return object !== null && inside.some(({ start, end }) => start === object.start && end === object.end);
}

/** Whether subject, verb and object do not make an act together. */
function isDoubtfulAct(reading: FactReading, act: Act): boolean {
  const { subject, adverbs, verb, object, inside } = act;
  // 7人|送往医院: it may be what was done to them.
  if (object !== null && (isHeadcount(reading, subject) || endsInActivity(reading, subject))) return true;
  // 轻质化|改造|28亿元: a work and what it costs.
  const isWork = hasRole(verb.predicate, 'noun') && inside[0]?.type === 'MONEY' && !isActor(reading, subject);
  return (
    !isComplete(reading, verb, object) ||
    (isWork && isSum(act)) ||
    (inside.length > 0 && isRated(reading, { start: adverbs, end: verb.start })) ||
    isPricedNoun(reading, verb, object, inside)
  );
}

/** Whether who acted in the clause before may be the one who acts in this one, where no subject stands. */
function mayGoOn(reading: FactReading, act: Act, isFirst: boolean, isMarked: boolean): boolean {
  const { folded } = reading;
  const { clause, subject, verb, object, inside } = act;
  if (isMisplaced(reading, subject, verb, object)) return false;
  // 编列预算,比前年增加了104亿元: what grew is not who acted.
  if (verb.type === 'done' && isSum(act) && !isFirst) return false;
  // 高铁停运141对,停运班线733条: who stopped them is not said.
  const isAgain =
    verb.type === 'either' && folded.slice(subject.end, clause.start).includes(folded.slice(verb.start, verb.end));
  if (isAgain && object !== null) return false;
  // 创办学校,成为…: it may be the school that became it.
  if (verb.predicate === '成为' || !isListed(verb)) return false;
  // 信天虧損1.37億元,較上年擴大18%: what grew is not who lost.
  if (object !== null && inside[0]?.type === 'PERCENT' && inside[0].end === object.end) return false;
  // 開源模型…: a verb that opens a clause may be the modifier of a noun; what stands before or behind it shows that it is none.
  return isFirst || isMarked || folded[verb.end] === '了' || opensObject(reading, object);
}

function isPerson({ mentionsIn }: FactReading, span: Span): boolean {
  return mentionsIn(span).some(({ end, type }) => end === span.end && type === 'PERSON');
}

/** 拍卖师落槌,|位于商务区的一宗用地…: a place that is that of something behind it. */
function isMisplaced(reading: FactReading, subject: Span, { predicate }: VerbMatch, object: Span | null): boolean {
  if (!hasRole(predicate, 'sited') || object === null) return false;
  const [, ...owned] = reading.folded.slice(object.start, object.end).split('的');
  return isPerson(reading, subject) || owned.some((part) => /^\p{Script=Han}*[一两三四五六七八九十\d]/u.test(part));
}

/** The verb with a second one in a row behind it; null where that one is not known. */
function wholeVerb(reading: FactReading, verb: VerbMatch | null, limit: number): VerbMatch | null {
  const second = verb === null ? null : verbInRow(reading, verb, limit);
  if (verb === null || second === null) return verb;
  if (second.predicate === '' || !isListed(verb)) return null;
  const type = second.end === limit ? 'event' : second.type;
  return { start: verb.start, end: second.end, predicate: verb.predicate + second.predicate, type };
}

/** 成立|于1978年. */
function withoutPreposition(verb: VerbMatch): VerbMatch {
  const { end, predicate } = verb;
  return predicate.endsWith('于') ? { ...verb, end: end - 1, predicate: predicate.slice(0, -1) } : verb;
}

/** 實現|營業收入|58.7億元: what a later clause says has grown. */
function figureOf(reading: FactReading, object: Span, inside: readonly Quantity[]): Span | null {
  const amount = inside.find(({ end }) => end === object.end);
  if (amount === undefined || amount.start <= object.start) return null;
  const noun = { start: object.start, end: amount.start };
  return endsInFigure(reading.folded, noun) ? nounPhrase(reading, noun) : null;
}

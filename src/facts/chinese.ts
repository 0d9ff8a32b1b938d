import type { Span } from '../document/span.js';
import type { Claim, Quantity } from '../document/types.js';
import { isMeasurable, type Measured, measuredIn } from './chinese-amounts.js';
import { isSubordinate, isUnsure } from './chinese-doubts.js';
import { endsInFigure, isHeadcount, isNominal, nounPhrase, trimmed } from './chinese-nouns.js';
import { behindVerb, verbInRow } from './chinese-objects.js';
import { nextOwner, type Owner, topicOf, withOwner } from './chinese-owners.js';
import { passiveIn } from './chinese-passives.js';
import { type Before, beforeVerb, pastLead, tellsWhen } from './chinese-subjects.js';
import { firstVerb } from './chinese-verbs.js';
import { clausesIn } from './clauses.js';
import { coreOf, type FoundFact, isDated, isToCome, onlyAmount } from './found.js';
import type { FactReading } from './reading.js';
import { isListed, type VerbMatch } from './verbs.js';
import { wordBefore } from './words.js';

/** What a claim has told so far: later clauses leave out the subject and the time. */
interface Known {
  /** Who acted in the clause before. */
  actor: Span | null;
  /** What was measured in the clause before. */
  figure: Span | null;
  time: number | null;
  /** Whether that time opened its clause. */
  isLeading: boolean;
  /** Whether it stood before what was measured: it holds for other figures, not for who or what else is named. */
  isOfFigure: boolean;
  isFirst: boolean;
  /** Whose figures the next clause may give. */
  owner: Owner | null;
  /** Whether nothing but times stood before. */
  isOpening: boolean;
  /** Whether the last time of the claim lies ahead, so that what follows does, too. */
  isToCome: boolean;
}

/** Whether a source gives figures of its own: no office, institute, bank of analysts or paper. */
function isFirm(reading: FactReading, source: Span): boolean {
  const [name] = reading.mentionsIn(source);
  const text = reading.folded.slice(source.start, source.end);
  return (
    name?.type === 'ORG' &&
    name.end === source.end &&
    !/(?:[局部委院所会署厅网报社]|证券|中心|机构|大学|政府|国际)$/.test(text)
  );
}

/** 根据重整计划,…: what is to be. */
const planned = /^(?:根据|按照?|依照?|依据).*(?:计划|规划|方案|安排|预案|设计|机制|规定|条例|要求|目标)$/;

/** Characters of denial. */
const denial = /[不没未无非否勿莫]/;

/** The facts of a Chinese claim, clause by clause. Precision before recall: a clause that is not plain gives none. */
export function factsInChinese(reading: FactReading, claim: Claim): FoundFact[] {
  const cue = claim.cue === null ? '' : reading.folded.slice(claim.cue.start, claim.cue.end);
  if (/规定|预[测计估期]/.test(cue)) return [];
  const announced = claim.cue?.type === 'announce' && claim.source !== null && claim.source.status === 'explicit';
  const known: Known = {
    actor: announced ? claim.source : null,
    figure: null,
    time: null,
    isLeading: false,
    isOfFigure: false,
    isFirst: announced,
    owner: announced && isFirm(reading, claim.source) ? { span: claim.source, isAlone: false } : null,
    isOpening: true,
    isToCome: false,
  };
  const isDenial = claim.polarity === 'negative';
  let denies = false;
  return clausesIn(reading.folded, claim).flatMap((clause) => {
    // 没有证据显示某某已…,某某…: what is denied may go on behind the comma.
    if (isDenial && denial.test(reading.folded.slice(clause.start, clause.end))) denies = true;
    if (denies) return [];
    const found = factIn(reading, clause, known);
    known.isFirst = false;
    const fact = found === null ? null : withOwner(reading, found, known.owner);
    if (found !== null) known.owner = nextOwner(reading, found, known.owner);
    else {
      const { start } = pastLead(reading, clause);
      if (start < clause.end) known.owner = topicOf(reading, { start, end: clause.end });
      if (known.isOpening) known.actor = topicOnly(reading, clause) ?? known.actor;
    }
    if (pastLead(reading, clause).start < clause.end) known.isOpening = false;
    const own = reading.timesIn(clause).filter((time) => tellsWhen(reading, time));
    const words = reading.folded.slice(clause.start, clause.end);
    if (planned.test(words)) known.isToCome = true;
    else if (own.length > 0) known.isToCome = own.some(({ index }) => isToCome(reading, index));
    if (fact === null || known.isToCome || isToCome(reading, fact.time)) return [];
    return isKnown(reading, fact) ? [fact] : [{ ...fact, time: null }];
  });
}

/** 位于湾区的长桥公司,2月份接到…: somebody named in a clause of its own that opens the claim. */
function topicOnly(reading: FactReading, clause: Span): Span | null {
  const { subject } = beforeVerb(reading, clause);
  if (subject === null || isSubordinate(reading, clause)) return null;
  const name = reading
    .mentionsIn(subject)
    .find(
      ({ end }) =>
        end === subject.end || /^(?:同志|先生|女士|教授|博士|院士)$/.test(reading.folded.slice(end, subject.end)),
    );
  if (name === undefined || !/^(?:ORG|PERSON)/.test(name.type)) return null;
  return name.type === 'PERSON' ? name : subject;
}

/** Whether it is known when a fact was: not 次日 of an unknown day, nor what had been done up to a time (截至8日|转移300人). */
function isKnown({ timeAt, folded }: FactReading, { time, rule }: FoundFact): boolean {
  const found = time === null ? undefined : timeAt(time);
  if (found === undefined) return true;
  const isUpTo = /截[至止]到?$/.test(folded.slice(Math.max(0, found.start - 3), found.start));
  return !/^X/.test(found.value ?? 'X') && !(isUpTo && rule !== 'subject-measure');
}

function factIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  if (/^(?:现|目前|如今|迄今|至今)/.test(reading.folded.slice(clause.start, clause.end))) known.time = null;
  const lead = pastLead(reading, clause);
  if (lead.times.length > 0) {
    known.time = lead.times.at(-1) ?? null;
    known.isLeading = true;
    known.isOfFigure = false;
  }
  if (isUnsure(reading, clause) || isSubordinate(reading, clause)) {
    known.actor = null;
    known.figure = null;
    return null;
  }
  const disposal = disposalIn(reading, clause, known);
  // 将 that is no 把 foretells.
  if (disposal !== null || markIn(reading, clause, /^将$/) !== undefined) return disposal;
  return amountIn(reading, clause, known) ?? passiveFact(reading, clause, known) ?? actIn(reading, clause, known);
}

/** 会议|由论坛|召集: who did it is the subject of the row, what it was done to the object. */
function passiveFact(reading: FactReading, clause: Span, known: Known): FoundFact | null {
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
    quantity: onlyAmount(reading, reading.quantitiesIn(headOf(reading, patient))),
    rule: 'subject-object-verb',
  };
}

/** The time that stands before the verb; that of the clause before where this one has none; null where it is of something else. */
function timeOf(
  reading: FactReading,
  before: Before,
  clause: Span,
  verb: Pick<VerbMatch, 'start' | 'end' | 'type'>,
  known: Known,
): number | null {
  if (before.time !== null) {
    known.time = before.time;
    known.isLeading = before.isLeading;
    known.isOfFigure = false;
    return before.time;
  }
  // 2012年毕业,曾拍摄过三部影片: at some time.
  if (/曾/.test(reading.folded.slice(clause.start, verb.start)) || /^过/.test(reading.folded.slice(verb.end)))
    return null;
  // 环岛线2009年通车,全长35公里: a time within a clause goes on with its subject, where that is left out, and says nothing of states.
  if (!known.isLeading && (before.subject !== null || verb.type === 'total')) return null;
  // 5月营收19亿元,某某上涨4%: the month is that of the figure.
  if (known.isOfFigure && before.subject !== null)
    if (
      !endsInFigure(reading.folded, before.subject) ||
      /;\s?$/.test(reading.folded.slice(Math.max(0, clause.start - 2), clause.start))
    )
      return null;
  return reading.timesIn({ start: clause.start, end: verb.start }).some(isDated) ? null : known.time;
}

/** 營收|同比增長|8.7%: an amount, the verb before it and what it is said of. */
function amountIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  const measured = measuredIn(reading, clause);
  if (measured === null) return null;
  const { verb } = measured;
  const before = beforeVerb(reading, { start: clause.start, end: verb.start });
  const own = before.subject;
  const carried = verb.type === 'total' ? known.actor : known.figure;
  const subject = own ?? (before.isBare ? carried : null);
  if (own === null && !before.isBare) return null;
  const time = timeOf(reading, before, clause, verb, known);
  if (own !== null && before.isLeading) known.isOfFigure = true;
  known.actor = verb.type === 'total' ? subject : null;
  known.figure = verb.type === 'measure' && !measured.isShare ? subject : null;
  // 1号线规划|全长22公里: what is planned.
  const isPlanned =
    verb.type === 'total' && own !== null && /..(?:规划|计划|设计)$/.test(reading.folded.slice(own.start, own.end));
  // 其中|资金为1亿元: of what is said before.
  const whole = reading.folded.slice(verb.end, measured.amount.start).replace(/^(?:大约|将近|超过|接近|约|近|逾)/, '');
  const isPart =
    own !== null && whole === '' && /^(?:占|为|约为|仅为|占比|共)/.test(verb.predicate) && isOfWhole(reading, clause);
  return subject === null || isPlanned || isPart || !isMeasurable(reading, subject, measured)
    ? null
    : amountFact(reading, clause, subject, measured, time);
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

/** 阿里云|發布|Qwen-72B: a plain object up to the end of the clause. */
function actIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  const { folded } = reading;
  const { actor, isFirst } = { actor: known.actor, isFirst: known.isFirst };
  known.actor = null;
  known.figure = null;
  const lead = pastLead(reading, clause).start;
  const verb = wholeVerb(reading, firstVerb(reading, { start: lead, end: clause.end }), clause.end);
  if (verb === null) return null;
  const before = beforeVerb(reading, { start: clause.start, end: verb.start });
  const time = timeOf(reading, before, clause, verb, known);
  const subject = before.subject ?? (before.isBare ? actor : null);
  if (subject === null || swallowsTime(reading, subject)) return null;
  const behind = behindVerb(reading, { start: verb.end, end: clause.end });
  if (behind.kind === 'unclear') return null;
  known.actor = subject;
  const object = behind.kind === 'object' ? behind.span : null;
  // 7人|送往医院: it may be what was done to them.
  if (object !== null && before.subject !== null && isHeadcount(reading, subject)) return null;
  if (!isComplete(reading, verb, object)) return null;
  const inside = object === null ? [] : reading.quantitiesIn(object);
  // 编列预算,比前年增加了104亿元: what grew is not who acted.
  const isSum =
    object !== null &&
    verb.type === 'done' &&
    inside.some(({ start, end }) => start === object.start && end === object.end);
  if (before.subject === null && isSum) return null;
  // 创办学校,成为…: it may be the school that became it.
  if (before.subject === null && (verb.predicate === '成为' || !isListed(verb))) return null;
  // 開源模型…: a verb that opens a clause may be the modifier of a noun; what stands before or behind it shows that it is none.
  if (
    before.subject === null &&
    !(isFirst || before.isMarked || folded[verb.end] === '了' || opensObject(reading, object))
  )
    return null;
  if (object === null && before.subject !== null && isPlace(reading, subject)) return null;
  // 信天虧損1.37億元,較上年擴大18%: what grew is not who lost.
  if (before.subject === null && object !== null && inside[0]?.type === 'PERCENT' && inside[0].end === object.end)
    return null;
  known.figure = object === null ? null : figureOf(reading, object, inside);
  return {
    ...coreOf(reading, clause, {
      subject,
      verb: behind.kind === 'time' ? withoutPreposition(verb) : verb,
      time: behind.kind === 'time' ? behind.time : time,
    }),
    object: object === null ? null : reading.part(object),
    quantity: onlyAmount(reading, object === null ? [] : reading.quantitiesIn(headOf(reading, object))),
    rule: object === null ? 'subject-verb' : 'subject-verb-object',
  };
}

/** 立法院昨天协商|…: a time within what is taken for the subject, unless it is of a noun (2019年的作品). */
function swallowsTime({ folded, timesIn }: FactReading, subject: Span): boolean {
  return timesIn(subject).some(
    (time) => isDated(time) && time.start > subject.start && time.end < subject.end && folded[time.end] !== '的',
  );
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

/** The object behind its last 的: an amount before that counts something else (两座高炉之一的|第6号高炉). */
function headOf({ folded }: FactReading, { start, end }: Span): Span {
  return { start: start + folded.slice(start, end).lastIndexOf('的') + 1, end };
}

/** Whether a verb has the object that it needs, or none where it takes none. */
function isComplete(reading: FactReading, { type, start, end, predicate }: VerbMatch, object: Span | null): boolean {
  const { folded } = reading;
  if (type === 'event') return object === null;
  if (type === 'either') return true;
  if (type === 'done')
    return (
      object !== null &&
      (/^[了《]/.test(folded.slice(end, end + 1)) ||
        (end - start > 1 &&
          isCounted(reading, object) &&
          // 通过|一份路线图, not 通过|一个平台.
          (predicate !== '通过' || wordBefore(folded, object.end, object.start, 'resolution') !== '')))
    );
  return object !== null || /于$/.test(folded.slice(0, end).slice(-1));
}

/** 120名|志愿者, 抗旱资金|4200万元. */
function isCounted(reading: FactReading, object: Span): boolean {
  if (
    /^一[个名份项座家条只艘辆架起批场次部台套支件幢栋间所片段笔]/.test(reading.folded.slice(object.start, object.end))
  )
    return true;
  return reading
    .quantitiesIn(object)
    .some(
      ({ start, end, type }) =>
        type !== 'ORDINAL' &&
        !(type === 'PERCENT' && end === object.end) &&
        (start === object.start || (end === object.end && isCountedNoun(reading, { start: object.start, end: start }))),
    );
}

/** 抗旱资金|4200万元, not what is measured of something else (过渡|段长|3公里). */
function isCountedNoun(reading: FactReading, noun: Span): boolean {
  return isNominal(reading, noun) && !/[长宽高重深达为]$/.test(reading.folded.slice(noun.start, noun.end));
}

/** An amount, a name or a title opens an object, not what a verb modifies. */
function opensObject(reading: FactReading, object: Span | null): boolean {
  if (object === null) return false;
  const { start, end } = object;
  return (
    reading.folded[start] === '《' ||
    isCounted(reading, object) ||
    reading.mentionsIn({ start, end }).some((name) => name.start === start)
  );
}

/** 實現|營業收入|58.7億元: what a later clause says has grown. */
function figureOf(reading: FactReading, object: Span, inside: readonly Quantity[]): Span | null {
  const amount = inside.find(({ end }) => end === object.end);
  if (amount === undefined || amount.start <= object.start) return null;
  const noun = { start: object.start, end: amount.start };
  return endsInFigure(reading.folded, noun) ? nounPhrase(reading, noun) : null;
}

/** 台灣於某日上映: a place before a verb without an object says where. */
function isPlace(reading: FactReading, { start, end }: Span): boolean {
  return reading.mentionsIn({ start, end }).some((name) => name.end === end && /^GPE$/.test(name.type));
}

function markIn(reading: FactReading, clause: Span, mark: RegExp): Span | undefined {
  return reading
    .tokensIn(clause)
    .find(
      ({ start, end }) =>
        mark.test(reading.folded.slice(start, end)) && reading.nameAround({ start, end }) === undefined,
    );
}

/** 海川证券|把目标价从11港元|砍到|6.5港元; 水利厅|将应急响应|提升|至Ⅲ级: the object stands before the verb. */
function disposalIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  const { folded } = reading;
  const mark = markIn(reading, clause, /^[把将]$/);
  // 井田制就是把耕地…: what it is.
  if (mark === undefined || folded[mark.start - 1] === '是') return null;
  const before = beforeVerb(reading, { start: clause.start, end: mark.start });
  const subject = before.subject ?? (before.isBare ? known.actor : null);
  const time = timeOf(reading, before, clause, { ...mark, type: 'act' }, known);
  known.actor = subject;
  known.figure = null;
  if (subject === null) return null;
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
  if (object === null || !/^(?:了|[至到为成给].{1,15})?$/.test(folded.slice(verb.end, clause.end))) return null;
  return {
    ...coreOf(reading, clause, { subject, verb, time }),
    object: reading.part(object),
    quantity: onlyAmount(reading, reading.quantitiesIn(object)),
    rule: 'subject-object-verb',
  };
}

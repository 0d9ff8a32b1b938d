import type { Span } from '../document/span.js';
import type { Claim, Quantity } from '../document/types.js';
import { endsInAct, endsInActivity, isActor, isPlace, swallowsTime, withoutSeat } from './chinese-actors.js';
import { isMeasurable, isRated, type Measured, measuredIn } from './chinese-amounts.js';
import { headOf, isComplete, opensObject } from './chinese-completeness.js';
import { disposalIn, markIn, passiveFact } from './chinese-disposals.js';
import { isSubordinate, isUnsure } from './chinese-doubts.js';
import { type Known, timeOf } from './chinese-known.js';
import { endsInFigure, isHeadcount, nounPhrase, trimmed } from './chinese-nouns.js';
import { isBroken, isPricedNoun } from './chinese-object-doubts.js';
import { behindVerb, verbInRow } from './chinese-objects.js';
import { isFirm, nextOwner, topicOf, topicOnly, withOwner } from './chinese-owners.js';
import { holdsTonight, isPassing, mayBeAhead } from './chinese-row-doubts.js';
import { isDoubtful } from './chinese-subject-doubts.js';
import { beforeVerb, pastLead, tellsWhen } from './chinese-subjects.js';
import { firstVerb } from './chinese-verbs.js';
import { clausesIn } from './clauses.js';
import { coreOf, type FoundFact, isToCome, onlyAmount } from './found.js';
import type { FactReading } from './reading.js';
import { isListed, type VerbMatch } from './verbs.js';
import { hasRole, wordAt, wordBefore } from './words.js';

/** What introduces the ground on which something is done. */
const ground = /^(?:根据|按照?|依照?|依据)/;

/** Characters of denial. */
const denial = /[不没未无非否勿莫]/;

/** The facts of a Chinese claim, clause by clause. Precision before recall: a clause that is not plain gives none. */
export function factsInChinese(reading: FactReading, claim: Claim): FoundFact[] {
  const cue = claim.cue === null ? '' : reading.folded.slice(claim.cue.start, claim.cue.end);
  if (wordAt(cue, 0, 'due') !== '' || hasRole(cue, 'binds')) return [];
  // 全联、|家乐福与好市多宣布: a source that is cut.
  const announced =
    claim.cue?.type === 'announce' &&
    claim.source?.status === 'explicit' &&
    reading.folded[claim.source.start - 1] !== '、';
  const known: Known = {
    actor: announced ? claim.source : null,
    figure: null,
    time: null,
    hadObject: false,
    isLeading: false,
    isOfFigure: false,
    isOfAct: false,
    isOfStart: false,
    isFirst: announced,
    isReporter: announced && !isFirm(reading, claim.source) && !/(?:宣布|宣告)/.test(cue),
    owner: announced && isFirm(reading, claim.source) ? { span: claim.source, isAlone: false } : null,
    isOpening: true,
    isToCome: false,
    isOfPiece: false,
  };
  const isDenial = claim.polarity === 'negative';
  let denies = false;
  return clausesIn(reading.folded, claim).flatMap((clause) => {
    // 没有证据显示某某已…,某某…: what is denied may go on behind the comma.
    if (isDenial && denial.test(reading.folded.slice(clause.start, clause.end))) denies = true;
    if (denies) return [];
    const read = factIn(reading, clause, known);
    const isNone =
      read === null ||
      isDoubtful(reading, read) ||
      isBroken(reading, read.object) ||
      isPassing(reading, read) ||
      mayBeAhead(reading, read);
    const found = isNone ? null : read;
    known.isFirst = false;
    const fact = found === null ? null : withOwner(reading, found, known.owner);
    if (found !== null) known.owner = nextOwner(reading, found, known.owner);
    const { start } = known.isOpening || found === null ? pastLead(reading, clause) : clause;
    if (found === null && start < clause.end) {
      const isNamed = reading.mentionsIn(clause).length > 0;
      known.owner = isNamed ? topicOf(reading, { start, end: clause.end }) : null;
      if (known.isOpening && isNamed) known.actor = topicOnly(reading, clause) ?? known.actor;
    }
    if (start < clause.end) known.isOpening = false;
    const own = reading.timesIn(clause).filter((time) => tellsWhen(reading, time));
    const words = reading.folded.slice(clause.start, clause.end);
    const isTonight = holdsTonight(reading, clause);
    if (isPlanned(reading.folded, clause) || isTonight || bindsNext(reading, clause)) known.isToCome = true;
    // 以滨河线为例,…, 换算下来,…: one of many, or what somebody reckons.
    if (/^以.+为例$|^(?:换算|折算)下来$/.test(words)) denies = true;
    else if (own.length > 0 && !isTonight) known.isToCome = own.some(({ index }) => isToCome(reading, index));
    if (fact === null || known.isToCome || isToCome(reading, fact.time)) return [];
    return isKnown(reading, fact) ? [fact] : [{ ...fact, time: null }];
  });
}

/** 根据重整计划,…: what is to be. */
function isPlanned(folded: string, { start, end }: Span): boolean {
  const length = ground.exec(folded.slice(start, end))?.[0].length;
  return length !== undefined && wordBefore(folded, end, start + length, 'plan') !== '';
}

/** 两国同意,|设立热线: what somebody is bound to do. */
function bindsNext({ folded, tokensIn }: FactReading, clause: Span): boolean {
  const last = tokensIn(clause).at(-1);
  // 应观众要求,…: for what reason.
  if (last === undefined || /^应|[^响相]应/.test(folded.slice(clause.start, clause.end))) return false;
  return folded[clause.end] === ',' && hasRole(folded.slice(last.start, last.end), 'binds');
}

/** Whether it is known when a fact was: not 次日 of an unknown day, nor an act by a length of time or up to a time (截至8日|转移300人). */
function isKnown({ timeAt, folded }: FactReading, { time, rule }: FoundFact): boolean {
  const found = time === null ? undefined : timeAt(time);
  if (found === undefined) return true;
  const isUpTo = /截[至止]到?$/.test(folded.slice(Math.max(0, found.start - 3), found.start));
  const isLength = /^P(?:\d|T)/.test(found.value ?? '');
  return !/^X/.test(found.value ?? 'X') && !((isUpTo || isLength) && rule !== 'subject-measure');
}

function factIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  if (/^(?:现|目前|如今|迄今|至今)/.test(reading.folded.slice(clause.start, clause.end))) known.time = null;
  const lead = pastLead(reading, clause);
  if (lead.times.length > 0) {
    known.time = lead.times.at(-1) ?? null;
    known.isLeading = true;
    known.isOfFigure = false;
    known.isOfAct = false;
    known.isOfStart = false;
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

/** 營收|同比增長|8.7%: an amount, the verb before it and what it is said of. */
function amountIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
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

/** 阿里云|發布|Qwen-72B: a plain object up to the end of the clause. */
function actIn(reading: FactReading, clause: Span, known: Known): FoundFact | null {
  const { folded } = reading;
  const { actor, isFirst, isReporter } = known;
  known.actor = null;
  known.figure = null;
  const lead = pastLead(reading, clause).start;
  const verb = wholeVerb(reading, firstVerb(reading, { start: lead, end: clause.end }, isFirst), clause.end);
  if (verb === null) return null;
  const before = beforeVerb(reading, { start: clause.start, end: verb.start });
  const time = timeOf(reading, before, clause, verb, known);
  const subject = before.subject ?? (before.isBare ? withoutSeat(reading, actor) : null);
  if (subject === null || swallowsTime(reading, subject) || endsInAct(reading, subject)) return null;
  // 卫生局公布,|新增病例58例: what an office reports, not what it did.
  if (before.subject === null && isReporter && (verb.type !== 'act' || hasRole(verb.predicate, 'befalls'))) return null;
  known.isReporter = before.subject === null && isReporter;
  const behind = behindVerb(reading, { start: verb.end, end: clause.end });
  if (behind.kind === 'unclear') return null;
  known.actor = subject;
  const object = behind.kind === 'object' ? behind.span : null;
  if (object === null && before.subject === null && known.hadObject && !isPerson(reading, subject)) return null;
  known.hadObject = object !== null && !verb.predicate.endsWith('于');
  // 7人|送往医院: it may be what was done to them.
  if (object !== null && isHeadcount(reading, subject)) return null;
  if (object !== null && endsInActivity(reading, subject)) return null;
  if (before.subject === null && isMisplaced(reading, subject, verb, object)) return null;
  if (!isComplete(reading, verb, object)) return null;
  const inside = object === null ? [] : reading.quantitiesIn(object);
  // 编列预算,比前年增加了104亿元: what grew is not who acted.
  const isSum = object !== null && inside.some(({ start, end }) => start === object.start && end === object.end);
  if (before.subject === null && verb.type === 'done' && isSum && !isFirst) return null;
  // 高铁停运141对,停运班线733条: who stopped them is not said.
  const isAgain =
    before.subject === null &&
    verb.type === 'either' &&
    folded.slice(subject.end, clause.start).includes(folded.slice(verb.start, verb.end));
  if (isAgain && object !== null) return null;
  // 轻质化|改造|28亿元: a work and what it costs.
  if (isSum && hasRole(verb.predicate, 'noun') && inside[0]?.type === 'MONEY' && !isActor(reading, subject))
    return null;
  const adverbs = { start: before.subject?.end ?? clause.start, end: verb.start };
  if (inside.length > 0 && isRated(reading, adverbs)) return null;
  if (isPricedNoun(reading, verb, object, inside)) return null;
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

function isPerson({ mentionsIn }: FactReading, span: Span): boolean {
  return mentionsIn(span).some(({ end, type }) => end === span.end && type === 'PERSON');
}

/** 拍卖师落槌,|位于商务区的一宗用地…: a place that is that of something behind it. */
function isMisplaced(reading: FactReading, subject: Span, { predicate }: VerbMatch, object: Span | null): boolean {
  if (!hasRole(predicate, 'sited') || object === null) return false;
  const [, ...owned] = textOf(reading, object).split('的');
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
